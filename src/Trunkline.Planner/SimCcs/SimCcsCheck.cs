using Trunkline.Atlas.SimCcs;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// Verifies a solution against the numbers of the scenario's files and works its cost out again. It shares nothing with what finds solutions: no
/// model, no engine, not even their formulas.
/// </summary>
/// <remarks>A limit counts as broken beyond one tonne a year and a millionth of its size.</remarks>
public static class SimCcsCheck
{
    private const double Slack = 1e-6;

    /// <summary>Everything that the solution breaks, and its cost, M$/y.</summary>
    public static SimCcsVerdict Of(SimCcsStudy study, SimCcsSolution solution)
    {
        List<string> broken =
        [
            .. Amounts(study, solution), .. Sinks(study, solution), .. Pipes(study.Scenario, solution.Pipes),
            .. Balance(study.Scenario, solution.Captured, solution.Stored, solution.Pipes, ""),
        ];
        return new SimCcsVerdict(broken, Costs(study, solution));
    }

    private static SimCcsCosts Costs(SimCcsStudy study, SimCcsSolution solution)
    {
        double recovery = study.CapitalRecovery;
        double capture = study.Scenario.Sources.Zip(solution.Captured)
            .Where(s => s.Second > Slack).Sum(s => (recovery * s.First.Capital) + s.First.FixedOm + (s.First.UnitCost * s.Second));
        double transport = solution.Pipes.Sum(p => recovery * Capital(study.Scenario, p));
        double storage = 0;
        for (int j = 0; j < study.Scenario.Sinks.Count; j++)
        {
            SimCcsSink sink = study.Scenario.Sinks[j];
            double site = solution.Stored[j] > Slack || solution.Wells[j] > 0 ? (recovery * sink.SiteCapital) + sink.SiteFixedOm : 0;
            storage += site + (solution.Wells[j] * ((recovery * sink.WellCapital) + sink.WellFixedOm)) + (sink.UnitCost * solution.Stored[j]);
        }

        double income = study.Question is SimCcsQuestion.Price price ? price.UsdPerTonne * solution.Amount : 0;
        return new SimCcsCosts(capture, transport, storage, income);
    }

    /// <summary>M$ of one pipe for what it carries.</summary>
    internal static double Capital(SimCcsScenario scenario, SimCcsPipe pipe)
    {
        SimCcsEdge edge = scenario.Network.Edges[pipe.Edge];
        SimCcsTrend trend = scenario.Trends[pipe.Trend];
        double sized = scenario.Trends[0].RightOfWaySlope is > 0 ? pipe.Flow / 0.93 : pipe.Flow;
        double construction = edge.ConstructionWeight * (trend.Intercept + (trend.Slope * sized));
        return trend.RightOfWaySlope is null ? construction
            : construction + ((edge.RightOfWayWeight ?? 0) * (trend.RightOfWayIntercept!.Value + (trend.RightOfWaySlope.Value * sized)));
    }

    private static IEnumerable<string> Amounts(SimCcsStudy study, SimCcsSolution solution)
    {
        foreach (var (source, captured) in study.Scenario.Sources.Zip(solution.Captured).Where(s => !Within(s.Second, s.First.MostMtPerYear)))
        {
            yield return $"source {source.Name} captures {captured} Mt/y of {source.MostMtPerYear}";
        }

        if (study.Question is SimCcsQuestion.Target target && Math.Abs(solution.Captured.Sum() - target.MtPerYear) > Tolerance(target.MtPerYear))
        {
            yield return $"captured are {solution.Captured.Sum()} Mt/y, not the target of {target.MtPerYear}";
        }
    }

