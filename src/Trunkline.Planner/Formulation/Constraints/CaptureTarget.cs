using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>All tracks together capture at least the target of the period.</summary>
/// <remarks>docs/formulation.md#capture-target</remarks>
public sealed class CaptureTarget : IRule
{
    public string Name => "capture-target";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from t in planning.PeriodIndices
        where planning.Target[t] is not null
        select new Row(
            $"{Name}[{x.Year(t)}]",
            [.. x.CapturedIn(t).Select(c => new Term(1, c.Column))],
            Sense.AtLeast,
            planning.Target[t]!.Value.Value);

    /// <summary>The target is the study's own; a plan may have lowered it only where the study allows that.</summary>
    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        audited.Study.Goal is not Goal.CaptureTarget goal
            ? []
            : from t in audited.PeriodIndices
              let captured = audited.Plan.Captures.Sum(c => c.Rate[t].Value)
              let target = goal.LowerWhenUnreachable ? Math.Min(goal.Rates[t].Value, audited.Plan.Study.GoalUsed[t] * 1e6) : goal.Rates[t].Value
              where captured < target - audited.Slack
              select new Violation(Name, audited.Periods[t].ToString(), $"captures {captured:0} of {target:0} t/y");
}
