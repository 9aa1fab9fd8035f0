namespace Trunkline.NetworkDesign;

/// <summary>
/// Moves of everything that runs over an arc at once: all of it takes the way that is cheapest for all together, or the supplies that send it close.
/// </summary>
internal sealed class TrunkMoves(DesignInstance instance, Selection selection, ParcelNetwork network, ParcelSearch search)
{
    private readonly List<Parcel> bundle = [];
    private readonly List<int> place = [];
    // Supplies by arc; may name one more than once, and one that has moved away.
    private readonly List<int>[] supplies = [.. Enumerable.Range(0, instance.ArcCount).Select(_ => new List<int>())];
    private readonly double[] together = new double[instance.Periods];
    private readonly int[] seen = new int[instance.Graph.NodeCount];
    private readonly int[] seenAt = new int[instance.Graph.NodeCount];
    private int round;

    /// <summary>Learns which supplies use which arc; to be called after others have moved parcels.</summary>
    public void Learn()
    {
        foreach (List<int> on in supplies)
        {
            on.Clear();
        }

        foreach (Parcel parcel in network.Parcels.SelectMany(p => p))
        {
            Note(parcel);
        }
    }

    /// <summary>Tries to send what takes a step (a complemented arc: against it) another way. Returns what was saved.</summary>
    public double Reroute(int step)
    {
        if (network.UsersOf(ArcOf(step)) < 2)
        {
            return 0;
        }

        Collect(step);
        if (bundle.Count < 2)
        {
            return 0;
        }

        double before = network.Cost + selection.RowPenalty();
        network.Mark();
        Parcel? tail = CommonTail(step, before);
        bool pays = tail is not null && network.Cost + selection.RowPenalty() < before - (1e-9 * Math.Abs(before));
        network.Rollback();
        if (!pays)
        {
            return 0;
        }

        network.Mark();
        List<Parcel> moved = [.. bundle.Select((p, i) => new Parcel(p.Supply, tail!.Sink, p.Rate, Simple(p, place[i], tail.Way)))];
        bundle.ForEach(p => Along(p, -1));
        moved.ForEach(p => Along(p, 1));
        network.Settle();
        double after = network.Cost + selection.RowPenalty();
        if (!(after < before - (1e-9 * Math.Abs(before))))
        {
            network.Rollback();
            return 0;
        }

        network.Keep();
        for (int i = 0; i < moved.Count; i++)
        {
            List<Parcel> of = network.Parcels[moved[i].Supply];
            of[of.IndexOf(bundle[i])] = moved[i];
            Note(moved[i]);
        }

        return before - after;
    }

    private static int ArcOf(int step) => step < 0 ? ~step : step;

    private void Note(Parcel parcel)
    {
        foreach (int step in parcel.Way)
        {
            supplies[ArcOf(step)].Add(parcel.Supply);
        }
    }

    private void Along(Parcel parcel, int sign)
    {
        network.AddAlong(parcel.Way, parcel.Rate, sign, settle: false);
        network.AddAt(parcel.Sink, parcel.Rate, sign);
    }

    // Takes the rest of every way from the step on away and lays the cheapest way for all together.
    private Parcel? CommonTail(int step, double before)
    {
        Array.Clear(together);
        for (int i = 0; i < bundle.Count; i++)
        {
            network.AddAlong(bundle[i].Way.AsSpan(place[i]), bundle[i].Rate, -1, settle: false);
            network.AddAt(bundle[i].Sink, bundle[i].Rate, -1);
            for (int t = 0; t < together.Length; t++)
            {
                together[t] += bundle[i].Rate[t];
            }
        }

        network.Settle();
        int from = step < 0 ? instance.Problem.Arcs[~step].To : instance.Problem.Arcs[step].From;
        Parcel? tail = search.Find(-1, from, together, whole: true, 1.02 * (before - network.Cost));
        if (tail is not null)
        {
            network.AddAlong(tail.Way, together, 1, settle: true);
            network.AddAt(tail.Sink, together, 1);
        }

        return tail;
    }

    private void Collect(int step)
    {
        bundle.Clear();
        place.Clear();
        foreach (int supply in supplies[ArcOf(step)].Distinct().Order())
        {
            foreach (Parcel parcel in network.Parcels[supply])
            {
                int at = Array.IndexOf(parcel.Way, step);
                if (at >= 0)
                {
                    bundle.Add(parcel);
                    place.Add(at);
                }
            }
        }
    }

    // The way up to a place and then the tail, without going round.
    private int[] Simple(Parcel parcel, int upTo, int[] tail)
    {
        int[] way = [.. parcel.Way.AsSpan(0, upTo), .. tail];
        round++;
        int length = 0;
        Visit(instance.Problem.Supplies[parcel.Supply].Node, 0);
        foreach (int step in way)
        {
            int node = step < 0 ? instance.Problem.Arcs[~step].From : instance.Problem.Arcs[step].To;
            if (seen[node] == round && seenAt[node] <= length && IsAt(way, seenAt[node], node, parcel))
            {
                length = seenAt[node];
                continue;
            }

            way[length++] = step;
            Visit(node, length);
        }

        return way[..length];
    }

    // A node that was passed on a part since cut off does not count.
    private bool IsAt(int[] way, int length, int node, Parcel parcel)
    {
        int at = length == 0 ? instance.Problem.Supplies[parcel.Supply].Node
            : way[length - 1] < 0 ? instance.Problem.Arcs[~way[length - 1]].From : instance.Problem.Arcs[way[length - 1]].To;
        return at == node;
    }

    private void Visit(int node, int length) => (seen[node], seenAt[node]) = (round, length);
}