    private static IEnumerable<string> Sinks(SimCcsStudy study, SimCcsSolution solution)
    {
        for (int j = 0; j < study.Scenario.Sinks.Count; j++)
        {
            SimCcsSink sink = study.Scenario.Sinks[j];
            double stored = solution.Stored[j];
            if (!Within(stored * study.Years, sink.CapacityMt))
            {
                yield return $"sink {sink.Name} takes {stored} Mt/y, more in {study.Years} years than its {sink.CapacityMt} Mt";
            }

            if (solution.Wells[j] < 0 || (double.IsFinite(sink.WellRateMtPerYear) && !Within(stored, solution.Wells[j] * sink.WellRateMtPerYear)))
            {
                yield return $"sink {sink.Name} takes {stored} Mt/y with {solution.Wells[j]} wells of {sink.WellRateMtPerYear}";
            }
        }
    }

    private static IEnumerable<string> Pipes(SimCcsScenario scenario, IReadOnlyList<SimCcsPipe> pipes)
    {
        foreach (SimCcsPipe pipe in pipes.Where(p => !(p.Flow >= 0 && p.Flow <= MostOf(scenario, p.Trend) + Tolerance(p.Flow))))
        {
            yield return $"the pipe on edge {Named(scenario, pipe)} carries {pipe.Flow} Mt/y, more than trend {pipe.Trend + 1} allows";
        }

        foreach (var twins in pipes.GroupBy(p => (p.Edge, p.Backward)).Where(g => g.Count() > 1))
        {
            yield return $"edge {Named(scenario, twins.First())} has {twins.Count()} pipes in one direction";
        }
    }

    internal static IEnumerable<string> Balance(
        SimCcsScenario scenario, IReadOnlyList<double> captured, IReadOnlyList<double> stored, IReadOnlyList<SimCcsPipe> pipes, string when)
    {
        var surplus = scenario.Network.Vertices.ToDictionary(v => v, _ => 0.0);
        for (int i = 0; i < captured.Count; i++)
        {
            surplus[scenario.Sources[i].Cell] += captured[i];
        }

        for (int j = 0; j < stored.Count; j++)
        {
            surplus[scenario.Sinks[j].Cell] -= stored[j];
        }

        foreach (SimCcsPipe pipe in pipes)
        {
            SimCcsEdge edge = scenario.Network.Edges[pipe.Edge];
            surplus[edge.From] += pipe.Backward ? pipe.Flow : -pipe.Flow;
            surplus[edge.To] += pipe.Backward ? -pipe.Flow : pipe.Flow;
        }

        // A vertex may miss a tonne a year for each pipe whose flow was too small to be kept.
        double allowed = Slack * 100;
        return surplus.Where(v => !(Math.Abs(v.Value) <= allowed)).Select(v => $"at cell {v.Key}{when} {v.Value} Mt/y appear from nowhere");
    }

    /// <summary>Most that a trend carries: up to where the next costs the same on equal weights, and for the last all that there is.</summary>
    internal static double MostOf(SimCcsScenario scenario, int trend)
    {
        if (trend == scenario.Trends.Count - 1)
        {
            return scenario.Sources.Sum(s => s.MostMtPerYear);
        }

        SimCcsTrend small = scenario.Trends[trend], large = scenario.Trends[trend + 1];
        double intercepts = large.Intercept + (large.RightOfWayIntercept ?? 0) - small.Intercept - (small.RightOfWayIntercept ?? 0);
        double slopes = small.Slope + (small.RightOfWaySlope ?? 0) - large.Slope - (large.RightOfWaySlope ?? 0);
        return intercepts / slopes;
    }

    internal static bool Within(double amount, double most) => amount >= -Slack && amount <= most + Tolerance(most);

    internal static double Tolerance(double size) => Slack * Math.Max(1, Math.Abs(size));

    internal static string Named(SimCcsScenario scenario, SimCcsPipe pipe)
    {
        SimCcsEdge edge = scenario.Network.Edges[pipe.Edge];
        return pipe.Backward ? $"{edge.To}-{edge.From}" : $"{edge.From}-{edge.To}";
    }
}

/// <summary>What a check found.</summary>
/// <param name="Broken">Every limit that is broken, in words; empty where the solution holds.</param>
/// <param name="Costs">Costs as worked out from the files.</param>
public sealed record SimCcsVerdict(IReadOnlyList<string> Broken, SimCcsCosts Costs)
{
    public bool Passed => Broken.Count == 0;
}
