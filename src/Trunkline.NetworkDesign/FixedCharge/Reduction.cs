namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// A smaller network with the same optimum: where nothing has to be supplied, a source that can never earn its cost is left without capacity; dead ends without
/// a source or sink of any capacity are taken off, a node that only passes on becomes part of a longer edge, and an edge goes that another way round, no longer, replaces.
/// Remembers how to undo it.
/// </summary>
public sealed class Reduction
{
    private readonly FixedChargeNetwork original;
    private readonly List<(int From, int To, double Scale, (int Edge, bool Forward)[] Parts)> edges;
    private readonly FixedChargeSource[] sources;
    private readonly bool[] isTerminal;
    private readonly bool onePipeIsEnough;
    private readonly List<string> log = [];

    private Reduction(FixedChargeNetwork original)
    {
        this.original = original;
        edges = [.. original.Edges.Select((e, k) => (e.From, e.To, e.Scale, new[] { (k, true) }))];
        onePipeIsEnough = OnePipeIsEnough();
        sources = WorthRunning();
        isTerminal = new bool[original.NodeCount];
        foreach (int node in sources.Where(s => s.Capacity > 0).Select(s => s.Node).Concat(original.Sinks.Where(s => s.Capacity > 0).Select(s => s.Node)))
        {
            isTerminal[node] = true;
        }
    }

    /// <summary>The smaller network; its nodes are numbered as before.</summary>
    public FixedChargeNetwork Network { get; private set; } = null!;

    /// <summary>What was done, one line a kind of step and round.</summary>
    public IReadOnlyList<string> Log => log;

    /// <summary>Reduces a network.</summary>
    public static Reduction Of(FixedChargeNetwork problem)
    {
        Reduction reduction = new(problem);
        while (reduction.DropDearer() + reduction.DropDeadEnds() + reduction.Join() > 0)
        {
        }

        reduction.Network = new FixedChargeNetwork
        {
            NodeCount = problem.NodeCount,
            Edges = [.. reduction.edges.Select(e => new FixedChargeEdge(e.From, e.To, e.Scale))],
            Lines = problem.Lines,
            Sources = reduction.sources,
            Sinks = problem.Sinks,
            Target = problem.Target,
        };
        return reduction;
    }

    // Taking all of a source's flow off its way saves at least its own cost, the least slope of every pipe and the unit cost of the sink.
    private FixedChargeSource[] WorthRunning()
    {
        if (original.Target is not null)
        {
            return original.Sources;
        }

        double[] least = CheapestToSink();
        bool[] isIdle = [.. original.Sources.Select(s =>
            s.Capacity > 0 && s.Fixed + (s.Capacity * Math.Min(0, s.Unit + least[s.Node])) >= 0)];
        Note(isIdle.Count(idle => idle), "sources that cost more than they can earn");
        return [.. original.Sources.Select((s, i) => isIdle[i] ? s with { Capacity = 0 } : s)];
    }

    // Least unit cost from every node into a sink, at each pipe's least slope.
    private double[] CheapestToSink()
    {
        double slope = original.Lines.Select(l => l.Slope).DefaultIfEmpty(0).Min();
        double[] least = Enumerable.Repeat(double.PositiveInfinity, original.NodeCount).ToArray();
        foreach (FixedChargeSink sink in original.Sinks.Where(s => s.Capacity > 0))
        {
            least[sink.Node] = Math.Min(least[sink.Node], sink.Unit);
        }

        for (bool isBetter = true; isBetter;)
        {
            isBetter = false;
            foreach (var edge in edges)
            {
                double one = least[edge.To] + (slope * edge.Scale), other = least[edge.From] + (slope * edge.Scale);
                isBetter |= one < least[edge.From] || other < least[edge.To];
                (least[edge.From], least[edge.To]) = (Math.Min(least[edge.From], one), Math.Min(least[edge.To], other));
            }
        }

        return least;
    }

    /// <summary>A design of the smaller network as one of the original.</summary>
    public FixedChargeDesign Undo(FixedChargeDesign design)
    {
        double[] flow = new double[original.Edges.Length];
        int[] line = new int[original.Edges.Length];
        Array.Fill(line, -1);
        for (int e = 0; e < edges.Count; e++)
        {
            foreach ((int edge, bool forward) in edges[e].Parts)
            {
                flow[edge] = forward ? design.Flow[e] : -design.Flow[e];
                line[edge] = design.Line[e];
            }
        }

        return new FixedChargeDesign { Supplied = design.Supplied, Absorbed = design.Absorbed, Wells = design.Wells, Flow = flow, Line = line };
    }

