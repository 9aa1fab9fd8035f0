using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// A question about one year as a <see cref="FixedChargeNetwork"/>, whose shape is SimCCS' own. Nodes stand in the order of the scenario's
/// vertices, edges, sources and sinks in the order of its lists; money is M$/y, rates are Mt/y.
/// </summary>
public static class SimCcsFixedCharge
{
    internal static readonly Problem RightOfWay =
        new("Linear.txt", "Rights of way are priced by a weight of their own.", "Solve the exact model, or fold both weights into one.");

    /// <summary>The problem, or why it cannot be said.</summary>
    /// <exception cref="ArgumentException">The question has periods.</exception>
    public static Checked<FixedChargeNetwork> Of(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        FixedChargeNetwork network = Network(study);
        Problem[] problems =
        [
            .. HasRightOfWay(scenario) ? [RightOfWay] : Array.Empty<Problem>(),
            .. FixedChargeShape.Faults(network).Select(fault => new Problem(scenario.Name, fault, "Give amounts and opening costs of at least zero.")),
        ];
        return problems.Length > 0 ? Checked<FixedChargeNetwork>.Wrong(problems) : Checked<FixedChargeNetwork>.Right(network);
    }

    /// <summary>The decisions that a design stands for.</summary>
    public static SimCcsSolution Solution(SimCcsStudy study, FixedChargeDesign design) => new(
        design.Supplied,
        design.Absorbed,
        [.. design.Wells.Select((w, j) => double.IsPositiveInfinity(study.Scenario.Sinks[j].WellRateMtPerYear) ? 0 : w)],
        [.. design.Flow.Index().Where(f => Math.Abs(f.Item) > SimCcsWay.NoFlow)
            .Select(f => new SimCcsPipe(f.Index, f.Item < 0, design.Line[f.Index], Math.Abs(f.Item)))]);

    /// <summary>Whether rights of way cost by weights of their own, which one scale an edge cannot say.</summary>
    internal static bool HasRightOfWay(SimCcsScenario scenario) =>
        scenario.Trends.Any(t => t is { RightOfWaySlope: > 0 } or { RightOfWayIntercept: > 0 })
        && scenario.Network.Edges.Any(e => e.RightOfWayWeight is > 0);

    private static FixedChargeNetwork Network(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        double crf = study.CapitalRecovery, utilisation = SimCcsPipeCost.Utilisation(scenario.Trends);
        (double? target, double price) = study.Question switch
        {
            SimCcsQuestion.Target asked => (asked.MtPerYear, 0.0),
            SimCcsQuestion.Price asked => ((double?)null, asked.UsdPerTonne),
            _ => throw new ArgumentException("A question with periods has a model of its own.", nameof(study)),
        };
        Dictionary<int, int> node = scenario.Network.Vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        return new FixedChargeNetwork
        {
            NodeCount = node.Count,
            Edges = [.. scenario.Network.Edges.Select(e => new FixedChargeEdge(node[e.From], node[e.To], e.ConstructionWeight))],
            Lines = [.. scenario.Trends.Zip(SimCcsPipeCost.Capacities(scenario), (trend, most) =>
                new CostLine(most, crf * trend.Intercept, crf * trend.Slope / utilisation))],
            Sources = [.. scenario.Sources.Select(s =>
                new FixedChargeSource(node[s.Cell], s.MostMtPerYear, (crf * s.Capital) + s.FixedOm, s.UnitCost - price))],
            Sinks = [.. scenario.Sinks.Select(s => Sink(study, s, node[s.Cell]))],
            Target = target,
        };
    }

    private static FixedChargeSink Sink(SimCcsStudy study, SimCcsSink sink, int node)
    {
        double crf = study.CapitalRecovery, site = (crf * sink.SiteCapital) + sink.SiteFixedOm;
        bool hasWells = double.IsFinite(sink.WellRateMtPerYear), isUsable = sink.WellRateMtPerYear > 0;
        return new FixedChargeSink(
            node,
            isUsable ? sink.CapacityMt / study.Years : 0,
            site,
            isUsable ? sink.WellRateMtPerYear : double.PositiveInfinity,
            hasWells ? (crf * sink.WellCapital) + sink.WellFixedOm : 0,
            sink.UnitCost);
    }
}
