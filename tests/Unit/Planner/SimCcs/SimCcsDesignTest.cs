using CsCheck;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>A SimCCS question as a design problem has the same answer as SimCCS' own model.</summary>
public sealed class SimCcsDesignTest
{
    [Theory]
    [InlineData(4, 0, 118.26)]
    [InlineData(10, 0, 321.74)]
    [InlineData(0, 40, -78.26)]
    [InlineData(0, 15, 0)]
    public void The_program_finds_the_hand_worked_cost(double target, double price, double cost)
    {
        SimCcsAnswer answer = Solve(Tiny(price > 0 ? Price(price) : Target(target)));
        Assert.Empty(answer.Verdict!.Broken);
        Assert.Equal(cost, answer.Verdict.Costs.Cost, 1e-6);
        Assert.Equal(cost, answer.Bound, 1e-4);
    }

    /// <summary>The published optima, within the per cent that is asked for; the bound is below what is known to be possible.</summary>
    [Theory]
    [InlineData(110, 0, 14894.84976208)]
    [InlineData(50, 0, 5140.65907369)]
    [InlineData(0, 100, -473.62566802)]
    public void The_southeast_is_solved_to_its_published_optimum(double target, double price, double optimum)
    {
        SimCcsStudy study = Southeast(price > 0 ? Price(price) : Target(target));
        SimCcsAnswer answer = new SimCcsSolver(new HighsSolver()).Solve(study, new SolveOptions(0.01, 60, 2), null, CancellationToken.None);
        Assert.Empty(answer.Verdict!.Broken);
        Assert.InRange(answer.Verdict.Costs.Cost, optimum - 1e-3, optimum + (1e-2 * Math.Abs(optimum)));
        Assert.True(answer.Bound <= optimum + 1e-3, $"{answer.Bound}");
        Assert.InRange(answer.Gap!.Value, 0, 0.0101);
    }

    [Theory]
    [InlineData(4, 0, 118.26)]
    [InlineData(10, 0, 321.74)]
    [InlineData(0, 40, -78.26)]
    public void The_design_has_the_hand_worked_cost(double target, double price, double cost)
    {
        SimCcsStudy study = Tiny(price > 0 ? Price(price) : Target(target));
        DesignResult result = Exact(study);
        Assert.Equal(cost, result.Objective, 1e-6);
        SimCcsVerdict verdict = SimCcsCheck.Of(study, SimCcsDesign.Solution(study, result.Solution!));
        Assert.Empty(verdict.Broken);
        Assert.Equal(cost, verdict.Costs.Cost, 1e-6);
    }

    [Fact]
    public void Over_periods_the_design_has_the_cost_of_the_staged_model()
    {
        SimCcsStudy study = Tiny(Periods((10, 4), (10, 10)));
        DesignResult result = Exact(study);
        Assert.Equal(3400 + 38.5 + 420, result.Objective, 1e-6);
        SimCcsVerdict verdict = SimCcsStagedCheck.Of(study, SimCcsDesign.StagedSolution(study, result.Solution!));
        Assert.Empty(verdict.Broken);
        Assert.Equal(result.Objective, verdict.Costs.Cost, 1e-6);
    }

    [Fact]
    public void Rights_of_way_with_weights_of_their_own_are_refused()
    {
        SimCcsStudy tiny = Tiny(Target(4));
        SimCcsScenario priced = tiny.Scenario with
        {
            Trends = [.. tiny.Scenario.Trends.Select(t => t with { RightOfWaySlope = 0.1, RightOfWayIntercept = 1 })],
            Network = tiny.Scenario.Network with { Edges = [.. tiny.Scenario.Network.Edges.Select(e => e with { RightOfWayWeight = 2 })] },
        };
        Assert.Single(SimCcsDesign.Of(tiny with { Scenario = priced }).Problems);
    }

    /// <summary>Random scenarios: SimCCS' model under the solver, the design under the exact route and the program's own answer agree, and pass the check.</summary>
    [Fact]
    public void Random_scenarios_have_one_answer() => Scenarios.Sample(AssertOneAnswer, iter: Effort.IsFull ? 500 : 25, threads: 1);

    // Without presolve alone, HiGHS 1.12 called a dearer answer to each of these the best (decision 0019).
    [Theory]
    [InlineData("dC_daPP7_LH5")]
    [InlineData("94IBmwkVpFs1")]
    public void Scenarios_the_solver_once_got_wrong_have_one_answer(string seed) => Scenarios.Sample(AssertOneAnswer, seed: seed, iter: 1, threads: 1);