    // Flow over an edge may as well join the flow of another way round that is no longer, where one pipe carries two flows as cheaply as two pipes.
    private int DropDearer()
    {
        HashSet<int> keep = [.. Enumerable.Range(0, edges.Count).Where(e => edges[e].From != edges[e].To)];
        if (onePipeIsEnough)
        {
            ILookup<int, int> edgesAt = keep.SelectMany(e => new[] { (Node: edges[e].From, e), (Node: edges[e].To, e) }).ToLookup(p => p.Node, p => p.e);
            foreach (int e in keep.OrderByDescending(e => edges[e].Scale).ToList())
            {
                keep.Remove(e);
                if (!HasWay(keep, edgesAt, edges[e].From, edges[e].To, edges[e].Scale))
                {
                    keep.Add(e);
                }
            }
        }

        return Keep(keep, "edges that a way no dearer, or standing still, replaces");
    }

    private bool HasWay(HashSet<int> kept, ILookup<int, int> edgesAt, int from, int to, double longest)
    {
        double[] length = new double[original.NodeCount];
        Array.Fill(length, double.PositiveInfinity);
        PriorityQueue<int, double> queue = new();
        queue.Enqueue(from, length[from] = 0);
        while (queue.TryDequeue(out int node, out double reached) && reached <= longest && node != to)
        {
            foreach (int e in edgesAt[node].Where(kept.Contains))
            {
                int next = edges[e].From == node ? edges[e].To : edges[e].From;
                double way = reached + edges[e].Scale;
                if (way < length[next])
                {
                    queue.Enqueue(next, length[next] = way);
                }
            }
        }

        return length[to] <= longest;
    }

    // The largest line carries all there is, and from where a line ends a larger one costs no more than it would.
    private bool OnePipeIsEnough()
    {
        double most = original.Target ?? original.Sources.Sum(s => s.Capacity);
        return original.Lines.Any(l => l.Capacity >= most) && original.Lines.All(line => line.Capacity >= most || original.Lines.Any(larger =>
            larger.Capacity > line.Capacity && larger.Slope <= line.Slope && CostAt(larger, line.Capacity) <= CostAt(line, line.Capacity) * (1 + 1e-9)));
    }

    private static double CostAt(CostLine line, double flow) => line.Fixed + (line.Slope * flow);

    private int DropDeadEnds()
    {
        int[] degree = Degrees();
        HashSet<int> keep = [.. Enumerable.Range(0, edges.Count).Where(e => !IsDead(edges[e].From, degree) && !IsDead(edges[e].To, degree))];
        return Keep(keep, "edges to dead ends without a source or sink");
    }

    private bool IsDead(int node, int[] degree) => degree[node] == 1 && !isTerminal[node];

    private int Join()
    {
        int joined = 0;
        int[] degree = Degrees();
        for (int v = 0; v < original.NodeCount; v++)
        {
            if (degree[v] != 2 || isTerminal[v])
            {
                continue;
            }

            int[] ends = [.. Enumerable.Range(0, edges.Count).Where(e => edges[e].From == v || edges[e].To == v)];
            if (ends.Length == 2)
            {
                var one = Turned(edges[ends[0]], endsAt: v);
                var other = Turned(edges[ends[1]], endsAt: edges[ends[1]].From == v ? edges[ends[1]].To : edges[ends[1]].From);
                edges[ends[0]] = (one.From, other.To, one.Scale + other.Scale, [.. one.Parts, .. other.Parts]);
                edges.RemoveAt(ends[1]);
                joined++;
            }
        }

        Note(joined, "nodes that only pass on");
        return joined;
    }

    private static (int From, int To, double Scale, (int Edge, bool Forward)[] Parts) Turned(
        (int From, int To, double Scale, (int Edge, bool Forward)[] Parts) edge, int endsAt) =>
        edge.To == endsAt ? edge : (edge.To, edge.From, edge.Scale, [.. edge.Parts.Reverse().Select(p => (p.Edge, !p.Forward))]);

    private int Keep(HashSet<int> keep, string what)
    {
        int dropped = edges.Count - keep.Count;
        var left = keep.Order().Select(e => edges[e]).ToList();
        edges.Clear();
        edges.AddRange(left);
        Note(dropped, what);
        return dropped;
    }

    private void Note(int count, string what)
    {
        if (count > 0)
        {
            log.Add($"{count} {what}");
        }
    }

    private int[] Degrees()
    {
        int[] degree = new int[original.NodeCount];
        foreach (var edge in edges)
        {
            degree[edge.From]++;
            degree[edge.To]++;
        }

        return degree;
    }
}
