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

        LeastAverage = least;
        PerScale = new double[problem.Arcs.Length * problem.PeriodCount];
        double[] growing = [.. Enumerable.Range(1, problem.PeriodCount).Select(t => (double)t)];
        for (int a = 0; a < problem.Arcs.Length; a++)
        {
            Shape(a, growing);
        }
    }

    /// <summary>Least average cost of capacity by period of purchase, not rising over time.</summary>
    public double[] LeastAverage { get; }

    /// <summary>Rent by arc and period, [arc, period]; positive infinity where nothing can be bought.</summary>
    public double[] PerScale { get; }

    /// <summary>Spreads an arc's rents as suits a use by period. Any use gives valid rents.</summary>
    public void Shape(int arc, ReadOnlySpan<double> use) =>
        PeakRents.Spread(LeastAverage, use, PerScale.AsSpan(arc * LeastAverage.Length, LeastAverage.Length));

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
