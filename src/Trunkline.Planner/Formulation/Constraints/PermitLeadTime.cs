using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>No project opens before its permit can be had and the wells built, counted from the first day of the plan.</summary>
/// <remarks>docs/formulation.md#permit-lead-time</remarks>
public sealed class PermitLeadTime : IRule
{
    public string Name => "permit-lead-time";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from j in Enumerable.Range(0, planning.Sinks.Count)
        let sink = planning.Sinks[j]
        where sink.IsDedicated && sink.FirstProjectPeriod > 0
        select new Row(
            $"{Name}[{sink.Id}]",
            [.. Enumerable.Range(0, Math.Min(sink.FirstProjectPeriod, planning.Periods.Count)).Select(v => new Term(1, x.Projects(j, v)))],
            Sense.AtMost,
            0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from storage in audited.Plan.Storages
        where audited.FormationOf(storage) is not null
        let ready = audited.ReadyYear(storage)
        from v in audited.PeriodIndices
        where storage.Projects[v] > 0 && audited.Periods[v].From < ready - 1e-9
        select new Violation(Name, $"{storage.SinkId}, {audited.Periods[v]}", $"opens before {ready:0.#}, when permit and wells can be had");
}
