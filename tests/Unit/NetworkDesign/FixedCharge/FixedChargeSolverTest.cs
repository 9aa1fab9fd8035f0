using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

public sealed class FixedChargeSolverTest
{
    private static readonly CostLine[] OneLine = [new(10, 2, 1)];

    private static readonly FixedChargeOptions Exact = new(RelativeGap: 1e-6, TimeLimitSeconds: 30, Threads: 1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static int Cases => Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 10_000 : 500;

    [Fact]
    public void Every_small_network_gets_its_optimum_within_the_gap_and_a_bound_below_it()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            FixedChargeNetwork problem = TinyFixedCharge.Instance(seed);
            FixedChargeOptions options = Exact with { RelativeGap = seed % 5 == 0 ? 0.05 : 1e-6, Threads = 1 + (seed % 2) };
            FixedChargeResult result = FixedChargeSolver.Solve(problem, options, null, Token);
            if (TinyFixedCharge.Optimum(problem) is not { } optimum)
            {
                Assert.True(result.Status == DesignStatus.Infeasible && result.Reasons.Count > 0, $"seed {seed} has no design");
                continue;
            }

            double slack = 1e-5 * Math.Max(1, Math.Abs(optimum));
            Assert.True(result.Design is not null, $"seed {seed} has a design of cost {optimum}, and the answer is {result.Status}");
            DesignAuditReport audit = FixedChargeAudit.Check(problem, result.Design);
            Assert.True(audit.Passed, $"seed {seed}: {string.Join("; ", audit.Violations)}");
            Assert.Equal(audit.Objective, result.Objective, 1e-9 * Math.Max(1, Math.Abs(optimum)));
            Assert.True(result.Bound <= optimum + slack, $"seed {seed}: bound {result.Bound} by {result.BoundStep}, optimum {optimum}");
            Assert.True(result.Objective >= optimum - slack, $"seed {seed}: {result.Objective} beats {optimum}");
            Assert.True(result.Objective <= optimum + (options.RelativeGap * Math.Abs(result.Objective)) + slack, $"seed {seed}: {result.Objective}, optimum {optimum}");
        }
    }

    // 1 from the source at 3 + 10, over 5 units of pipe at 2 + 1 each, into one well at 4 with its site at 6 and 0.5 a unit: 13 + 15 + 10.5.
    [Fact]
    public void One_source_one_pipe_one_sink_cost_what_they_cost_by_hand()
    {
        FixedChargeResult result = FixedChargeSolver.Solve(OnePipe(target: 1), Exact, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(38.5, result.Objective, 9);
        Assert.InRange(result.Bound, 38.49, 38.5);
    }

    [Theory]
    [InlineData(4, "supply", 1)]
    [InlineData(3, "sinks", 1)]
    public void A_target_out_of_reach_is_infeasible_by_the_amount_missing(double target, string because, double missing)
    {
        FixedChargeResult result = FixedChargeSolver.Solve(OnePipe(target, sinkCapacity: target == 3 ? 2 : 9), Exact, null, Token);
        Assert.Equal(DesignStatus.Infeasible, result.Status);
        Shortfall reason = Assert.Single(result.Reasons);
        Assert.Equal(because, reason.Because);
        Assert.Equal(missing, reason.Amount, 9);
    }

    [Fact]
    public void A_network_in_two_parts_is_infeasible_because_of_the_network()
    {
        FixedChargeNetwork apart = Network(nodes: 2, edges: [], target: 1);
        Assert.Equal("network", Assert.Single(FixedChargeSolver.Solve(apart, Exact, null, Token).Reasons).Because);
    }

    [Fact]
    public void Pipes_without_capacity_carry_nothing()
    {
        FixedChargeNetwork thin = Network(2, [new FixedChargeEdge(0, 1, 5)], target: 1, lines: [new CostLine(0, 1, 1)]);
        Assert.Equal("network", Assert.Single(FixedChargeSolver.Solve(thin, Exact, null, Token).Reasons).Because);
    }

    [Fact]
    public void Without_a_target_nothing_is_built_where_nothing_pays()
    {
        FixedChargeResult result = FixedChargeSolver.Solve(OnePipe(target: null), Exact, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(0, result.Objective);
        Assert.All(result.Design!.Supplied, x => Assert.Equal(0, x));
    }

    // At 13 a unit and a fixed cost of 3 no tonne pays: the way to the sink costs at least 5 more. At -100 all three do: 3 - 300, pipe 15 + 10, site and wells 18, 1.5.
    [Theory]
    [InlineData(13, 0)]
    [InlineData(-100, 3 - 300 + 25 + 18 + 1.5)]
    public void A_source_that_can_never_earn_its_cost_is_left_out_and_one_that_earns_runs(double unit, double cost)
    {
        FixedChargeNetwork problem = OnePipe(target: null);
        problem.Sources[0] = problem.Sources[0] with { Unit = unit };
        FixedChargeResult result = FixedChargeSolver.Solve(problem, Exact, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(cost, result.Objective, 9);
        Assert.Equal(cost == 0, result.Reductions.Any(r => r.Contains("more than they can earn", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ways_that_cost_the_same_are_one_answer()
    {
        FixedChargeEdge edge = new(1, 0, 5);
        FixedChargeResult result = FixedChargeSolver.Solve(
            Network(2, [edge, edge, edge], target: 1, lines: [OneLine[0], OneLine[0]]), Exact, null, Token);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.Equal(38.5, result.Objective, 9);
    }

    [Fact]
    public void A_source_and_a_sink_at_one_node_need_no_pipe()
    {
        FixedChargeResult result = FixedChargeSolver.Solve(Network(1, [], target: 2), Exact, null, Token);
        // 3 + 2 x 10, site 6, two wells of rate 1 at 4, 2 x 0.5.
        Assert.Equal(23 + 6 + 8 + 1, result.Objective, 9);
    }

    [Fact]
    public void A_target_of_nothing_costs_nothing() => Assert.Equal(0, FixedChargeSolver.Solve(OnePipe(target: 0), Exact, null, Token).Objective);

    [Fact]
    public void A_problem_that_is_none_is_refused_with_every_fault()
    {
        FixedChargeNetwork bad = new()
        {
            NodeCount = 1,
            Edges = [new FixedChargeEdge(0, 4, -1)],
            Lines = [new CostLine(1, -2, 1)],
            Sources = [new FixedChargeSource(0, double.NaN, 0, 0)],
            Sinks = [new FixedChargeSink(0, 1, 0, 0, 0, 0)],
            Target = -3,
        };
        Assert.Equal(5, FixedChargeShape.Faults(bad).Count());
        Assert.Throws<ArgumentException>(() => FixedChargeSolver.Solve(bad, Exact, null, Token));
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        FixedChargeNetwork problem = LatticeNetworks.Instance(seed: 3, terminals: 20);
        FixedChargeOptions options = new(RelativeGap: 0.02, TimeLimitSeconds: 120, Threads: 1);
        FixedChargeResult one = FixedChargeSolver.Solve(problem, options, null, Token), other = FixedChargeSolver.Solve(problem, options, null, Token);
        Assert.Equal(one.Objective, other.Objective);
        Assert.Equal(one.Bound, other.Bound);
        Assert.Equal(one.Design!.Flow, other.Design!.Flow);
    }

    // More than 300 columns: too large for the solver to be asked twice. Presolve, scaling and the form of the model are all other ways to the same optimum.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Two_proofs_at_once_and_the_model_as_the_solver_would_have_it_have_one_optimum(int seed)
    {
        FixedChargeNetwork problem = LatticeNetworks.Instance(seed, terminals: 8);
        FixedChargeFormulation formulation = FixedChargeFormulation.Write(problem, perDirection: seed % 2 == 0);
        Assert.InRange(formulation.Model.Columns.Count, 301, 5000);
        SolveResult plain = new HighsSolver().Solve(formulation.Model, new SolveOptions(1e-6, 120), null, Token);
        FixedChargeResult result = FixedChargeSolver.Solve(problem, Exact with { TimeLimitSeconds = 120, Threads = 2 }, null, Token);
        Assert.Equal((SolveStatus.Optimal, DesignStatus.Proved), (plain.Status, result.Status));
        Assert.Equal(plain.Objective, result.Objective, 3e-6 * Math.Abs(plain.Objective));
        Assert.True(result.Bound <= plain.Objective * (1 + 1e-9), $"The bound {result.Bound} is above {plain.Objective}.");
    }

    [Fact]
    public void Cancelled_at_once_it_still_gives_a_first_design_and_a_bound()
    {
        FixedChargeNetwork problem = LatticeNetworks.Instance(seed: 4, terminals: 20);
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        FixedChargeResult result = FixedChargeSolver.Solve(problem, Exact, null, cancelled.Token);
        Assert.True(FixedChargeAudit.Check(problem, result.Design!).Passed);
        Assert.True(result.Bound <= result.Objective && double.IsFinite(result.Bound));
    }

    private static FixedChargeNetwork OnePipe(double? target, double sinkCapacity = 9) =>
        Network(2, [new FixedChargeEdge(1, 0, 5)], target, sinkCapacity: sinkCapacity);

    // The source stands at node 0 and the sink at the last.
    private static FixedChargeNetwork Network(
        int nodes, FixedChargeEdge[] edges, double? target, CostLine[]? lines = null, double sinkCapacity = 9) => new()
        {
            NodeCount = nodes,
            Edges = edges,
            Lines = lines ?? OneLine,
            Sources = [new FixedChargeSource(0, 3, 3, 10)],
            Sinks = [new FixedChargeSink(nodes - 1, sinkCapacity, 6, 1, 4, 0.5)],
            Target = target,
        };
}
