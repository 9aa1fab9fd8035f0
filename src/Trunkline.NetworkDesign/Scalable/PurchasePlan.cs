namespace Trunkline.NetworkDesign;

/// <summary>
/// The cheapest purchases on one arc for a flow by period. With concave costs that do not rise over time, each purchase brings capacity
/// exactly to what some later period needs, so a small table over the rising levels of need finds the best schedule.
/// </summary>
internal sealed class PurchasePlan
{
    private readonly SizeTrend[] trends;
    private readonly double[] capacity;
    private readonly double[] fixedPart;
    private readonly double[] slope;
    private readonly double largest;
    private readonly int periods;
    private readonly double[] level;
    private readonly int[] since;
    private readonly double[] best;
    private readonly int[] from;

    public PurchasePlan(DesignProblem problem)
    {
        trends = problem.Trends;
        periods = problem.PeriodCount;
        capacity = [.. trends.Select(t => t.Capacity)];
        fixedPart = [.. Enumerable.Range(0, periods).SelectMany(p => trends.Select(t => t.Fixed[p]))];
        slope = [.. Enumerable.Range(0, periods).SelectMany(p => trends.Select(t => t.Slope[p]))];
        largest = trends.Select(t => t.Capacity).DefaultIfEmpty(0).Max();
        level = new double[periods + 1];
        since = new int[periods + 1];
        best = new double[periods + 1];
        from = new int[periods + 1];
    }

    /// <summary>Cost per unit of scale of buying what the flow needs beyond what exists; positive infinity where it cannot be bought.</summary>
    public double Cost(ReadOnlySpan<double> flow, double existing)
    {
        int count = Levels(flow, existing);
        if (count == 0)
        {
            return 0;
        }

        Schedule(count);
        return double.IsPositiveInfinity(best[count]) ? Staged(flow, existing, []) : best[count];
    }

    /// <summary>Writes the purchases of the same schedule.</summary>
    public void Write(ReadOnlySpan<double> flow, double existing, Span<Purchase?> bought)
    {
        bought.Clear();
        int count = Levels(flow, existing);
        Schedule(count);
        if (double.IsPositiveInfinity(best[count]))
        {
            Staged(flow, existing, bought);
            return;
        }

        for (int i = count; i > 0; i = from[i])
        {
            double size = level[i] - level[from[i]];
            int period = since[from[i] + 1];
            bought[period] = new Purchase(Trend(period, size), size);
        }
    }

    /// <summary>Least cost per unit of scale of one purchase.</summary>
    public double One(int period, double size)
    {
        double least = double.PositiveInfinity;
        int at = period * capacity.Length;
        for (int c = 0; c < capacity.Length; c++)
        {
            double cost = fixedPart[at + c] + (slope[at + c] * size);
            least = size <= capacity[c] && cost < least ? cost : least;
        }

        return least;
    }

    private int Trend(int period, double size)
    {
        int taken = -1;
        for (int c = 0; c < trends.Length; c++)
        {
            bool cheaper = taken < 0
                || trends[c].Fixed[period] + (trends[c].Slope[period] * size) < trends[taken].Fixed[period] + (trends[taken].Slope[period] * size);
            taken = size <= trends[c].Capacity && cheaper ? c : taken;
        }

        return taken;
    }

    // The rising levels of need and the period in which each is first needed; level 0 is nothing.
    private int Levels(ReadOnlySpan<double> flow, double existing)
    {
        int count = 0;
        for (int t = 0; t < flow.Length; t++)
        {
            double need = Math.Abs(flow[t]) - existing;
            if (need > level[count])
            {
                level[++count] = need;
                since[count] = t;
            }
        }

        return count;
    }

    private void Schedule(int count)
    {
        for (int i = 1; i <= count; i++)
        {
            best[i] = double.PositiveInfinity;
            for (int j = 0; j < i; j++)
            {
                double cost = best[j] + One(since[j + 1], level[i] - level[j]);
                if (cost < best[i])
                {
                    (best[i], from[i]) = (cost, j);
                }
            }
        }
    }

    // A step larger than any one purchase is bought ahead, the latest possible; positive infinity where even that is too late.
    private double Staged(ReadOnlySpan<double> flow, double existing, Span<Purchase?> bought)
    {
        double[] need = new double[periods];
        double running = 0;
        for (int t = 0; t < periods; t++)
        {
            double rise = Math.Max(0, Math.Abs(flow[t]) - existing - running);
            running += rise;
            need[t] = rise;
        }

        double carried = 0;
        double cost = 0;
        for (int t = periods - 1; t >= 0; t--)
        {
            double size = Math.Min(largest, need[t] + carried);
            carried += need[t] - size;
            if (size > 0)
            {
                cost += One(t, size);
                Note(bought, t, size);
            }
        }

        return carried > 0 ? double.PositiveInfinity : cost;
    }

    private void Note(Span<Purchase?> bought, int period, double size)
    {
        if (bought.Length > 0)
        {
            bought[period] = new Purchase(Trend(period, size), size);
        }
    }
}
