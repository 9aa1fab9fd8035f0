using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>A formation takes at most the rate of the whole projects opened so far; a use takes at most its demand.</summary>
/// <remarks>docs/formulation.md#injection-rate</remarks>
public sealed class InjectionRate : IRule
{
    public string Name => "injection-rate";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from j in Enumerable.Range(0, planning.Sinks.Count)
        let sink = planning.Sinks[j]
        from t in planning.PeriodIndices
        let opened = Enumerable.Range(0, t + 1).Select(v => new Term(-(sink.Formation?.ProjectRate.Value ?? 0), x.Projects(j, v)))
        select new Row(
            $"{Name}[{sink.Id},{x.Year(t)}]",
            [new Term(1, x.Injected(j, t)), .. sink.IsDedicated ? opened : []],
            Sense.AtMost,
            sink.FreeRate[t]);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from storage in audited.Plan.Storages
        from t in audited.PeriodIndices
        let most = audited.MostInjected(storage, t)
        where storage.Rate[t].Value > most + audited.Slack || storage.Rate[t].Value < -audited.Slack
        select new Violation(Name, $"{storage.SinkId}, {audited.Periods[t]}", $"takes {storage.Rate[t]} of at most {most:0} t/y");
}
