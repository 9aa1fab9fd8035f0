using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>In a group of states no more is injected each year than the study allows.</summary>
/// <remarks>docs/formulation.md#regional-injection</remarks>
public sealed class RegionalInjection : IRule
{
    public string Name => "regional-injection";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from limit in planning.Study.Limits.Injection
        from t in planning.PeriodIndices
        select new Row(
            $"{Name}[{limit.Name},{x.Year(t)}]",
            [.. Enumerable.Range(0, planning.Sinks.Count).Where(j => limit.States.Contains(planning.Sinks[j].State)).Select(j => new Term(1, x.Injected(j, t)))],
            Sense.AtMost,
            limit.Rate.Value);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from limit in audited.Study.Limits.Injection
        from t in audited.PeriodIndices
        let injected = audited.Plan.Storages.Where(s => limit.States.Contains(s.State)).Sum(s => s.Rate[t].Value)
        where injected > limit.Rate.Value + audited.Slack
        select new Violation(Name, $"{limit.Name}, {audited.Periods[t]}", $"injects {injected:0} of at most {limit.Rate}");
}
