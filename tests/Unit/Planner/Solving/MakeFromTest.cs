using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Solving;

/// <summary>A search that starts from another plan finds what a search from nothing finds.</summary>
public sealed class MakeFromTest
{
    [Theory]
    [InlineData("04-build-ahead")]
    [InlineData("05-air-capture-and-oil-field")]
    [InlineData("17-two-laws")]
    public void The_answer_is_the_same_from_its_own_plan_and_from_that_of_dearer_pipes(string folder)
    {
        TinyWorld world = TinyWorld.Read(folder);
        Plan cold = world.Plan, dearer = world.With(s => s with { CostFactors = new CostFactors { Transport = 3, Storage = 0.5 } }).Plan;
        Assert.All(new[] { cold, dearer }, parent =>
        {
            Plan warm = From(parent, world);
            Assert.Equal(cold.Totals.Net.Value, warm.Totals.Net.Value, 0);
            Assert.True(warm.Audit.Passed);
        });
    }

    [Fact]
    public void A_parent_of_another_world_is_no_obstacle() =>
        Assert.Equal(TinyWorld.TwoNodes.Plan.Totals.Net.Value, From(TinyWorld.Read("04-build-ahead").Plan, TinyWorld.TwoNodes).Totals.Net.Value, 0);

    private static Plan From(Plan parent, TinyWorld world) => Assert.IsType<PlanOutcome.Planned>(
        new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver())
            .MakeFrom(parent, world.Study with { Solver = world.Study.Solver with { Route = SolverRoute.Exact } }, world.Dataset, world.Law, TestContext.Current.CancellationToken).OrThrow()).Plan;
}
