using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>In one corridor at most one pipe is laid in a period; a later period may lay another beside it.</summary>
/// <remarks>docs/formulation.md#one-pipe-per-period</remarks>
public sealed class OnePipePerPeriod : IRule
{
    public string Name => "one-pipe-per-period";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from e in Enumerable.Range(0, planning.Edges.Count)
        where !planning.Edges[e].IsFree
        from v in planning.PeriodIndices
        select new Row(
            $"{Name}[{planning.Edges[e].Id},{x.Year(v)}]",
            [.. Enumerable.Range(0, planning.Trends.Count).Select(c => new Term(1, x.Built(e, c, v)))],
            Sense.AtMost,
            1);

    /// <summary>A plan lists each corridor once, with one purchase a period; twice the same corridor would be two pipes.</summary>
    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from twice in audited.Plan.Pipes.GroupBy(p => p.EdgeId)
        where twice.Count() > 1
        select new Violation(Name, twice.Key, $"is listed {twice.Count()} times");
}
