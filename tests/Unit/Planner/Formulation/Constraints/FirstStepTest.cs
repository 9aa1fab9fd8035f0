using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>The two nodes of study 01 with a price: A starts in 2031 with a pipe of 1 Mt/y and two projects. What is decided through 2035 is the whole plan.</remarks>
public sealed class FirstStepTest : RuleTest<FirstStep>
{
    private static readonly FirstStepBuild AsPlanned = new(2, [new("A:ethanol-fermentation", 1)], [new("a-f", 1, "small", 1e6)], [new("F", 1, 2)]);

    protected override TinyWorld World => Decided(AsPlanned);

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right with { Captures = [] },
        right with { Pipes = [.. right.Pipes.Select(p => p with { Bought = [p.Bought[1], p.Bought[0]], Trend = [p.Trend[1], p.Trend[0]] })] },
        right with { Storages = [.. right.Storages.Select(s => s with { Projects = [0, 3] })] },
    ];

    [Fact]
    public void What_the_best_plan_begins_costs_nothing_to_decide()
    {
        Plan free = TinyWorld.TwoNodes.Plan, decided = World.Plan;
        Assert.Equal(free.Totals.Net.Value, decided.Totals.Net.Value, 0);
        Assert.True(decided.Audit.Passed);
        FirstStepBuild begun = FirstStepBuild.Of(free, 2);
        Assert.Equal(AsPlanned.Captures, begun.Captures);
        Assert.Equal(AsPlanned.Pipes, begun.Pipes.Select(p => p with { TonnesPerYear = Math.Round(p.TonnesPerYear) }));
        Assert.Equal(AsPlanned.Projects, begun.Projects);
    }

    /// <summary>A third project is opened in 2031 and charged for five of its thirty years: 30 M$ x 5/30, 6/30 x 5 + 1 x 5 for injection and operation, 30 x 5/30 for aftercare: 16.</summary>
    [Fact]
    public void A_project_too_many_costs_what_it_costs() =>
        Assert.Equal(TinyWorld.TwoNodes.Plan.Totals.Net.Value + 16e6, Decided(AsPlanned with { Projects = [new("F", 1, 3)] }).Plan.Totals.Net.Value, 0);

    [Fact]
    public void Where_nothing_was_begun_a_target_cannot_be_met() =>
        Assert.IsType<PlanOutcome.Infeasible>(Decided(new(2, [], [], [])).Make(SolverRoute.Auto));

    [Fact]
    public void A_strange_id_is_told()
    {
        TinyWorld world = Decided(AsPlanned with { Captures = [new("B", 1)] });
        Problem problem = Assert.Single(CaseBuilder.Build(world.Study, world.Dataset, world.Incentives, TestContext.Current.CancellationToken).Problems);
        Assert.Contains("'B'", problem.What, StringComparison.Ordinal);
    }

    private static TinyWorld Decided(FirstStepBuild step) => TinyWorld.TwoNodes.With(s => s with { Limits = s.Limits with { FirstStep = step } });
}
