using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class ScalableDesignSolverTest
{
    private static readonly DesignOptions Budget = new(RelativeGap: 0.01, TimeLimitSeconds: 10, Threads: 1);

    [Fact]
    public void The_bound_is_never_above_a_solution()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            DesignResult result = Solve(SeededDesigns.Tiny(seed));
            if (result.Solution is not null)
            {
                Assert.True(result.Bound <= result.Objective + (1e-6 * Math.Max(1, Math.Abs(result.Objective))), $"seed {seed}");
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_answer()
    {
        DesignProblem problem = SeededDesigns.National(seed: 7, side: 12, supplies: 60, sinks: 5);
        DesignResult first = Solve(problem);
        DesignResult second = Solve(problem);
        Assert.Equal(first.Objective, second.Objective);
        Assert.Equal(first.Bound, second.Bound);
    }

    private static DesignResult Solve(DesignProblem problem) =>
        new ScalableDesignSolver().Solve(problem, Budget, null, TestContext.Current.CancellationToken);
}
