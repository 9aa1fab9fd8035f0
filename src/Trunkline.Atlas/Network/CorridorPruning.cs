namespace Trunkline.Atlas;

/// <summary>
/// Chooses corridors that can be spared: taken from the cheapest up, one is spared where those kept before it join its ends at no more than a
/// given number of times its cost. Kept ones are never taken back, so every way through the network costs at most that many times what it did.
/// </summary>
internal static class CorridorPruning
{
    /// <param name="stretch">How many times, 1 or more.</param>
    public static List<StepRun> Surplus(IReadOnlyList<StepRun> runs, double stretch)
    {
        var kept = new Dictionary<int, List<(int To, double Cost)>>();
        List<StepRun> surplus = [];
        // Pipes that lie in the ground come first: they are there whatever else is.
        foreach (StepRun run in runs.OrderBy(run => run.Capacity > 0 ? 0 : 1).ThenBy(run => run.Cost).ThenBy(run => run.From).ThenBy(run => run.To))
        {
            if (run.Capacity == 0 && Reaches(kept, run.From, run.To, stretch * run.Cost))
            {
                surplus.Add(run);
                continue;
            }

            At(kept, run.From).Add((run.To, run.Cost));
            At(kept, run.To).Add((run.From, run.Cost));
        }

        return surplus;
    }

    private static bool Reaches(Dictionary<int, List<(int To, double Cost)>> kept, int from, int to, double limit)
    {
        Dictionary<int, double> reached = new() { [from] = 0 };
        var open = new PriorityQueue<int, double>([(from, 0)]);
        while (open.TryDequeue(out int node, out double cost))
        {
            if (node == to)
            {
                return true;
            }

            foreach ((int next, double length) in cost > reached[node] ? [] : At(kept, node))
            {
                double there = cost + length;
                if (there <= limit && there < reached.GetValueOrDefault(next, double.PositiveInfinity))
                {
                    reached[next] = there;
                    open.Enqueue(next, there);
                }
            }
        }

        return false;
    }

    private static List<(int To, double Cost)> At(Dictionary<int, List<(int To, double Cost)>> kept, int node) =>
        kept.TryGetValue(node, out List<(int To, double Cost)>? at) ? at : kept[node] = [];
}
