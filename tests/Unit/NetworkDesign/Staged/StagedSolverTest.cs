using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.NetworkDesign.Staged;

namespace Trunkline.Tests.Unit.NetworkDesign.Staged;

public sealed class StagedSolverTest
{
    private static readonly FixedChargeOptions Exact = new(RelativeGap: 1e-6, TimeLimitSeconds: 30, Threads: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Cases => Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 10_000 : 500;

    [Fact]
    public void Every_small_network_gets_its_optimum_within_the_gap_and_a_bound_below_it()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            StagedNetwork problem = TinyStaged.Instance(seed);
            FixedChargeOptions options = Exact with { RelativeGap = seed % 5 == 0 ? 0.05 : 1e-6 };
            StagedResult result = StagedSolver.Solve(problem, options, null, Token);
            if (TinyStaged.Optimum(problem) is not { } optimum)
            {
                Assert.True(result.Status == DesignStatus.Infeasible && result.Reasons.Count > 0, $"seed {seed} has no design");
                continue;
            }

            double slack = 1e-5 * Math.Max(1, Math.Abs(optimum));
            Assert.True(result.Design is not null, $"seed {seed} has a design of cost {optimum}, and the answer is {result.Status}");
            DesignAuditReport audit = StagedAudit.Check(problem, result.Design);
            Assert.True(audit.Passed, $"seed {seed}: {string.Join("; ", audit.Violations)}");
            Assert.Equal(audit.Objective, result.Objective, 1e-9 * Math.Max(1, Math.Abs(optimum)));
            Assert.True(result.Bound <= optimum + slack, $"seed {seed}: bound {result.Bound} by {result.BoundStep}, optimum {optimum}");
            Assert.True(result.Objective >= optimum - slack, $"seed {seed}: {result.Objective} beats {optimum}");
            Assert.True(result.Objective <= optimum + (options.RelativeGap * Math.Abs(result.Objective)) + slack, $"seed {seed}: {result.Objective}, optimum {optimum}");
        }
    }

    /// <summary>
    /// Two spans of 2 and 3, 1 and then 4 over an edge of scale 5 whose pipes cost 2 + 1 x: at once 4 for 5 x 1 x (2 + 4) = 30, or 1 at 15 and 3 later at
    /// 0.6 x 5 x 5 = 15, also 30; with the fixed cost 3 at once is cheaper, 35 against 20 + 18. Supply costs 10 x (2 x 1 + 3 x 4), the sink half a unit.
    /// </summary>
    [Fact]
    public void A_pipe_is_laid_large_at_once_where_that_pays()
    {
        StagedResult result = StagedSolver.Solve(OnePipe([1, 4], fixedCost: 3), Exact, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(35 + 140 + 7, result.Objective, 9);
        Assert.Equal(new StagedPurchase(0, true, 0, 0, 4), Assert.Single(result.Design!.Bought));
        Assert.Equal(15 + 10 + 140 + 7, StagedSolver.Solve(OnePipe([1, 4], fixedCost: 2, slope: 1, later: 0.4), Exact, null, Token).Objective, 9);
    }

    [Theory]
    [InlineData(new[] { 1.0, 7 }, 9, "supply", 1, 1)]
    [InlineData(new[] { 2.0, 4 }, 0.8, "sinks", 1, 4)]
    public void A_target_out_of_reach_is_infeasible_by_the_amount_missing(double[] targets, double room, string because, int period, double missing)
    {
        StagedResult result = StagedSolver.Solve(OnePipe(targets, sinkCapacity: 5 * room), Exact, null, Token);
        Assert.Equal(DesignStatus.Infeasible, result.Status);
        Assert.All(result.Reasons, r => Assert.Equal(because, r.Because));
        Assert.Contains(result.Reasons, r => r.Period == period);
        Assert.True(result.Reasons.Sum(r => r.Amount) >= missing - 1e-6);
    }

    [Theory]
    [InlineData("apart", DesignStatus.Infeasible)]
    [InlineData("no capacity", DesignStatus.Infeasible)]
    [InlineData("no lines", DesignStatus.Infeasible)]
    [InlineData("no sink", DesignStatus.Infeasible)]
    [InlineData("one node", DesignStatus.Proved)]
    [InlineData("negative cost", DesignStatus.Proved)]
    [InlineData("equal costs", DesignStatus.Proved)]
    [InlineData("nothing asked", DesignStatus.Proved)]
    public void Degenerate_problems_have_an_answer_or_a_named_reason(string kind, DesignStatus expected)
    {
        StagedResult result = StagedSolver.Solve(Degenerate(kind), Exact, null, Token);
        Assert.Equal(expected, result.Status);
        Assert.Equal(expected == DesignStatus.Infeasible, result.Reasons.Count > 0);
        Assert.True(result.Design is null || StagedAudit.Check(Degenerate(kind), result.Design).Passed);
    }

    [Fact]
    public void A_problem_that_is_none_is_refused_with_every_fault()
    {
        StagedNetwork bad = new()
        {
            NodeCount = 1,
            Lengths = [0, 1],
            PurchaseWeights = [1, 2],
            Edges = [new FixedChargeEdge(0, 4, -1)],
            Lines = [new CostLine(1, -2, 1)],
            Sources = [new StagedSource(0, double.NaN, 0)],
            Sinks = [new StagedSink(3, 1, 0)],
            Targets = [1, -1],
        };
        Assert.Equal(6, StagedShape.Faults(bad).Count());
        Assert.Throws<ArgumentException>(() => StagedSolver.Solve(bad, Exact, null, Token));
    }

    [Fact]
    public void Cancelled_at_once_it_still_gives_a_first_design()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        StagedNetwork problem = OnePipe([1, 4]);
        StagedResult result = StagedSolver.Solve(problem, Exact, null, cancelled.Token);
        Assert.True(StagedAudit.Check(problem, result.Design!).Passed);
    }

    [Fact]
    public void The_audit_names_what_is_broken()
    {
        StagedNetwork problem = OnePipe([1, 4]);
        StagedDesign good = StagedSolver.Solve(problem, Exact, null, Token).Design!;
        StagedDesign bad = new()
        {
            Supplied = [[1, 7]],
            Absorbed = [[1, 100]],
            Flow = [[-1, 4]],
            Bought = [good.Bought[0], good.Bought[0]],
        };
        string[] rules = [.. StagedAudit.Check(problem, bad).Violations.Select(v => v.Rule).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["balance", "one_pipe", "pipe_capacity", "storage", "supply"], rules);
    }

    // The source stands at node 0, the sink at node 1, and the edge runs from the sink.
    private static StagedNetwork OnePipe(
        double[] targets, double fixedCost = 2, double slope = 1, double later = 0.6, double sinkCapacity = 90, double unit = 10) => new()
        {
            NodeCount = 2,
            Lengths = [2, 3],
            PurchaseWeights = [1, later],
            Edges = [new FixedChargeEdge(1, 0, 5)],
            Lines = [new CostLine(20, fixedCost, slope)],
            Sources = [new StagedSource(0, 6, unit)],
            Sinks = [new StagedSink(1, sinkCapacity, 0.5)],
            Targets = targets,
        };

    private static StagedNetwork Degenerate(string kind)
    {
        StagedNetwork whole = OnePipe(kind == "nothing asked" ? [0, 0] : [1, 4], unit: kind == "negative cost" ? -100 : 10);
        return new StagedNetwork
        {
            NodeCount = kind == "one node" ? 1 : 2,
            Lengths = whole.Lengths,
            PurchaseWeights = whole.PurchaseWeights,
            Edges = kind switch
            {
                "apart" or "one node" => [],
                "equal costs" => [whole.Edges[0], whole.Edges[0], whole.Edges[0]],
                _ => whole.Edges,
            },
            Lines = kind switch
            {
                "no lines" => [],
                "no capacity" => [new CostLine(0, 1, 1)],
                "equal costs" => [whole.Lines[0], whole.Lines[0]],
                _ => whole.Lines,
            },
            Sources = whole.Sources,
            Sinks = kind switch
            {
                "no sink" => [],
                "one node" => [whole.Sinks[0] with { Node = 0 }],
                _ => whole.Sinks,
            },
            Targets = whole.Targets,
        };
    }
}
