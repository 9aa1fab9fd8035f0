namespace Trunkline.NetworkDesign;

/// <summary>
/// A <see cref="DesignProblem"/> laid out in flat arrays for the scalable route. Tables of [thing, period] are flat: thing * PeriodCount +
/// period.
/// </summary>
internal sealed class DesignInstance
{
    public DesignInstance(DesignProblem problem)
    {
        Problem = problem;
        Periods = problem.PeriodCount;
        Graph = new DesignGraph(problem.NodeCount, problem.Arcs);
        Rows = new SideRowIndex(problem);
        LargestFlow = LargestTotals(problem);
        Rents = new ArcRents(problem, LargestFlow.Length == 0 ? 0 : LargestFlow.Max());
        LikelyFlow = Likely(problem, LargestFlow);
    }

    public DesignProblem Problem { get; }

    public int Periods { get; }

    public DesignGraph Graph { get; }

    public SideRowIndex Rows { get; }

    /// <summary>No more than this can flow on any arc, by period.</summary>
    public double[] LargestFlow { get; }

    /// <summary>A likely flow on an arc that nobody uses yet: a small share of everything, and at least what two supplies give.</summary>
    public double LikelyFlow { get; }

    public ArcRents Rents { get; }

    public int SupplyCount => Problem.Supplies.Length;

    public int SinkCount => Problem.Sinks.Length;

    public int ArcCount => Problem.Arcs.Length;

    /// <summary>Most that a sink can take in a period whatever is opened.</summary>
    public static double MostAbsorbed(Sink sink, int period) =>
        sink.FreeRate[period] + (period >= sink.FirstModulePeriod && sink.MaxModules > 0 ? sink.ModuleRate * sink.MaxModules : 0);

    /// <summary>Most that a supply can give in a period by any of its options, at least zero.</summary>
    public static double MostSupplied(Supply supply, int period)
    {
        double most = 0;
        foreach (SupplyOption option in supply.Options)
        {
            if (period >= option.FirstPeriod && period <= option.LastPeriod)
            {
                most = Math.Max(most, option.Maximum[period]);
            }
        }

        return most;
    }

    private static double[] LargestTotals(DesignProblem problem)
    {
        double[] largest = new double[problem.PeriodCount];
        for (int t = 0; t < largest.Length; t++)
        {
            double supply = problem.Supplies.Sum(s => MostSupplied(s, t));
            double sinks = problem.Sinks.Sum(s => Math.Max(0, MostAbsorbed(s, t)));
            largest[t] = Math.Min(supply, sinks);
        }

        return largest;
    }

    private static double Likely(DesignProblem problem, double[] largest)
    {
        double[] sizes = [.. problem.Supplies.Where(s => s.Options.Length > 0).Select(s => s.Options.Max(o => o.Maximum.Max()))];
        return Math.Max(5e-4 * largest.DefaultIfEmpty(0).Max(), sizes.Length == 0 ? 0 : 2 * sizes.Average());
    }
}
