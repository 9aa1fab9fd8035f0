using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Planner.SimCcs;

/// <summary>Between solutions and what SimCCS' solution.csv says of them.</summary>
public static class SimCcsResults
{
    /// <summary>The table of a solution, with the checker's costs. A price stands in the capture cost, as SimCCS has its tax there.</summary>
    public static SimCcsResult Of(SimCcsStudy study, SimCcsSolution solution)
    {
        SimCcsScenario scenario = study.Scenario;
        SimCcsCosts costs = SimCcsCheck.Of(study, solution).Costs;
        double price = study.Question is SimCcsQuestion.Price asked ? asked.UsdPerTonne : 0;
        return new SimCcsResult(
            study.Years, study.CapitalRecovery, price == 0 ? null : -price, solution.Amount, costs.Cost, costs.Capture - costs.Income, costs.Transport, costs.Storage,
            [.. scenario.Sources.Zip(solution.Captured).Where(s => s.Second > 0).Select(s => new SimCcsResultTerminal(
                s.First.Name, s.Second, (study.CapitalRecovery * s.First.Capital) + s.First.FixedOm + ((s.First.UnitCost - price) * s.Second)))],
            [.. scenario.Sinks.Index().Where(s => solution.Stored[s.Index] > 0).Select(s => new SimCcsResultTerminal(
                s.Item.Name, solution.Stored[s.Index], SinkCost(study, s.Item, solution.Stored[s.Index], solution.Wells[s.Index])))],
            [.. solution.Pipes.Select(p => Edge(study, p))]);
    }

    /// <summary>
    /// The solution behind a table, which tells neither trends nor wells: the cheapest trend that carries the flow, the fewest wells that inject what
    /// is stored. Problems are names and edges that the scenario does not have.
    /// </summary>
    public static Checked<SimCcsSolution> Solution(SimCcsScenario scenario, SimCcsResult result)
    {
        List<Problem> problems = [];
        double[] captured = Amounts("Source", scenario.Sources.Select(s => s.Name), result.Sources, problems);
        double[] stored = Amounts("Sink", scenario.Sinks.Select(s => s.Name), result.Sinks, problems);
        int[] wells = [.. scenario.Sinks.Zip(stored, FewestWells)];
        List<SimCcsPipe> pipes = [];
        foreach (SimCcsResultEdge row in result.Edges)
        {
            int forward = scenario.Network.Edges.Index().FirstOrDefault(e => (e.Item.From, e.Item.To) == (row.From, row.To), (-1, null!)).Index;
            int backward = scenario.Network.Edges.Index().FirstOrDefault(e => (e.Item.To, e.Item.From) == (row.From, row.To), (-1, null!)).Index;
            if (forward < 0 && backward < 0)
            {
                problems.Add(new Problem($"solution.csv: edge {row.From},{row.To}", "The candidate network has no such edge.", "Name the scenario that was solved."));
                continue;
            }

            int edge = Math.Max(forward, backward);
            pipes.Add(new SimCcsPipe(edge, forward < 0, CheapestTrend(scenario, edge, row.AmountMtPerYear), row.AmountMtPerYear));
        }

        return Checked<SimCcsSolution>.From(new SimCcsSolution(captured, stored, wells, pipes), problems);
    }

    private static double[] Amounts(string what, IEnumerable<string> names, IReadOnlyList<SimCcsResultTerminal> rows, List<Problem> problems)
    {
        string[] known = [.. names];
        double[] amounts = new double[known.Length];
        foreach (SimCcsResultTerminal row in rows)
        {
            int at = Array.IndexOf(known, row.Name);
            if (at < 0)
            {
                problems.Add(new Problem($"solution.csv: {what} {row.Name}", "The scenario has none of that name.", "Name the scenario that was solved."));
                continue;
            }

            amounts[at] += row.AmountMtPerYear;
        }

        return amounts;
    }

    private static int FewestWells(SimCcsSink sink, double stored) =>
        stored <= SimCcsWay.NoFlow || double.IsInfinity(sink.WellRateMtPerYear) || sink.WellRateMtPerYear <= 0 ? 0
            : (int)Math.Min(1e9, Math.Ceiling((stored / sink.WellRateMtPerYear) - 1e-6));

    // Files give amounts a little off; the last trend carries whatever no other does.
    private static int CheapestTrend(SimCcsScenario scenario, int edge, double flow)
    {
        double[] most = SimCcsPipeCost.Capacities(scenario);
        return Enumerable.Range(0, most.Length).Where(c => c == most.Length - 1 || flow <= most[c] + 1e-9)
            .MinBy(c => SimCcsPipeCost.Fixed(scenario.Network.Edges[edge], scenario.Trends[c]) + (SimCcsPipeCost.Slope(scenario.Network.Edges[edge], scenario.Trends[c]) * flow));
    }

    private static double SinkCost(SimCcsStudy study, SimCcsSink sink, double stored, int wells) =>
        (study.CapitalRecovery * sink.SiteCapital) + sink.SiteFixedOm
        + (wells * ((study.CapitalRecovery * sink.WellCapital) + sink.WellFixedOm)) + (sink.UnitCost * stored);

    private static SimCcsResultEdge Edge(SimCcsStudy study, SimCcsPipe pipe)
    {
        SimCcsScenario scenario = study.Scenario;
        SimCcsEdge edge = scenario.Network.Edges[pipe.Edge];
        double capital = SimCcsPipeCost.Fixed(edge, scenario.Trends[pipe.Trend])
            + (SimCcsPipeCost.Slope(edge, scenario.Trends[pipe.Trend]) * pipe.Flow / SimCcsPipeCost.Utilisation(scenario.Trends));
        return new SimCcsResultEdge(
            pipe.Backward ? edge.To : edge.From, pipe.Backward ? edge.From : edge.To, pipe.Flow, study.CapitalRecovery * capital, scenario.Grid.LengthOf(edge.Route));
    }
}
