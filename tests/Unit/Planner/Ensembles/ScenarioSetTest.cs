using System.Text.Json.Nodes;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class ScenarioSetTest
{
    [Theory]
    [InlineData("latin-hypercube")]
    [InlineData("monte-carlo")]
    public void The_same_sweep_gives_the_same_scenarios(string method)
    {
        Sweep sweep = Drawn(method, 40).Sweep;
        IReadOnlyList<Scenario> first = ScenarioSet.Of(sweep), again = ScenarioSet.Of(sweep);
        Assert.Equal(first.Select(Text), again.Select(Text));
        Assert.NotEqual(first.Select(Text), ScenarioSet.Of(sweep with { Seed = 6 }).Select(Text));
        Assert.Equal(1, first.Sum(s => s.Weight), 9);
        Assert.Equal(20, first.Count(s => s.HeldOut));
        Assert.Equal(Enumerable.Range(1, 40), first.Select(s => s.Number));
    }

    /// <summary>In strata a branch comes up as often as its probability says, to one scenario.</summary>
    [Fact]
    public void Branches_come_up_as_often_as_they_are_likely()
    {
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Of(Drawn("latin-hypercube", 100).Sweep);
        Assert.Equal([60, 30, 10], Enumerable.Range(0, 3).Select(b => scenarios.Count(s => s.Branch == b)));
        Assert.Equal([25, 75], new[] { 0.5, 1 }.Select(v => scenarios.Count(s => s.Values[2] == v)));
    }

    /// <summary>Two by three values and three branches: 18 points, each as likely as the product of its parts.</summary>
    [Fact]
    public void A_grid_has_every_combination_once_with_its_weight()
    {
        SweepQuestion grid = SweepWorld.With(sweep =>
        {
            sweep["sample"] = JsonNode.Parse("""{ "method": "grid" }""");
            sweep.Remove("correlations");
            sweep["parameters"] = JsonNode.Parse(
                """[ { "name": "a", "cost": [ "capture" ], "values": [ 1, 2 ] }, { "name": "b", "path": "/discountRate", "values": [ 0.01, 0.02, 0.03 ], "weights": [ 1, 2, 1 ] } ]""");
        });
        IReadOnlyList<Scenario> scenarios = ScenarioSet.Of(grid.Sweep);
        Assert.Equal(18, scenarios.Count);
        Assert.Equal(18, scenarios.Select(Text).Distinct().Count());
        Assert.Equal(1, scenarios.Sum(s => s.Weight), 12);
        Assert.Equal(0.5 * 0.5 * 0.3, scenarios.Single(s => s.Values[0] == 2 && s.Values[1] == 0.02 && s.Branch == 1).Weight, 12);
    }

    [Fact]
    public void The_middle_future_has_every_median_and_the_likeliest_branch()
    {
        Scenario middle = ScenarioSet.Middle(Drawn("monte-carlo", 10).Sweep);
        Assert.Equal([1.25, 3 - Math.Sqrt(2.5), 1, 0.8], middle.Values.Select(v => Math.Round(v, 9)), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0, middle.Branch);
    }

    private static string Text(Scenario s) => $"{string.Join(' ', s.Values)} {s.Branch} {s.HeldOut}";

    private static SweepQuestion Drawn(string method, int count) => SweepWorld.With(sweep =>
    {
        sweep["sample"] = new JsonObject { ["method"] = method, ["scenarios"] = count };
    });
}
