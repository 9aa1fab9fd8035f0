namespace Trunkline.NetworkDesign;

/// <summary>
/// Shortest paths from every node to the cheapest of the sinks, by one search that starts at all sinks with a price each. One object
/// serves one thread; nothing is allocated after construction.
/// </summary>
internal sealed class ShortestPaths
{
    private readonly DesignGraph graph;
    private readonly int[] heap;
    private readonly int[] place;
    private int heapSize;

    public ShortestPaths(DesignGraph graph)
    {
        this.graph = graph;
        heap = new int[graph.NodeCount];
        place = new int[graph.NodeCount];
        Distance = new double[graph.NodeCount];
        Root = new int[graph.NodeCount];
        ParentArc = new int[graph.NodeCount];
        Parent = new int[graph.NodeCount];
        Settled = new int[graph.NodeCount];
    }

    /// <summary>Price of the cheapest way to a sink, the sink's own price included; positive infinity where none.</summary>
    public double[] Distance { get; }

    /// <summary>The sink reached, -1 where none.</summary>
    public int[] Root { get; }

    /// <summary>First arc on the way, -1 at a sink.</summary>
    public int[] ParentArc { get; }

    /// <summary>Next node on the way, -1 at a sink.</summary>
    public int[] Parent { get; }

    /// <summary>Nodes by rising distance.</summary>
    public int[] Settled { get; }

    public int SettledCount { get; private set; }

    /// <summary>Runs the search. Lengths are one an arc, at least zero; a start price of positive infinity closes the sink.</summary>
    /// <param name="byWay">Whether lengths are one a way instead: twice the arc, and one more against it.</param>
    public void Run(ReadOnlySpan<double> length, ReadOnlySpan<int> sinkNode, ReadOnlySpan<double> start, bool byWay = false)
    {
        Array.Fill(Distance, double.PositiveInfinity);
        Array.Fill(Root, -1);
        Array.Fill(place, -1);
        heapSize = 0;
        SettledCount = 0;
        for (int j = 0; j < sinkNode.Length; j++)
        {
            Offer(sinkNode[j], start[j], j, -1, -1);
        }

        while (heapSize > 0)
        {
            int node = Pop();
            Settled[SettledCount++] = node;
            Relax(node, length, byWay);
        }
    }

    // The search goes back from the sinks: a way that leaves this node is travelled against.
    private void Relax(int node, ReadOnlySpan<double> length, bool byWay)
    {
        double here = Distance[node];
        int end = graph.First[node + 1];
        for (int i = graph.First[node]; i < end; i++)
        {
            double offer = here + length[byWay ? graph.Way[i] ^ 1 : graph.Arc[i]];
            if (offer < Distance[graph.Node[i]] && graph.MayEnter[i])
            {
                Offer(graph.Node[i], offer, Root[node], graph.Arc[i], node);
            }
        }
    }

    private void Offer(int node, double distance, int root, int arc, int parent)
    {
        if (!(distance < Distance[node]))
        {
            return;
        }

        Distance[node] = distance;
        Root[node] = root;
        ParentArc[node] = arc;
        Parent[node] = parent;
        if (place[node] < 0)
        {
            place[node] = heapSize;
            heap[heapSize++] = node;
        }

        Rise(place[node]);
    }

    private int Pop()
    {
        int top = heap[0];
        int last = heap[--heapSize];
        place[top] = -1;
        if (heapSize > 0)
        {
            heap[0] = last;
            place[last] = 0;
            Sink(0);
        }

        return top;
    }

    private void Rise(int at)
    {
        int node = heap[at];
        double key = Distance[node];
        while (at > 0)
        {
            int above = (at - 1) >> 1;
            if (Distance[heap[above]] <= key)
            {
                break;
            }

            heap[at] = heap[above];
            place[heap[at]] = at;
            at = above;
        }

        heap[at] = node;
        place[node] = at;
    }

    private void Sink(int at)
    {
        int node = heap[at];
        double key = Distance[node];
        while (true)
        {
            int below = (2 * at) + 1;
            if (below >= heapSize)
            {
                break;
            }

            if (below + 1 < heapSize && Distance[heap[below + 1]] < Distance[heap[below]])
            {
                below++;
            }

            if (Distance[heap[below]] >= key)
            {
                break;
            }

            heap[at] = heap[below];
            place[heap[at]] = at;
            at = below;
        }

        heap[at] = node;
        place[node] = at;
    }
}
