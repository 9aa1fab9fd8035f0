namespace Trunkline.NetworkDesign;

/// <summary>
/// The route for problems of national size: a Lagrangian bound and, beside it, designs of whole supplies placed at exact added cost. Every
/// bound it reports is valid for the problem as given; every solution is priced exactly; what cannot be met is proved impossible where
/// it can be.
/// </summary>
/// <remarks>The same seed and limits give the same answer as long as the time limit does not cut in.</remarks>
/// <param name="mayFinishExactly">Whether small problems may be handed to the exact solver for the last of the gap.</param>
public sealed class ScalableDesignSolver(bool mayFinishExactly = true) : IDesignSolver
{
    /// <inheritdoc/>
    public DesignResult Solve(DesignProblem problem, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        DesignShape.Require(problem);
        if (CountedCeiling.Shortfalls(problem) is { Count: > 0 } missing)
        {
            return new DesignResult(DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "counting", missing);
        }

        return new ScalableRun(problem, options, mayFinishExactly, progress, cancellation).Solve();
    }
}
