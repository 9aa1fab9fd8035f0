namespace Trunkline.NetworkDesign;

/// <summary>
/// The purchase cost of arcs as a rent for each period of use, never above the true cost: buying capacity p in period v costs at least
/// p times the sum of the rents from v on. Per unit of arc scale.
/// </summary>
/// <remarks>
/// A purchase is worth at most the largest flow, and the average cost of a line falls with size, so the least average cost is met at the
/// line's end. Rents must sum from v on to at most that average, for each v; the largest such rents come from its running minimum.
/// </remarks>
internal sealed class ArcRents
{
    public ArcRents(DesignProblem problem, double largestFlow)
    {
        double[] least = LeastAverages(problem, largestFlow);
        for (int v = 1; v < least.Length; v++)
        {
            least[v] = Math.Min(least[v], least[v - 1]);
        }

        PerScale = new double[least.Length];
        for (int t = 0; t < least.Length; t++)
        {
            double later = t + 1 < least.Length ? least[t + 1] : 0;
            PerScale[t] = double.IsPositiveInfinity(least[t]) ? least[t] : least[t] - later;
        }

        CanBuy = least.Length > 0 && !double.IsPositiveInfinity(least[^1]);
    }

    /// <summary>Rent by period; positive infinity where nothing can have been bought by then.</summary>
    public double[] PerScale { get; }

    /// <summary>Whether any capacity can ever be bought.</summary>
    public bool CanBuy { get; }

    private static double[] LeastAverages(DesignProblem problem, double largestFlow)
    {
        double[] least = new double[problem.PeriodCount];
        for (int v = 0; v < least.Length; v++)
        {
            least[v] = problem.Trends.Where(c => c.Capacity > 0)
                .Select(c => (c.Fixed[v] / Math.Min(c.Capacity, Math.Max(largestFlow, 1e-30))) + c.Slope[v])
                .DefaultIfEmpty(double.PositiveInfinity).Min();
        }

        return least;
    }
}
