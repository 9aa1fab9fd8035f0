using CsCheck;
using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>Random design problems small enough for exhaustive search, with every feature of the contract now and then.</summary>
internal static class TinyDesigns
{
    public static readonly Gen<DesignProblem> Any =
        from periods in Gen.Int[1, 2]
        from nodes in Gen.Int[2, 4]
        from arcs in Arc(nodes).Array[1, 4]
        from trends in Trends(periods)
        from supplies in Supply(nodes, periods).Array[1, 3]
        from sinks in Sink(nodes, periods).Array[1, 2]
        from flowCost in Whole(0, 1).Array[periods]
        from target in Gen.Frequency((2, Gen.Const(double.NegativeInfinity)), (3, Whole(1, 8))).Array[periods]
        from price in Gen.Frequency((1, Gen.Const(0.0)), (1, Whole(4, 15))).Array[periods]
        from sides in Side(supplies, sinks.Length, periods).Array[0, 1]
        select new DesignProblem
        {
            PeriodCount = periods,
            PeriodLengths = [.. Enumerable.Range(0, periods).Select(t => 1.0 + t)],
            NodeCount = nodes,
            Arcs = arcs,
            Trends = trends,
            FlowCost = flowCost,
            Supplies = supplies,
            Sinks = sinks,
            Target = target,
            Price = price,
            SideRows = sides,
        };

    private static Gen<double> Whole(int from, int to) => Gen.Int[from, to].Select(i => (double)i);

    private static Gen<double> OneOf(params double[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<DesignArc> Arc(int nodes) =>
        from node in Gen.Int[0, nodes - 1]
        from step in Gen.Int[1, nodes - 1]
        from scale in Gen.Frequency((1, Gen.Const(0.0)), (6, Whole(1, 3)))
        from existing in Gen.Frequency((3, Gen.Const(0.0)), (1, Whole(1, 4)))
        from oneWay in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        select new DesignArc(node, (node + step) % nodes, scale, scale == 0 ? double.PositiveInfinity : existing, oneWay);

    private static Gen<SizeTrend[]> Trends(int periods) =>
        from small in Gen.Select(Whole(2, 6), Whole(1, 5), Whole(3, 5))
        from large in Gen.Select(Whole(6, 12), Whole(6, 12), Whole(0, 2))
        from count in Gen.Int[1, 2]
        from later in Whole(1, 2)
        select new[] { Trend(small.Item1, small.Item2, small.Item3, periods, later), Trend(large.Item1, large.Item2, large.Item3, periods, later) }[..count];

    // Later purchases cost half or as much.
    private static SizeTrend Trend(double capacity, double fix, double slope, int periods, double later) => new(
        capacity, [.. Enumerable.Range(0, periods).Select(t => t == 0 ? fix : fix / later)],
        [.. Enumerable.Range(0, periods).Select(t => t == 0 ? slope : slope / later)]);

    private static Gen<Supply> Supply(int nodes, int periods) =>
        from node in Gen.Int[0, nodes - 1]
        from options in Option(periods).Array[1, 2]
        select new Supply(node, options);

    private static Gen<SupplyOption> Option(int periods) =>
        from first in Gen.Int[0, periods - 1]
        from last in Gen.Int[first, periods - 1]
        from opening in Whole(0, 9)
        from unit in Whole(-2, 6).Array[periods]
        from most in Whole(0, 6).Array[periods]
        from share in OneOf(0, 0.5, 1).Array[periods]
        select new SupplyOption(first, last, opening, unit, [.. most.Zip(share, (m, s) => m * s)], most);

    private static Gen<Sink> Sink(int nodes, int periods) =>
        from node in Gen.Int[0, nodes - 1]
        from free in Gen.Frequency((2, Gen.Const(0.0)), (1, Whole(1, 4))).Array[periods]
        from rate in Whole(2, 6)
        from lifetime in OneOf(double.PositiveInfinity, 5, 9)
        from modules in Gen.Int[0, 2]
        from first in Gen.Int[0, periods]
        from cost in Whole(1, 8).Array[periods]
        from unit in Whole(-1, 2).Array[periods]
        select new Sink(node, free, rate, lifetime, modules, first, cost, unit);

    private static Gen<SideRow> Side(Supply[] supplies, int sinks, int periods) =>
        from terms in Term(supplies.Length, sinks, periods).Array[1, 3]
        from limit in Whole(0, 6)
        select new SideRow("limit", terms, limit);

    private static Gen<SideTerm> Term(int supplies, int sinks, int periods) =>
        from kind in Gen.Enum<SideTermKind>()
        from index in Gen.Int[0, (kind == SideTermKind.Absorbed ? sinks : supplies) - 1]
        from period in Gen.Int[0, periods - 1]
        from coefficient in OneOf(1.0, 1.0, 2.0, -1.0)
        select new SideTerm(coefficient, kind, index, period);
}
