namespace Trunkline.NetworkDesign;

/// <summary>
/// The purchase cost of arcs shared among the supplies that use them: everyone pays a common price, and a supply with a slot on an arc pays
/// its own price above that. On no arc, in no direction, do the payments of any possible flow exceed the cost of buying for it.
/// </summary>
/// <remarks>
/// The cost of each line of the concave purchase cost is first spread over periods (<see cref="PeakRents"/>), so arcs, directions and periods stand
/// alone. There, for each line with fixed part F and slope s up to L, what supplies with slots pay above the slope for all they have, and
/// what the common price takes for the rest of L, must stay at or below F. The common price is what one more unit costs beside the largest flow.
/// Balakrishnan, Magnanti and Wong 1989 raise such prices one by one; here the weights of those who keep using an arc grow by a factor (Freund
/// and Schapire 1997), and payments by these weights are as large as the lines allow (<see cref="ShareFit"/>). Payments that hold are a convex
/// set, so their mean over many steps holds too.
/// </remarks>
internal sealed class CostShares
{
    // Shares are kept this much below what the lines allow, against rounding.
    private const double Safety = 1e-9;
    private const double LeastWeight = 1e-4;
    private const double FirstWeight = 0.1;

    private readonly DesignInstance instance;
    private readonly ParallelOptions parallel;
    private readonly double[] quantity;
    private readonly double[] fixedPart;
    private readonly double[] slope;
    private readonly double[] reach;
    private readonly double[] common;
    private readonly bool[] touched;

    // What is read together stands together: by way and place on it what payments are made from, [place, period]; by supply and place what it pays.
    private readonly Share[][] share;
    private readonly double[][] extra;
    private readonly double[][] mean;

