using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Planner.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

public sealed class SimCcsFixedChargeTest
{
    [Theory]
    [InlineData(4, 0, 118.26)]
    [InlineData(10, 0, 321.74)]
    [InlineData(0, 40, -78.26)]
    public void The_network_has_the_hand_worked_cost(double target, double price, double cost)
    {
        SimCcsStudy study = Tiny(price > 0 ? Price(price) : Target(target));
        AssertFound(study, cost, 1e-6, 1e-6);
    }

    // Optima proved by HiGHS and SCIP, of coefficients rounded to five decimals as SimCCS writes them: hence the slack of 1e-3.
    [Theory]
    [InlineData(110, 0, 14894.84976208)]
    [InlineData(50, 0, 5140.65907369)]
    [InlineData(0, 100, -473.62566802)]
    public void The_southeast_cases_are_within_a_ten_thousandth_of_the_optimum_and_the_bound_is_below_it(double target, double price, double optimum) =>
        AssertFound(Southeast(price > 0 ? Price(price) : Target(target)), optimum, 1e-4 * Math.Abs(optimum), 0.02);

    private static void AssertFound(SimCcsStudy study, double optimum, double within, double gap)
    {
        FixedChargeNetwork network = SimCcsFixedCharge.Of(study).OrThrow();
        FixedChargeOptions options = new(gap, TimeLimitSeconds: 120, Threads: 1);
        FixedChargeResult result = FixedChargeSolver.Solve(network, options, null, TestContext.Current.CancellationToken);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.InRange(result.Objective, optimum - 1e-3, optimum + within);
        Assert.True(result.Bound <= optimum + 1e-3, $"bound {result.Bound} above the optimum {optimum}");
        SimCcsVerdict verdict = SimCcsCheck.Of(study, SimCcsFixedCharge.Solution(study, result.Design!));
        Assert.Empty(verdict.Broken);
        Assert.Equal(result.Objective, verdict.Costs.Cost, 1e-6 * Math.Abs(optimum));
    }
}
