namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Least-cost flow by the primal network simplex method. Costs may be changed between solves; the tree stays feasible, so a solve after a
/// small change takes few pivots. Links with a way back are two arcs here, 2 * link and 2 * link + 1.
/// </summary>
/// <remarks>
/// Strongly feasible spanning tree (Cunningham 1976), block search for the entering arc. Flat arrays; nothing is allocated after construction.
/// </remarks>
internal sealed class NetworkSimplex
{
    private const double Tolerance = 1e-9;

    private readonly int nodeCount;
    private readonly int arcCount;
    private readonly int root;
    private readonly int[] tail;
    private readonly int[] head;
    private readonly double[] capacity;
    private readonly double[] cost;
    private readonly double[] flow;

    // 1 at its lower bound, -1 at its upper bound, 0 in the tree: the sign that makes a reduced cost worth entering negative.
    private readonly sbyte[] state;

    private readonly int[] parent;
    private readonly int[] treeArc;
    private readonly bool[] pointsUp;
    private readonly int[] depth;
    private readonly int[] firstChild;
    private readonly int[] nextSibling;
    private readonly int[] previousSibling;
    private readonly double[] potential;
    private readonly int[] stack;
    private readonly int blockSize;
    private int nextArc;

    /// <summary>A network whose supplies sum to zero. Arcs run from tail to head; negative supply is demand.</summary>
    public NetworkSimplex(int nodeCount, int[] tails, int[] heads, double[] capacities, double[] supply)
    {
        this.nodeCount = nodeCount;
        arcCount = tails.Length;
        root = nodeCount;
        int all = arcCount + nodeCount;
        tail = new int[all];
        head = new int[all];
        capacity = new double[all];
        tails.CopyTo(tail, 0);
        heads.CopyTo(head, 0);
        capacities.CopyTo(capacity, 0);
        cost = new double[all];
        flow = new double[all];
        state = new sbyte[all];
        Array.Fill(state, (sbyte)1, 0, arcCount);
        parent = new int[nodeCount + 1];
        treeArc = new int[nodeCount + 1];
        pointsUp = new bool[nodeCount + 1];
        depth = new int[nodeCount + 1];
        firstChild = new int[nodeCount + 1];
        nextSibling = new int[nodeCount + 1];
        previousSibling = new int[nodeCount + 1];
        potential = new double[nodeCount + 1];
        stack = new int[nodeCount + 1];
        blockSize = Math.Max(10, (int)Math.Sqrt(arcCount));
        Plant(supply);
        Unmet = ReachFeasible();
    }

    /// <summary>The part of what is supplied that the arcs carry to where it is demanded; then the network carries the rest.</summary>
    public double Unmet { get; }

    /// <summary>Number of pivots so far.</summary>
    public long Pivots { get; private set; }

    /// <summary>Cost per unit by arc, to be set before a solve.</summary>
    public Span<double> Cost => cost.AsSpan(0, arcCount);

    /// <summary>Flow by arc.</summary>
    public ReadOnlySpan<double> Flow => flow.AsSpan(0, arcCount);

    /// <summary>Finds a least-cost flow. Arcs are without limit only where their costs are not negative.</summary>
    public void Solve()
    {
        Reprice(root);
        while (Entering() is int arc and >= 0)
        {
            Pivot(arc);
        }
    }

    // All nodes hang from the root by arcs that carry their supply.
    private void Plant(double[] supply)
    {
        Array.Fill(firstChild, -1);
        Array.Fill(nextSibling, -1);
        Array.Fill(previousSibling, -1);
        parent[root] = -1;
        treeArc[root] = -1;
        for (int v = 0; v < nodeCount; v++)
        {
            int arc = arcCount + v;
            bool up = supply[v] >= 0;
            (tail[arc], head[arc]) = up ? (v, root) : (root, v);
            (capacity[arc], flow[arc], cost[arc]) = (double.PositiveInfinity, Math.Abs(supply[v]), 1);
            Hang(v, root, arc, up);
        }
    }

    private double ReachFeasible()
    {
        Solve();
        double left = 0;
        for (int arc = arcCount; arc < arcCount + nodeCount; arc++)
        {
            left += flow[arc] / 2;
            (capacity[arc], cost[arc]) = (0, 0);
            flow[arc] = 0;
        }

        return left;
    }

