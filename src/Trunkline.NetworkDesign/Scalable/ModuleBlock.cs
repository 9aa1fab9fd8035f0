namespace Trunkline.NetworkDesign;

/// <summary>
/// The module part of the dual kept exact inside the bundle method: for each sink, modules opened by period as weights on known planes.
/// </summary>
/// <remarks>
/// A sink's dual has a kink wherever a module just pays, and most sinks in use sit on one; learning a thousand kinks from sampled planes
/// would take thousands of evaluations. Sinks whose modules wear out stay with the sampled planes.
/// </remarks>
internal sealed class ModuleBlock
{
    private readonly Sink[] sinks;
    private readonly int periods;
    private readonly int at;
    private readonly double[] weight;

    public ModuleBlock(DesignInstance instance, DualSpace space)
    {
        sinks = instance.Problem.Sinks;
        periods = instance.Periods;
        at = space.SinkAt;
        weight = new double[sinks.Length * periods];
        IsExact = [.. sinks.Select(s => IsPlain(s, instance.Problem.PeriodLengths))];
    }

    /// <summary>Whether a sink's modules are in this block.</summary>
    public bool[] IsExact { get; }

    /// <summary>Value of the block at given multipliers.</summary>
    public double Value(ReadOnlySpan<double> y)
    {
        NeumaierSum sum = default;
        for (int j = 0; j < sinks.Length; j++)
        {
            double worst = 0;
            for (int v = sinks[j].FirstModulePeriod; IsExact[j] && v < periods; v++)
            {
                worst = Math.Min(worst, Margin(j, v, y));
            }

            sum.Add(worst * sinks[j].MaxModules);
        }

        return sum.Value;
    }

    /// <summary>Adds the present weights' pull on the multipliers.</summary>
    public void AddPull(Span<double> pull)
    {
        for (int j = 0; j < sinks.Length; j++)
        {
            double open = 0;
            for (int t = sinks[j].FirstModulePeriod; IsExact[j] && t < periods; t++)
            {
                open += weight[(j * periods) + t];
                pull[at + (j * periods) + t] -= open * sinks[j].ModuleRate;
            }
        }
    }

    /// <summary>One round of weight changes, each the best for itself; updates pull and trial point of the sinks' multipliers.</summary>
    public void Improve(double[] pull, double[] trial, double[] best, ReadOnlySpan<double> upper, ReadOnlySpan<double> stretch, double reach)
    {
        for (int j = 0; j < sinks.Length; j++)
        {
            for (int v = sinks[j].FirstModulePeriod; IsExact[j] && v < periods; v++)
            {
                ImproveOne(j, v, pull, trial, best, upper, stretch, reach);
            }
        }
    }

    private void ImproveOne(
        int sink, int opening, double[] pull, double[] trial, double[] best, ReadOnlySpan<double> upper, ReadOnlySpan<double> stretch, double reach)
    {
        double rate = sinks[sink].ModuleRate;
        double margin = Margin(sink, opening, trial);
        double curvature = 0;
        for (int t = opening; t < periods; t++)
        {
            curvature += reach * stretch[at + (sink * periods) + t];
        }

        double others = -weight[(sink * periods) + opening];
        for (int v = 0; v < periods; v++)
        {
            others += weight[(sink * periods) + v];
        }

        double old = weight[(sink * periods) + opening];
        double next = Math.Clamp(old - (margin / (rate * rate * curvature)), 0, Math.Max(0, sinks[sink].MaxModules - others));
        if (next == old)
        {
            return;
        }

        weight[(sink * periods) + opening] = next;
        for (int t = opening; t < periods; t++)
        {
            int i = at + (sink * periods) + t;
            pull[i] -= (next - old) * rate;
            trial[i] = Math.Clamp(best[i] + (reach * stretch[i] * pull[i]), 0, upper[i]);
        }
    }


    // Module cost less what its rate earns from its opening on.
    private double Margin(int sink, int opening, ReadOnlySpan<double> y)
    {
        double margin = sinks[sink].ModuleCost[opening];
        for (int t = opening; t < periods; t++)
        {
            margin -= sinks[sink].ModuleRate * y[at + (sink * periods) + t];
        }

        return margin;
    }

    private static bool IsPlain(Sink sink, double[] lengths) =>
        sink.MaxModules > 0 && sink.ModuleRate > 0 && sink.ModuleLifetime >= sink.ModuleRate * lengths.Sum();
}
