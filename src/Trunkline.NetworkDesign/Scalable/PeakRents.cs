namespace Trunkline.NetworkDesign;

/// <summary>
/// Spreads a purchase cost over the periods in which its capacity is full: a period at a new peak of use pays the cost in that period less
/// the cost at the next peak, other periods pay nothing.
/// </summary>
/// <remarks>From any period on the rents sum to at most the cost of buying then, so they never charge more than a purchase does.</remarks>
internal static class PeakRents
{
    // Use this close to the peak is at the peak.
    private const double Near = 0.999;

    /// <summary>Writes the rents for a use by period. Costs by period are replaced by their running minimum.</summary>
    public static void Spread(ReadOnlySpan<double> cost, ReadOnlySpan<double> use, Span<double> rent)
    {
        Span<double> least = stackalloc double[cost.Length];
        Span<bool> peak = stackalloc bool[cost.Length];
        double running = double.PositiveInfinity;
        double top = 0;
        for (int t = 0; t < cost.Length; t++)
        {
            running = Math.Min(running, cost[t]);
            least[t] = running;
            double level = Math.Abs(use[t]);
            peak[t] = level >= Near * top && level > 0;
            top = Math.Max(top, level);
        }

        if (top == 0)
        {
            peak[^1] = true;
        }

        double later = 0;
        for (int t = cost.Length - 1; t >= 0; t--)
        {
            rent[t] = !peak[t] ? 0 : double.IsPositiveInfinity(least[t]) ? least[t] : Math.Max(0, least[t] - later);
            later = peak[t] && !double.IsPositiveInfinity(least[t]) ? least[t] : later;
        }
    }
}
