using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// A question to a SimCCS scenario as a <see cref="DesignProblem"/>: one period for a representative year, one for each span otherwise. Nodes stand
/// in the order of the scenario's vertices, supplies and sinks in the order of its lists.
/// </summary>
/// <remarks>
/// Opening a site costs money whatever is stored, which a sink cannot say: a supply that supplies nothing stands for each such site after the
/// sources, and the sink's rate is tied to it. Over periods each edge is two one-way arcs, forward ones first: SimCCS' pipes do not turn round.
/// </remarks>
public static class SimCcsDesign
{
    /// <summary>The problem, or why it cannot be said: rights of way have weights of their own, and an arc has one scale.</summary>
    public static Checked<DesignProblem> Of(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        bool hasRightOfWay = scenario.Trends.Any(t => t is { RightOfWaySlope: > 0 } or { RightOfWayIntercept: > 0 })
            && scenario.Network.Edges.Any(e => e.RightOfWayWeight is > 0);
        if (hasRightOfWay)
        {
            return Checked<DesignProblem>.Wrong(
                [new Problem("Linear.txt", "Rights of way are priced by a weight of their own.", "Solve the exact model, or fold both weights into one.")]);
        }

        return Checked<DesignProblem>.Right(study.Question is SimCcsQuestion.Periods asked ? Staged(study, asked.Spans) : OneYear(study));
    }

    /// <summary>The decisions for one year that a design stands for.</summary>
    public static SimCcsSolution Solution(SimCcsStudy study, DesignSolution design) => new(
        [.. study.Scenario.Sources.Select((_, i) => design.Supplied[i][0])],
        [.. study.Scenario.Sinks.Select((_, j) => design.Absorbed[j][0])],
        [.. study.Scenario.Sinks.Select((_, j) => design.Modules[j][0])],
        [.. Pipes(study, design)]);

    /// <summary>The decisions over periods that a design stands for.</summary>
    public static SimCcsStagedSolution StagedSolution(SimCcsStudy study, DesignSolution design)
    {
        int edges = study.Scenario.Network.Edges.Count;
        int periods = design.Flow.Length == 0 ? 0 : design.Flow[0].Length;
        return new SimCcsStagedSolution([.. Enumerable.Range(0, periods).Select(t => new SimCcsStage(
            [.. study.Scenario.Sources.Select((_, i) => design.Supplied[i][t])],
            [.. study.Scenario.Sinks.Select((_, j) => design.Absorbed[j][t])],
            [.. design.Flow.Select((f, a) => new SimCcsPipe(a % edges, a >= edges, 0, f[t])).Where(p => p.Flow > SimCcsWay.NoFlow)],
            [.. design.Bought.Index().Where(b => b.Item[t] is not null)
                .Select(b => new SimCcsPipe(b.Index % edges, b.Index >= edges, b.Item[t]!.Value.Trend, b.Item[t]!.Value.Capacity))]))]);
    }

    private static IEnumerable<SimCcsPipe> Pipes(SimCcsStudy study, DesignSolution design) =>
        from edge in Enumerable.Range(0, study.Scenario.Network.Edges.Count)
        let flow = design.Flow[edge][0]
        where Math.Abs(flow) > SimCcsWay.NoFlow
        select new SimCcsPipe(edge, flow < 0, design.Bought[edge][0]?.Trend ?? study.Scenario.Trends.Count - 1, Math.Abs(flow));

    private static DesignProblem OneYear(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        double crf = study.CapitalRecovery;
        var node = scenario.Network.Vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        IEnumerable<Supply> plants = scenario.Sources.Select(s =>
            new Supply(node[s.Cell], [new SupplyOption(0, 0, (crf * s.Capital) + s.FixedOm, [s.UnitCost], [0], [s.MostMtPerYear])]));
        IEnumerable<Supply> openings = scenario.Sinks.Where(HasOpeningCost).Select(s =>
            new Supply(node[s.Cell], [new SupplyOption(0, 0, (crf * s.SiteCapital) + s.SiteFixedOm, [0], [0], [0])]));
        return new DesignProblem
        {
            PeriodCount = 1,
            PeriodLengths = [1],
            NodeCount = node.Count,
            Arcs = [.. scenario.Network.Edges.Select(e => new DesignArc(node[e.From], node[e.To], e.ConstructionWeight, Existing(e)))],
            Trends = Trends(scenario, [crf]),
            FlowCost = [0],
            Supplies = [.. plants, .. openings],
            Sinks = [.. scenario.Sinks.Select(s => SinkOf(study, s, node[s.Cell]))],
            Target = [study.Question is SimCcsQuestion.Target target ? target.MtPerYear : double.NegativeInfinity],
            Price = [study.Question is SimCcsQuestion.Price price ? price.UsdPerTonne : 0],
            SideRows = [.. SiteRows(study), .. TargetRows(study)],
        };
    }

