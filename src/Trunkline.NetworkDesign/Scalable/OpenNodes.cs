namespace Trunkline.NetworkDesign;

/// <summary>Nodes that wait to be looked at, the cheapest first; among equal keys in the order of <see cref="PriorityQueue{TElement, TPriority}"/>, over flat tables.</summary>
internal sealed class OpenNodes
{
    private const int Branches = 4;

    private int[] nodes = new int[64];
    private double[] keys = new double[64];
    private int count;

    public void Clear() => count = 0;

    /// <summary>Adds a node; one that waits already waits twice.</summary>
    public void Enqueue(int node, double key)
    {
        if (count == nodes.Length)
        {
            Array.Resize(ref nodes, 2 * count);
            Array.Resize(ref keys, 2 * count);
        }

        int at = count++;
        while (at > 0)
        {
            int above = (at - 1) / Branches;
            if (!(key < keys[above]))
            {
                break;
            }

            (nodes[at], keys[at]) = (nodes[above], keys[above]);
            at = above;
        }

        (nodes[at], keys[at]) = (node, key);
    }

    /// <summary>Takes the node with the least key; false where none waits.</summary>
    public bool TryDequeue(out int node, out double key)
    {
        if (count == 0)
        {
            (node, key) = (0, 0);
            return false;
        }

        (node, key) = (nodes[0], keys[0]);

        if (--count > 0)
        {
            Sink(nodes[count], keys[count]);
        }

        return true;
    }

    private void Sink(int node, double key)
    {
        double[] all = keys;
        int at = 0;
        for (int below = 1; below < count; below = (Branches * at) + 1)
        {
            int least = below;
            int end = Math.Min(below + Branches, count);
            for (int next = below + 1; next < end; next++)
            {
                least = all[next] < all[least] ? next : least;
            }

            if (key <= all[least])
            {
                break;
            }

            (nodes[at], all[at]) = (nodes[least], all[least]);
            at = least;
        }

        (nodes[at], all[at]) = (node, key);
    }
}
