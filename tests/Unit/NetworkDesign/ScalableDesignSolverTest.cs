using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class ScalableDesignSolverTest
{
    private const int Cases = 500;

    private static readonly DesignOptions Budget = new(RelativeGap: 0.01, TimeLimitSeconds: 20, Threads: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Without the exact finish, or the exact solver would be compared with itself.
    [Fact]
    public void No_bound_is_above_the_optimum_and_every_design_audits_clean()
    {
        ScalableDesignSolver solver = new(mayFinishExactly: false);
        for (int seed = 0; seed < Cases; seed++)
        {
            DesignProblem problem = SeededDesigns.Tiny(seed);
            DesignResult ours = solver.Solve(problem, Budget, null, Token);
            DesignResult exact = new ExactDesignSolver().Solve(problem, Budget with { RelativeGap = 1e-6 }, null, Token);
            double size = Math.Max(1, Math.Abs(exact.Objective));
            if (exact.Solution is not null)
            {
                Assert.True(ours.Status != DesignStatus.Infeasible, $"seed {seed} has a solution");
                Assert.True(ours.Bound <= exact.Objective + (1e-5 * size), $"seed {seed}: bound {ours.Bound}, optimum {exact.Objective}");
            }

            if (ours.Solution is not null)
            {
                AssertClean(problem, ours, seed);
                Assert.True(ours.Objective >= exact.Objective - (1e-4 * size), $"seed {seed}: {ours.Objective} beats {exact.Objective}");
            }
        }
    }

    [Fact]
    public void Small_problems_end_within_the_gap_of_the_optimum_or_are_infeasible_both_ways()
    {
        for (int seed = 0; seed < Cases / 5; seed++)
        {
            DesignProblem problem = SeededDesigns.Tiny(seed);
            DesignResult ours = new ScalableDesignSolver().Solve(problem, Budget, null, Token);
            DesignResult exact = new ExactDesignSolver().Solve(problem, Budget with { RelativeGap = 1e-6 }, null, Token);
            Assert.Equal(exact.Status, ours.Status);
            if (ours.Solution is not null)
            {
                AssertClean(problem, ours, seed);
                Assert.True(ours.Objective - exact.Objective <= (0.0101 * Math.Abs(ours.Objective)) + 1e-6, $"seed {seed}");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        DesignProblem problem = SeededDesigns.National(seed: 7, side: 20, supplies: 200, sinks: 12);
        ScalableDesignSolver solver = new(mayFinishExactly: false);
        DesignOptions patient = Budget with { TimeLimitSeconds = 300 };
        DesignResult first = solver.Solve(problem, patient, null, Token);
        DesignResult second = solver.Solve(problem, patient with { Threads = 2 }, null, Token);
        Assert.Equal(first.Objective, second.Objective);
        Assert.Equal(first.Bound, second.Bound);
    }

    // Way: 1 unit of supply a period at 10, 5 units long: purchase 2 + 1 x 1 (the one size line), nothing else. Hand-worked: 10 + 5 x 3 = 25.
    [Fact]
    public void One_supply_one_pipe_one_sink_costs_what_it_costs_by_hand()
    {
        DesignResult result = new ScalableDesignSolver().Solve(OnePipe(target: 1), Budget, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(25, result.Objective, 9);
        Assert.True(result.Bound is > 24.7 and <= 25 + 1e-9);
    }

    [Fact]
    public void A_target_above_all_supply_is_infeasible_by_the_amount_missing()
    {
        DesignResult result = new ScalableDesignSolver().Solve(OnePipe(target: 3), Budget, null, Token);
        Assert.Equal(DesignStatus.Infeasible, result.Status);
        Shortfall reason = Assert.Single(result.Reasons);
        Assert.Equal(("target", 0, "supply"), (reason.Limit, reason.Period, reason.Because));
        Assert.Equal(1, reason.Amount, 6);
        Assert.Equal(2, Assert.Single(SupplyCeiling.Of(OnePipe(target: 3), Token)), 6);
    }

    [Theory]
    [InlineData("no supply", DesignStatus.Infeasible)]
    [InlineData("no sink", DesignStatus.Infeasible)]
    [InlineData("no arc", DesignStatus.Infeasible)]
    [InlineData("no capacity", DesignStatus.Infeasible)]
    [InlineData("one node", DesignStatus.Proved)]
    [InlineData("negative cost", DesignStatus.Proved)]
    [InlineData("nothing asked", DesignStatus.Proved)]
    public void Degenerate_problems_have_an_answer_or_a_named_reason(string kind, DesignStatus expected)
    {
        DesignResult result = new ScalableDesignSolver().Solve(Degenerate(kind), Budget, null, Token);
        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == DesignStatus.Infeasible, result.Reasons.Count > 0);
    }

    [Fact]
    public void A_cancelled_run_ends_at_once()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        DesignProblem problem = SeededDesigns.National(seed: 3, side: 20, supplies: 200, sinks: 12);
        DesignResult result = new ScalableDesignSolver().Solve(problem, Budget, null, source.Token);
        Assert.NotEqual(DesignStatus.Infeasible, result.Status);
    }

    [Fact]
    public void The_national_size_is_solved_to_a_tenth_of_its_gross_cost()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CHECK_FULL") == "1", "Takes a minute; set CHECK_FULL=1 to run it.");
        DesignProblem problem = SeededDesigns.National(seed: 1);
        DesignOptions options = new(0.03, 120, 2, 1, solution => SeededDesigns.GrossCost(problem, solution));
        DesignResult result = new ScalableDesignSolver().Solve(problem, options, null, Token);
        Assert.NotNull(result.Solution);
        AssertClean(problem, result, 1);
        Assert.True((result.Objective - result.Bound) / SeededDesigns.GrossCost(problem, result.Solution) < 0.1);
    }

    private static void AssertClean(DesignProblem problem, DesignResult result, int seed)
    {
        DesignAuditReport audit = DesignAudit.Check(problem, result.Solution!);
        Assert.True(audit.Passed, $"seed {seed}: {string.Join("; ", audit.Violations)}");
        Assert.Equal(audit.Objective, result.Objective, 1e-6 * Math.Max(1, Math.Abs(audit.Objective)));
    }

    private static DesignProblem OnePipe(double target) => new()
    {
        PeriodCount = 1,
        PeriodLengths = [1],
        NodeCount = 2,
        Arcs = [new DesignArc(0, 1, 5, 0)],
        Trends = [new SizeTrend(10, [2], [1])],
        FlowCost = [0],
        Supplies = [new Supply(0, [new SupplyOption(0, 0, 0, [10], [0], [2])])],
        Sinks = [new Sink(1, [4], 0, 0, 0, 0, [0], [0])],
        Target = [target],
        Price = [0],
        SideRows = [],
    };

    private static DesignProblem Degenerate(string kind)
    {
        DesignProblem whole = OnePipe(target: 1);
        return new DesignProblem
        {
            PeriodCount = 1,
            PeriodLengths = [1],
            NodeCount = kind == "one node" ? 1 : 2,
            Arcs = kind is "no arc" or "one node" ? [] : whole.Arcs,
            Trends = kind == "no capacity" ? [] : whole.Trends,
            FlowCost = [0],
            Supplies = kind switch
            {
                "no supply" => [],
                "negative cost" => [new Supply(0, [new SupplyOption(0, 0, -3, [-100], [0], [2])])],
                _ => whole.Supplies,
            },
            Sinks = kind switch
            {
                "no sink" => [],
                "one node" => [whole.Sinks[0] with { Node = 0 }],
                _ => whole.Sinks,
            },
            Target = kind is "nothing asked" or "negative cost" ? [double.NegativeInfinity] : [1],
            Price = [0],
            SideRows = [],
        };
    }
}
