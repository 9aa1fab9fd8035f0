using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Formulation.Constraints;

/// <remarks>Study 08 without its share: A and B fill the formation. C, which is dearer, is forced: then A and C, as its README works out for a share of 40 %.</remarks>
public sealed class ForcedCaptureTest : RuleTest<ForcedCapture>
{
    private static readonly Lazy<TinyWorld> Study = new(() => TinyWorld.Read("08-a-share-for-communities"));

    protected override TinyWorld World => Forcing("C");

    protected override IEnumerable<Plan> Spoiled(Plan right) =>
    [
        right with { Captures = [.. right.Captures.Where(c => c.SiteId != "C")] },
        right with { Captures = [.. right.Captures.Select(c => c.SiteId == "C" ? c with { Rate = [.. c.Rate.Select(r => 0.5 * r)] } : c)] },
    ];

    /// <summary>Fees of 0.4 M$ are not in this world. What is in the plan anyway costs nothing to force; a third plant has no room.</summary>
    [Theory]
    [InlineData("", -254.175)]
    [InlineData("A", -254.175)]
    [InlineData("A B", -254.175)]
    [InlineData("C", -234.175)]
    public void What_forcing_costs_is_the_figure_worked_by_hand(string forced, double net)
    {
        TinyWorld world = Forcing(forced.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(new[] { SolverRoute.Exact, SolverRoute.Scalable }, route =>
        {
            Plan plan = Assert.IsType<PlanOutcome.Planned>(world.Make(route)).Plan;
            Assert.Equal(net, plan.Totals.Net.Value / 1e6, 6);
            Assert.True(plan.Totals.Bound.Value <= plan.Totals.Net.Value + 1);
            Assert.True(plan.Audit.Passed);
        });
    }

    [Theory]
    [InlineData(SolverRoute.Exact)]
    [InlineData(SolverRoute.Scalable)]
    public void Three_plants_have_no_room_and_the_answer_says_so(SolverRoute route)
    {
        PlanOutcome.Infeasible outcome = Assert.IsType<PlanOutcome.Infeasible>(Forcing("A", "B", "C").Make(route));
        Assert.NotEmpty(outcome.Relaxations);
    }

    [Theory]
    [InlineData("F", "storage cannot be forced")]
    [InlineData("nowhere", "no site and no DAC site")]
    public void What_cannot_be_forced_is_said_with_the_reason(string id, string why)
    {
        TinyWorld world = Forcing("A", id);
        Problem problem = Assert.Single(CaseBuilder.Build(world.Study, world.Dataset, world.Incentives, TestContext.Current.CancellationToken).Problems);
        Assert.Contains(why, problem.What, StringComparison.Ordinal);
        Assert.EndsWith("/limits/forced", problem.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corridor_or_a_closed_site_or_one_of_unknown_cost_cannot_be_forced()
    {
        string corridor = Study.Value.Dataset.Network!.Edges[0].Id;
        TinyWorld world = Forcing(corridor, "A", "B")
            .With(d => d with { Streams = [.. d.Streams.Select(s => s.SiteId == "B" ? s with { Cost = null } : s)] })
            .With(s => s with { Limits = s.Limits with { Closed = new HashSet<string> { "A" } } });
        string[] said = [.. CaseBuilder.Build(world.Study, world.Dataset, world.Incentives, TestContext.Current.CancellationToken).Problems.Select(p => p.What)];
        Assert.Equal(3, said.Length);
        Assert.Contains(said, s => s.Contains("corridors cannot be forced", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("forced and closed", StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("unknown is not free", StringComparison.Ordinal));
    }

    private static TinyWorld Forcing(params string[] ids) => Study.Value.With(s => s with { Limits = new Limits([], null) { Forced = ids.ToHashSet() } });
}
