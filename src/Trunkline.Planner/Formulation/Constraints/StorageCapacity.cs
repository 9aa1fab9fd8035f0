using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>Over all periods a formation takes at most what its opened projects hold over their life.</summary>
/// <remarks>docs/formulation.md#storage-capacity</remarks>
public sealed class StorageCapacity : IRule
{
    public string Name => "storage-capacity";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from j in Enumerable.Range(0, planning.Sinks.Count)
        let sink = planning.Sinks[j]
        where sink.IsDedicated
        let injected = planning.PeriodIndices.Select(t => new Term(planning.Periods[t].Length, x.Injected(j, t)))
        let held = planning.PeriodIndices.Select(v => new Term(-sink.Formation!.ProjectCapacity.Value, x.Projects(j, v)))
        select new Row($"{Name}[{sink.Id}]", [.. injected, .. held], Sense.AtMost, 0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from storage in audited.Plan.Storages
        where audited.FormationOf(storage) is not null
        let injected = audited.PeriodIndices.Sum(t => storage.Rate[t].Value * audited.Periods[t].Length)
        let held = storage.Projects.Sum() * audited.FormationOf(storage)!.ProjectCapacity.Value
        where injected > held + (audited.Slack * audited.Years)
        select new Violation(Name, storage.SinkId, $"takes {injected:0} t, its projects hold {held:0} t");
}
