namespace Trunkline.NetworkDesign;

/// <summary>
/// What missing a target costs while a design is moved about. Hard: nothing above the target earns and each unit missing costs more than its
/// price. Soft: a price both ways that rises with what is missing, and has doubled where the largest supply is, so that one supply may close before another opens in its place.
/// </summary>
internal sealed class TargetPenalty(DesignInstance instance, double[] upper)
{
    // A target that takes nearly all there can be stays hard: once missed it is seldom met again.
    private const double MostShare = 0.9;

    // The largest supply of each period: what is missing while one opens in another's place.
    private readonly double[] largest = [.. Enumerable.Range(0, instance.Periods)
        .Select(t => instance.Problem.Supplies.Select(s => DesignInstance.MostSupplied(s, t)).DefaultIfEmpty(0).Max())];

    private readonly double[] price = new double[instance.Periods];
    private readonly double[] rise = new double[instance.Periods];
    private readonly bool[] soft = new bool[instance.Periods];

    /// <summary>Whether a period has a target that can bind.</summary>
    public bool Binds(int period) => upper[period] > 0;

    /// <summary>Whether a target that is missed for a while can be met again.</summary>
    public bool MaySoften(int period)
    {
        double target = instance.Problem.Target[period];
        return Binds(period) && target > 0 && target < MostShare * instance.LargestFlow[period];
    }

    /// <summary>Counts what is missing at these prices, and what is too much at nothing.</summary>
    public void Harden(ReadOnlySpan<double> prices)
    {
        prices.CopyTo(price);
        Array.Clear(rise);
        Array.Clear(soft);
    }

    /// <summary>Counts both ways around these prices.</summary>
    /// <param name="least">A price that prices near zero are taken for where the rise is set.</param>
    public void Soften(ReadOnlySpan<double> prices, double least)
    {
        for (int t = 0; t < price.Length; t++)
        {
            soft[t] = MaySoften(t);
            price[t] = soft[t] ? prices[t] : price[t];
            rise[t] = soft[t] ? Math.Max(price[t], least) / largest[t] : 0;
        }
    }

    /// <summary>Moves soft prices by what is missing now, so that in the end nothing is.</summary>
    public void Follow(ReadOnlySpan<double> total, double step)
    {
        for (int t = 0; t < price.Length; t++)
        {
            price[t] = soft[t] ? Math.Max(0, price[t] + (step * rise[t] * (instance.Problem.Target[t] - total[t]))) : price[t];
        }
    }

    /// <summary>What a period costs at a total, up to a constant.</summary>
    public double Cost(int period, double total)
    {
        if (!Binds(period))
        {
            return 0;
        }

        double missing = instance.Problem.Target[period] - total;
        if (!soft[period])
        {
            return price[period] * Math.Max(0, missing);
        }

        // What is too much earns no more once its price is down to nothing.
        missing = Math.Max(missing, -price[period] / rise[period]);
        return missing * (price[period] + (0.5 * rise[period] * missing));
    }

    /// <summary>The rate at which one more unit stops to pay, from a total without it; negative where none pays.</summary>
    /// <param name="unit">What a unit costs.</param>
    public double Wanted(int period, double total, double unit, double most)
    {
        if (!soft[period])
        {
            return unit < 0 ? most : Binds(period) && unit < price[period] ? instance.Problem.Target[period] - total : 0;
        }

        return unit < 0 ? most : instance.Problem.Target[period] - total - ((unit - price[period]) / rise[period]);
    }
}
