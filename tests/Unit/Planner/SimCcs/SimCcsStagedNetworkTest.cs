using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.NetworkDesign.Staged;
using Trunkline.Planner.SimCcs;
using static Trunkline.Tests.Unit.Planner.SimCcs.SimCcsStudies;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

public sealed class SimCcsStagedNetworkTest
{
    /// <summary>The trunk of 10 Mt/y at once: see <see cref="SimCcsModelTest"/>.</summary>
    [Fact]
    public void The_network_has_the_hand_worked_cost() => AssertFound(Tiny(Periods((10, 4), (10, 10))), 3400 + 38.5 + 420, 3400 + 38.5 + 420 + 1e-6, 1e-6);

    /// <summary>
    /// The five-period case: 129,040.31 is what HiGHS found in 590 s on the published file, 127,510.03 what it had proved by then, and 124,975.16 the
    /// published relaxation. No design can cost less than any of the bounds.
    /// </summary>
    [Fact]
    public void The_southeast_over_five_periods_costs_less_than_was_known() =>
        AssertFound(Southeast(Periods((5, 50), (5, 65), (5, 80), (5, 95), (5, 110))), 127_510.03, 129_040.31, 0.025);

    [Fact]
    public void The_program_answers_as_simccs_own_model_does()
    {
        SimCcsStudy study = Tiny(Periods((5, 2), (10, 7), (5, 9)));
        SimCcsAnswer ours = Solve(study), exact = SolveExactly(study);
        Assert.Empty(ours.Verdict!.Broken);
        Assert.Equal(exact.Verdict!.Costs.Cost, ours.Verdict.Costs.Cost, 1e-4);
        Assert.Equal(exact.Bound, ours.Bound, 1e-2);
    }

    private static void AssertFound(SimCcsStudy study, double least, double most, double gap)
    {
        StagedNetwork network = SimCcsStagedNetwork.Of(study).OrThrow();
        StagedResult result = StagedSolver.Solve(network, new FixedChargeOptions(gap, 120, Threads: 1), null, TestContext.Current.CancellationToken);
        Assert.Equal(DesignStatus.Proved, result.Status);
        Assert.InRange(result.Objective, least - 1e-6, most);
        Assert.True(result.Bound <= most, $"bound {result.Bound} above a solution of {most}");
        SimCcsVerdict verdict = SimCcsStagedCheck.Of(study, SimCcsStagedNetwork.Solution(result.Design!, network.Lengths.Length));
        Assert.Empty(verdict.Broken);
        Assert.Equal(result.Objective, verdict.Costs.Cost, 1e-6 * most);
    }
}
