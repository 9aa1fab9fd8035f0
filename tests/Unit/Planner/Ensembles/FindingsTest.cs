using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

/// <summary>
/// Six futures worked by hand, in M$ of net. Seen 1 to 3, held out 4 to 6; one parameter, low in 1 and 4, in the middle in 2 and 5, high in 3 and 6.
/// <code>
/// future              1     2     3  |   4     5     6
/// own plan          -10    -4     0  |  -9    -5     0
/// A (middle's)       -8    -4    10  |  -7    -5    12
/// B                  -5    -3     1  |  -6    -3     2
/// C                 -10     2    20  |  -9     3   none
/// </code>
/// Means seen: A -2/3, B -7/3, C 4. Regrets seen: A 2, 0, 10; B 5, 1, 1; C 0, 6, 20.
/// </summary>
public sealed class FindingsTest
{
    private static readonly double[] Own = [-10, -4, 0, -9, -5, 0];

    private static readonly double?[][] Builds = [[-8, -4, 10, -7, -5, 12], [-5, -3, 1, -6, -3, 2], [-10, 2, 20, -9, 3, null]];

    private static ChoiceFindings Choice => Findings.Of(World()).Choice!;

    [Fact]
    public void The_choice_is_the_one_worked_by_hand()
    {
        Assert.Equal([-2e6 / 3, -7e6 / 3, 4e6], Choice.Builds.Select(b => b.Seen.Mean!.Value), (x, y) => Math.Abs(x - y) < 1);
        Assert.Equal([10e6, 5e6, 20e6], Choice.Builds.Select(b => b.Seen.MostRegret!.Value));
        // The worst third is one future of three.
        Assert.Equal([10e6, 1e6, 20e6], Choice.Builds.Select(b => b.Seen.Tail!.Value), (x, y) => Math.Abs(x - y) < 1);
        Assert.Equal([1, 1, 1], Choice.Choices.Select(c => c.Build));
    }

    /// <summary>On held-out futures B less A is 1, 2 and -10: mean -7/3, deviation sqrt(133/3), error of the mean sqrt(133/9). B is better in one of three; its worst 2 against 12, its most regret 3 against 12.</summary>
    [Fact]
    public void It_is_judged_on_the_futures_that_it_has_not_seen()
    {
        RobustChoice robust = Choice.Choices[0];
        Assert.Equal(-7e6 / 3, robust.Mean!.Value, 0);
        Assert.Equal(1e6 * Math.Sqrt(133.0 / 9), robust.MeanError!.Value, 0);
        Assert.Equal(1.0 / 3, robust.Better!.Value, 9);
        Assert.Equal(-10e6, robust.Tail!.Value, 0);
        Assert.Equal(-9e6, robust.MostRegret!.Value, 0);
    }

    [Fact]
    public void A_build_without_a_plan_somewhere_has_no_score_there()
    {
        TriedBuild last = Choice.Builds[2];
        Assert.Equal((0, 1), (last.Seen.Failed, last.HeldOut.Failed));
        Assert.Null(last.HeldOut.Mean);
        Assert.NotNull(last.Seen.Mean);
        Assert.Null(Choice.Regrets[2][5]);
    }

    /// <summary>Over all six the best fixed build is B with -14/6, perfect knowledge has -28/6. Among the seen, whoever knows the third takes C, A and B: (-10 - 4 + 1)/3 = -13/3 against -7/3.</summary>
    [Fact]
    public void Information_is_worth_what_was_worked_by_hand()
    {
        Assert.Equal(14e6 / 6, Choice.PerfectInformation!.Value, 0);
        Assert.Equal(2e6, Assert.Single(Choice.Knowing).Worth, 0);
    }

    /// <summary>B is right where the parameter is high. Where it is low C saves 5 among the seen and 3 among the others, in the middle A saves 1 and 2.</summary>
    [Fact]
    public void Signposts_say_where_another_build_is_better_and_whether_that_holds() => Assert.Equal(
        [(2, 5e6, 3e6), (0, 1e6, 2e6)], Choice.Signposts.Select(s => (s.Build, Math.Round(s.Saving), Math.Round(s.HeldOutSaving!.Value))));

