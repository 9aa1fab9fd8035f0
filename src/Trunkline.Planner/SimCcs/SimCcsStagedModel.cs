using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// The model over periods of the SimCCS of 2019: a_t captured, b_t injected, y_t a pipe bought, p_t the capacity bought, x_t what flows. Costs are
/// summed over the years of the horizon without discounting; openings of plants, sites and wells cost nothing. docs/simccs.md writes it out.
/// </summary>
public sealed class SimCcsStagedModel
{
    private readonly SimCcsScenario scenario;
    private readonly IReadOnlyList<SimCcsPeriod> periods;
    private readonly List<SimCcsWay> ways;
    private readonly int[][] captured;
    private readonly int[][] stored;
    private readonly int[][] bought;
    private readonly int[][] capacity;
    private readonly int[][] flow;

    /// <exception cref="ArgumentException">The question has no periods.</exception>
    public SimCcsStagedModel(SimCcsStudy study)
    {
        scenario = study.Scenario;
        periods = study.Question is SimCcsQuestion.Periods asked ? asked.Spans : throw new ArgumentException("The question has no periods.", nameof(study));
        ways = SimCcsWay.All(scenario);
        double[] remaining = [.. periods.Select((_, t) => study.CapitalRecovery * periods.Skip(t).Sum(p => p.Years))];
        double utilisation = SimCcsPipeCost.Utilisation(scenario.Trends);
        bought = Columns(ways, (w, t) => Linear.AddColumn($"{w.Name("y")}_{t}", remaining[t] * SimCcsPipeCost.Fixed(w.Edge, w.Trend), 0, 1, isInteger: true));
        captured = Columns(scenario.Sources, (s, i, t) => Linear.AddColumn($"a_{i}_{t}", periods[t].Years * s.UnitCost, 0, s.MostMtPerYear));
        stored = Columns(scenario.Sinks, (s, j, t) => Linear.AddColumn($"b_{j}_{t}", periods[t].Years * s.UnitCost, 0, double.PositiveInfinity));
        capacity = Columns(ways, (w, t) => Positive($"{w.Name("p")}_{t}", remaining[t] * SimCcsPipeCost.Slope(w.Edge, w.Trend) / utilisation));
        flow = Columns(ways, (w, t) => Positive($"{w.Name("x")}_{t}", 0));
        AddPipeRows();
        AddConservation();
        AddLimits();
    }

    /// <summary>The model to be minimised, M$ over the horizon.</summary>
    public LinearModel Linear { get; } = new();

    /// <summary>The solution that the values of the columns stand for.</summary>
    public SimCcsStagedSolution Solution(IReadOnlyList<double> values) => new(
    [
        .. periods.Select((_, t) => new SimCcsStage(
            [.. captured[t].Select(c => values[c])], [.. stored[t].Select(c => values[c])], Pipes(flow[t], values), Pipes(capacity[t], values))),
    ]);

    private SimCcsPipe[] Pipes(int[] columns, IReadOnlyList<double> values) =>
        [.. ways.Select((w, k) => new SimCcsPipe(w.EdgeIndex, w.Backward, w.TrendIndex, values[columns[k]])).Where(p => p.Flow > SimCcsWay.NoFlow)];

    private int[][] Columns<T>(IReadOnlyList<T> things, Func<T, int, int> add) => Columns(things, (thing, _, t) => add(thing, t));

    private int[][] Columns<T>(IReadOnlyList<T> things, Func<T, int, int, int> add) =>
        [.. periods.Select((_, t) => things.Select((thing, i) => add(thing, i, t)).ToArray())];

    private int Positive(string name, double cost) => Linear.AddColumn(name, cost, 0, double.PositiveInfinity);

    private void AddPipeRows()
    {
        double[] most = SimCcsPipeCost.Capacities(scenario);
        for (int t = 0; t < periods.Count; t++)
        {
            for (int k = 0; k < ways.Count; k++)
            {
                Add($"{ways[k].Name("pipe_size")}_{t}", [new Term(1, capacity[t][k]), new Term(-most[ways[k].TrendIndex], bought[t][k])], Sense.AtMost, 0);
                IEnumerable<Term> sofar = Enumerable.Range(0, t + 1).Select(earlier => new Term(-1, capacity[earlier][k]));
                Add($"{ways[k].Name("pipe_use")}_{t}", [new Term(1, flow[t][k]), .. sofar], Sense.AtMost, 0);
            }
        }
    }

    private void AddConservation()
    {
        for (int t = 0; t < periods.Count; t++)
        {
            var terms = scenario.Network.Vertices.ToDictionary(v => v, _ => new List<Term>());
            foreach ((int k, SimCcsWay way) in ways.Index())
            {
                terms[way.FromCell].Add(new Term(1, flow[t][k]));
                terms[way.ToCell].Add(new Term(-1, flow[t][k]));
            }

            foreach ((int i, SimCcsSource source) in scenario.Sources.Index())
            {
                terms[source.Cell].Add(new Term(-1, captured[t][i]));
            }

            foreach ((int j, SimCcsSink sink) in scenario.Sinks.Index())
            {
                terms[sink.Cell].Add(new Term(1, stored[t][j]));
            }

            foreach ((int cell, List<Term> balance) in terms)
            {
                Add($"conservation_{cell}_{t}", balance, Sense.Equal, 0);
            }
        }
    }

    private void AddLimits()
    {
        foreach ((int t, SimCcsPeriod period) in periods.Index())
        {
            Add($"target_{t}", captured[t].Select(c => new Term(1, c)), Sense.AtLeast, period.TargetMtPerYear);
        }

        foreach ((int j, SimCcsSink sink) in scenario.Sinks.Index())
        {
            Add($"storable_{j}", periods.Select((p, t) => new Term(p.Years, stored[t][j])), Sense.AtMost, sink.CapacityMt);
        }
    }

    private void Add(string name, IEnumerable<Term> terms, Sense sense, double rightHandSide) =>
        Linear.AddRow(new Row(name, [.. terms], sense, rightHandSide));
}
