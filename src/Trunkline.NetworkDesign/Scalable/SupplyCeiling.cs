namespace Trunkline.NetworkDesign;

/// <summary>
/// How much can be supplied at all: the least total by which targets must be missed, found as the dual of the problem with every cost
/// taken away and each missing unit charged one. What it proves holds for every design, also when it is cancelled half way.
/// </summary>
public static class SupplyCeiling
{
    private const int Steps = 80;

    // Less than this share of a target is rounding, not a proof.
    private const double Share = 1e-7;

    /// <summary>For each period, a total supply that no design exceeds in that period, whatever the targets are.</summary>
    public static double[] Of(DesignProblem problem, CancellationToken cancellation = default)
    {
        double[] ceiling = new double[problem.PeriodCount];
        double[] largest = new DesignInstance(problem).LargestFlow;
        for (int t = 0; t < ceiling.Length; t++)
        {
            double[] target = new double[problem.PeriodCount];
            target[t] = largest[t];
            ceiling[t] = largest[t] <= 0 ? 0 : largest[t] - Math.Max(0, Missing(problem, target, cancellation).Amount);
        }

        return ceiling;
    }

    /// <summary>Proven shortfalls of the problem's own targets; empty where nothing is proved.</summary>
    public static IReadOnlyList<Shortfall> Shortfalls(DesignProblem problem, CancellationToken cancellation = default)
    {
        List<Shortfall> alone = [.. Enumerable.Range(0, problem.PeriodCount).SelectMany(t => Alone(problem, t, cancellation))];
        if (alone.Count > 0)
        {
            return alone;
        }

        (double joint, double[] prices) = Missing(problem, problem.Target, cancellation);
        if (joint <= Share * problem.Target.Where(x => x > 0).DefaultIfEmpty(0).Max())
        {
            return [];
        }

        double[] targetPrices = prices[..problem.PeriodCount];
        return [new Shortfall("target", Array.IndexOf(targetPrices, targetPrices.Max()), joint, Binding(problem, prices))];
    }

    private static IEnumerable<Shortfall> Alone(DesignProblem problem, int period, CancellationToken cancellation)
    {
        if (problem.Target[period] <= 0)
        {
            yield break;
        }

        double[] target = new double[problem.PeriodCount];
        target[period] = problem.Target[period];
        (double amount, double[] prices) = Missing(problem, target, cancellation);
        if (amount > Share * problem.Target[period])
        {
            yield return new Shortfall("target", period, amount, Because(problem, period, prices));
        }
    }

    // The least sum over periods of what is missing, and the multipliers that prove it.
    private static (double Amount, double[] Prices) Missing(DesignProblem problem, double[] target, CancellationToken cancellation)
    {
        DesignInstance instance = new(WithoutCosts(problem, target));
        DualSpace space = new(instance, mostForTarget: 1);
        double[] start = [.. space.Upper.Select((most, i) => i < instance.Periods ? most : 0)];
        ColumnAscent ascent = new(instance, space, new DualFunction(instance, space, 1), start, DualStart.Stretch(instance, space, price: 1));
        double enough = Share * target.Max();
        for (int step = 0; step < Steps && !cancellation.IsCancellationRequested; step++)
        {
            if (ascent.Promise <= Math.Max(enough, 1e-4 * ascent.Bound))
            {
                break;
            }

            ascent.Step();
        }

        return (ascent.Bound, ascent.Best);
    }

    // Where nothing costs anything, only what is connected matters: each connected part becomes one node, and sinks of one part that
    // the same side rows speak of in the same way become one sink.
    private static DesignProblem WithoutCosts(DesignProblem problem, double[] target)
    {
        double[] zero = new double[problem.PeriodCount];
        IEnumerable<DesignArc> usable = problem.Arcs.Where(a => problem.Trends.Length > 0 || a.Scale == 0 || a.ExistingCapacity > 0);
        int[] part = new DesignGraph(problem.NodeCount, usable).Component;
        int[][] alike = [.. Enumerable.Range(0, problem.Sinks.Length).GroupBy(Likeness(problem, part)).Select(g => g.ToArray())];
        return new DesignProblem
        {
            PeriodCount = problem.PeriodCount,
            PeriodLengths = problem.PeriodLengths,
            NodeCount = problem.NodeCount == 0 ? 0 : part.Max() + 1,
            Arcs = [],
            Trends = [],
            FlowCost = zero,
            Supplies = [.. problem.Supplies.Select(s => new Supply(
                part[s.Node], [.. s.Options.Select(o => o with { OpeningCost = 0, UnitCost = zero })]))],
            Sinks = [.. alike.Select(sinks => Merged([.. sinks.Select(j => problem.Sinks[j])], part, zero))],
            Target = target,
            Price = zero,
            SideRows = [.. problem.SideRows.Select(r => r with { Terms = MergedTerms(r.Terms, alike) })],
        };
    }

    private static Func<int, string> Likeness(DesignProblem problem, int[] part)
    {
        TermTable terms = new(problem, SideTermKind.Absorbed, problem.Sinks.Length);
        return sink =>
        {
            int from = terms.First[sink * problem.PeriodCount];
            int to = terms.First[(sink + 1) * problem.PeriodCount];
            string rows = string.Join(';', Enumerable.Range(from, to - from).Select(i => $"{terms.Row[i]}:{terms.Coefficient[i]:R}"));
            string[] starts = [.. Enumerable.Range(0, problem.PeriodCount)
                .Select(t => (terms.First[(sink * problem.PeriodCount) + t] - from).ToString(System.Globalization.CultureInfo.InvariantCulture))];
            return $"{part[problem.Sinks[sink].Node]}|{problem.Sinks[sink].FirstModulePeriod}|{rows}|{string.Join(',', starts)}";
        };
    }

    // All modules of all sinks as one; what they hold is shared, which can only loosen the limit.
    private static Sink Merged(Sink[] sinks, int[] part, double[] zero) => new(
        part[sinks[0].Node],
        [.. zero.Select((_, t) => sinks.Sum(s => s.FreeRate[t]))],
        sinks.Sum(s => s.MaxModules * s.ModuleRate),
        sinks.Sum(s => s.MaxModules == 0 ? 0 : s.MaxModules * s.ModuleLifetime),
        sinks.Any(s => s.MaxModules > 0) ? 1 : 0,
        sinks[0].FirstModulePeriod,
        zero,
        zero);

    private static SideTerm[] MergedTerms(SideTerm[] terms, int[][] alike)
    {
        Dictionary<int, int> place = alike.Select((sinks, i) => (First: sinks[0], Place: i)).ToDictionary(x => x.First, x => x.Place);
        return [.. terms.Where(x => x.Kind != SideTermKind.Absorbed || place.ContainsKey(x.Index))
            .Select(x => x.Kind == SideTermKind.Absorbed ? x with { Index = place[x.Index] } : x)];
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