    /// <summary>Nobody has a slot yet.</summary>
    public CostShares(DesignInstance instance, int threads)
    {
        this.instance = instance;
        parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads) };
        Slots = new WaySlots(instance.SupplyCount, instance.ArcCount);
        quantity = Quantities(instance);
        int periods = instance.Periods;
        SizeTrend[] trends = instance.Problem.Trends;
        fixedPart = new double[trends.Length * periods];
        slope = new double[trends.Length * periods];
        double largest = instance.LargestFlow.DefaultIfEmpty(0).Max();
        reach = [.. trends.Select(c => Math.Max(1e-30, Math.Min(c.Capacity, largest)))];
        double[] growing = [.. Enumerable.Range(1, periods).Select(t => (double)t)];
        for (int c = 0; c < trends.Length; c++)
        {
            PeakRents.Spread(trends[c].Fixed, growing, fixedPart.AsSpan(c * periods, periods));
            PeakRents.Spread(trends[c].Slope, growing, slope.AsSpan(c * periods, periods));
        }

        common = [.. Enumerable.Range(0, periods).Select(MarginAtMost)];
        touched = new bool[2 * instance.ArcCount * periods];
        share = [.. Enumerable.Repeat(Array.Empty<Share>(), 2 * instance.ArcCount)];
        extra = [.. Enumerable.Repeat(Array.Empty<double>(), instance.SupplyCount)];
        mean = [.. extra];
    }

    public WaySlots Slots { get; }

    /// <summary>What everyone pays per unit and unit of scale.</summary>
    public double Common(int period) => common[period];

    /// <summary>What a supply pays on its slot above the common price, arc scale included.</summary>
    public double Extra(int slot, int period)
    {
        WaySlots.Place place = Slots.Of(slot);
        return extra[place.Supply][(place.OfSupply * instance.Periods) + period];
    }

    /// <summary>What a supply pays on all its slots, [place among its slots, period].</summary>
    public double[] Extras(int supply) => extra[supply];

    /// <summary>Whether an arc is bought at all, so that its cost can be shared.</summary>
    public static bool IsShared(DesignArc arc) => arc.Scale > 0 && arc.ExistingCapacity == 0;

    private static double[] Quantities(DesignInstance instance)
    {
        double[] most = new double[instance.SupplyCount * instance.Periods];
        for (int key = 0; key < most.Length; key++)
        {
            int t = key % instance.Periods;
            most[key] = instance.Problem.Supplies[key / instance.Periods].Options
                .Where(o => o.FirstPeriod <= t && t <= o.LastPeriod).Select(o => o.Maximum[t]).DefaultIfEmpty(0).Max();
        }

        return most;
    }

    // The slope of the line that is cheapest for the largest flow. Costs are concave, so a smaller flow pays at least this a unit; rounding is taken off.
    private double MarginAtMost(int period)
    {
        double end = reach.DefaultIfEmpty(0).Max();
        int[] lines = [.. Enumerable.Range(0, reach.Length).Select(c => (c * instance.Periods) + period)];
        return lines.Length == 0 ? 0 : slope[lines.MinBy(c => fixedPart[c] + (slope[c] * end))] * (1 - Safety);
    }

    /// <summary>The slot of a supply on a way, with a first weight where it is new.</summary>
    public int Slot(int supply, int way)
    {
        int known = Slots.Count;
        int slot = Slots.Get(supply, way);
        if (slot == known)
        {
            Begin(slot);
        }

        return slot;
    }

    private void Begin(int slot)
    {
        int n = instance.Periods;
        WaySlots.Place place = Slots.Of(slot);
        int ofSupply = (place.OfSupply + 1) * n, onWay = (place.OnWay + 1) * n;
        if (ofSupply > extra[place.Supply].Length)
        {
            Array.Resize(ref extra[place.Supply], 2 * ofSupply);
            Array.Resize(ref mean[place.Supply], 2 * ofSupply);
        }

        if (onWay > share[place.Way].Length)
        {
            Array.Resize(ref share[place.Way], 2 * onWay);
        }

        for (int t = 0; t < n; t++)
        {
            share[place.Way][onWay - n + t] = new Share { Weight = FirstWeight, Most = quantity[(place.Supply * n) + t], Supply = place.Supply, OfSupply = place.OfSupply };
        }
    }

    /// <summary>Moves the mean of the shares so far by a part of the way to the present ones; a slot that was not there yet paid nothing.</summary>
    public void Average(double part)
    {
        for (int k = 0; k < mean.Length; k++)
        {
            double[] to = extra[k];
            double[] of = mean[k];
            for (int i = 0; i < of.Length; i++)
            {
                of[i] += part * (to[i] - of[i]);
            }
        }
    }

    /// <summary>Puts the mean in the place of the present shares, and these in its place.</summary>
    public void ExchangeMean()
    {
        for (int k = 0; k < mean.Length; k++)
        {
            (extra[k], mean[k]) = (mean[k], extra[k]);
        }
    }

    /// <summary>Notes that a supply sends a rate over a slot.</summary>
    public void Use(int slot, int period, double rate)
    {
        WaySlots.Place place = Slots.Of(slot);
        ref Share one = ref share[place.Way][(place.OnWay * instance.Periods) + period];
        one.Used += rate / one.Most;
        touched[(place.Way * instance.Periods) + period] = true;
    }

    /// <summary>Shifts shares to those whose use was noted, by a factor that grows with the rate, and forgets the notes.</summary>
    public void Shift(double rate) =>
        Parallel.For(0, touched.Length, parallel, () => new ShareFit(reach.Length), (key, _, fit) =>
        {
            if (touched[key])
            {
                touched[key] = false;
                int way = key / instance.Periods;
                Span<Share> users = share[way].AsSpan(0, Slots.CountOn(way) * instance.Periods);
                Reweigh(users, key % instance.Periods, rate);
                Fit(fit, users, way, key % instance.Periods);
            }

            return fit;
        }, _ => { });

    private void Reweigh(Span<Share> users, int period, double rate)
    {
        double top = 0;
        for (int i = period; i < users.Length; i += instance.Periods)
        {
            ref Share one = ref users[i];
            one.Weight *= one.Used > 0 ? Math.Exp(rate * Math.Min(1, one.Used)) : 1;
            one.Used = 0;
            top = Math.Max(top, one.Weight);
        }

        for (int i = period; i < users.Length; i += instance.Periods)
        {
            users[i].Weight = Math.Max(LeastWeight, users[i].Weight / top);
        }
    }

    private void Fit(ShareFit fit, ReadOnlySpan<Share> users, int way, int period)
    {
        fit.Clear();
        for (int i = period; i < users.Length; i += instance.Periods)
        {
            fit.Add(users[i].Weight, users[i].Most);
        }

        Span<double> over = stackalloc double[reach.Length];
        Span<double> budget = stackalloc double[reach.Length];
        for (int c = 0; c < reach.Length; c++)
        {
            over[c] = common[period] - slope[(c * instance.Periods) + period];
            budget[c] = fixedPart[(c * instance.Periods) + period] - (Math.Max(0, over[c]) * reach[c]);
        }

        fit.Solve(over, budget);
        double scale = instance.Problem.Arcs[way / 2].Scale * (1 - Safety);
        for (int i = 0; i < fit.Paid.Length; i++)
        {
            ref readonly Share one = ref users[(i * instance.Periods) + period];
            extra[one.Supply][(one.OfSupply * instance.Periods) + period] = scale * fit.Paid[i];
        }
    }

    private struct Share
    {
        /// <summary>By which payments are shared.</summary>
        public double Weight;

        /// <summary>Part of the most that was sent, since the last shift.</summary>
        public double Used;

        /// <summary>The most that the supply may send.</summary>
        public double Most;

        public int Supply;

        /// <summary>Place among the supply's slots.</summary>
        public int OfSupply;
    }
}
