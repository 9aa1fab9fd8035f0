namespace Trunkline.Optimisation;

/// <summary>How a solve ended.</summary>
public enum SolveStatus
{
    /// <summary>Proved within the gap asked for.</summary>
    Optimal,

    /// <summary>A solution is in hand, the proof is not complete.</summary>
    Feasible,

    /// <summary>No solution exists.</summary>
    Infeasible,

    /// <summary>The objective falls without end.</summary>
    Unbounded,

    /// <summary>Time or cancellation came before any solution.</summary>
    Unknown,
}

/// <summary>Which method solves a model without integers.</summary>
public enum LpMethod
{
    /// <summary>The solver decides.</summary>
    Choose,
    Simplex,
    InteriorPoint,
}

/// <summary>What a solve may spend. Gap is relative: (objective - bound) / |objective|, unless <see cref="GapScale"/> says otherwise.</summary>
public sealed record SolveOptions(double RelativeGap = 1e-6, double TimeLimitSeconds = 120, int Threads = 1, int Seed = 1)
{
    /// <summary>Values to start from, one a column, or null. Values that break a row are repaired where possible, else ignored.</summary>
    public IReadOnlyList<double>? Start { get; init; }

    /// <summary>Method for models without integers.</summary>
    public LpMethod LpMethod { get; init; } = LpMethod.Choose;

    /// <summary>Share of the work spent on finding solutions, 0 to 1; null for the solver's own. None is worth it where <see cref="Start"/> is hard to beat.</summary>
    public double? HeuristicEffort { get; init; }

    /// <summary>Whether the model is reduced before the search; an answer in doubt is searched for the other way too.</summary>
    public bool UsesPresolve { get; init; } = true;

    /// <summary>Whether rows, columns and objective are brought near 1 before the search; not worth it where they are near 1 as they stand.</summary>
    public bool ScalesModel { get; init; } = true;

    /// <summary>
    /// What the gap is measured against, given the values of the best solution; null for |objective|. It is asked at every better solution,
    /// from the thread that solves.
    /// </summary>
    public Func<IReadOnlyList<double>, double>? GapScale { get; init; }
}

/// <summary>News while a solve runs. No incumbent yet means a null objective.</summary>
public sealed record SolveProgress(double? Objective, double Bound, double Seconds);

/// <summary>The end of a solve. Values, one a column, are empty where there is no solution; duals, one a row, where the model has integers.</summary>
public sealed record SolveResult(
    SolveStatus Status,
    double Objective,
    double Bound,
    IReadOnlyList<double> Values,
    IReadOnlyList<double> RowDuals,
    double Seconds);

/// <summary>Solves a <see cref="LinearModel"/> by minimising it.</summary>
public interface ISolver
{
    /// <summary>Runs until proved, out of time, or cancelled; a cancelled solve returns what it has.</summary>
    SolveResult Solve(LinearModel model, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation);
}
