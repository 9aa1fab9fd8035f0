namespace Trunkline.NetworkDesign;

/// <summary>Whole modules that a sink needs for what it absorbs by period, each opened in the cheapest period not later than its need.</summary>
internal static class ModulePlan
{
    // A rate this share above a whole number of modules is rounding.
    private const double Rounding = 1e-9;

    /// <summary>Cost of the modules; positive infinity where they are more than the sink can have.</summary>
    public static double Cost(Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> absorbed, bool divisible = false) =>
        Plan(sink, lengths, absorbed, [], divisible);

    /// <summary>Writes the modules opened by period.</summary>
    public static double Plan(Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> absorbed, Span<int> opened, bool divisible = false)
    {
        opened.Clear();
        double cost = 0;
        double total = 0;
        double open = 0;
        for (int t = 0; t < absorbed.Length; t++)
        {
            double inModules = absorbed[t] - sink.FreeRate[t];
            inModules = inModules > Rounding * absorbed[t] ? inModules : 0;
            total += inModules * lengths[t];
            double need = Needed(sink, inModules, total, divisible);
            if (need > open)
            {
                int at = Cheapest(sink, t);
                if (at < 0 || need > sink.MaxModules)
                {
                    return double.PositiveInfinity;
                }

                cost += (need - open) * sink.ModuleCost[at];
                Note(opened, at, need - open);
                open = need;
            }
        }

        return cost;
    }

    private static double Needed(Sink sink, double rate, double total, bool divisible)
    {
        if (rate <= 0 && total <= 0)
        {
            return 0;
        }

        if (divisible && sink.ModuleRate > 0)
        {
            return Math.Min(sink.MaxModules, Math.Max(rate / sink.ModuleRate, total / sink.ModuleLifetime));
        }

        double forRate = sink.ModuleRate > 0 ? Math.Ceiling((rate / sink.ModuleRate) - Rounding) : rate > 0 ? double.PositiveInfinity : 0;
        double forLife = sink.ModuleLifetime > 0 ? Math.Ceiling((total / sink.ModuleLifetime) - Rounding) : double.PositiveInfinity;
        return Math.Max(0, Math.Max(forRate, forLife));
    }

    private static int Cheapest(Sink sink, int period)
    {
        int at = -1;
        for (int v = sink.FirstModulePeriod; v <= period; v++)
        {
            at = at < 0 || sink.ModuleCost[v] < sink.ModuleCost[at] ? v : at;
        }

        return at;
    }

    private static void Note(Span<int> opened, int period, double count)
    {
        if (opened.Length > 0)
        {
            opened[period] += (int)count;
        }
    }
}
