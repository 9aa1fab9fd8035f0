namespace Trunkline.NetworkDesign;

/// <summary>
/// Targets that counting alone proves unreachable: in each connected part of the network no more can be supplied than its supplies have and
/// its sinks take. Directions, arc sizes, lifetimes and side rows are left aside, so what it proves holds for every design.
/// </summary>
public static class CountedCeiling
{
    // Less than this share of a target is rounding, not a proof.
    private const double Share = 1e-9;

    /// <summary>What is missing from each target that cannot be reached; empty where counting proves nothing.</summary>
    public static IReadOnlyList<Shortfall> Shortfalls(DesignProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Shortfalls(problem, new DesignGraph(problem.NodeCount, problem.Arcs));
    }

    /// <summary>The same, on a graph of the problem's arcs that is at hand.</summary>
    internal static IReadOnlyList<Shortfall> Shortfalls(DesignProblem problem, DesignGraph graph)
    {
        int[] part = graph.Component;
        return [.. Enumerable.Range(0, problem.PeriodCount).Where(t => problem.Target[t] > 0).SelectMany(t => In(problem, part, t))];
    }

    private static IEnumerable<Shortfall> In(DesignProblem problem, int[] part, int period)
    {
        double[] supply = new double[problem.NodeCount], sinks = new double[problem.NodeCount];
        foreach (Supply s in problem.Supplies)
        {
            supply[part[s.Node]] += DesignInstance.MostSupplied(s, period);
        }

        foreach (Sink s in problem.Sinks)
        {
            sinks[part[s.Node]] += DesignInstance.MostAbsorbed(s, period);
        }

        double reach = supply.Zip(sinks, Math.Min).Sum();
        double target = problem.Target[period];
        if (reach < target * (1 - Share))
        {
            string because = supply.Sum() < target ? "supply" : sinks.Sum() < target ? "sinks" : "network";
            yield return new Shortfall("target", period, target - reach, because);
        }
    }
}
