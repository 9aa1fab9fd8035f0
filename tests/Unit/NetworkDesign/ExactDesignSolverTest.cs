using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.NetworkDesign;

public class ExactDesignSolverTest
{
    private const double Tolerance = 1e-5;
    private static readonly JsonSerializerOptions WithInfinity = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private static readonly DesignOptions Exact = new(RelativeGap: 0, TimeLimitSeconds: 60, Threads: 1);

    [Fact]
    public void Agrees_with_exhaustive_search_and_passes_the_audit() =>
        TinyDesigns.Any.Where(p => DesignBruteForce.Size(p) < 20000).Sample(
            problem =>
            {
                var best = DesignBruteForce.Best(problem);
                var found = Solve(problem);
                Assert.Equal(best is null ? DesignStatus.Infeasible : DesignStatus.Proved, found.Status);
                if (best is { } least)
                {
                    Assert.Equal(least, found.Objective, Tolerance);
                    Assert.InRange(found.Bound, least - (10 * Tolerance), least + Tolerance);
                    var audit = DesignAudit.Check(problem, found.Solution!);
                    Assert.Empty(audit.Violations);
                    Assert.Equal(found.Objective, audit.Objective, Tolerance);
                }
                else
                {
                    Assert.NotEmpty(found.Reasons);
                }
            },
            iter: Planner.Effort.Of(500, 10_000), threads: 1, print: Print);

    [Fact]
    public void Loosening_a_limit_never_raises_the_optimum() =>
        TinyDesigns.Any.Sample(
            problem =>
            {
                var before = Solve(problem);
                if (before.Solution is not null)
                {
                    foreach (var (name, looser) in Loosened(problem))
                    {
                        var after = Solve(looser);
                        Assert.True(after.Objective <= before.Objective + Tolerance, $"{name}: {before.Objective} became {after.Objective}");
                    }
                }
            },
            iter: 60, threads: 1, print: Print);

    [Fact]
    public void Twice_the_costs_is_twice_the_optimum() =>
        TinyDesigns.Any.Sample(
            problem =>
            {
                var (once, twice) = (Solve(problem), Solve(Twice(problem)));
                Assert.Equal(once.Status, twice.Status);
                Assert.Equal(2 * once.Objective, twice.Objective, Tolerance);
            },
            iter: 100, threads: 1, print: Print);

    [Fact]
    public void The_shortfall_is_the_least_that_makes_it_feasible() =>
        TinyDesigns.Any.Sample(
            problem =>
            {
                var found = Solve(problem);
                if (found.Status == DesignStatus.Infeasible && found.Reasons.All(r => r.Limit == "target"))
                {
                    Assert.NotEqual(DesignStatus.Infeasible, Solve(Lowered(problem, found.Reasons, 1 + 1e-5)).Status);
                    Assert.Equal(DesignStatus.Infeasible, Solve(Lowered(problem, found.Reasons, 0.99)).Status);
                }
            },
            iter: 150, threads: 1, print: Print);

    // One source of 8, one sink, 10 km: size 8 by the small trend costs 10 * (2 + 3 * 8) = 260, by the large one 10 * (6 + 8) = 140. Opening
    // 20, capture 5 * 8 = 40, flow 10 * 0.1 * 8 = 8, two modules of 5 at 7 = 14, injection 8. Together 140 + 20 + 40 + 8 + 14 + 8 = 230.
    [Fact]
    public void One_source_and_one_sink_by_hand()
    {
        var found = Solve(OneToOne(target: 8));
        Assert.Equal(DesignStatus.Proved, found.Status);
        Assert.Equal(230, found.Objective, 1e-6);
        Assert.InRange(found.Bound, 230 - 1e-3, 230);
        Assert.Equal(1, found.Solution!.Bought[0][0]!.Value.Trend);
        Assert.Equal(8, found.Solution.Bought[0][0]!.Value.Capacity, 1e-6);
        Assert.Equal(2, found.Solution.Modules[0][0]);
        Assert.Equal(8, found.Solution.Flow[0][0], 1e-6);
    }

    [Theory]
    [InlineData(13, "supply", 5)]
    [InlineData(13, "sinks", 3, 20)]
    public void A_target_too_high_is_answered_with_what_is_missing(double target, string because, double missing, double most = 8)
    {
        var found = Solve(OneToOne(target, most));
        Assert.Equal(DesignStatus.Infeasible, found.Status);
        var reason = Assert.Single(found.Reasons);
        Assert.Equal(("target", 0, because), (reason.Limit, reason.Period, reason.Because));
        Assert.Equal(missing, reason.Amount, 1e-6);
    }

