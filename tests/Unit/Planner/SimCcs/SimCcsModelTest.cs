using System.Text.RegularExpressions;
using Trunkline.Atlas.SimCcs;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;
using Trunkline.Tests.Unit.Atlas.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>SimCCS' models: against hand-worked answers, the published model file, and published bounds.</summary>
public sealed partial class SimCcsModelTest
{
    /// <summary>
    /// Alone, Alpha costs 0.1 x 100 + 5 + 20 x 4 = 95; its way over the junction 0.1 x 7 x (1 + 0.2 x 4) = 1.26 (the direct edge: 1.62); the site
    /// 0.1 x 60 + 1 + 2 wells x 1.5 + 3 x 4 = 22. Beta instead would capture for 120.
    /// </summary>
    [Fact]
    public void Four_megatonnes_come_from_alpha_over_the_junction()
    {
        SimCcsAnswer answer = SolveExactly(Tiny(Target(4)));
        AssertCosts(95, 1.26, 22, 0, answer);
        Assert.Equal([4, 0], answer.Solution!.Captured);
        Assert.Equal([(0, false), (2, false)], answer.Solution.Pipes.Select(p => (p.Edge, p.Backward)).Order());
    }

    /// <summary>95 + 30 x 6; 0.1 x (2 x 1.8 + 3 x (1.5 + 0.6) + 5 x (1.5 + 1)), the larger trend from 5 Mt/y; 7 + 5 wells x 1.5 + 3 x 10.</summary>
    [Fact]
    public void Ten_megatonnes_share_a_trunk_of_the_larger_trend()
    {
        SimCcsAnswer answer = SolveExactly(Tiny(Target(10)));
        AssertCosts(275, 2.24, 44.5, 0, answer);
        Assert.Equal(1, answer.Solution!.Pipes.Single(p => p.Edge == 2).Trend);
        Assert.True(answer.Solution.Pipes.Single(p => p.Edge == 1).Backward);
        Assert.Equal([5], answer.Solution.Wells);
    }

    /// <summary>Beta's tonne costs 30 + 3 and a little for pipes and wells: at 40 $/t both plants run, 321.74 less 400; at 15 none does.</summary>
    [Fact]
    public void A_price_calls_up_what_pays()
    {
        AssertCosts(275, 2.24, 44.5, 400, SolveExactly(Tiny(Price(40))));
        AssertCosts(0, 0, 0, 0, SolveExactly(Tiny(Price(15))));
    }

    [Fact]
    public void More_than_there_is_has_no_solution()
    {
        SimCcsAnswer answer = SolveExactly(Tiny(Target(11)));
        Assert.Equal(SolveStatus.Infeasible, answer.Status);
        Assert.Null(answer.Verdict);
        Assert.Null(answer.Gap);
    }

    /// <summary>
    /// Two spans of 10 years, 4 then 10 Mt/y: capture 10 x 4 x 20 + 10 x (4 x 20 + 6 x 30), storage 3 $/t. The trunk of 10 Mt/y is cheaper at once,
    /// 20 years x 0.1 x 5 x (1.5 + 0.1 x 10) = 25, than 4 now (18) and 6 later (10 x 0.1 x 5 x 2.1 = 10.5); Alpha's spur 20 x 0.1 x 2 x 1.8, Beta's
    /// later 10 x 0.1 x 3 x 2.1.
    /// </summary>
    [Fact]
    public void Over_time_the_trunk_is_laid_large_enough_at_once()
    {
        SimCcsAnswer answer = SolveExactly(Tiny(Periods((10, 4), (10, 10))));
        AssertCosts(3400, 25 + 7.2 + 6.3, 420, 0, answer);
        Assert.Equal(10, answer.Staged!.Stages[0].Bought.Single(p => p.Edge == 2).Flow, 6);
    }

    [Fact]
    public void Storage_fills_over_the_periods() =>
        Assert.Equal(SolveStatus.Infeasible, SolveExactly(Tiny(Periods((20, 10), (20, 10)))).Status);

    /// <summary>Every coefficient of the published file, arcs matched by their conservation rows: C_k is the vertex with the k-th smallest cell.</summary>
    [Fact]
    public void The_published_model_is_rebuilt_to_its_rounding()
    {
        string folder = TinyScenario.SoutheastOrSkip();
        MpsColumns published = MpsColumns.Read(Path.Combine(folder, "cap.mps"));
        SimCcsStudy study = Southeast(Target(110));
        Dictionary<string, List<(string, double)>> ours = Entries(new SimCcsModel(study).Linear, study.Scenario.Network.Vertices);
        string[] names = [.. published.Columns.Keys.Where(n => n.Contains('[', StringComparison.Ordinal))];
        Assert.Equal(20 + 20 + 7 + 7 + 7 + (2 * 732), names.Length);
        Assert.Equal(names.Length, ours.Count);
        foreach (string name in names)
        {
            AssertEntries(name, Theirs(published, name), ours[OurName(published, name)]);
        }
    }

