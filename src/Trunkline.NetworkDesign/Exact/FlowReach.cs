namespace Trunkline.NetworkDesign;

/// <summary>
/// How much can flow along each arc at all, whatever is built: nothing on a dead end, no more than what lies on the lighter side of a bridge, and
/// elsewhere no more than the supply or the sinks of the arc's connected part. These limits cut off no optimal solution and keep big-M small.
/// </summary>
/// <remarks>Bridges by one depth-first walk (Tarjan 1974), kept on a stack of its own: candidate networks are deeper than the machine's.</remarks>
internal sealed class FlowReach
{
    private readonly DesignArc[] arcs;
    private readonly bool[] isUsable;
    private readonly int[][] arcsAt;
    private readonly double[][] supply;
    private readonly double[][] sink;
    private readonly int[] order;
    private readonly int[] low;
    private readonly int periods;
    private int visited;

    /// <summary>Finds the limits of arcs that are usable at all.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="isUsable">By arc: whether anything exists or may be bought on it.</param>
    /// <param name="supply">Most supply by node and period.</param>
    /// <param name="sink">Most absorption by node and period.</param>
    public FlowReach(DesignProblem problem, bool[] isUsable, double[][] supply, double[][] sink)
    {
        arcs = problem.Arcs;
        periods = problem.PeriodCount;
        this.isUsable = isUsable;
        this.supply = supply;
        this.sink = sink;
        order = new int[problem.NodeCount];
        low = new int[problem.NodeCount];
        Forward = Table(arcs.Length);
        Backward = Table(arcs.Length);
        arcsAt = ArcsAt(problem.NodeCount);
        for (var root = 0; root < problem.NodeCount; root++)
        {
            if (order[root] == 0)
            {
                WalkPart(root);
            }
        }
    }

    /// <summary>Most flow from <c>From</c> to <c>To</c>, by arc and period.</summary>
    public double[][] Forward { get; }

    /// <summary>Most flow from <c>To</c> to <c>From</c>, by arc and period.</summary>
    public double[][] Backward { get; }

    // One connected part: nodes in order of discovery, sums of each node's subtree, then a limit for each arc.
    private void WalkPart(int root)
    {
        var (nodes, parentArc) = Discover(root);
        var below = SumsBelow(nodes, parentArc);
        var whole = below[root];
        foreach (var node in nodes)
        {
            foreach (var a in arcsAt[node].Where(a => arcs[a].From == node && arcs[a].From != arcs[a].To))
            {
                Limit(a, whole.Supply, whole.Sink, whole.Supply, whole.Sink);
            }
        }

        foreach (var node in nodes.Skip(1).Where(n => low[n] == order[n]))
        {
            LimitBridge(parentArc[node], node, below[node], whole);
        }
    }

    // A bridge: its subtree on one side, the rest on the other.
    private void LimitBridge(int arc, int child, Sums under, Sums whole)
    {
        double[] restSupply = [.. whole.Supply.Zip(under.Supply, Rest)];
        double[] restSink = [.. whole.Sink.Zip(under.Sink, Rest)];
        if (arcs[arc].To == child)
        {
            Limit(arc, restSupply, under.Sink, under.Supply, restSink);
        }
        else
        {
            Limit(arc, under.Supply, restSink, restSupply, under.Sink);
        }
    }

    // The difference of two sums of the same numbers may be a speck below or above nothing; the speck above is harmless.
    private static double Rest(double whole, double part) =>
        double.IsInfinity(whole) ? whole : Math.Max(0, whole - part) is var rest && rest > 1e-12 * whole ? rest : 0;

    private void Limit(int arc, double[] supplyFrom, double[] sinkTo, double[] supplyTo, double[] sinkFrom)
    {
        for (var t = 0; t < periods; t++)
        {
            Forward[arc][t] = Math.Min(supplyFrom[t], sinkTo[t]);
            Backward[arc][t] = arcs[arc].OneWay ? 0 : Math.Min(supplyTo[t], sinkFrom[t]);
        }
    }

    private (List<int> Nodes, Dictionary<int, int> ParentArc) Discover(int root)
    {
        var nodes = new List<int>();
        var parentArc = new Dictionary<int, int> { [root] = -1 };
        var stack = new Stack<(int Node, int Next)>();
        Enter(root, nodes);
        stack.Push((root, 0));
        while (stack.TryPop(out var top))
        {
            if (top.Next == arcsAt[top.Node].Length)
            {
                if (parentArc[top.Node] is var up and >= 0)
                {
                    var parent = OtherEnd(up, top.Node);
                    low[parent] = Math.Min(low[parent], low[top.Node]);
                }

                continue;
            }

            stack.Push((top.Node, top.Next + 1));
            var arc = arcsAt[top.Node][top.Next];
            var other = OtherEnd(arc, top.Node);
            if (order[other] == 0)
            {
                parentArc[other] = arc;
                Enter(other, nodes);
                stack.Push((other, 0));
            }
            else if (arc != parentArc[top.Node])
            {
                low[top.Node] = Math.Min(low[top.Node], order[other]);
            }
        }

        return (nodes, parentArc);
    }

    private void Enter(int node, List<int> nodes)
    {
        order[node] = low[node] = ++visited;
        nodes.Add(node);
    }

    private Dictionary<int, Sums> SumsBelow(List<int> nodes, Dictionary<int, int> parentArc)
    {
        var below = nodes.ToDictionary(n => n, n => new Sums([.. supply[n]], [.. sink[n]]));
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var child = below[nodes[i]];
            var parent = below[OtherEnd(parentArc[nodes[i]], nodes[i])];
            for (var t = 0; t < periods; t++)
            {
                parent.Supply[t] += child.Supply[t];
                parent.Sink[t] += child.Sink[t];
            }
        }

        return below;
    }

    private int OtherEnd(int arc, int node) => arcs[arc].From == node ? arcs[arc].To : arcs[arc].From;

    private int[][] ArcsAt(int nodeCount)
    {
        var at = new List<int>[nodeCount];
        for (var n = 0; n < nodeCount; n++)
        {
            at[n] = [];
        }

        for (var a = 0; a < arcs.Length; a++)
        {
            if (isUsable[a] && arcs[a].From != arcs[a].To)
            {
                at[arcs[a].From].Add(a);
                at[arcs[a].To].Add(a);
            }
        }

        return [.. at.Select(list => list.ToArray())];
    }

    private double[][] Table(int rows) => [.. Enumerable.Range(0, rows).Select(_ => new double[periods])];

    private sealed record Sums(double[] Supply, double[] Sink);
}
