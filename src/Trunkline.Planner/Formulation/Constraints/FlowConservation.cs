using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>What is captured at a node or arrives by pipe is injected there or leaves by pipe.</summary>
/// <remarks>docs/formulation.md#flow-conservation</remarks>
public sealed class FlowConservation : IRule
{
    public string Name => "flow-conservation";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x)
    {
        foreach (int t in planning.PeriodIndices)
        {
            var terms = planning.Nodes.Select(_ => new List<Term>()).ToArray();
            foreach (var (supply, _, column) in x.CapturedIn(t))
            {
                terms[planning.Supplies[supply].Node].Add(new Term(1, column));
            }

            for (int e = 0; e < planning.Edges.Count; e++)
            {
                CaseEdge edge = planning.Edges[e];
                terms[edge.From].Add(new Term(-1, x.Forward(e, t)));
                terms[edge.To].Add(new Term(1, x.Forward(e, t)));
                if (!edge.IsFree)
                {
                    terms[edge.From].Add(new Term(1, x.Back(e, t)));
                    terms[edge.To].Add(new Term(-1, x.Back(e, t)));
                }
            }

            for (int j = 0; j < planning.Sinks.Count; j++)
            {
                terms[planning.Sinks[j].Node].Add(new Term(-1, x.Injected(j, t)));
            }

            for (int n = 0; n < terms.Length; n++)
            {
                yield return new Row($"{Name}[{planning.Nodes[n].Id},{x.Year(t)}]", terms[n], Sense.Equal, 0);
            }
        }
    }

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from t in audited.PeriodIndices
        from balance in audited.Balances(t)
        where Math.Abs(balance.Surplus) > audited.Slack
        select new Violation(Name, $"{balance.Node}, {audited.Periods[t]}", $"{balance.Surplus:0.###} t/y appear from nowhere");
}
