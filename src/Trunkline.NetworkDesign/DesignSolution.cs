namespace Trunkline.NetworkDesign;

/// <summary>A purchase on an arc: which trend and how much capacity; null where nothing is bought.</summary>
public readonly record struct Purchase(int Trend, double Capacity);

/// <summary>A whole solution of a <see cref="DesignProblem"/>: decisions only, no cost. Indexed as the problem is; two-index tables are [thing][period].</summary>
public sealed class DesignSolution
{
    /// <summary>Option taken by each supply, -1 where none.</summary>
    public required int[] Option { get; init; }

    public required double[][] Supplied { get; init; }

    /// <summary>Signed flow by arc and period; positive from <c>From</c> to <c>To</c>.</summary>
    public required double[][] Flow { get; init; }

    public required Purchase?[][] Bought { get; init; }

    /// <summary>Modules opened by sink and period.</summary>
    public required int[][] Modules { get; init; }

    public required double[][] Absorbed { get; init; }
}

/// <summary>How a design run ended.</summary>
public enum DesignStatus
{
    /// <summary>Proved within the gap asked for.</summary>
    Proved,

    /// <summary>A solution and a valid bound; the budget ended first.</summary>
    Found,

    /// <summary>Proved that no solution exists; <see cref="DesignResult.Reasons"/> says which limits clash.</summary>
    Infeasible,

    /// <summary>Neither a solution nor a proof that there is none.</summary>
    NothingFound,
}

/// <summary>The end of a design run. The bound is valid: no solution costs less.</summary>
/// <param name="Solution">Null where none was found.</param>
/// <param name="Objective">Cost of the solution, price income subtracted; NaN where none.</param>
/// <param name="Bound">A proven lower bound on the objective; negative infinity where none.</param>
/// <param name="BoundStep">Name of the step that proved the bound.</param>
/// <param name="Reasons">Why there is no solution, each naming a limit, the period and the amount missing.</param>
public sealed record DesignResult(
    DesignStatus Status,
    DesignSolution? Solution,
    double Objective,
    double Bound,
    string BoundStep,
    IReadOnlyList<Shortfall> Reasons)
{
    /// <summary>What a changed problem may begin from; null where the run was not the scalable route's or found nothing.</summary>
    public DesignMemory? Memory { get; init; }
}

/// <summary>The least by which a limit would have to give for a solution to exist.</summary>
/// <param name="Limit">Name of the limit: <c>target</c> or a side row's name.</param>
/// <param name="Period">Period index.</param>
/// <param name="Amount">How much is missing, in the limit's unit.</param>
/// <param name="Because">What binds: <c>supply</c>, <c>sinks</c>, <c>network</c> or a side row's name.</param>
public sealed record Shortfall(string Limit, int Period, double Amount, string Because);

/// <summary>News while a run goes on.</summary>
public sealed record DesignProgress(string Step, double? Best, double Bound, double Seconds);

/// <summary>What a run may spend.</summary>
/// <param name="GapScale">The relative gap is (objective - bound) / max(GapScale, tiny): the caller gives the cost that a gap is measured against, or null for |objective|.</param>
public sealed record DesignOptions(
    double RelativeGap = 0.01, double TimeLimitSeconds = 120, int Threads = 2, int Seed = 1, Func<DesignSolution, double>? GapScale = null)
{
    /// <summary>An earlier design that a long search also tries, as far as it fits; null for none. The bound owes nothing to it.</summary>
    public DesignStart? Start { get; init; }
}

/// <summary>An earlier design, and where the things of the problem stood in it.</summary>
public sealed record DesignStart(DesignMemory Memory, DesignLink Link);

/// <summary>Solves a <see cref="DesignProblem"/>, reporting best and bound as it goes; when cancelled it returns what it has.</summary>
public interface IDesignSolver
{
    DesignResult Solve(DesignProblem problem, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation);
}