    private static bool HasOpeningCost(SimCcsSink sink) => sink.SiteCapital > 0 || sink.SiteFixedOm > 0;

    // An edge without weight costs nothing: the engine wants it to be there already.
    private static double Existing(SimCcsEdge edge) => edge.ConstructionWeight > 0 ? 0 : double.PositiveInfinity;

    private static SizeTrend[] Trends(SimCcsScenario scenario, double[] recovery)
    {
        double utilisation = SimCcsPipeCost.Utilisation(scenario.Trends);
        return
        [
            .. scenario.Trends.Zip(SimCcsPipeCost.Capacities(scenario), (trend, most) => new SizeTrend(
                most, [.. recovery.Select(r => r * trend.Intercept)], [.. recovery.Select(r => r * trend.Slope / utilisation)])),
        ];
    }

    private static Sink SinkOf(SimCcsStudy study, SimCcsSink sink, int node)
    {
        double most = sink.CapacityMt / study.Years;
        bool hasWells = double.IsFinite(sink.WellRateMtPerYear);
        int wells = hasWells && sink.WellRateMtPerYear > 0 ? (int)Math.Min(1e6, Math.Ceiling(most / sink.WellRateMtPerYear)) : 0;
        return new Sink(
            node, [hasWells ? 0 : most], hasWells ? sink.WellRateMtPerYear : 0, double.PositiveInfinity, wells, 0,
            [hasWells ? (study.CapitalRecovery * sink.WellCapital) + sink.WellFixedOm : 0], [sink.UnitCost]);
    }

    // What a site takes in a year is its share of the capacity once it is opened, or without asking where opening is free.
    private static IEnumerable<SideRow> SiteRows(SimCcsStudy study)
    {
        int opening = study.Scenario.Sources.Count;
        foreach ((int j, SimCcsSink sink) in study.Scenario.Sinks.Index())
        {
            double most = sink.CapacityMt / study.Years;
            var stored = new SideTerm(1, SideTermKind.Absorbed, j, 0);
            yield return HasOpeningCost(sink)
                ? new SideRow($"storable[{sink.Name}]", [stored, new SideTerm(-most, SideTermKind.Opened, opening++, 0)], 0)
                : new SideRow($"storable[{sink.Name}]", [stored], most);
        }
    }

    // A target is met exactly. More than that never pays unless something earns money.
    private static IEnumerable<SideRow> TargetRows(SimCcsStudy study) =>
        study.Question is SimCcsQuestion.Target target
            && (study.Scenario.Sources.Any(s => s.UnitCost < 0) || study.Scenario.Sinks.Any(s => s.UnitCost < 0))
            ? [new SideRow("target", [.. study.Scenario.Sources.Select((_, i) => new SideTerm(1, SideTermKind.Supplied, i, 0))], target.MtPerYear)]
            : [];

    private static DesignProblem Staged(SimCcsStudy study, IReadOnlyList<SimCcsPeriod> periods)
    {
        SimCcsScenario scenario = study.Scenario;
        int last = periods.Count - 1;
        double[] years = [.. periods.Select(p => p.Years)];
        double[] none = new double[periods.Count];
        var node = scenario.Network.Vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        double[] Each(double value) => [.. years.Select(_ => value)];
        double[] Yearly(double value) => [.. years.Select(y => y * value)];
        return new DesignProblem
        {
            PeriodCount = periods.Count,
            PeriodLengths = years,
            NodeCount = node.Count,
            Arcs =
            [
                .. scenario.Network.Edges.Select(e => new DesignArc(node[e.From], node[e.To], e.ConstructionWeight, Existing(e), OneWay: true)),
                .. scenario.Network.Edges.Select(e => new DesignArc(node[e.To], node[e.From], e.ConstructionWeight, Existing(e), OneWay: true)),
            ],
            Trends = Trends(scenario, [.. years.Select((_, t) => study.CapitalRecovery * years.Skip(t).Sum())]),
            FlowCost = none,
            Supplies = [.. scenario.Sources.Select(s => new Supply(node[s.Cell], [new SupplyOption(0, last, 0, Yearly(s.UnitCost), none, Each(s.MostMtPerYear))]))],
            Sinks = [.. scenario.Sinks.Select(s => new Sink(
                node[s.Cell], [.. years.Select(y => s.CapacityMt / y)], 0, double.PositiveInfinity, 0, periods.Count, none, Yearly(s.UnitCost)))],
            Target = [.. periods.Select(p => p.TargetMtPerYear)],
            Price = none,
            SideRows = [.. scenario.Sinks.Select((s, j) => new SideRow(
                $"storable[{s.Name}]", [.. years.Select((y, t) => new SideTerm(y, SideTermKind.Absorbed, j, t))], s.CapacityMt))],
        };
    }
}
