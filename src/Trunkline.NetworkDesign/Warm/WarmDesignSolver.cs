namespace Trunkline.NetworkDesign;

/// <summary>
/// Answers a changed problem from what is remembered of a similar one: the earlier design is taken over as far as it fits, mended and
/// improved by exact moves, and the earlier multipliers give a bound that is valid for the changed problem.
/// </summary>
/// <remarks>Meant for answers within a second; the time limit of the options is the time for moves. Deterministic for a seed where it does not cut in.</remarks>
public static class WarmDesignSolver
{
    /// <summary>Solves the changed problem. Status is <see cref="DesignStatus.NothingFound"/> where moves could not mend the design: then solve it anew.</summary>
    public static DesignResult Solve(
        DesignProblem changed, DesignMemory memory, DesignLink link, DesignOptions options, CancellationToken cancellation)
    {
        DesignShape.Require(changed);
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(link);
        DesignInstance instance = new(changed);
        if (CountedCeiling.Shortfalls(changed, instance.Graph) is { Count: > 0 } missing)
        {
            return new DesignResult(DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "counting", missing);
        }

        return new WarmRun(instance, memory, link, options, cancellation).Solve();
    }
}