    private int Entering()
    {
        int best = -1, seen = 0;
        double least = -Tolerance;
        for (int k = 0; k < arcCount; k++)
        {
            int arc = nextArc;
            nextArc = nextArc + 1 == arcCount ? 0 : nextArc + 1;
            double reduced = state[arc] * (cost[arc] + potential[tail[arc]] - potential[head[arc]]);
            if (reduced < least && capacity[arc] > 0)
            {
                least = reduced;
                best = arc;
            }

            if (++seen >= blockSize)
            {
                if (best >= 0)
                {
                    return best;
                }

                seen = 0;
            }
        }

        return best;
    }

    private void Pivot(int entering)
    {
        Pivots++;
        bool forward = state[entering] == 1;
        int first = forward ? tail[entering] : head[entering];
        int second = forward ? head[entering] : tail[entering];
        int join = Join(first, second);
        double push = capacity[entering];
        int leavingNode = -1;
        bool leavesFirst = false;
        for (int v = first; v != join; v = parent[v])
        {
            double room = pointsUp[v] ? flow[treeArc[v]] : capacity[treeArc[v]] - flow[treeArc[v]];
            if (room < push)
            {
                (push, leavingNode, leavesFirst) = (room, v, true);
            }
        }

        for (int v = second; v != join; v = parent[v])
        {
            double room = pointsUp[v] ? capacity[treeArc[v]] - flow[treeArc[v]] : flow[treeArc[v]];
            if (room <= push)
            {
                (push, leavingNode, leavesFirst) = (room, v, false);
            }
        }

        Push(entering, forward, first, second, join, Math.Max(0, push));
        if (leavingNode < 0)
        {
            state[entering] = (sbyte)-state[entering];
            flow[entering] = forward ? capacity[entering] : 0;
            return;
        }

        Exchange(entering, leavingNode, leavesFirst ? first : second, leavesFirst ? second : first);
    }

    private int Join(int u, int v)
    {
        while (u != v)
        {
            if (depth[u] >= depth[v])
            {
                u = parent[u];
            }
            else
            {
                v = parent[v];
            }
        }

        return u;
    }

    private void Push(int entering, bool forward, int first, int second, int join, double push)
    {
        if (push <= 0)
        {
            return;
        }

        flow[entering] += forward ? push : -push;
        for (int v = first; v != join; v = parent[v])
        {
            flow[treeArc[v]] += pointsUp[v] ? -push : push;
        }

        for (int v = second; v != join; v = parent[v])
        {
            flow[treeArc[v]] += pointsUp[v] ? push : -push;
        }
    }

    // The part of the tree below the leaving arc is hung up again by the entering arc: inside is its end in that part.
    private void Exchange(int entering, int leavingNode, int inside, int outside)
    {
        int leaving = treeArc[leavingNode];
        bool atUpper = capacity[leaving] > 0 && flow[leaving] > capacity[leaving] / 2;
        flow[leaving] = atUpper ? capacity[leaving] : 0;
        state[leaving] = (sbyte)(atUpper ? -1 : 1);
        state[entering] = 0;
        int node = inside, above = outside, arc = entering;
        while (true)
        {
            int oldParent = parent[node], oldArc = treeArc[node];
            Unhang(node);
            Hang(node, above, arc, tail[arc] == node);
            if (node == leavingNode)
            {
                break;
            }

            (above, node, arc) = (node, oldParent, oldArc);
        }

        Reprice(inside);
    }

    private void Hang(int node, int above, int arc, bool up)
    {
        parent[node] = above;
        treeArc[node] = arc;
        pointsUp[node] = up;
        previousSibling[node] = -1;
        nextSibling[node] = firstChild[above];
        if (firstChild[above] >= 0)
        {
            previousSibling[firstChild[above]] = node;
        }

        firstChild[above] = node;
    }

    private void Unhang(int node)
    {
        if (previousSibling[node] >= 0)
        {
            nextSibling[previousSibling[node]] = nextSibling[node];
        }
        else
        {
            firstChild[parent[node]] = nextSibling[node];
        }

        if (nextSibling[node] >= 0)
        {
            previousSibling[nextSibling[node]] = previousSibling[node];
        }
    }

    // Depths and potentials of a node and of all below it.
    private void Reprice(int top)
    {
        int count = 0;
        stack[count++] = top;
        while (count > 0)
        {
            int v = stack[--count];
            if (v != root)
            {
                int arc = treeArc[v];
                depth[v] = depth[parent[v]] + 1;
                potential[v] = pointsUp[v] ? potential[parent[v]] - cost[arc] : potential[parent[v]] + cost[arc];
            }

            for (int child = firstChild[v]; child >= 0; child = nextSibling[child])
            {
                stack[count++] = child;
            }
        }
    }
}
