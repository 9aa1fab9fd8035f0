using Trunkline.NetworkDesign;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Infrastructure;

/// <summary>What looking ahead is worth, against numbers worked by hand in the studies' READMEs.</summary>
public sealed class BuildWaysTest
{
    [Theory]
    [InlineData("15-look-ahead", 498.0, 498.675, 498.2925)]
    [InlineData("04-build-ahead", 498.0, 498.675, 498.675)]
    [InlineData("13-shared-hub", -1082.9575, -1082.9575, -1082.9575)]
    public void Three_ways_of_building_cost_what_was_worked_by_hand(string study, double foresight, double ownPeriod, double myopic)
    {
        IReadOnlyList<BuiltWay> ways = Compare(TinyPillars.Study(study));
        Assert.Equal([foresight, ownPeriod, myopic], ways.Select(w => Math.Round(w.Plan!.Totals.Net.Value / 1e6, 4)));
        Assert.All(ways, w => Assert.True(w.Plan!.Audit.Passed, string.Join("; ", w.Plan.Audit.Violations)));
    }

    /// <summary>Whoever builds without looking ahead can at best do as well.</summary>
    [Theory]
    [InlineData("01-one-source-one-hub")]
    [InlineData("02-two-sources-one-trunk")]
    [InlineData("03-the-credit-cliff")]
    [InlineData("05-air-capture-and-oil-field")]
    [InlineData("12-not-enough-electricity")]
    public void No_way_is_cheaper_than_foresight(string study)
    {
        IReadOnlyList<BuiltWay> ways = Compare(TinyPillars.Study(study));
        double best = ways[0].Plan!.Totals.Net.Value, slack = 1e-4 * ways[0].Plan!.Totals.Cost.Value;
        Assert.All(ways, w => Assert.True(w.Plan is { Audit.Passed: true } && w.Plan.Totals.Net.Value >= best - slack, $"{w.Way}: {w.Plan?.Totals.Net} {w.WhyNone?.En}"));
    }

    private static IReadOnlyList<BuiltWay> Compare(TinyWorld world) =>
        new BuildWays(new ExactDesignSolver(), new ScalableDesignSolver())
            .Compare(world.Plan, world.Study, world.Dataset, world.Law, TestContext.Current.CancellationToken).OrThrow();
}