    /// <summary>Published relaxations of the single-year cases (4,804.73, 14,558.39, -543.31) and of the five-period case (124,975.16).</summary>
    [Theory]
    [InlineData(4804.73, 50, 0, false)]
    [InlineData(14558.39, 110, 0, false)]
    [InlineData(-543.31, 0, 100, false)]
    [InlineData(124975.16, 0, 0, true)]
    public void Relaxations_are_the_published_ones(double expected, double target, double price, bool overTime)
    {
        double relaxed = overTime
            ? Relaxed(new SimCcsStagedModel(Southeast(Periods((5, 50), (5, 65), (5, 80), (5, 95), (5, 110)))).Linear)
            : Relaxed(new SimCcsModel(Southeast(price > 0 ? Price(price) : Target(target))).Linear);
        Assert.Equal(expected, relaxed, 0.01);
    }

    [Fact]
    public void The_model_file_is_read_by_any_solver() =>
        Assert.Contains("p_0_1_0", MpsText.Write(new SimCcsModel(Tiny(Target(4))).Linear), StringComparison.Ordinal);

    private static void AssertCosts(double capture, double transport, double storage, double income, SimCcsAnswer answer)
    {
        Assert.Empty(answer.Verdict!.Broken);
        SimCcsCosts costs = answer.Verdict.Costs;
        Assert.Equal([capture, transport, storage, income], new[] { costs.Capture, costs.Transport, costs.Storage, costs.Income }.Select(c => Math.Round(c, 6)));
        Assert.Equal(capture + transport + storage - income, answer.Bound, 1e-4);
    }

    private static void AssertEntries(string name, IEnumerable<(string Row, double Value)> theirs, IEnumerable<(string Row, double Value)> ours)
    {
        (string Row, double Value)[] expected = [.. theirs.OrderBy(e => e.Row, StringComparer.Ordinal)], built = [.. ours.OrderBy(e => e.Row, StringComparer.Ordinal)];
        Assert.True(expected.Length == built.Length, $"{name}: {string.Join(' ', expected)} against {string.Join(' ', built)}");
        Assert.All(expected.Zip(built), e => Assert.True(
            e.First.Row == e.Second.Row && Math.Abs(e.First.Value - e.Second.Value) <= 5.0000001e-6, $"{name}: {e.First} against {e.Second}"));
    }

    // Rows by kind, except the balance of a vertex, which is told by its place. SimCCS' rows "flow at least 0" say what bounds say already.
    private static IEnumerable<(string Row, double Value)> Theirs(MpsColumns published, string name) =>
        from entry in published.Columns[name]
        where !(entry.Row[0] == 'A' && published.Senses[entry.Row] == 'G') && entry.Value != 0
        select (entry.Row[0] == 'C' ? entry.Row : entry.Row[..1], entry.Value);

    private static string OurName(MpsColumns published, string name)
    {
        string[] parts = name.Split(['[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (parts[0] is not ("p" or "y"))
        {
            return $"{parts[0]}_{parts[1]}";
        }

        var ends = published.Columns[$"p[{parts[1]}][{parts[2]}]"].Where(e => e.Row[0] == 'C').ToDictionary(e => e.Value, e => int.Parse(e.Row[1..]) - 1);
        return $"{parts[0]}_{ends[1]}_{ends[-1]}_{parts[2]}";
    }

    private static Dictionary<string, List<(string, double)>> Entries(LinearModel model, IReadOnlyList<int> vertices)
    {
        var entries = model.Columns.ToDictionary(c => c.Name, c => c.Cost == 0 ? new List<(string, double)>() : [("O", c.Cost)]);
        foreach (Row row in model.Rows)
        {
            string kind = LastNumbers().Replace(row.Name, "") switch
            {
                "pipe_size" => "A",
                "one_pipe" => "B",
                "conservation" => $"C{vertices.Index().Single(v => row.Name == $"conservation_{v.Item}").Index + 1}",
                "capturable" => "D",
                "injectable" => "E",
                "storable" => "F",
                "target" => "G",
                _ => row.Name,
            };
            row.Terms.ToList().ForEach(t => entries[model.Columns[t.Column].Name].Add((kind, t.Coefficient * Sign(kind))));
        }

        return entries;
    }

    // SimCCS writes these rows with the opposite sign, and some solvers' readers with this one: a row times -1 is the same row.
    private static int Sign(string kind) => Flipped.Contains(kind[0]) ? -1 : 1;

    private const string Flipped = "DEF";

    [GeneratedRegex("(_[0-9]+)+$")]
    private static partial Regex LastNumbers();
}
