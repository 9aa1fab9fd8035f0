using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

/// <summary>
/// Made-up networks of a few nodes whose capacities, rates and targets are whole numbers, and their optimum by trying every whole flow: with
/// openings fixed what is left is a flow problem with whole limits, which has a whole optimum.
/// </summary>
internal static class TinyFixedCharge
{
    public static FixedChargeNetwork Instance(int seed)
    {
        Random random = new(seed);
        int nodes = random.Next(1, 6);
        FixedChargeSource[] sources = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new FixedChargeSource(
            random.Next(nodes), random.Next(0, 4), Cost(random, 20), random.Next(3) == 0 ? -Cost(random, 30) : Cost(random, 10)))];
        FixedChargeSink[] sinks = [.. Enumerable.Range(0, nodes).Where(_ => random.Next(2) == 0).Select(node => new FixedChargeSink(
            node, random.Next(0, 5), Cost(random, 10), random.Next(4) == 0 ? double.PositiveInfinity : random.Next(1, 3), Cost(random, 5),
            random.Next(3) == 0 ? -Cost(random, 30) : Cost(random, 5)))];
        return new FixedChargeNetwork
        {
            NodeCount = nodes,
            Edges = Edges(random, nodes),
            Lines = Lines(random),
            Sources = sources,
            Sinks = sinks,
            Target = random.Next(3) == 0 ? null : random.Next(0, 1 + Math.Max(1, (int)sources.Sum(s => s.Capacity))),
        };
    }

    /// <summary>The least cost of any design; null where there is none.</summary>
    public static double? Optimum(FixedChargeNetwork problem)
    {
        double best = double.PositiveInfinity;
        int most = (int)problem.Lines.Select(l => l.Capacity).DefaultIfEmpty(0).Max();
        int[] net = new int[problem.NodeCount];
        void Edge(int e, double cost)
        {
            if (e == problem.Edges.Length)
            {
                best = Math.Min(best, cost + Absorb(problem, net));
                return;
            }

            FixedChargeEdge edge = problem.Edges[e];
            for (int x = -most; x <= most; x++)
            {
                net[edge.From] -= x;
                net[edge.To] += x;
                Edge(e + 1, cost + (x == 0 ? 0 : edge.Scale * problem.Lines.Where(l => l.Capacity >= Math.Abs(x)).Min(l => l.Fixed + (l.Slope * Math.Abs(x)))));
                net[edge.From] += x;
                net[edge.To] -= x;
            }
        }

        void Source(int i, double supplied, double cost)
        {
            if (i == problem.Sources.Length)
            {
                if (problem.Target is null || problem.Target == supplied)
                {
                    Edge(0, cost);
                }

                return;
            }

            FixedChargeSource source = problem.Sources[i];
            for (int x = 0; x <= source.Capacity; x++)
            {
                net[source.Node] += x;
                Source(i + 1, supplied + x, cost + (x == 0 ? 0 : source.Fixed + (source.Unit * x)));
                net[source.Node] -= x;
            }
        }

        Source(0, 0, 0);
        return double.IsInfinity(best) ? null : best;
    }

    // At most one sink stands at a node: what is left at a node is what its sink takes.
    private static double Absorb(FixedChargeNetwork problem, int[] net)
    {
        double cost = 0;
        for (int v = 0; v < net.Length; v++)
        {
            int x = net[v], at = Array.FindIndex(problem.Sinks, s => s.Node == v);
            if (x < 0 || (x > 0 && (at < 0 || x > problem.Sinks[at].Capacity)))
            {
                return double.PositiveInfinity;
            }

            if (x > 0)
            {
                FixedChargeSink sink = problem.Sinks[at];
                int wells = double.IsInfinity(sink.WellRate) ? 1 : (x + (int)sink.WellRate - 1) / (int)sink.WellRate;
                cost += sink.SiteCost + (sink.WellCost * wells) + (sink.Unit * x);
            }
        }

        return cost;
    }

    // Now and then one edge stands twice: where small pipes are cheap, both are used.
    private static FixedChargeEdge[] Edges(Random random, int nodes)
    {
        FixedChargeEdge[] edges = [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => new FixedChargeEdge(random.Next(nodes), random.Next(nodes), Cost(random, 3)))];
        return edges.Length is 1 or 2 && random.Next(2) == 0 ? [.. edges, edges[0]] : edges;
    }

    private static CostLine[] Lines(Random random)
    {
        double first = Cost(random, 5), slope = Cost(random, 2);
        CostLine small = new(random.Next(1, 4), first, slope);
        return random.Next(4) switch
        {
            0 => [small],
            1 => [small, new CostLine(4, first + Cost(random, 3), slope / 2)],
            2 => [small, new CostLine(5, first + 10 + Cost(random, 20), slope)],
            _ => [small, new CostLine(3, first + Cost(random, 2), slope * 0.7), new CostLine(5, first + 4, 0)],
        };
    }

    // Often zero, often the same: ties are where searches go wrong.
    private static double Cost(Random random, int most) => random.Next(4) == 0 ? 0 : random.Next(1, most + 1);
}
