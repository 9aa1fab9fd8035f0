namespace Trunkline.NetworkDesign;

/// <summary>
/// The purchase cost of arcs shared among the supplies that use them: everyone pays a common price by arc, and a supply with a slot there pays
/// its own price above that. On no arc, in no direction, do the payments of any possible flow exceed the cost of buying for it.
/// </summary>
/// <remarks>
/// The cost of each line of the concave purchase cost is first spread over periods (<see cref="PeakRents"/>), so arcs, directions and periods stand
/// alone. There, for each line with fixed part F and slope s up to L, what supplies with slots pay above the slope for all they have, and
/// what the common price takes for the rest of L, must stay at or below F. Balakrishnan, Magnanti and Wong 1989 raise such prices one by
/// one; here the shares of those who keep using an arc grow by a factor (Freund and Schapire 1997) and are scaled to what the lines allow.
/// </remarks>
internal sealed class CostShares
{
    // Shares are kept this much below what the lines allow, against rounding.
    private const double Safety = 1e-9;
    private const double LeastWeight = 1e-3;
    private const double FirstWeight = 0.3;

    private readonly DesignInstance instance;
    private readonly ParallelOptions parallel;
    private readonly double[] quantity;
    private readonly double[] fixedPart;
    private readonly double[] slope;
    private readonly double[] reach;
    private readonly double[] common;
    private readonly bool[] touched;
    private double[] extra = [];
    private double[] weight = [];
    private double[] used = [];

    /// <summary>
    /// Shares for a design in which so much flows at most on each arc: what flows beyond that pays the chord of the cost from there to the largest pipe.
    /// </summary>
    public CostShares(DesignInstance instance, ReadOnlySpan<double> expected, int threads)
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

        common = new double[instance.ArcCount * periods];
        for (int key = 0; key < common.Length; key++)
        {
            common[key] = Beyond(expected[key / periods], key % periods);
        }

        touched = new bool[2 * instance.ArcCount * periods];
    }

    public WaySlots Slots { get; }

    /// <summary>What everyone pays per unit and unit of scale on an arc.</summary>
    public double Common(int arc, int period) => common[(arc * instance.Periods) + period];

    /// <summary>What a supply pays on its slot above the common price, arc scale included.</summary>
    public double Extra(int slot, int period) => extra[(slot * instance.Periods) + period];

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

    // The chord is never above the average cost of the largest pipe, so the common price alone never overcharges; rounding is taken off.
    private double Beyond(double flow, int period)
    {
        double most = double.PositiveInfinity;
        double atFlow = double.PositiveInfinity;
        double atEnd = double.PositiveInfinity;
        double end = reach.Max();
        double start = Math.Min(flow, 0.999 * end);
        for (int c = 0; c < reach.Length; c++)
        {
            int key = (c * instance.Periods) + period;
            most = Math.Min(most, slope[key] + (fixedPart[key] / reach[c]));
            atFlow = Math.Min(atFlow, fixedPart[key] + (slope[key] * start));
            atEnd = Math.Min(atEnd, fixedPart[key] + (slope[key] * end));
        }

        return Math.Max(0, Math.Min(most, (atEnd - atFlow) / (end - start)) * (1 - Safety));
    }

    /// <summary>The slot of a supply on a way, with a first weight where it is new.</summary>
    public int Slot(int supply, int way)
    {
        int slot = Slots.Get(supply, way);
        int end = (slot + 1) * instance.Periods;
        if (end > extra.Length)
        {
            Array.Resize(ref extra, 2 * end);
            Array.Resize(ref used, 2 * end);
            int old = weight.Length;
            Array.Resize(ref weight, 2 * end);
            Array.Fill(weight, FirstWeight, old, weight.Length - old);
        }

        return slot;
    }

    /// <summary>Notes that a supply sends a rate over a slot.</summary>
    public void Use(int slot, int period, double rate)
    {
        int key = (slot * instance.Periods) + period;
        used[key] += rate / quantity[(Slots.Supply(slot) * instance.Periods) + period];
        touched[(Slots.Way(slot) * instance.Periods) + period] = true;
    }

    /// <summary>Shifts shares to those whose use was noted, by a factor that grows with the rate, and forgets the notes.</summary>
    public void Shift(double rate) =>
        Parallel.For(0, touched.Length, parallel, key =>
        {
            if (touched[key])
            {
                touched[key] = false;
                List<int> slots = Slots.OfWay[key / instance.Periods];
                Reweigh(slots, key % instance.Periods, rate);
                Fit(slots, key / instance.Periods, key % instance.Periods);
            }
        });

    private void Reweigh(List<int> slots, int period, double rate)
    {
        double top = 0;
        foreach (int slot in slots)
        {
            int key = (slot * instance.Periods) + period;
            weight[key] *= used[key] > 0 ? Math.Exp(rate * Math.Min(1, used[key])) : 1;
            used[key] = 0;
            top = Math.Max(top, weight[key]);
        }

        foreach (int slot in slots)
        {
            int key = (slot * instance.Periods) + period;
            weight[key] = Math.Max(LeastWeight, weight[key] / top);
        }
    }

    // The largest factor on the weights that every line allows.
    private void Fit(List<int> slots, int way, int period)
    {
        double factor = double.PositiveInfinity;
        for (int c = 0; c < reach.Length; c++)
        {
            factor = Math.Min(factor, Factor(slots, way / 2, period, c));
        }

        factor = double.IsFinite(factor) ? factor * (1 - Safety) : 0;
        double scale = instance.Problem.Arcs[way / 2].Scale;
        foreach (int slot in slots)
        {
            int key = (slot * instance.Periods) + period;
            extra[key] = scale * factor * weight[key];
        }
    }

    // Where all pay more than the line's slope, the line's whole reach pays that and the rest is shared.
    private double Factor(List<int> slots, int arc, int period, int line)
    {
        double over = Common(arc, period) - slope[(line * instance.Periods) + period];
        double budget = fixedPart[(line * instance.Periods) + period];
        if (over < 0)
        {
            return Root(slots, period, over, budget);
        }

        double shared = Charged(slots, period, 0, 1).Sum;
        return shared > 0 ? Math.Max(0, budget - (over * reach[line])) / shared : double.PositiveInfinity;
    }

    // Newton's method from the right on a convex, rising, piecewise-linear function; where it does not end, nothing is shared.
    private double Root(List<int> slots, int period, double over, double budget)
    {
        double factor = double.PositiveInfinity;
        foreach (int slot in slots)
        {
            double most = quantity[(Slots.Supply(slot) * instance.Periods) + period];
            factor = most > 0 ? Math.Min(factor, ((budget / most) - over) / weight[(slot * instance.Periods) + period]) : factor;
        }

        for (int step = 0; step < 60 && double.IsFinite(factor); step++)
        {
            (double sum, double rise) = Charged(slots, period, over, factor);
            if (sum <= budget * (1 + 1e-12))
            {
                return factor;
            }

            factor -= (sum - budget) / rise;
        }

        return double.IsFinite(factor) ? 0 : factor;
    }

    private (double Sum, double Rise) Charged(List<int> slots, int period, double over, double factor)
    {
        double sum = 0;
        double rise = 0;
        foreach (int slot in slots)
        {
            double part = weight[(slot * instance.Periods) + period];
            double above = over + (factor * part);
            if (above > 0)
            {
                double most = quantity[(Slots.Supply(slot) * instance.Periods) + period];
                sum += most * above;
                rise += most * part;
            }
        }

        return (sum, rise);
    }
}
