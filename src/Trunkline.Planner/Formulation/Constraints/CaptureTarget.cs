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

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from t in audited.PeriodIndices
        where audited.Plan.Study.Mode == "target"
        let captured = audited.Plan.Captures.Sum(c => c.Rate[t].Value)
        let target = audited.Plan.Study.GoalUsed[t] * 1e6
        where captured < target - audited.Slack
        select new Violation(Name, audited.Periods[t].ToString(), $"captures {captured:0} of {target:0} t/y");
}
