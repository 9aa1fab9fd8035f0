using Trunkline.Atlas;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>A planning case in the words of the network design engine: the same numbers, no names.</summary>
public static class DesignCase
{
    /// <summary>Credits become part of unit costs; the target, the price and the side rows carry over.</summary>
    public static DesignProblem Of(PlanningCase planning)
    {
        ArgumentNullException.ThrowIfNull(planning);
        return new DesignProblem
        {
            PeriodCount = planning.Periods.Count,
            PeriodLengths = [.. planning.Periods.Select(p => (double)p.Length)],
            NodeCount = planning.Nodes.Count,
            Arcs = [.. planning.Edges.Select(e => new DesignArc(e.From, e.To, e.Scale, e.Existing, OneWay: e.IsFree))],
            Trends = [.. planning.Trends.Select(t => new SizeTrend(t.Source.Capacity.Value, [.. t.Fixed], [.. t.Slope]))],
            FlowCost = [.. planning.FlowCost],
            Supplies = [.. planning.Supplies.Select(s => Supply(s, planning.MustCapture(s)))],
            Sinks = [.. planning.Sinks.Select(Sink)],
            Target = [.. planning.Target.Select(t => t?.Value ?? double.NegativeInfinity)],
            Price = [.. planning.Price],
            SideRows = [.. SideRows(planning)],
        };
    }

    // Options of a supply, and supplies with like credits, share the tables that are the same.
    private static Supply Supply(CaseSupply supply, bool inFull)
    {
        double[] full = new double[supply.Options[0].UnitCost.Count];
        Array.Fill(full, supply.Capacity.Value);
        return new Supply(supply.Node, [.. supply.Options.Select(o => new SupplyOption(
            o.First, o.Last, o.OpeningCost, Less(o.UnitCost, o.Credit), inFull ? full : o.Minimum as double[] ?? [.. o.Minimum], full))]);
    }

    private static double[] Less(IReadOnlyList<double> cost, IReadOnlyList<double> credit)
    {
        double[] left = new double[cost.Count];
        for (int t = 0; t < left.Length; t++)
        {
            left[t] = cost[t] - credit[t];
        }

        return left;
    }

    private static Sink Sink(CaseSink sink) => new(
        sink.Node,
        [.. sink.FreeRate],
        sink.Formation?.ProjectRate.Value ?? 0,
        sink.Formation?.ProjectCapacity.Value ?? double.PositiveInfinity,
        sink.Formation?.MaxProjects ?? 0,
        sink.FirstProjectPeriod,
        [.. sink.ProjectCost],
        [.. sink.UnitCost.Select((cost, t) => cost + sink.Fee[t] + sink.CreditLoss[t])]);

    private static IEnumerable<SideRow> SideRows(PlanningCase planning) =>

    [
        .. planning.PeriodIndices.SelectMany(t => (IEnumerable<SideRow>)[.. Injection(planning, t), .. Build(planning, t), .. Dedicated(planning, t), .. Energy(planning, t)]),
        .. Communities(planning),
        .. Forced(planning),
    ];

    private static IEnumerable<SideRow> Injection(PlanningCase planning, int t) =>
        planning.Study.Limits.Injection.Select(limit => new SideRow(
            $"regional-injection[{limit.Name},{planning.Periods[t].From}]",
            [.. Sinks(planning, s => limit.States.Contains(s.State)).Select(j => new SideTerm(1, SideTermKind.Absorbed, j, t))],
            limit.Rate.Value));

    private static IEnumerable<SideRow> Build(PlanningCase planning, int t)
    {
        if (planning.Study.Limits.YearlyBuild is { } most)
        {
            yield return new SideRow(
                $"yearly-build[{planning.Periods[t].From}]",
                [.. planning.Supplies.Select((s, i) => new SideTerm(s.Capacity.Value, SideTermKind.Opened, i, t))],
                most.Value * planning.Periods[t].Length);
        }
    }

    private static IEnumerable<SideRow> Dedicated(PlanningCase planning, int t)
    {
        SideTerm[] fromAir = [.. Enumerable.Range(0, planning.Supplies.Count).Where(i => planning.Supplies[i].Track == Track.Dac)
            .Select(i => new SideTerm(1, SideTermKind.Supplied, i, t))];
        if (fromAir.Length > 0)
        {
            yield return new SideRow(
                $"dac-dedicated[{planning.Periods[t].From}]",
                [.. fromAir, .. Sinks(planning, s => s.IsDedicated).Select(j => new SideTerm(-1, SideTermKind.Absorbed, j, t))],
                0);
        }
    }

    private static IEnumerable<SideRow> Energy(PlanningCase planning, int t) =>
        planning.Study.Limits.Energy.Select(limit => new SideRow(
            EnergyNeed.RowName(limit.Kind, planning.Periods[t].From),
            [
                .. planning.Supplies.Select((s, i) => new SideTerm(EnergyNeed.PerTonne(s.Cost, limit.Kind), SideTermKind.Supplied, i, t))
                    .Where(term => term.Coefficient > 0),
            ],
            limit.PerYear[t]));

    private static IEnumerable<SideRow> Communities(PlanningCase planning)
    {
        if (planning.Communities is { } shares)
        {
            yield return new SideRow(
                CommunityShare.RowName,
                [.. CommunityShare.Terms(planning, shares).Select(term => new SideTerm(term.Short, SideTermKind.Supplied, term.Supply, term.Period))],
                0);
        }
    }

    private static IEnumerable<SideRow> Forced(PlanningCase planning) =>
        ForcedCapture.Units(planning).Select(forced => new SideRow(
            ForcedCapture.RowName(forced.Key),
            [.. from i in forced from t in planning.PeriodIndices select new SideTerm(-planning.Supplies[i].Capacity.Value, SideTermKind.Opened, i, t)],
            -forced.Min(i => planning.Supplies[i].Capacity.Value)));

    private static IEnumerable<int> Sinks(PlanningCase planning, Func<CaseSink, bool> which) =>
        Enumerable.Range(0, planning.Sinks.Count).Where(j => which(planning.Sinks[j]));
}
