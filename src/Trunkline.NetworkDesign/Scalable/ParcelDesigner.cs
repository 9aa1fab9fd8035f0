namespace Trunkline.NetworkDesign;

/// <summary>
/// Designs by placing whole supplies one after another at exact added cost, taking each up and placing it anew until nothing improves,
/// and choosing supplies again at the way prices that result.
/// </summary>
internal sealed class ParcelDesigner
{
    // Way prices follow the newest network by at least this share, so that choices do not swing.
    private const double Damping = 0.25;

    // Neighbourhoods that are rebuilt hold so many running supplies.
    private const int LeastRegion = 1;
    private const int MostRegion = 3;

    // A small problem is tried out long before its work is done.
    private const int TriesASupply = 20;

    // Rebuilds between two looks at what ways cost now.
    private const int TriesALook = 20;

    // How fast soft target prices follow what is missing.
    private const double FollowStep = 0.05;

    private const double LeastHardness = 0.01;
    private const double MeetTimes = 3;
    private const int MeetRounds = 14;

    private readonly DesignInstance instance;
    private readonly Selection selection;
    private readonly DraftCost pricing;
    private readonly ParcelSearch search;
    private readonly ParcelPlacer placer;
    private readonly TrunkMoves trunks;
    private readonly WayPrices ways;
    private readonly Draft draft;
    private readonly Func<bool> isOver;
    private readonly double[] way;
    private readonly double likelyPrice;
    private List<int> homeless = [];
    private int rounds;

    public ParcelDesigner(DesignInstance instance, Selection selection, double likelyPrice, int threads, Func<bool> isOver)
    {
        this.instance = instance;
        this.selection = selection;
        this.isOver = isOver;
        this.likelyPrice = likelyPrice;
        pricing = new DraftCost(instance);
        Network = new ParcelNetwork(instance, selection.Activity);
        search = new ParcelSearch(instance, Network);
        placer = new ParcelPlacer(instance, selection, Network, search);
        trunks = new TrunkMoves(instance, selection, Network, search);
        ways = new WayPrices(instance, Network, threads);
        draft = new Draft(instance);
        way = new double[instance.SupplyCount * instance.Periods];
    }

    public ParcelNetwork Network { get; }

    /// <summary>What refining begins from; null where there is none yet.</summary>
    public CostedDesign? Cheapest { get; set; }

    /// <summary>Chooses supplies at the present way prices and brings the network in line; unchanged supplies stay where they are.</summary>
    /// <param name="unusedFlow">Flow that an unused arc is priced for; dear where small.</param>
    /// <param name="besideScarce">As in <see cref="Selection.Choose"/>.</param>
    public void Choose(double unusedFlow, bool besideScarce = false)
    {
        double[] total = Totals();
        double[] fresh = ways.Find(unusedFlow, total);
        for (int key = 0; key < fresh.Length; key++)
        {
            bool anew = rounds == 0 || !double.IsFinite(way[key] + fresh[key]);
            way[key] = anew ? fresh[key] : way[key] + (Math.Max(Damping, 1.0 / (rounds + 1)) * (fresh[key] - way[key]));
        }

        Array.Clear(selection.AbsorbedActivity);
        for (int j = 0; j < instance.SinkCount; j++)
        {
            CollectRows(j);
        }

        selection.Choose(way, besideScarce);
        search.Guide(ways.Guide(Totals()));
        rounds++;
        Rehouse();
    }

    /// <summary>Takes over an earlier design as far as it has room; what has lost its place gets another.</summary>
    public void Resume(DesignerState state)
    {
        Return(state);
        search.Guide(ways.Guide(Totals()));
        Rehouse();
    }

    /// <summary>
    /// Takes over a design that may overfill sinks: supplies that meet a target of nearly all there can be have the first claim, then larger ones, and what finds no room gets
    /// another place.
    /// </summary>
    public void Adopt(DesignerState state)
    {
        Return(state with { Parcels = [] });
        double[] part = new double[instance.Periods];
        foreach (Parcel parcel in state.Parcels.OrderByDescending(p => selection.MeetsScarce(p.Supply)).ThenByDescending(p => p.Rate.Sum()).ThenBy(p => p.Supply))
        {
            Network.Fit(parcel.Sink, parcel.Rate, part);
            if (part.AsSpan().SequenceEqual(parcel.Rate))
            {
                Network.Add(parcel);
            }
        }

        Network.Refresh();
        search.Guide(ways.Guide(Totals()));
        Rehouse();
    }

    /// <summary>
    /// Takes over the answers that make the cheapest design; false where there are none. Those that miss a limit are tried once more beside what the cheapest design known
    /// does for scarce targets, and come after those that meet all.
    /// </summary>
    public bool AdoptCheapest(IReadOnlyList<DesignerState> answers)
    {
        (int Missed, double Cost) least = (int.MaxValue, double.PositiveInfinity);
        DesignerState? taken = null;
        foreach (DesignerState answer in answers)
        {
            (int Missed, double Cost) found = Try(answer, besideScarce: false);
            found = found.Missed > 0 && Cheapest is not null ? Try(selection.KeepScarce(answer, Cheapest.State), besideScarce: true) : found;
            if (found.CompareTo(least) < 0)
            {
                (least, taken) = (found, Remember());
            }
        }

        if (taken is not null)
        {
            Return(taken);
        }

        return taken is not null;
    }

