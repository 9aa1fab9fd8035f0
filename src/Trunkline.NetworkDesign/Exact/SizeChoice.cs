namespace Trunkline.NetworkDesign;

/// <summary>Which sizes are worth considering when no more than some capacity can be of use.</summary>
internal static class SizeChoice
{
    /// <summary>
    /// Trends that no other one beats over their whole useful range, in order. A trend is beaten by one that reaches as far and costs no more
    /// both empty and full (costs are straight lines, so it costs no more between either); of two alike the first stays.
    /// </summary>
    public static List<int> Useful(SizeTrend[] trends, int period, double most)
    {
        if (most <= 0)
        {
            return [];
        }

        return [.. Enumerable.Range(0, trends.Length)
            .Where(c => !Enumerable.Range(0, trends.Length).Any(other => Beats(trends, other, c, period, most)))];
    }

    private static bool Beats(SizeTrend[] trends, int other, int trend, int period, double most)
    {
        if (other == trend)
        {
            return false;
        }

        var (a, b) = (trends[other], trends[trend]);
        var reach = Math.Min(most, b.Capacity);
        var (emptyA, emptyB) = (a.Fixed[period], b.Fixed[period]);
        var (fullA, fullB) = (emptyA + (a.Slope[period] * reach), emptyB + (b.Slope[period] * reach));
        var isAlike = emptyA == emptyB && fullA == fullB && Math.Min(most, a.Capacity) == reach;
        return Math.Min(most, a.Capacity) >= reach && emptyA <= emptyB && fullA <= fullB && (!isAlike || other < trend);
    }
}