    private static void AssertOneAnswer(SimCcsStudy study)
    {
        SimCcsAnswer answer = SolveExactly(study);
        DesignResult result = Exact(study);
        AssertProgramAgrees(study, answer);
        Assert.Equal(answer.Status == SolveStatus.Infeasible, result.Status == DesignStatus.Infeasible);
        if (answer.Verdict is { } verdict)
        {
            Assert.Empty(verdict.Broken);
            Assert.Equal(verdict.Costs.Cost, result.Objective, 1e-5 * Math.Max(1, Math.Abs(result.Objective)));
            Assert.Empty(SimCcsCheck.Of(study, SimCcsDesign.Solution(study, result.Solution!)).Broken);
            FixedChargeResult alone = FixedChargeSolver.Solve(
                SimCcsFixedCharge.Of(study).OrThrow(), new FixedChargeOptions(1e-7, 60, Threads: 1), null, CancellationToken.None);
            Assert.Equal(result.Objective, alone.Objective, 1e-5 * Math.Max(1, Math.Abs(result.Objective)));
            Assert.Empty(SimCcsCheck.Of(study, SimCcsFixedCharge.Solution(study, alone.Design!)).Broken);
        }
    }

    private static void AssertProgramAgrees(SimCcsStudy study, SimCcsAnswer exact)
    {
        SimCcsAnswer answer = Solve(study);
        Assert.Equal(exact.Status == SolveStatus.Infeasible, answer.Status == SolveStatus.Infeasible);
        if (exact.Verdict is { } verdict)
        {
            double slack = 1e-5 * Math.Max(1, Math.Abs(verdict.Costs.Cost));
            Assert.Empty(answer.Verdict!.Broken);
            Assert.Equal(verdict.Costs.Cost, answer.Verdict.Costs.Cost, slack);
            Assert.True(answer.Bound <= verdict.Costs.Cost + slack, $"The bound {answer.Bound} is above a solution of {verdict.Costs.Cost}.");
        }
    }

    // Terminals and a junction on a line of cells, joined at random; the junction is always there so that most targets can be met.
    private static readonly Gen<SimCcsStudy> Scenarios =
        from sources in Gen.Select(Gen.Double[0.5, 8], Gen.Double[0, 200], Gen.Double[5, 60]).Array[1, 3]
        from sinks in Gen.Select(Gen.Double[30, 300], Gen.Double[0, 80], Gen.Double[0.5, 4], Gen.Double[-30, 8]).Array[1, 2]
        from weights in Gen.Double[0.5, 20].Array[sources.Length + sinks.Length]
        from shortcut in Gen.Double[0.5, 30]
        from amount in Gen.Double[0.01, 1.1]
        from price in Gen.Double[10, 60]
        from isPrice in Gen.Bool
        select Study(sources, sinks, weights, shortcut, isPrice ? Price(price) : Target(amount * sources.Sum(s => s.Item1)));

    private static SimCcsStudy Study(
        (double Most, double Capital, double Unit)[] sources, (double Capacity, double Site, double Rate, double Unit)[] sinks, double[] weights, double shortcut, SimCcsQuestion question)
    {
        const int Junction = 10;
        SimCcsSource[] plants = [.. sources.Select((s, i) => new SimCcsSource($"{i}", $"{i}", s.Most, s.Capital, 1, s.Unit, default, i + 1))];
        SimCcsSink[] sites = [.. sinks.Select((s, j) => new SimCcsSink($"{j}", $"{j}", s.Capacity, s.Site, 0.5, s.Rate, 8, 0.2, s.Unit, default, j + 5))];
        int[] cells = [.. plants.Select(p => p.Cell), .. sites.Select(s => s.Cell)];
        SimCcsEdge[] edges =
        [
            .. cells.Zip(weights, (cell, weight) => Edge(cell, Junction, weight)),
            Edge(plants[0].Cell, sites[0].Cell, shortcut),
        ];
        var network = new SimCcsNetwork([.. cells.Append(Junction).Order()], edges);
        return new SimCcsStudy(
            new SimCcsScenario("random", plants, sites, [new(0.2, 1), new(0.1, 1.5)], network, new SimCcsGrid(20, 1, 0, 0, 1)), question);
    }

    private static SimCcsEdge Edge(int from, int to, double weight) => new(from, to, weight, weight, 0, [from, to]);

    private static DesignResult Exact(SimCcsStudy study) => new ExactDesignSolver(new HighsSolver()).Solve(
        SimCcsDesign.Of(study).OrThrow(), new DesignOptions(RelativeGap: 1e-9, TimeLimitSeconds: 60), null, CancellationToken.None);
}
