namespace Trunkline.NetworkDesign;

/// <summary>The arcs in compressed rows, each at both its ends: the neighbours of node n stand at First[n] to First[n + 1] less one.</summary>
internal sealed class DesignGraph
{
    public DesignGraph(int nodeCount, IEnumerable<DesignArc> arcs)
    {
        DesignArc[] all = [.. arcs];
        NodeCount = nodeCount;
        First = new int[NodeCount + 1];
        foreach (DesignArc arc in all)
        {
            First[arc.From + 1]++;
            First[arc.To + 1]++;
        }

        for (int n = 0; n < NodeCount; n++)
        {
            First[n + 1] += First[n];
        }

        Arc = new int[First[NodeCount]];
        Node = new int[First[NodeCount]];
        Way = new int[First[NodeCount]];
        MayLeave = new bool[First[NodeCount]];
        MayEnter = new bool[First[NodeCount]];
        Fill(all);
        Component = Components();
    }

    public int NodeCount { get; }

    public int[] First { get; }

    /// <summary>Arc to the neighbour.</summary>
    public int[] Arc { get; }

    /// <summary>Twice the arc, and one more where it leads against its direction to the neighbour.</summary>
    public int[] Way { get; }

    /// <summary>The neighbour.</summary>
    public int[] Node { get; }

    /// <summary>True where flow may run from this node to the neighbour.</summary>
    public bool[] MayLeave { get; }

    /// <summary>True where flow may run from the neighbour to this node.</summary>
    public bool[] MayEnter { get; }

    /// <summary>Connected component of each node, directions left aside.</summary>
    public int[] Component { get; }

    private void Fill(DesignArc[] arcs)
    {
        int[] next = First[..NodeCount];
        for (int a = 0; a < arcs.Length; a++)
        {
            Put(next, arcs[a].From, arcs[a].To, a, isForward: true, mayLeave: true, mayEnter: !arcs[a].OneWay);
            Put(next, arcs[a].To, arcs[a].From, a, isForward: false, mayLeave: !arcs[a].OneWay, mayEnter: true);
        }
    }

    private void Put(int[] next, int at, int neighbour, int arc, bool isForward, bool mayLeave, bool mayEnter)
    {
        MayLeave[next[at]] = mayLeave;
        MayEnter[next[at]] = mayEnter;
        Arc[next[at]] = arc;
        Way[next[at]] = (2 * arc) + (isForward ? 0 : 1);
        Node[next[at]] = neighbour;
        next[at]++;
    }

    private int[] Components()
    {
        int[] component = new int[NodeCount];
        Array.Fill(component, -1);
        Stack<int> open = new();
        for (int start = 0, count = 0; start < NodeCount; start++)
        {
            if (component[start] < 0)
            {
                Spread(component, open, start, count++);
            }
        }

        return component;
    }

    private void Spread(int[] component, Stack<int> open, int start, int name)
    {
        component[start] = name;
        open.Push(start);
        while (open.TryPop(out int node))
        {
            for (int i = First[node]; i < First[node + 1]; i++)
            {
                if (component[Node[i]] < 0)
                {
                    component[Node[i]] = name;
                    open.Push(Node[i]);
                }
            }
        }
    }
}
