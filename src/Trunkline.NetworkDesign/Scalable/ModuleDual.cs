namespace Trunkline.NetworkDesign;

/// <summary>
/// The least cost of a sink's own decisions when each period's absorption earns a scarcity price: as many modules as pay, opened in the
/// one best period. The free rate is linear in the price and counted elsewhere.
/// </summary>
internal static class ModuleDual
{
    /// <summary>Value of the sink's subproblem; writes the rate that modules take by period into <paramref name="taken"/>.</summary>
    public static double Value(Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> scarcity, Span<double> taken)
    {
        taken.Clear();
        double best = BestLifetimePrice(sink, lengths, scarcity, out double worn, out int opening);
        if (!(best < 0))
        {
            return 0;
        }

        AddModules(sink, lengths, scarcity, worn, opening, taken);
        return best * sink.MaxModules;
    }

    private static void AddModules(
        Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> scarcity, double worn, int opening, Span<double> taken)
    {
        double room = sink.ModuleLifetime * sink.MaxModules;
        for (int t = opening; t < scarcity.Length; t++)
        {
            if (scarcity[t] > worn * lengths[t])
            {
                taken[t] += sink.ModuleRate * sink.MaxModules;
                room -= sink.ModuleRate * sink.MaxModules * lengths[t];
            }
        }

        for (int t = opening; worn > 0 && room > 0 && t < scarcity.Length; t++)
        {
            if (scarcity[t] == worn * lengths[t])
            {
                double more = Math.Min(room / lengths[t], sink.ModuleRate * sink.MaxModules);
                taken[t] += more;
                room -= more * lengths[t];
            }
        }
    }

    // Any price of lifetime gives a valid bound; the value is concave in it with its kinks at scarcity / length, so the best is at one of
    // these or at zero.
    private static double BestLifetimePrice(Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> scarcity, out double worn, out int opening)
    {
        worn = 0;
        double best = OneModule(sink, lengths, scarcity, 0, out opening);
        if (best >= 0 || double.IsPositiveInfinity(sink.ModuleLifetime))
        {
            return best;
        }

        for (int t = 0; t < scarcity.Length; t++)
        {
            double price = scarcity[t] / lengths[t];
            double value = OneModule(sink, lengths, scarcity, price, out int at);
            if (value > best)
            {
                (best, worn, opening) = (value, price, at);
            }
        }

        return best;
    }

    private static double OneModule(Sink sink, ReadOnlySpan<double> lengths, ReadOnlySpan<double> scarcity, double worn, out int opening)
    {
        double best = double.PositiveInfinity;
        double earned = 0;
        opening = scarcity.Length;
        for (int v = scarcity.Length - 1; v >= sink.FirstModulePeriod && sink.MaxModules > 0; v--)
        {
            earned += sink.ModuleRate * Math.Max(0, scarcity[v] - (worn * lengths[v]));
            double value = sink.ModuleCost[v] - earned - (worn == 0 ? 0 : worn * sink.ModuleLifetime);
            if (value < best)
            {
                (best, opening) = (value, v);
            }
        }

        return best;
    }
}