    /// <summary>Thirds of the parameter: nets of -9.5, -4.5 and 0 on average.</summary>
    [Fact]
    public void The_tornado_sets_the_best_third_against_the_worst()
    {
        TornadoBar bar = Assert.Single(Findings.Of(World()).Tornado);
        Assert.Equal((-9.5e6, 0.0, 9.5e6), (Math.Round(bar.BestNet), Math.Round(bar.WorstNet), Math.Round(bar.Swing)));
    }

    /// <summary>Plant P is begun in 2026 in two of six futures and in 2031 in two more; it stands in a third by 2030 and in two thirds by 2035.</summary>
    [Fact]
    public void Core_infrastructure_is_counted_by_year()
    {
        CoreThing plant = Assert.Single(Findings.Of(World()).Core);
        Assert.Equal([1.0 / 3, 2.0 / 3], plant.ShareBy, (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void Futures_without_a_plan_are_counted_and_take_no_part()
    {
        Ensemble world = World();
        var failed = ScenarioResult.Failed(ScenarioStatus.Infeasible, new("no room", "没有空间"));
        Findings findings = Findings.Of(world with { Own = world.Own.ToDictionary(r => r.Key, r => r.Key == 1 ? failed : r.Value) });
        Assert.Equal([(ScenarioStatus.Planned, 5), (ScenarioStatus.Infeasible, 1)], findings.Statuses.Select(s => (s.Status, s.Count)));
        Assert.Equal(-18e6 / 5, findings.Spreads[0].Mean, 0);
        Findings none = Findings.Of(world with { Own = world.Own.ToDictionary(r => r.Key, _ => failed) });
        Assert.Empty(none.Spreads);
        Assert.Empty(none.Core);
    }

    /// <summary>A tail of a quarter of four equal figures is the worst one; of three eighths, the worst and half of the next.</summary>
    [Theory]
    [InlineData(0.25, 4)]
    [InlineData(0.375, 11.0 / 3)]
    [InlineData(1, 2.5)]
    public void A_tail_counts_the_last_figure_in_part(double share, double mean) =>
        Assert.Equal(mean, Weighted.Tail([(1, 0.25), (4, 0.25), (3, 0.25), (2, 0.25)], share), 9);

    internal static Ensemble World()
    {
        SweepQuestion asked = SweepWorld.With(sweep =>
        {
            sweep["sample"]!["scenarios"] = 6;
            sweep["parameters"] = System.Text.Json.Nodes.JsonNode.Parse("""[ { "name": "p", "cost": [ "capture" ], "values": [ 1, 2, 3 ] } ]""");
            sweep.Remove("correlations");
            sweep.Remove("policy");
            sweep["decision"] = System.Text.Json.Nodes.JsonNode.Parse("""{ "through": 2030, "tail": 0.3333333333333333 }""");
        });
        Scenario[] scenarios = [.. Enumerable.Range(0, 6).Select(i => new Scenario(i + 1, 1.0 / 6, i >= 3, [1 + (i % 3)], 0))];
        return new Ensemble(
            asked.Sweep,
            asked.Study,
            scenarios,
            Result(-5, 2026),
            scenarios.ToDictionary(s => s.Number, s => Result(Own[s.Number - 1], s.Number switch { <= 2 => 2026, <= 4 => 2031, _ => null })),
            [.. Builds.Select((_, b) => new FirstBuild(b == 0 ? Scenario.Middle : b, 0.3, new FirstStepBuild(1, [], [], [])))],
            (from b in Enumerable.Range(0, Builds.Length) from s in scenarios select (Key: (s.Number, b), Net: Builds[b][s.Number - 1]))
                .ToDictionary(r => r.Key, r => r.Net is { } net ? Result(net, null) : ScenarioResult.Failed(ScenarioStatus.Infeasible, new("none", "无"))));
    }

    private static ScenarioResult Result(double net, int? from) => new(
        ScenarioStatus.Planned, null, false, net * 1e6, 20e6, 0, 0, 1, 1, from is { } year ? [new BegunThing("plant", "P", "Plant <P>", year)] : [], new FirstStepBuild(1, [], [], []));
}
