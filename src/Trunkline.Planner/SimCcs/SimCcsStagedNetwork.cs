using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.NetworkDesign.Staged;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// A question over periods as a <see cref="StagedNetwork"/>, whose shape is that of the SimCCS of 2019. Nodes stand in the order of the scenario's
/// vertices, edges, sources and sinks in the order of its lists; money is M$ over the horizon, rates are Mt/y.
/// </summary>
public static class SimCcsStagedNetwork
{
    /// <summary>The problem, or why it cannot be said.</summary>
    /// <exception cref="ArgumentException">The question has no periods.</exception>
    public static Checked<StagedNetwork> Of(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        StagedNetwork network = Network(study);
        Problem[] problems =
        [
            .. SimCcsFixedCharge.HasRightOfWay(scenario) ? [SimCcsFixedCharge.RightOfWay] : Array.Empty<Problem>(),
            .. StagedShape.Faults(network).Select(fault => new Problem(scenario.Name, fault, "Give amounts of at least zero, and years above it.")),
        ];
        return problems.Length > 0 ? Checked<StagedNetwork>.Wrong(problems) : Checked<StagedNetwork>.Right(network);
    }

    /// <summary>The decisions that a design stands for.</summary>
    public static SimCcsStagedSolution Solution(StagedDesign design, int periods) => new(
    [
        .. Enumerable.Range(0, periods).Select(t => new SimCcsStage(
            [.. design.Supplied.Select(s => s[t])],
            [.. design.Absorbed.Select(s => s[t])],
            [.. design.Flow.Index().Where(f => Math.Abs(f.Item[t]) > SimCcsWay.NoFlow)
                .Select(f => new SimCcsPipe(f.Index, f.Item[t] < 0, 0, Math.Abs(f.Item[t])))],
            [.. design.Bought.Where(b => b.Period == t && b.Capacity > SimCcsWay.NoFlow)
                .Select(b => new SimCcsPipe(b.Edge, b.Backward, b.Line, b.Capacity))])),
    ]);

    private static StagedNetwork Network(SimCcsStudy study)
    {
        SimCcsScenario scenario = study.Scenario;
        IReadOnlyList<SimCcsPeriod> periods =
            study.Question is SimCcsQuestion.Periods asked ? asked.Spans : throw new ArgumentException("The question has no periods.", nameof(study));
        double utilisation = SimCcsPipeCost.Utilisation(scenario.Trends);
        Dictionary<int, int> node = scenario.Network.Vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        return new StagedNetwork
        {
            NodeCount = node.Count,
            Lengths = [.. periods.Select(p => p.Years)],
            PurchaseWeights = [.. periods.Select((_, t) => study.CapitalRecovery * periods.Skip(t).Sum(p => p.Years))],
            Edges = [.. scenario.Network.Edges.Select(e => new FixedChargeEdge(node[e.From], node[e.To], e.ConstructionWeight))],
            Lines = [.. scenario.Trends.Zip(SimCcsPipeCost.Capacities(scenario), (trend, most) =>
                new CostLine(most, trend.Intercept, trend.Slope / utilisation))],
            Sources = [.. scenario.Sources.Select(s => new StagedSource(node[s.Cell], s.MostMtPerYear, s.UnitCost))],
            Sinks = [.. scenario.Sinks.Select(s => new StagedSink(node[s.Cell], s.CapacityMt, s.UnitCost))],
            Targets = [.. periods.Select(p => p.TargetMtPerYear)],
        };
    }
}
