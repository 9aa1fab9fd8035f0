using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>Capacity is bought along one of a few cost lines, each up to its largest pipe; larger pipes cost less per tonne.</summary>
/// <remarks>docs/formulation.md#pipe-size</remarks>
public sealed class PipeSize : IRule
{
    public string Name => "pipe-size";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from e in Enumerable.Range(0, planning.Edges.Count)
        where !planning.Edges[e].IsFree
        from c in Enumerable.Range(0, planning.Trends.Count)
        from v in planning.PeriodIndices
        select new Row(
            $"{Name}[{planning.Edges[e].Id},{planning.Trends[c].Source.Id},{x.Year(v)}]",
            [new Term(1, x.Size(e, c, v)), new Term(-planning.Trends[c].Source.Capacity.Value, x.Built(e, c, v))],
            Sense.AtMost,
            0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from pipe in audited.Plan.Pipes
        from v in audited.PeriodIndices
        where pipe.Bought[v].Value > 0 && pipe.Bought[v].Value > audited.TrendCapacity(pipe.Trend[v]) + audited.Slack
        select new Violation(Name, $"{pipe.EdgeId}, {audited.Periods[v]}", $"{pipe.Bought[v]} is more than the largest pipe of trend {pipe.Trend[v]}");
}
