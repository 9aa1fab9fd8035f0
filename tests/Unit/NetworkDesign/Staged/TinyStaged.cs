using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.NetworkDesign.Staged;
using Trunkline.Tests.Unit.Planner.Properties;

namespace Trunkline.Tests.Unit.NetworkDesign.Staged;

/// <summary>
/// Made-up staged networks of a few nodes, and their optimum by trying every set of purchases and solving the linear programme that each leaves with
/// the textbook's simplex. Written from the contract, not from the model writer.
/// </summary>
internal static class TinyStaged
{
    private const int MostPurchases = 8;

    public static StagedNetwork Instance(int seed)
    {
        Random random = new(seed);
        int nodes = random.Next(1, 5), periods = random.Next(1, 4);
        CostLine[] lines = Lines(random);
        int edges = Math.Min(random.Next(0, 4), MostPurchases / (2 * periods * lines.Length));
        StagedSource[] sources = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new StagedSource(
            random.Next(nodes), random.Next(0, 5), random.Next(4) == 0 ? -Cost(random, 8) : Cost(random, 10)))];
        double[] lengths = [.. Enumerable.Range(0, periods).Select(_ => (double)random.Next(1, 4))];
        double most = sources.Sum(s => s.Capacity);
        return new StagedNetwork
        {
            NodeCount = nodes,
            Lengths = lengths,
            PurchaseWeights = [.. Enumerable.Range(0, periods).Select(t => random.Next(6) == 0 ? 1 : 0.5 * lengths.Skip(t).Sum()).OrderDescending()],
            Edges = [.. Enumerable.Range(0, edges).Select(_ => new FixedChargeEdge(random.Next(nodes), random.Next(nodes), Cost(random, 3)))],
            Lines = lines,
            Sources = sources,
            Sinks = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new StagedSink(
                random.Next(nodes), random.Next(0, 20), random.Next(4) == 0 ? -Cost(random, 8) : Cost(random, 5)))],
            Targets = [.. Enumerable.Range(0, periods).Select(_ => Math.Round(random.NextDouble() * random.NextDouble() * most, 1))],
        };
    }

    /// <summary>The least cost of any design; null where there is none.</summary>
    public static double? Optimum(StagedNetwork problem)
    {
        int count = 2 * problem.Edges.Length * problem.Lengths.Length * problem.Lines.Length;
        double? best = null;
        for (int set = 0; set < 1 << count; set++)
        {
            double paid = Enumerable.Range(0, count).Where(k => (set >> k & 1) == 1).Sum(k => Weight(problem, k) * problem.Lines[k % problem.Lines.Length].Fixed);
            if (Rest(problem, set, count) is { } rest && !(paid + rest >= best))
            {
                best = paid + rest;
            }
        }

        return best;
    }

    // Purchase k: edge, direction, period and line are its digits, the line's the lowest.
    private static (int Edge, int Direction, int Period) Place(StagedNetwork problem, int k)
    {
        int lines = problem.Lines.Length, periods = problem.Lengths.Length;
        return (k / lines / periods / 2, k / lines / periods % 2, k / lines % periods);
    }

    private static double Weight(StagedNetwork problem, int k)
    {
        (int edge, _, int period) = Place(problem, k);
        return problem.PurchaseWeights[period] * problem.Edges[edge].Scale;
    }

    // Columns: sizes, then by period the flows of both directions, the supplies and the sinks.
    private static double? Rest(StagedNetwork problem, int set, int count)
    {
        int ways = 2 * problem.Edges.Length, sources = problem.Sources.Length, width = ways + sources + problem.Sinks.Length, periods = problem.Lengths.Length;
        int Flow(int way, int t) => count + (t * width) + way;
        int Supply(int i, int t) => Flow(ways + i, t);
        int Sink(int j, int t) => Flow(ways + sources + j, t);
        double[] cost = new double[count + (periods * width)];
        List<Limit> limits = [];
        void Add(bool isEqual, double right, params IEnumerable<(int Column, double Value)> terms) =>
            limits.Add(new Limit(terms.GroupBy(x => x.Column).ToDictionary(g => g.Key, g => g.Sum(x => x.Value)), isEqual, right));
        for (int k = 0; k < count; k++)
        {
            CostLine line = problem.Lines[k % problem.Lines.Length];
            cost[k] = Weight(problem, k) * line.Slope;
            Add(false, (set >> k & 1) == 1 ? line.Capacity : 0, (k, 1));
        }

        for (int period = 0; period < periods; period++)
        {
            int t = period;
            double n = problem.Lengths[t];
            for (int way = 0; way < ways; way++)
            {
                var bought = Enumerable.Range(0, count).Where(k => Place(problem, k) is var p && (2 * p.Edge) + p.Direction == way && p.Period <= t);
                Add(false, 0, [(Flow(way, t), 1.0), .. bought.Select(k => (k, -1.0))]);
            }

            for (int i = 0; i < sources; i++)
            {
                cost[Supply(i, t)] = n * problem.Sources[i].Unit;
                Add(false, problem.Sources[i].Capacity, (Supply(i, t), 1));
            }

            for (int j = 0; j < problem.Sinks.Length; j++)
            {
                cost[Sink(j, t)] = n * problem.Sinks[j].Unit;
            }

            Add(false, -problem.Targets[t], [.. Enumerable.Range(0, sources).Select(i => (Supply(i, t), -1.0))]);
            for (int v = 0; v < problem.NodeCount; v++)
            {
                Add(true, 0, [.. problem.Edges.Index().SelectMany(e => Turns(e.Item, v).Select(x => (Flow((2 * e.Index) + x.Direction, t), x.Sign))),
                    .. problem.Sources.Index().Where(s => s.Item.Node == v).Select(s => (Supply(s.Index, t), 1.0)),
                    .. problem.Sinks.Index().Where(s => s.Item.Node == v).Select(s => (Sink(s.Index, t), -1.0))]);
            }
        }

        for (int j = 0; j < problem.Sinks.Length; j++)
        {
            Add(false, problem.Sinks[j].Capacity, [.. problem.Lengths.Select((n, t) => (Sink(j, t), n))]);
        }

        return SmallSimplex.Minimise(cost, limits);
    }

    // How an edge's two directions count at a node; an edge from a node to itself counts nothing.
    private static IEnumerable<(int Direction, double Sign)> Turns(FixedChargeEdge edge, int node)
    {
        if (edge.From == edge.To)
        {
            return [];
        }

        return edge.From == node ? [(0, -1.0), (1, 1.0)] : edge.To == node ? [(0, 1.0), (1, -1.0)] : [];
    }

    private static CostLine[] Lines(Random random)
    {
        double first = Cost(random, 5), slope = Cost(random, 2);
        return random.Next(4) switch
        {
            0 => [new CostLine(random.Next(1, 4), first, slope)],
            1 => [new CostLine(15, first, slope)],
            2 => [new CostLine(2, first, slope + 1), new CostLine(4, first + 1, slope / 2)],
            _ => [new CostLine(3, first, slope + 1), new CostLine(15, first + 3, slope)],
        };
    }

    // Often zero, often the same: ties are where searches go wrong.
    private static double Cost(Random random, int most) => random.Next(4) == 0 ? 0 : random.Next(1, most + 1);
}
