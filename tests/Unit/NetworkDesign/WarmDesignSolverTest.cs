using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class WarmDesignSolverTest
{
    private static readonly DesignOptions Budget = new(RelativeGap: 0.01, TimeLimitSeconds: 20, Threads: 1);

    private static int Cases => Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 2000 : 200;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another world of the same shape is a change of every number at once: hardly anything remembered is right, and the answer must be valid all the same.</summary>
    [Fact]
    public void A_warm_answer_to_any_change_is_a_solution_and_its_bound_is_not_above_the_optimum()
    {
        int answered = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            DesignProblem before = SeededDesigns.Tiny(seed);
            if (Cold(before).Memory is not { } memory)
            {
                continue;
            }

            DesignProblem changed = Changed(before, seed);
            DesignResult warm = WarmDesignSolver.Solve(changed, memory, Same(changed), Budget, Token);
            DesignResult exact = new ExactDesignSolver().Solve(changed, Budget with { RelativeGap = 1e-6 }, null, Token);
            double size = Math.Max(1, Math.Abs(exact.Objective));
            Assert.True(warm.Status != DesignStatus.Infeasible || exact.Status == DesignStatus.Infeasible, $"seed {seed} has a solution");
            Assert.True(exact.Solution is null || warm.Bound <= exact.Objective + (1e-5 * size), $"seed {seed}: bound {warm.Bound}, optimum {exact.Objective}");
            if (warm.Solution is not null)
            {
                answered++;
                DesignAuditReport audit = DesignAudit.Check(changed, warm.Solution);
                Assert.True(audit.Passed, $"seed {seed}: {string.Join("; ", audit.Violations)}");
                Assert.Equal(audit.Objective, warm.Objective, 1e-6 * size);
                Assert.True(warm.Objective >= exact.Objective - (1e-4 * size), $"seed {seed}: {warm.Objective} beats {exact.Objective}");
            }
        }

        Assert.True(answered > Cases / 3, $"only {answered} of {Cases} changes were answered");
    }

    [Fact]
    public void Nothing_changed_gives_a_design_no_dearer_than_the_remembered_one()
    {
        DesignProblem problem = SeededDesigns.National(seed: 5, side: 20, supplies: 200, sinks: 12);
        DesignResult cold = Cold(problem);
        DesignResult warm = WarmDesignSolver.Solve(problem, cold.Memory!, Same(problem), Budget, Token);
        Assert.True(warm.Objective <= cold.Objective * (1 + 1e-9), $"{warm.Objective} after {cold.Objective}");
    }

    [Fact]
    public void A_closed_sink_is_emptied_and_a_closed_arc_carries_nothing()
    {
        DesignProblem before = SeededDesigns.National(seed: 5, side: 20, supplies: 200, sinks: 12);
        DesignResult cold = Cold(before);
        int sink = Enumerable.Range(0, before.Sinks.Length).MaxBy(j => cold.Solution!.Absorbed[j].Sum());
        int arc = Enumerable.Range(0, before.Arcs.Length).Where(a => before.Arcs[a].Scale > 0).MaxBy(a => cold.Solution!.Flow[a].Max(Math.Abs));
        int[] sinks = [.. Enumerable.Range(0, before.Sinks.Length).Where(j => j != sink)];
        int[] arcs = [.. Enumerable.Range(0, before.Arcs.Length).Where(a => a != arc)];
        DesignProblem changed = With(before, [.. arcs.Select(a => before.Arcs[a])], [.. sinks.Select(j => before.Sinks[j])], [.. before.Target.Select(t => t / 2)]);
        DesignResult warm = WarmDesignSolver.Solve(changed, cold.Memory!, new DesignLink(Same(before).Supply, sinks, arcs), Budget, Token);
        Assert.NotNull(warm.Solution);
        Assert.True(DesignAudit.Check(changed, warm.Solution).Passed);
        Assert.True(warm.Bound <= warm.Objective);
    }

    /// <summary>A row without a limit of its own, in dollars: so many times the share from every third supply that the design has now.</summary>
    [Theory]
    [InlineData(1.3, 0.05)]
    [InlineData(2, 0.1)]
    public void A_share_asked_of_a_design_that_breaks_it_costs_about_what_a_cold_search_finds(double times, double within)
    {
        DesignProblem before = SeededDesigns.National(seed: 5, side: 20, supplies: 200, sinks: 12);
        DesignResult cold = Cold(before);
        bool meant(int supply) => supply % 3 == 0;
        double all = cold.Solution!.Supplied.Sum(s => s.Sum());
        double share = Math.Min(0.9, times * cold.Solution.Supplied.Where((_, k) => meant(k)).Sum(s => s.Sum()) / all);
        SideRow row = new(
            "share",
            [.. from k in Enumerable.Range(0, before.Supplies.Length) from t in Enumerable.Range(0, before.PeriodCount) select new SideTerm(1000 * (share - (meant(k) ? 1 : 0)), SideTermKind.Supplied, k, t)],
            0);
        DesignProblem changed = With(before, before.Arcs, before.Sinks, before.Target, rows: [.. before.SideRows, row]);
        DesignResult warm = WarmDesignSolver.Solve(changed, cold.Memory!, Same(changed), Budget, Token);
        DesignResult anew = Cold(changed);
        Assert.False(DesignAudit.Check(changed, cold.Solution).Passed);
        Assert.NotNull(warm.Solution);
        Assert.True(DesignAudit.Check(changed, warm.Solution).Passed);
        Assert.True(warm.Objective <= anew.Objective + (within * Math.Abs(anew.Objective)), $"{warm.Objective} warm, {anew.Objective} anew, {cold.Objective} before");
    }

    private static DesignResult Cold(DesignProblem problem) =>
        new ScalableDesignSolver(mayFinishExactly: false).Solve(problem, Budget, null, Token);

    private static DesignLink Same(DesignProblem problem) => new(
        [.. Enumerable.Range(0, problem.Supplies.Length)], [.. Enumerable.Range(0, problem.Sinks.Length)], [.. Enumerable.Range(0, problem.Arcs.Length)]);

    // Costs of supplies move by up to a half either way, targets by a third.
    private static DesignProblem Changed(DesignProblem before, int seed)
    {
        var random = new Random(seed);
        Supply[] supplies = [.. before.Supplies.Select(s => s with
        {
            Options = [.. s.Options.Select(o => o with { OpeningCost = o.OpeningCost * (0.5 + random.NextDouble()), UnitCost = [.. o.UnitCost.Select(c => c * (0.5 + random.NextDouble()))] })],
        })];
        double factor = 0.7 + (0.6 * random.NextDouble());
        return With(before, before.Arcs, before.Sinks, [.. before.Target.Select(t => t * factor)], supplies);
    }

    private static DesignProblem With(DesignProblem of, DesignArc[] arcs, Sink[] sinks, double[] target, Supply[]? supplies = null, SideRow[]? rows = null) => new()
    {
        PeriodCount = of.PeriodCount,
        PeriodLengths = of.PeriodLengths,
        NodeCount = of.NodeCount,
        Arcs = arcs,
        Trends = of.Trends,
        FlowCost = of.FlowCost,
        Supplies = supplies ?? of.Supplies,
        Sinks = sinks,
        Target = target,
        Price = of.Price,
        SideRows = rows ?? [.. of.SideRows.Where(r => sinks.Length == of.Sinks.Length || r.Terms.All(t => t.Kind != SideTermKind.Absorbed))],
    };
}