    private (int Missed, double Cost) Try(DesignerState answer, bool besideScarce)
    {
        Adopt(answer);
        Mend(besideScarce);
        Draft tried = Evaluate();
        return (tried.Shortfalls.Count, tried.Cost);
    }

    /// <summary>Changes the supplies that no longer suit the way prices of the present network, or that targets ask for.</summary>
    /// <param name="besideScarce">As in <see cref="Selection.Mend"/>.</param>
    public void Mend(bool besideScarce = false)
    {
        ways.Find(instance.LikelyFlow, Totals()).CopyTo(way, 0);
        foreach (int k in homeless)
        {
            // It was chosen and found no room; chosen again it would find none again.
            way.AsSpan(k * instance.Periods, instance.Periods).Fill(double.PositiveInfinity);
        }

        selection.Mend(way, besideScarce);
        rounds++;
        Rehouse();
    }

    private void Rehouse()
    {
        List<int> changed = [];
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            if (!IsPlaced(k))
            {
                Network.Remove(k);
                changed.Add(k);
            }
        }

        homeless = [.. changed.OrderByDescending(Size).ThenBy(k => k).Where(k => isOver() || !placer.Place(k))];
        homeless.ForEach(Drop);
        Reconsider(homeless);
        homeless.RemoveAll(k => selection.Option[k] >= 0);
    }

    // A supply without room for all of it runs not at all, until some way to run it fits.
    private void Drop(int supply)
    {
        Network.Remove(supply);
        selection.Lift(supply);
        selection.Change(supply, -1, new double[instance.Periods]);
    }

    /// <summary>Takes up every supply once and places it anew where that is cheaper. Returns what was saved.</summary>
    public double Sweep(IEnumerable<int> order)
    {
        double saved = 0;
        foreach (int k in order)
        {
            if (isOver())
            {
                break;
            }

            if (Network.Parcels[k].Count > 0)
            {
                saved += placer.PlaceAnew(k);
            }
        }

        return saved;
    }

    /// <summary>
    /// Takes over scarcity prices [sink, period] from the bound: they price ways, and what they hold beyond module cost steers placement.
    /// </summary>
    public void PriceSinks(double[] scarcity)
    {
        ways.Scarcity = scarcity;
        for (int j = 0; j < instance.SinkCount; j++)
        {
            ReadOnlySpan<double> price = scarcity.AsSpan(j * instance.Periods, instance.Periods);
            double share = BeyondModules(instance.Problem.Sinks[j], price);
            for (int t = 0; t < instance.Periods; t++)
            {
                search.Premium[(j * instance.Periods) + t] = share * price[t];
            }
        }

        rounds = 0;
    }

    // The share of a sink's scarcity prices that no module's cost explains.
    private static double BeyondModules(Sink sink, ReadOnlySpan<double> price)
    {
        double later = 0;
        double share = 1;
        for (int v = price.Length - 1; v >= 0; v--)
        {
            later += price[v];
            bool opens = v >= sink.FirstModulePeriod && sink.MaxModules > 0 && sink.ModuleRate > 0;
            double beyond = later <= 0 ? 1 : Math.Max(0, 1 - (sink.ModuleCost[v] / sink.ModuleRate / later));
            share = opens ? Math.Min(share, beyond) : share;
        }

        return share;
    }

    /// <summary>Tries for each supply its most promising other options at exact cost. Returns what was saved.</summary>
    public double Reconsider(IEnumerable<int> order)
    {
        double saved = 0;
        selection.Harden();
        foreach (int k in order)
        {
            if (isOver())
            {
                break;
            }

            saved += placer.Reconsider(k, anew: false);
        }

        return saved;
    }

    /// <summary>Steers searches by the costs of the network as it stands now.</summary>
    public void LookAround() => search.LookAround();

    /// <summary>Tries to send all that runs over an arc another way, arc by arc. Returns what was saved.</summary>
    public double Reroute(Random random)
    {
        search.LookAround();
        int[] arcs = [.. Enumerable.Range(0, instance.ArcCount).Where(Network.IsUsed)];
        random.Shuffle(arcs);
        trunks.Learn();
        double saved = 0;
        foreach (int arc in arcs)
        {
            saved += isOver() ? 0 : trunks.Reroute(arc) + trunks.Reroute(~arc);
        }

        return saved;
    }

    /// <summary>
    /// Rebuilds neighbourhoods until so many arcs have been scanned, with targets priced both ways at what ways cost now. Targets may be missed a little after it:
    /// <see cref="Meet"/> follows.
    /// </summary>
    /// <param name="work">Arcs to scan; a clock that is the same in every run.</param>
    public void Rebuild(long work, Random random)
    {
        Reprice();
        selection.Soften();
        RegionRebuild region = new(instance, selection, Network, search, placer, random);
        long end = search.Scanned + work;
        int most = TriesASupply * instance.SupplyCount;
        for (int round = 0; round < most && search.Scanned < end && !isOver(); round++)
        {
            if (round % TriesALook == 0)
            {
                search.LookAround();
            }

            region.Try(random.Next(instance.SupplyCount), random.Next(LeastRegion, MostRegion + 1));
            selection.Follow(FollowStep);
        }
    }

    /// <summary>
    /// Tries other options for every supply with targets and rows barely dearer than their prices, and dearer and dearer as long as one of them is not met.
    /// </summary>
    public void Meet(IReadOnlyList<int> order)
    {
        Reprice();
        search.LookAround();
        selection.Harden(LeastHardness);
        for (int round = 0; round < MeetRounds && !isOver(); round++)
        {
            foreach (int k in order)
            {
                placer.Reconsider(k, anew: false);
            }

            if (!selection.HardenUnmet(MeetTimes))
            {
                break;
            }
        }
    }

    private void Reprice()
    {
        ways.Find(instance.LikelyFlow, Totals()).CopyTo(way, 0);
        selection.Reprice(way);
    }

    /// <summary>Everything needed to come back to the present design.</summary>
    public DesignerState Remember() => new([.. selection.Option], [.. selection.Rate], [.. Network.Parcels.SelectMany(p => p)], [.. search.RowPrice]);

    /// <summary>Comes back to an earlier design.</summary>
    public void Return(DesignerState state)
    {
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            Network.Remove(k);
            selection.Lift(k);
            selection.Change(k, state.Option[k], state.Rate[(k * instance.Periods)..((k + 1) * instance.Periods)]);
            selection.PutBack(k);
        }

        state.RowPrice.CopyTo(search.RowPrice, 0);
        foreach (Parcel parcel in state.Parcels)
        {
            Network.Add(parcel);
        }

        Network.Refresh();
    }

    /// <summary>Comes back to the cheapest design where there is one.</summary>
    public void ReturnToCheapest()
    {
        if (Cheapest is not null)
        {
            Return(Cheapest.State);
        }
    }

    /// <summary>The present design with its exact cost.</summary>
    public Draft Evaluate()
    {
        Network.Refresh();
        selection.Option.CopyTo(draft.Option, 0);
        selection.Rate.CopyTo(draft.Rate, 0);
        Network.WriteTo(draft);
        Strand();
        pricing.Evaluate(draft);
        RaiseRowPrices();
        return draft;
    }

    // A broken row that speaks of sinks steers placement harder, one that holds less and less.
    private void RaiseRowPrices()
    {
        for (int r = 0; r < instance.Rows.Count; r++)
        {
            string name = instance.Problem.SideRows[r].Name;
            bool broken = draft.Shortfalls.Any(s => s.Limit == name);
            search.RowPrice[r] = broken ? Math.Max(2 * search.RowPrice[r], likelyPrice / 4) : search.RowPrice[r] / 2;
        }
    }

    private bool IsPlaced(int supply)
    {
        for (int t = 0; t < instance.Periods; t++)
        {
            double placed = Network.Parcels[supply].Sum(p => p.Rate[t]);
            if (Math.Abs(placed - selection.Rate[(supply * instance.Periods) + t]) > 1e-12 * placed)
            {
                return false;
            }
        }

        return true;
    }

    private double Size(int supply) => selection.Rate.AsSpan(supply * instance.Periods, instance.Periods).ToArray().Sum();

    /// <summary>Total supply by period.</summary>
    public double[] Totals()
    {
        double[] total = new double[instance.Periods];
        for (int key = 0; key < selection.Rate.Length; key++)
        {
            total[key % instance.Periods] += selection.Rate[key];
        }

        return total;
    }

    private void CollectRows(int sink)
    {
        ReadOnlySpan<double> absorbed = Network.AbsorbedBy(sink);
        for (int t = 0; t < absorbed.Length; t++)
        {
            instance.Rows.Absorbed.AddTo(selection.AbsorbedActivity, (sink * instance.Periods) + t, absorbed[t]);
        }
    }

    // What the parcels do not carry has found no room.
    private void Strand()
    {
        Array.Clear(draft.Stranded);
        for (int k = 0; k < instance.SupplyCount; k++)
        {
            for (int t = 0; t < instance.Periods; t++)
            {
                double placed = Network.Parcels[k].Sum(p => p.Rate[t]);
                double missing = selection.Rate[(k * instance.Periods) + t] - placed;
                draft.Stranded[t] += missing > 1e-9 * placed ? missing : 0;
            }
        }
    }
}

/// <summary>A design that keeps to all limits, and its cost.</summary>
internal sealed record CostedDesign(double Cost, DesignerState State);

/// <summary>A design that a designer can come back to.</summary>
internal sealed record DesignerState(int[] Option, double[] Rate, Parcel[] Parcels, double[] RowPrice);
