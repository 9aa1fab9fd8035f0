using CsCheck;
using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>The scalable route on problems small enough to try everything: the optimum within the gap, and no bound above it.</summary>
public sealed class ScalableAgainstEnumerationTest
{
    private const double Gap = 0.01;

    private static readonly DesignOptions Budget = new(RelativeGap: Gap, TimeLimitSeconds: 30, Threads: 1);

    [Fact]
    public void The_optimum_is_met_within_the_gap_and_no_bound_is_above_it() =>
        TinyDesigns.Any.Where(p => DesignBruteForce.Size(p) < 1500).Sample(
            problem =>
            {
                double? least = DesignBruteForce.Best(problem);
                DesignResult whole = new ScalableDesignSolver().Solve(problem, Budget, null, CancellationToken.None);
                DesignResult alone = new ScalableDesignSolver(mayFinishExactly: false).Solve(problem, Budget, null, CancellationToken.None);
                Assert.Equal(least is null, whole.Status == DesignStatus.Infeasible);
                Assert.Equal(least is null, whole.Reasons.Count > 0);
                if (least is { } optimum)
                {
                    double slack = 1e-5 * Math.Max(1, Math.Abs(optimum));
                    Assert.True(whole.Objective <= optimum + (Gap * Math.Abs(whole.Objective)) + slack, $"{whole.Objective}, optimum {optimum}");
                    AssertSound(problem, whole, optimum, slack);
                    AssertSound(problem, alone, optimum, slack);
                }
            },
            iter: Planner.Effort.Of(500, 10_000), threads: 1);

    private static void AssertSound(DesignProblem problem, DesignResult result, double optimum, double slack)
    {
        Assert.NotEqual(DesignStatus.Infeasible, result.Status);
        Assert.True(result.Bound <= optimum + slack, $"The bound {result.Bound} by {result.BoundStep} is above the optimum {optimum}.");
        if (result.Solution is { } solution)
        {
            Assert.Empty(DesignAudit.Check(problem, solution).Violations);
            Assert.True(result.Objective >= optimum - slack, $"{result.Objective} beats the optimum {optimum}.");
        }
    }
}
