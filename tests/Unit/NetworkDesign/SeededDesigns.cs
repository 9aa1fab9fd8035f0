using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>Seeded design problems: tiny ones for comparison with an exact optimum, and one of national size and shape.</summary>
public static class SeededDesigns
{
    private const double Discount = 0.07;

    // Twelve years of credit over periods of five.
    private static readonly double[] Paid = [1, 1, 0.4];
    private const int YearsPerPeriod = 5;

    /// <summary>A handful of nodes, supplies and sinks with everything that the contract knows, sometimes infeasible.</summary>
    public static DesignProblem Tiny(int seed)
    {
        Random random = new(seed);
        int periods = random.Next(1, 4);
        int nodes = random.Next(2, 7);
        double[] lengths = [.. Enumerable.Range(0, periods).Select(_ => (double)random.Next(1, 6))];
        Supply[] supplies = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => TinySupply(random, nodes, periods))];
        Sink[] sinks = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => TinySink(random, nodes, periods))];
        bool priced = random.Next(4) == 0;
        return new DesignProblem
        {
            PeriodCount = periods,
            PeriodLengths = lengths,
            NodeCount = nodes,
            Arcs = TinyArcs(random, nodes),
            Trends = TinyTrends(random, periods),
            FlowCost = [.. Enumerable.Range(0, periods).Select(_ => random.NextDouble() * 0.3)],
            Supplies = supplies,
            Sinks = sinks,
            Target = [.. Enumerable.Range(0, periods)
                .Select(t => priced ? double.NegativeInfinity : random.NextDouble() * 0.8 * MostSupplied(supplies, t))],
            Price = [.. Enumerable.Range(0, periods).Select(_ => priced ? random.NextDouble() * 40 : 0)],
            SideRows = random.Next(2) == 0 ? [] : TinyRows(random, supplies, sinks, periods),
        };
    }

    /// <summary>
    /// A jittered lattice with some 5,900 nodes, 10,000 arcs, 4,000 supplies with eight options, 140 sinks of whole modules, five periods of
    /// five years; tonnes a year and dollars of national size.
    /// </summary>
    public static DesignProblem National(int seed, int side = 77, int supplies = 4000, int sinks = 140, double targetShare = 1)
    {
        Random random = new(seed);
        const int Periods = 5;
        double[] weight = [.. Enumerable.Range(0, Periods).Select(Annuity)];
        int lattice = side * side;
        List<DesignArc> arcs = Lattice(random, side);
        Sink[] sinkList = [.. Enumerable.Range(0, sinks).Select(j => NationalSink(random, lattice + j, weight))];
        for (int j = 0; j < sinks; j++)
        {
            AddAccess(random, arcs, side, lattice + j);
        }

        double scale = supplies / 4000.0 * targetShare;
        return new DesignProblem
        {
            PeriodCount = Periods,
            PeriodLengths = [5, 5, 5, 5, 5],
            NodeCount = lattice + sinks,
            Arcs = [.. arcs],
            Trends =
            [
                Pipe(3.1e6, 64e3, 0.070, weight),
                Pipe(16.3e6, 150e3, 0.042, weight),
                Pipe(98.8e6, 600e3, 0.0136, weight),
            ],
            FlowCost = [.. weight.Select(w => w * 0.002)],
            Supplies = [.. Enumerable.Range(0, supplies).Select(_ => NationalSupply(random, lattice, weight))],
            Sinks = sinkList,
            Target = [.. new[] { 10e6, 80e6, 200e6, 320e6, 450e6 }.Select(x => x * scale)],
            Price = new double[Periods],
            SideRows = [],
        };
    }

    /// <summary>Cost of a national solution before credits: opening, unit cost without credit, arcs and sinks.</summary>
    public static double GrossCost(DesignProblem problem, DesignSolution solution)
    {
        double credits = 0;
        for (int k = 0; k < problem.Supplies.Length; k++)
        {
            for (int t = 0; solution.Option[k] >= 0 && t < problem.PeriodCount; t++)
            {
                credits += CreditAt(problem.Supplies[k].Options[solution.Option[k]].FirstPeriod, t) * Annuity(t) * solution.Supplied[k][t];
            }
        }

        return DesignAudit.Objective(problem, solution) + credits;
    }

    private static double CreditAt(int first, int period) =>
        first <= 1 && period >= first && period - first < Paid.Length ? 85 * Paid[period - first] * Math.Pow(0.975, period * YearsPerPeriod) : 0;

    private static double MostSupplied(Supply[] supplies, int t) =>
        supplies.Sum(s => s.Options.Where(o => t >= o.FirstPeriod && t <= o.LastPeriod).Select(o => o.Maximum[t]).DefaultIfEmpty(0).Max());

    private static Supply TinySupply(Random random, int nodes, int periods) =>
        new(random.Next(nodes), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => TinyOption(random, periods))]);

    private static SupplyOption TinyOption(Random random, int periods)
    {
        int first = random.Next(periods);
        double[] most = [.. Enumerable.Range(0, periods).Select(_ => 1 + Math.Round(random.NextDouble() * 9, 2))];
        double[] least = [.. most.Select(m => random.Next(2) == 0 ? 0 : Math.Round(m * random.NextDouble() * 0.7, 2))];
        double[] cost = [.. most.Select(_ => Math.Round((random.NextDouble() * 30) - (random.Next(3) == 0 ? 20 : 0), 2))];
        return new SupplyOption(first, random.Next(first, periods), Math.Round(random.NextDouble() * 60, 1), cost, least, most);
    }

    private static Sink TinySink(Random random, int nodes, int periods)
    {
        double rate = 1 + Math.Round(random.NextDouble() * 6, 2);
        return new Sink(
            random.Next(nodes),
            [.. Enumerable.Range(0, periods).Select(_ => random.Next(3) == 0 ? Math.Round(random.NextDouble() * 4, 2) : 0)],
            rate,
            random.Next(2) == 0 ? double.PositiveInfinity : Math.Round(rate * (2 + (random.NextDouble() * 10)), 2),
            random.Next(0, 6),
            random.Next(0, periods + 1),
            [.. Enumerable.Range(0, periods).Select(_ => Math.Round(random.NextDouble() * 30, 1))],
            [.. Enumerable.Range(0, periods).Select(_ => Math.Round(random.NextDouble() * 5, 2))]);
    }

    private static DesignArc[] TinyArcs(Random random, int nodes)
    {
        List<DesignArc> arcs = [];
        for (int n = 1; n < nodes; n++)
        {
            arcs.Add(TinyArc(random, n, random.Next(n)));
        }

        for (int extra = random.Next(0, nodes); extra > 0; extra--)
        {
            int from = random.Next(nodes);
            int to = random.Next(nodes);
            if (from != to)
            {
                arcs.Add(TinyArc(random, from, to));
            }
        }

        return [.. arcs];
    }

    private static DesignArc TinyArc(Random random, int from, int to) => random.Next(5) switch
    {
        0 => new DesignArc(from, to, 0, double.PositiveInfinity),
        1 => new DesignArc(from, to, 1 + Math.Round(random.NextDouble() * 9, 1), Math.Round(random.NextDouble() * 5, 1)),
        _ => new DesignArc(from, to, 1 + Math.Round(random.NextDouble() * 9, 1), 0),
    };

    private static SizeTrend[] TinyTrends(Random random, int periods)
    {
        double fall = 0.7 + (random.NextDouble() * 0.3);
        double[] factor = [.. Enumerable.Range(0, periods).Select(v => Math.Pow(fall, v))];
        return
        [
            new SizeTrend(6, [.. factor.Select(f => 2 * f)], [.. factor.Select(f => 1.0 * f)]),
            new SizeTrend(60, [.. factor.Select(f => 5 * f)], [.. factor.Select(f => 0.4 * f)]),
        ];
    }

    private static SideRow[] TinyRows(Random random, Supply[] supplies, Sink[] sinks, int periods)
    {
        int t = random.Next(periods);
        SideTerm[] opened = [.. supplies.Select((_, k) => new SideTerm(1, SideTermKind.Opened, k, t))];
        SideTerm[] absorbed = [.. sinks.Select((_, j) => new SideTerm(1, SideTermKind.Absorbed, j, t))];
        SideTerm[] dedicated = [new SideTerm(1, SideTermKind.Supplied, 0, t), new SideTerm(-1, SideTermKind.Absorbed, sinks.Length - 1, t)];
        return
        [
            new SideRow("openings", opened, random.Next(0, 3)),
            new SideRow("injection", absorbed, Math.Round(random.NextDouble() * 20, 1)),
            new SideRow("dedicated", dedicated, 0),
        ];
    }

    private static double Annuity(int period) =>
        Enumerable.Range(period * YearsPerPeriod, YearsPerPeriod).Sum(y => Math.Pow(1 + Discount, -y));

    private static double At(int period) => Math.Pow(1 + Discount, -period * YearsPerPeriod);

    // An asset of so many years bought in a period and worth its unused share at the end.
    private static double Owned(int period, int periods, int life) =>
        At(period) - (Math.Max(0, life - ((periods - period) * YearsPerPeriod)) / (double)life * At(periods));

    private static SizeTrend Pipe(double capacity, double fixedCost, double slope, double[] weight)
    {
        double[] factor = [.. weight.Select((_, v) => Owned(v, weight.Length, 40) + (0.025 * weight.Skip(v).Sum()))];
        return new SizeTrend(capacity, [.. factor.Select(f => f * fixedCost)], [.. factor.Select(f => f * slope)]);
    }

    private static List<DesignArc> Lattice(Random random, int side)
    {
        List<DesignArc> arcs = [];
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                int node = (row * side) + column;
                AddSometimes(random, arcs, node, column + 1 < side ? node + 1 : -1, row == 0);
                AddSometimes(random, arcs, node, row + 1 < side ? node + side : -1, true);
            }
        }

        return arcs;
    }

    private static void AddSometimes(Random random, List<DesignArc> arcs, int from, int to, bool always)
    {
        double scale = 10 + (50 * random.NextDouble());
        bool kept = always || random.NextDouble() < 0.72;
        bool existing = random.NextDouble() < 0.01;
        if (to >= 0 && kept)
        {
            arcs.Add(new DesignArc(from, to, scale, existing ? 5e6 : 0));
        }
    }

    private static void AddAccess(Random random, List<DesignArc> arcs, int side, int sinkNode)
    {
        int row = random.Next(side);
        int column = (int)(side * (0.15 + (0.7 * random.NextDouble() * random.NextDouble())));
        for (int i = 0; i < 6; i++)
        {
            int r = Math.Clamp(row + random.Next(-2, 3), 0, side - 1);
            int c = Math.Clamp(column + random.Next(-2, 3), 0, side - 1);
            arcs.Add(new DesignArc((r * side) + c, sinkNode, 0, double.PositiveInfinity));
        }
    }

    private static Sink NationalSink(Random random, int node, double[] weight)
    {
        double perTonne = 8 + (32 * random.NextDouble());
        const double Rate = 0.17e6;
        int periods = weight.Length;
        double yearly = perTonne * 0.7 * Rate;
        double capital = yearly * 12.4;
        double[] module = [.. weight.Select((_, v) => (capital * 0.6 * Owned(v, periods, 30)) + (yearly * 0.4 * weight.Skip(v).Sum()))];
        return new Sink(
            node,
            random.Next(10) == 0 ? [.. weight.Select(_ => 2e6)] : new double[periods],
            Rate,
            Rate * 30,
            10 + (int)(250 * random.NextDouble() * random.NextDouble()),
            random.Next(3) == 0 ? 1 : 0,
            module,
            [.. weight.Select(w => w * perTonne * 0.3)]);
    }

    private static Supply NationalSupply(Random random, int lattice, double[] weight)
    {
        double size = Math.Clamp(0.25e6 * Math.Exp(1.2 * Gauss(random)), 0.05e6, 10e6);
        double perTonne = 40 + (80 * random.NextDouble());
        int periods = weight.Length;
        List<SupplyOption> options = [];
        for (int v = 0; v < periods; v++)
        {
            options.Add(NationalOption(v, periods - 1, size, perTonne, weight));
            if (v <= 1)
            {
                options.Add(NationalOption(v, v + 2, size, perTonne, weight));
            }

            if (v == 0)
            {
                options.Add(NationalOption(v, v + 3, size, perTonne, weight));
            }
        }

        return new Supply(random.Next(lattice), [.. options]);
    }

    private static SupplyOption NationalOption(int first, int last, double size, double perTonne, double[] weight)
    {
        int periods = weight.Length;
        double learning = Math.Pow(0.97, first);
        double capital = perTonne * 0.55 * size * 11.3 * learning;
        double[] unit = new double[periods];
        for (int t = first; t <= last; t++)
        {
            unit[t] = weight[t] * ((perTonne * 0.45 * learning) - CreditAt(first, t));
        }

        double[] most = [.. Enumerable.Range(0, periods).Select(_ => size)];
        return new SupplyOption(first, last, capital * Owned(first, periods, 20), unit, [.. most.Select(m => 0.4 * m)], most);
    }

    private static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
