using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// SimCCS' mixed-integer model of one representative year, with its own letters: s, a a source built and captured; r, w, b a site opened, its wells
/// and what is injected; y, p a pipe laid in one direction with one trend, and its flow. docs/simccs.md writes it out.
/// </summary>
/// <remarks>
/// Columns are named s_i, a_i, r_j, w_j, b_j by place in the file from 0, and y_u_v_c, p_u_v_c by the places of the cells among the sorted ends of edges.
/// Whole columns come first, as SimCCS' own reader of model files expects.
/// </remarks>
public sealed class SimCcsModel
{
    private readonly SimCcsStudy study;
    private readonly SimCcsScenario scenario;
    private readonly List<SimCcsWay> ways;
    private readonly double price;
    private readonly double[] capacities;
    private readonly int[] built;
    private readonly int[] captured;
    private readonly int[] opened;
    private readonly int?[] wells;
    private readonly int[] stored;
    private readonly int[] laid;
    private readonly int[] flow;

    /// <summary>The model of a target or a price.</summary>
    /// <exception cref="ArgumentException">The question has periods.</exception>
    public SimCcsModel(SimCcsStudy study)
    {
        this.study = study;
        scenario = study.Scenario;
        price = study.Question switch
        {
            SimCcsQuestion.Target => 0,
            SimCcsQuestion.Price asked => asked.UsdPerTonne,
            _ => throw new ArgumentException("A question with periods has a model of its own.", nameof(study)),
        };
        capacities = SimCcsPipeCost.Capacities(scenario);
        ways = SimCcsWay.All(scenario);
        built = [.. scenario.Sources.Select((s, i) => Binary($"s_{i}", (study.CapitalRecovery * s.Capital) + s.FixedOm))];
        opened = [.. scenario.Sinks.Select((s, j) => Binary($"r_{j}", (study.CapitalRecovery * s.SiteCapital) + s.SiteFixedOm))];
        wells = [.. scenario.Sinks.Select((s, j) => WellColumn(s, j))];
        laid = [.. ways.Select(w => Binary(w.Name("y"), study.CapitalRecovery * SimCcsPipeCost.Fixed(w.Edge, w.Trend)))];
        captured = [.. scenario.Sources.Select((s, i) => Positive($"a_{i}", s.UnitCost - price))];
        stored = [.. scenario.Sinks.Select((s, j) => Positive($"b_{j}", s.UnitCost))];
        double utilisation = SimCcsPipeCost.Utilisation(scenario.Trends);
        flow = [.. ways.Select(w => Positive(w.Name("p"), study.CapitalRecovery * SimCcsPipeCost.Slope(w.Edge, w.Trend) / utilisation))];
        AddRows();
    }

    /// <summary>The model to be minimised, M$/y.</summary>
    public LinearModel Linear { get; } = new();

    /// <summary>The solution that the values of the columns stand for.</summary>
    public SimCcsSolution Solution(IReadOnlyList<double> values) => new(
        [.. captured.Select(c => Clean(values[c]))],
        [.. stored.Select(c => Clean(values[c]))],
        [.. wells.Select(c => c is { } column ? (int)Math.Round(values[column]) : 0)],
        [.. ways.Select((w, k) => new SimCcsPipe(w.EdgeIndex, w.Backward, w.TrendIndex, values[flow[k]])).Where(p => p.Flow > SimCcsWay.NoFlow)]);

    private static double Clean(double value) => value > SimCcsWay.NoFlow ? value : 0;

    private int Binary(string name, double cost) => Linear.AddColumn(name, cost, 0, 1, isInteger: true);

    private int Positive(string name, double cost) => Linear.AddColumn(name, cost, 0, double.PositiveInfinity);

    private int? WellColumn(SimCcsSink sink, int index) => double.IsPositiveInfinity(sink.WellRateMtPerYear) ? null
        : Linear.AddColumn($"w_{index}", (study.CapitalRecovery * sink.WellCapital) + sink.WellFixedOm, 0, double.PositiveInfinity, isInteger: true);

    private void AddRows()
    {
        AddPipeRows();
        AddConservation();
        AddSourceRows();
        AddSinkRows();
        if (study.Question is SimCcsQuestion.Target target)
        {
            Add("target", captured.Select(c => new Term(1, c)), Sense.Equal, target.MtPerYear);
        }
    }

    private void AddPipeRows()
    {
        for (int k = 0; k < ways.Count; k++)
        {
            Add(ways[k].Name("pipe_size"), [new Term(1, flow[k]), new Term(-capacities[ways[k].TrendIndex], laid[k])], Sense.AtMost, 0);
        }

        foreach (var way in ways.Select((w, k) => (Way: w, Column: laid[k])).GroupBy(w => (w.Way.From, w.Way.To)))
        {
            Add($"one_pipe_{way.Key.From}_{way.Key.To}", way.Select(w => new Term(1, w.Column)), Sense.AtMost, 1);
        }
    }

    // What leaves less what arrives is what is captured there less what is stored there.
    private void AddConservation()
    {
        var terms = scenario.Network.Vertices.ToDictionary(v => v, _ => new List<Term>());
        for (int k = 0; k < ways.Count; k++)
        {
            terms[ways[k].FromCell].Add(new Term(1, flow[k]));
            terms[ways[k].ToCell].Add(new Term(-1, flow[k]));
        }

        for (int i = 0; i < captured.Length; i++)
        {
            terms[scenario.Sources[i].Cell].Add(new Term(-1, captured[i]));
        }

        for (int j = 0; j < stored.Length; j++)
        {
            terms[scenario.Sinks[j].Cell].Add(new Term(1, stored[j]));
        }

        foreach ((int cell, List<Term> balance) in terms)
        {
            Add($"conservation_{cell}", balance, Sense.Equal, 0);
        }
    }

    private void AddSourceRows()
    {
        for (int i = 0; i < captured.Length; i++)
        {
            Add($"capturable_{i}", [new Term(1, captured[i]), new Term(-scenario.Sources[i].MostMtPerYear, built[i])], Sense.AtMost, 0);
        }
    }

    private void AddSinkRows()
    {
        for (int j = 0; j < stored.Length; j++)
        {
            SimCcsSink sink = scenario.Sinks[j];
            if (wells[j] is { } column)
            {
                Add($"injectable_{j}", [new Term(1, stored[j]), new Term(-sink.WellRateMtPerYear, column)], Sense.AtMost, 0);
            }

            Add($"storable_{j}", [new Term(1, stored[j]), new Term(-sink.CapacityMt / study.Years, opened[j])], Sense.AtMost, 0);
        }
    }

    private void Add(string name, IEnumerable<Term> terms, Sense sense, double rightHandSide) =>
        Linear.AddRow(new Row(name, [.. terms], sense, rightHandSide));
}