    [Fact]
    public void A_missing_way_and_a_side_row_are_named()
    {
        var noWay = Assert.Single(Solve(OneToOne(target: 8, trendCapacity: 6)).Reasons);
        Assert.Equal("network", noWay.Because);
        Assert.Equal(2, noWay.Amount, 1e-6);

        var row = new SideRow("county limit", [new SideTerm(1, SideTermKind.Absorbed, 0, 0)], 3);
        var limited = Assert.Single(Solve(OneToOne(target: 8, side: row)).Reasons);
        Assert.Equal("county limit", limited.Because);
        Assert.Equal(5, limited.Amount, 1e-6);

        var impossible = new SideRow("less than nothing", [new SideTerm(1, SideTermKind.Supplied, 0, 0)], -2);
        var clash = Assert.Single(Solve(OneToOne(target: 0, side: impossible)).Reasons);
        Assert.Equal(("less than nothing", 2.0), (clash.Limit, Math.Round(clash.Amount, 6)));
    }

    [Fact]
    public void A_part_of_the_choices_gives_a_solution_and_no_bound()
    {
        var problem = OneToOne(target: 8);
        var whole = Solve(problem);
        var part = new DesignRestriction((_, _) => true, (_, _) => true, whole.Solution);
        var again = new ExactDesignSolver().SolvePart(problem, part, Exact, null, CancellationToken.None);
        Assert.Equal((DesignStatus.Found, double.NegativeInfinity), (again.Status, again.Bound));
        Assert.Equal(whole.Objective, again.Objective, 1e-6);

        var nothing = new DesignRestriction((_, _) => false, (_, _) => true);
        Assert.Equal(
            DesignStatus.NothingFound, new ExactDesignSolver().SolvePart(problem, nothing, Exact, null, CancellationToken.None).Status);
    }

    [Fact]
    public void The_gap_is_measured_as_the_caller_asks()
    {
        var problem = RandomDesigns.Instance(seed: 3, supplies: 6, nodes: 10, arcs: 14, sinks: 2, periods: 2);
        var asked = 0;
        var options = new DesignOptions(RelativeGap: 0.05, TimeLimitSeconds: 60, Threads: 1, GapScale: s =>
        {
            asked++;
            return 1e9 + DesignAudit.Check(problem, s).Violations.Count;
        });
        var found = new ExactDesignSolver().Solve(problem, options, null, CancellationToken.None);
        Assert.Equal(DesignStatus.Proved, found.Status);
        Assert.True(found.Objective - found.Bound <= 0.05 * 1e9 * 1.001);
        Assert.True(asked > 0);
    }

