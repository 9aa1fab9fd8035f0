namespace Trunkline.NetworkDesign;

/// <summary>Places whole supplies in a network of parcels at exact added cost.</summary>
internal sealed class ParcelPlacer(DesignInstance instance, Selection selection, ParcelNetwork network, ParcelSearch search)
{
    private const int RivalCount = 3;

    // A rival is tried where its estimate, less this share of its way cost, beats the present choice.
    private const double RivalShare = 0.3;

    // The search counts steering prices and no relief by opposite flow; a way that looks a little too dear may still pay.
    private const double Slack = 1.02;

    /// <summary>Tries for a supply its most promising other options at exact cost. Returns what was saved.</summary>
    /// <param name="anew">Whether its present option on a new way is tried too.</param>
    public double Reconsider(int supply, bool anew)
    {
        List<(int Option, double[] Rates)> rivals = selection.Rivals(supply, RivalCount, RivalShare);
        if (anew && selection.Option[supply] >= 0)
        {
            rivals.Add((selection.Option[supply], selection.Rate[(supply * instance.Periods)..((supply + 1) * instance.Periods)]));
        }

        return rivals.Count > 0 ? Compare(supply, rivals) : 0;
    }

    /// <summary>Runs a supply in the cheapest of some ways, its present one included, at exact cost. Returns what was saved.</summary>
    private double Compare(int supply, List<(int Option, double[] Rates)> rivals)
    {
        double with = network.Cost + selection.RowPenalty();
        selection.Lift(supply);
        List<Parcel> old = network.Remove(supply);
        double without = network.Cost;
        double[] present = selection.Rate.AsSpan(supply * instance.Periods, instance.Periods).ToArray();
        double stay = selection.CostWithoutWay(supply, selection.Option[supply], present) + with - without;
        double least = stay - (1e-9 * Math.Abs(stay));
        int best = -1;
        List<Parcel> bestParcels = old;
        for (int r = 0; r < rivals.Count; r++)
        {
            double own = selection.CostWithoutWay(supply, rivals[r].Option, rivals[r].Rates);
            bool whole = Place(supply, rivals[r].Rates, Slack * (least - own));
            double cost = own + network.Cost - without + selection.RowPenalty(supply, rivals[r].Option, rivals[r].Rates);
            List<Parcel> parcels = network.Remove(supply);
            if (whole && cost < least)
            {
                (least, best, bestParcels) = (cost, r, parcels);
            }
        }

        if (best >= 0)
        {
            selection.Change(supply, rivals[best].Option, rivals[best].Rates);
        }

        bestParcels.ForEach(network.Add);
        selection.PutBack(supply);
        return best >= 0 ? stay - least : 0;
    }

    /// <summary>Takes a supply up and places it anew where that is cheaper. Returns what was saved.</summary>
    public double PlaceAnew(int supply)
    {
        double before = network.Cost + selection.RowPenalty();
        List<Parcel> old = network.Remove(supply);
        bool whole = Place(supply, Rates(supply), Slack * (before - network.Cost));
        double after = network.Cost + selection.RowPenalty();
        if (whole && after < before - (1e-9 * Math.Abs(before)))
        {
            return before - after;
        }

        network.Remove(supply);
        old.ForEach(network.Add);
        return 0;
    }

    /// <summary>Places a supply's present rates; false where they found no room, and what was placed stays.</summary>
    public bool Place(int supply) => Place(supply, Rates(supply), double.PositiveInfinity);

    private double[] Rates(int supply) => selection.Rate[(supply * instance.Periods)..((supply + 1) * instance.Periods)];

    /// <summary>Places rates of a supply; false where they found no room, and what was placed stays.</summary>
    private bool Place(int supply, double[] rates, double limit)
    {
        if (!HasRoom(rates))
        {
            return false;
        }

        double[] left = [.. rates];
        for (int piece = 0; piece < 40 && left.Any(r => r > 0); piece++)
        {
            double before = network.Cost;
            Parcel? parcel = search.Find(supply, instance.Problem.Supplies[supply].Node, left, whole: false, limit);
            if (parcel is null)
            {
                return false;
            }

            network.Add(parcel);
            limit -= network.Cost - before;
            for (int t = 0; t < left.Length; t++)
            {
                left[t] = Math.Max(0, left[t] - parcel.Rate[t]);
            }
        }

        return !left.Any(r => r > 0);
    }

    // Whether all sinks together could take the rates; looking is much cheaper than a search that finds every sink full.
    private bool HasRoom(double[] rates)
    {
        double[] part = new double[instance.Periods];
        double[] open = [.. rates];
        for (int j = 0; j < instance.SinkCount && open.Any(r => r > 0); j++)
        {
            if (network.Fit(j, open, part) > 0)
            {
                for (int t = 0; t < part.Length; t++)
                {
                    open[t] = Math.Max(0, open[t] - part[t]);
                }
            }
        }

        return !open.Any(r => r > 0);
    }
}
