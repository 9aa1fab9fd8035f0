using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>A formation has room for a whole number of projects, and no more.</summary>
/// <remarks>docs/formulation.md#project-count</remarks>
public sealed class ProjectCount : IRule
{
    public string Name => "project-count";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from j in Enumerable.Range(0, planning.Sinks.Count)
        where planning.Sinks[j].IsDedicated
        select new Row(
            $"{Name}[{planning.Sinks[j].Id}]",
            [.. planning.PeriodIndices.Select(v => new Term(1, x.Projects(j, v)))],
            Sense.AtMost,
            planning.Sinks[j].Formation!.MaxProjects);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from storage in audited.Plan.Storages
        let most = audited.FormationOf(storage)?.MaxProjects ?? 0
        where storage.Projects.Sum() > most || storage.Projects.Any(p => p < 0)
        select new Violation(Name, storage.SinkId, $"opens {storage.Projects.Sum()} projects of at most {most}");
}
