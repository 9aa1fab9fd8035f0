namespace Trunkline.NetworkDesign;

/// <summary>
/// How much can be supplied at all: the least total by which targets must be missed, found as the dual of the problem with every cost
/// taken away and each missing unit charged one. What it proves holds for every design.
/// </summary>
public static class SupplyCeiling
{
    private const int Steps = 120;

    // Less than this share of a target is rounding, not a proof.
    private const double Share = 1e-7;

    /// <summary>For each period, a total supply that no design exceeds in that period, whatever the targets are.</summary>
    public static double[] Of(DesignProblem problem)
    {
        double[] ceiling = new double[problem.PeriodCount];
        double[] largest = new DesignInstance(problem).LargestFlow;
        for (int t = 0; t < ceiling.Length; t++)
        {
            double[] target = new double[problem.PeriodCount];
            target[t] = largest[t];
            ceiling[t] = largest[t] <= 0 ? 0 : largest[t] - Math.Max(0, Missing(problem, target).Amount);
        }

        return ceiling;
    }

    /// <summary>Proven shortfalls of the problem's own targets; empty where nothing is proved.</summary>
    public static IReadOnlyList<Shortfall> Shortfalls(DesignProblem problem)
    {
        (double joint, double[] prices) = Missing(problem, problem.Target);
        double size = problem.Target.Where(x => x > 0).DefaultIfEmpty(0).Max();
        if (joint <= Share * size)
        {
            return [];
        }

        List<Shortfall> alone = [.. Enumerable.Range(0, problem.PeriodCount).SelectMany(t => Alone(problem, t))];
        return alone.Count > 0 ? alone : [new Shortfall("target", Array.IndexOf(prices[..problem.PeriodCount], prices[..problem.PeriodCount].Max()), joint, Binding(problem, prices))];
    }

    private static IEnumerable<Shortfall> Alone(DesignProblem problem, int period)
    {
        if (problem.Target[period] <= 0)
        {
            yield break;
        }

        double[] target = new double[problem.PeriodCount];
        target[period] = problem.Target[period];
        (double amount, double[] prices) = Missing(problem, target);
        if (amount > Share * problem.Target[period])
        {
            yield return new Shortfall("target", period, amount, Because(problem, period, prices));
        }
    }

    // The least sum over periods of what is missing, and the multipliers that prove it.
    private static (double Amount, double[] Prices) Missing(DesignProblem problem, double[] target)
    {
        DesignInstance instance = new(WithoutCosts(problem, target));
        DualSpace space = new(instance, mostForTarget: 1);
        double[] start = [.. space.Upper.Select((most, i) => i < instance.Periods ? most : 0)];
        ColumnAscent ascent = new(instance, space, new DualFunction(instance, space, 1), start, DualStart.Stretch(instance, space, price: 1));
        for (int step = 0; step < Steps && ascent.Promise > Share * target.Max(); step++)
        {
            ascent.Step();
        }

        return (ascent.Bound, ascent.Best);
    }

    private static DesignProblem WithoutCosts(DesignProblem problem, double[] target)
    {
        double[] zero = new double[problem.PeriodCount];
        return new DesignProblem
        {
            PeriodCount = problem.PeriodCount,
            PeriodLengths = problem.PeriodLengths,
            NodeCount = problem.NodeCount,
            Arcs = [.. problem.Arcs.Where(a => problem.Trends.Length > 0 || a.Scale == 0 || a.ExistingCapacity > 0).Select(a => a with { Scale = 0 })],
            Trends = [],
            FlowCost = zero,
            Supplies = [.. problem.Supplies.Select(s => s with { Options = [.. s.Options.Select(o => o with { OpeningCost = 0, UnitCost = zero })] })],
            Sinks = [.. problem.Sinks.Select(s => s with { ModuleCost = zero, UnitCost = zero })],
            Target = target,
            Price = zero,
            SideRows = problem.SideRows,
        };
    }

    private static string Because(DesignProblem problem, int period, double[] prices)
    {
        DesignInstance instance = new(problem);
        double supply = problem.Supplies.Sum(s => s.Options.Where(o => period >= o.FirstPeriod && period <= o.LastPeriod)
            .Select(o => o.Maximum[period]).DefaultIfEmpty(0).Max());
        double sinks = problem.Sinks.Sum(s => DesignInstance.MostAbsorbed(s, period));
        return supply < problem.Target[period] * (1 - Share) ? "supply"
            : sinks < problem.Target[period] * (1 - Share) ? "sinks"
            : Binding(problem, prices);
    }

    // The side row that carries the most of the proof, or the network where none does.
    private static string Binding(DesignProblem problem, double[] prices)
    {
        string name = "network";
        double most = 1e-9;
        for (int r = 0; r < problem.SideRows.Length; r++)
        {
            double weight = prices[problem.PeriodCount + r] * Math.Max(1e-9, Math.Abs(problem.SideRows[r].Limit));
            (name, most) = weight > most ? (problem.SideRows[r].Name, weight) : (name, most);
        }

        return name;
    }
}