    [Fact]
    public void A_problem_that_is_none_is_refused()
    {
        var problem = OneToOne(target: 8);
        problem.Arcs[0] = new DesignArc(0, 7, -1, 0);
        var message = Assert.Throws<ArgumentException>(() => Solve(problem)).Message;
        Assert.Contains("arc 0 joins 0 and 7", message, StringComparison.Ordinal);
        Assert.Contains("scale -1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_of_one_source_and_one_sink_reads_like_the_formulation()
    {
        const string Expected = """
            Minimize
             obj: + 60 take_s0_o0 + 7 open_k0_t0 + absorb_k0_t0 + forward_a0_t0 + 20 buy_a0_t0_c0 + 30 size_a0_t0_c0
               + 60 buy_a0_t0_c1 + 10 size_a0_t0_c1
            Subject To
             sink_rate_k0_t0: + absorb_k0_t0 - 5 open_k0_t0 <= 0
             size_limit_a0_t0_c0: + size_a0_t0_c0 - 8 buy_a0_t0_c0 <= 0
             size_limit_a0_t0_c1: + size_a0_t0_c1 - 8 buy_a0_t0_c1 <= 0
             one_purchase_a0_t0: + buy_a0_t0_c0 + buy_a0_t0_c1 <= 1
             arc_capacity_a0_t0: + forward_a0_t0 - size_a0_t0_c0 - size_a0_t0_c1 <= 0
             balance_n0_t0: + 8 take_s0_o0 - forward_a0_t0 = 0
             balance_n1_t0: - absorb_k0_t0 + forward_a0_t0 = 0
             target_t0: + 8 take_s0_o0 >= 8
            Bounds
             0 <= open_k0_t0 <= 2
             0 <= absorb_k0_t0 <= 8
             0 <= forward_a0_t0 <= 8
             0 <= size_a0_t0_c0 <= 8
             0 <= size_a0_t0_c1 <= 8
            General
             open_k0_t0
            Binary
             take_s0_o0
             buy_a0_t0_c0
             buy_a0_t0_c1
            End

            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), LpText.Write(ExactDesignSolver.Formulate(OneToOne(target: 8, isAllOrNothing: true))));
    }

    internal static DesignResult Solve(DesignProblem problem) =>
        new ExactDesignSolver().Solve(problem, Exact, null, CancellationToken.None);

    private static DesignProblem OneToOne(
        double target, double most = 8, double trendCapacity = 12, SideRow? side = null, bool isAllOrNothing = false) => new()
        {
            PeriodCount = 1,
            PeriodLengths = [5],
            NodeCount = 2,
            Arcs = [new DesignArc(0, 1, 10, 0)],
            Trends = [new SizeTrend(Math.Min(10, trendCapacity), [2], [3]), new SizeTrend(trendCapacity, [6], [1])],
            FlowCost = [0.1],
            Supplies = [new Supply(0, [new SupplyOption(0, 0, 20, [5], [isAllOrNothing ? most : 0], [most])])],
            Sinks = [new Sink(1, [0], 5, double.PositiveInfinity, 2, 0, [7], [1])],
            Target = [target],
            Price = [0],
            SideRows = side is null ? [] : [side],
        };

    private static IEnumerable<(string Name, DesignProblem Problem)> Loosened(DesignProblem problem)
    {
        yield return ("lower target", Change(problem, target: [.. problem.Target.Select(x => x - 1)]));
        yield return ("larger trends", Change(problem, trends: [.. problem.Trends.Select(c => c with { Capacity = c.Capacity + 2 })]));
        yield return ("more existing", Change(problem, arcs: [.. problem.Arcs.Select(a => a with { ExistingCapacity = a.ExistingCapacity + 1 })]));
        yield return ("more modules", Change(problem, sinks: [.. problem.Sinks.Select(k => k with { MaxModules = k.MaxModules + 1 })]));
        yield return ("longer life", Change(problem, sinks: [.. problem.Sinks.Select(k => k with { ModuleLifetime = k.ModuleLifetime * 2 })]));
        yield return ("no side rows", Change(problem, sides: []));
    }

    private static DesignProblem Twice(DesignProblem problem) => Change(
        problem,
        trends: [.. problem.Trends.Select(c => c with { Fixed = Twice(c.Fixed), Slope = Twice(c.Slope) })],
        sinks: [.. problem.Sinks.Select(k => k with { ModuleCost = Twice(k.ModuleCost), UnitCost = Twice(k.UnitCost) })],
        supplies: [.. problem.Supplies.Select(s => s with { Options = [.. s.Options.Select(Twice)] })],
        flowCost: Twice(problem.FlowCost),
        price: Twice(problem.Price));

    private static SupplyOption Twice(SupplyOption option) =>
        option with { OpeningCost = 2 * option.OpeningCost, UnitCost = Twice(option.UnitCost) };

    private static double[] Twice(double[] values) => [.. values.Select(v => 2 * v)];

    private static DesignProblem Lowered(DesignProblem problem, IReadOnlyList<Shortfall> reasons, double share) => Change(
        problem, target: [.. problem.Target.Select((x, t) => x - (share * reasons.Where(r => r.Period == t).Sum(r => r.Amount)))]);

    private static DesignProblem Change(
        DesignProblem problem, DesignArc[]? arcs = null, SizeTrend[]? trends = null, Supply[]? supplies = null, Sink[]? sinks = null,
        double[]? flowCost = null, double[]? target = null, double[]? price = null, SideRow[]? sides = null) => new()
        {
            PeriodCount = problem.PeriodCount,
            PeriodLengths = problem.PeriodLengths,
            NodeCount = problem.NodeCount,
            Arcs = arcs ?? problem.Arcs,
            Trends = trends ?? problem.Trends,
            FlowCost = flowCost ?? problem.FlowCost,
            Supplies = supplies ?? problem.Supplies,
            Sinks = sinks ?? problem.Sinks,
            Target = target ?? problem.Target,
            Price = price ?? problem.Price,
            SideRows = sides ?? problem.SideRows,
        };

    private static string Print(DesignProblem problem) =>
        LpText.Write(ExactDesignSolver.Formulate(problem)) + "brute force: "
        + (DesignBruteForce.Best(problem)?.ToString(CultureInfo.InvariantCulture) ?? "infeasible")
        + "\nexact: " + Solve(problem) + "\n" + JsonSerializer.Serialize(problem, WithInfinity);
}
