using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Ways of a candidate network in place of corridors that only an earlier one had.</summary>
internal static class Detours
{
    // A way longer than this many times the corridor it stands for and some weighted kilometres more is another corridor.
    private const double MostStretch = 1.5;
    private const double MostMore = 60;

    // A junction that is gone stands for the nearest node now, in kilometres.
    private const double Near = 40;

    /// <summary>By index of an earlier edge that is gone: the edges now, from its beginning to its end, complemented where they are gone backwards.</summary>
    public static Dictionary<int, int[]> Of(PlanningCase before, PlanningCase now)
    {
        HashSet<string> here = [.. now.Edges.Select(e => e.Id)];
        int[] places = Places(before, now);
        ILookup<int, (int Step, int To, double Length)> ways = now.Edges.Index()
            .SelectMany(e => new[] { (e.Item.From, Way: (e.Index, e.Item.To, e.Item.Scale)), (From: e.Item.To, Way: (~e.Index, e.Item.From, e.Item.Scale)) })
            .Where(w => w.Way.Item1 >= 0 || !now.Edges[~w.Way.Item1].IsFree)
            .ToLookup(w => w.From, w => w.Way);
        Dictionary<int, int[]> detours = [];
        foreach ((int index, CaseEdge edge) in before.Edges.Index().Where(e => !here.Contains(e.Item.Id)))
        {
            (int from, int to) = (places[edge.From], places[edge.To]);
            if (from >= 0 && to >= 0 && Shortest(ways, from, to, (MostStretch * edge.Scale) + MostMore) is { } way)
            {
                detours[index] = way;
            }
        }

        return detours;
    }

    // By node of the earlier case: the same node now, or the nearest; -1 where none is near.
    private static int[] Places(PlanningCase before, PlanningCase now)
    {
        Dictionary<string, int> nodes = now.Nodes.Index().ToDictionary(n => n.Item.Id, n => n.Index, StringComparer.Ordinal);
        int[] joined = [.. now.Edges.Where(e => !e.IsFree).SelectMany(e => new[] { e.From, e.To }).Distinct()];
        return [.. before.Nodes.Select(n => nodes.TryGetValue(n.Id, out int same) ? same : Nearest(n.Place, now, joined))];
    }

    private static int Nearest(GeoPoint gone, PlanningCase now, int[] joined)
    {
        int nearest = joined.Length == 0 ? -1 : joined.MinBy(i => now.Nodes[i].Place.DistanceTo(gone).Value);
        return nearest >= 0 && now.Nodes[nearest].Place.DistanceTo(gone).Value <= Near ? nearest : -1;
    }

    private static int[]? Shortest(ILookup<int, (int Step, int To, double Length)> ways, int from, int to, double most)
    {
        Dictionary<int, (double Length, int Step, int Before)> reached = new() { [from] = (0, 0, -1) };
        PriorityQueue<int, double> open = new([(from, 0)]);
        while (open.TryDequeue(out int node, out double length) && node != to)
        {
            foreach ((int step, int next, double more) in length > reached[node].Length ? [] : ways[node])
            {
                if (length + more <= most && (!reached.TryGetValue(next, out var known) || length + more < known.Length))
                {
                    reached[next] = (length + more, step, node);
                    open.Enqueue(next, length + more);
                }
            }
        }

        return reached.ContainsKey(to) ? [.. Back(reached, to).Reverse()] : null;
    }

    private static IEnumerable<int> Back(Dictionary<int, (double Length, int Step, int Before)> reached, int to)
    {
        for (int node = to; reached[node].Before >= 0; node = reached[node].Before)
        {
            yield return reached[node].Step;
        }
    }
}
