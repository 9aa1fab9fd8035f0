using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

public sealed class FirstBuildsTest
{
    private static readonly FirstStepBuild Nothing = new(1, [], [], []), Narrow = Pipe(1), Wide = Pipe(2), Other = new(1, [new("A", 0)], [], []);

    /// <summary>The middle's comes first; of builds that differ in width alone the widest is tried; what held-out futures begin is not looked at.</summary>
    [Fact]
    public void The_commonest_are_tried_and_nothing_held_out_is_looked_at()
    {
        Ensemble world = FindingsTest.World();
        FirstStepBuild[] own = [Narrow, Wide, Nothing, Other, Other, Other];
        Dictionary<int, ScenarioResult> results = world.Own.ToDictionary(r => r.Key, r => r.Value with { FirstStep = own[r.Key - 1] });
        results[Scenario.Middle] = world.Middle! with { FirstStep = Nothing };
        IReadOnlyList<FirstBuild> builds = FirstBuilds.Of(world.Sweep, world.Scenarios, results);
        Assert.Equal([Scenario.Middle, 2], builds.Select(b => b.FromScenario));
        Assert.Equal([Nothing, Wide], builds.Select(b => b.Step));
        Assert.Equal([1.0 / 3, 2.0 / 3], builds.Select(b => b.Share), (x, y) => Math.Abs(x - y) < 1e-9);
    }

    [Fact]
    public void No_more_are_tried_than_asked_for_and_none_where_nothing_is_decided()
    {
        Ensemble world = FindingsTest.World();
        Dictionary<int, ScenarioResult> results = world.Own.ToDictionary(r => r.Key, r => r.Value with { FirstStep = r.Key == 1 ? Wide : Nothing });
        Assert.Single(FirstBuilds.Of(world.Sweep with { Decision = new SweepChoice(1, 1, 0.1) }, world.Scenarios, results));
        Assert.Empty(FirstBuilds.Of(world.Sweep with { Decision = null }, world.Scenarios, results));
    }

    private static FirstStepBuild Pipe(double width) => new(1, [new("A", 0)], [new("a-f", 0, "small", width)], [new("F", 0, 1)]);
}
