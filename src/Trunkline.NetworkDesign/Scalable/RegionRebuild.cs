namespace Trunkline.NetworkDesign;

/// <summary>
/// Takes away all parcels of a neighbourhood and builds it anew: first along blurred costs, then each supply once more at true cost with all its options.
/// What is not better is taken back.
/// </summary>
internal sealed class RegionRebuild(
    DesignInstance instance, Selection selection, ParcelNetwork network, ParcelSearch search, ParcelPlacer placer, Random random)
{
    private const double MostBlur = 0.5;

    private readonly Neighbourhood region = new(instance);
    private readonly List<int> members = [];
    private readonly List<Parcel> parcels = [];
    private readonly int[] option = new int[instance.SupplyCount];
    private readonly double[] rate = new double[instance.SupplyCount * instance.Periods];

    /// <summary>Rebuilds around a supply. Returns what was saved; zero where the old was as good.</summary>
    public double Try(int centre, int size)
    {
        region.Collect(instance.Problem.Supplies[centre].Node, selection.Option, size, 60 * size);
        if (region.Running.Count == 0)
        {
            return 0;
        }

        Remember();
        double before = Value();
        bool built = Rebuild();
        double after = Value();
        if (built && after < before - (1e-9 * Math.Abs(before)))
        {
            network.Keep();
            return before - after;
        }

        TakeBack();
        return 0;
    }

    private bool Rebuild()
    {
        List<int> running = region.Running;
        running.ForEach(k => network.Remove(k));
        Shuffle(running);
        search.Blur(MostBlur * random.NextDouble(), random.Next());
        bool built = true;
        foreach (int k in running)
        {
            built = built && placer.Place(k);
        }

        search.Blur(0, 0);
        if (built)
        {
            Shuffle(members);
            members.ForEach(k => placer.Reconsider(k, anew: true));
        }

        return built;
    }

    private void Remember()
    {
        members.Clear();
        members.AddRange(region.Running);
        members.AddRange(region.Idle.Take(region.Running.Count));
        parcels.Clear();
        int n = instance.Periods;
        foreach (int k in members)
        {
            option[k] = selection.Option[k];
            Array.Copy(selection.Rate, k * n, rate, k * n, n);
            parcels.AddRange(network.Parcels[k]);
        }

        network.Mark();
        selection.Mark();
    }

    private void TakeBack()
    {
        int n = instance.Periods;
        foreach (int k in members)
        {
            network.Parcels[k].Clear();
            selection.Option[k] = option[k];
            Array.Copy(rate, k * n, selection.Rate, k * n, n);
        }

        parcels.ForEach(p => network.Parcels[p.Supply].Add(p));
        network.Rollback();
        selection.Rollback();
    }

    private double Value()
    {
        double value = network.Cost + selection.TargetCost() + selection.RowPenalty();
        foreach (int k in members)
        {
            value += selection.OwnCost(k);
        }

        return value;
    }

    private void Shuffle(List<int> list)
    {
        for (int i = list.Count - 1; i > 0; i--)
        {
            int j = random.Next(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
