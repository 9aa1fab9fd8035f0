using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>A corridor carries, both ways together, at most what lay there before and what has been bought up to the period.</summary>
/// <remarks>docs/formulation.md#pipe-capacity</remarks>
public sealed class PipeCapacity : IRule
{
    public string Name => "pipe-capacity";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from e in Enumerable.Range(0, planning.Edges.Count)
        where !planning.Edges[e].IsFree
        from t in planning.PeriodIndices
        let bought = from v in Enumerable.Range(0, t + 1)
                     from c in Enumerable.Range(0, planning.Trends.Count)
                     select new Term(-1, x.Size(e, c, v))
        select new Row(
            $"{Name}[{planning.Edges[e].Id},{x.Year(t)}]",
            [new Term(1, x.Forward(e, t)), new Term(1, x.Back(e, t)), .. bought],
            Sense.AtMost,
            planning.Edges[e].Existing);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from pipe in audited.Plan.Pipes
        from t in audited.PeriodIndices
        let room = pipe.ExistingCapacity.Value + pipe.Bought.Take(t + 1).Sum(b => b.Value)
        where Math.Abs(pipe.Flow[t].Value) > room + audited.Slack
        select new Violation(Name, $"{pipe.EdgeId}, {audited.Periods[t]}", $"carries {Math.Abs(pipe.Flow[t].Value):0} t/y in {room:0} t/y of pipe");
}
