using System.Diagnostics;
using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign;

/// <summary>
/// Solves a <see cref="DesignProblem"/> whole, as one mixed-integer model. For problems of up to some hundred arcs; it gives a proven bound at
/// any size, sooner or later.
/// </summary>
/// <remarks>
/// The objective of the result is recomputed from the decisions. The bound is the solver's less a margin for its tolerances, and never above
/// the objective. Rules and names: docs/formulation.md.
/// </remarks>
public sealed class ExactDesignSolver(ISolver solver) : IDesignSolver
{
    private const string Step = "exact search";

    // The solver works to about 1e-7 relative in scaled numbers; the bound gives way by as much of all the money that moves.
    private const double BoundMargin = 1e-7;

    private const double MostDiagnosisSeconds = 60;

    /// <summary>A solver through HiGHS.</summary>
    public ExactDesignSolver()
        : this(new HighsSolver())
    {
    }

    /// <summary>The model of a problem, for golden files, export and cross-checks with other solvers.</summary>
    public static LinearModel Formulate(DesignProblem problem)
    {
        DesignShape.Require(problem);
        return DesignFormulation.Write(problem, DesignRestriction.None).Model;
    }

    /// <inheritdoc/>
    public DesignResult Solve(DesignProblem problem, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation) =>
        Solve(problem, options, null, progress, cancellation);

    /// <summary>Solves with a solution to start from.</summary>
    public DesignResult Solve(
        DesignProblem problem, DesignOptions options, DesignSolution? start, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var (solution, end, margin) = Run(problem, DesignRestriction.None with { Start = start }, options, progress, cancellation);
        var bound = end.Bound - margin;
        return end.Status switch
        {
            SolveStatus.Optimal => Found(problem, DesignStatus.Proved, solution!, bound),
            SolveStatus.Feasible => Found(problem, DesignStatus.Found, solution!, bound),
            SolveStatus.Infeasible => new DesignResult(
                DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, Step, Reasons(problem, options, clock, cancellation)),
            SolveStatus.Unknown => new DesignResult(DesignStatus.NothingFound, null, double.NaN, bound, Step, []),
            _ => throw new InvalidOperationException("A design problem has bounds on everything, yet its cost falls without end"),
        };
    }

    /// <summary>
    /// Finds the best solution among part of the choices. The result's bound is negative infinity and its status never <c>Proved</c> or
    /// <c>Infeasible</c>: a part says nothing of the whole.
    /// </summary>
    public DesignResult SolvePart(
        DesignProblem problem, DesignRestriction part, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        var (solution, _, _) = Run(problem, part, options, progress, cancellation);
        return solution is null
            ? new DesignResult(DesignStatus.NothingFound, null, double.NaN, double.NegativeInfinity, Step, [])
            : Found(problem, DesignStatus.Found, solution, double.NegativeInfinity);
    }

    private (DesignSolution? Solution, SolveResult End, double Margin) Run(
        DesignProblem problem, DesignRestriction part, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        DesignShape.Require(problem);
        var formulation = DesignFormulation.Write(problem, part);
        var values = new DesignValues(problem, formulation.Model, formulation.Columns);
        var solveOptions = new SolveOptions(options.RelativeGap, options.TimeLimitSeconds, options.Threads, options.Seed)
        {
            Start = part.Start is { } start ? values.Write(start) : null,
            GapScale = options.GapScale is { } scale ? v => scale(values.Read(v)) : null,
        };
        var relay = progress is null ? null : new Relay(progress);
        var end = solver.Solve(formulation.Model, solveOptions, relay, cancellation);
        var solution = end.Status is SolveStatus.Optimal or SolveStatus.Feasible ? values.Read(end.Values) : null;
        return (solution, end, Margin(formulation.Model, end));
    }

    private static DesignResult Found(DesignProblem problem, DesignStatus status, DesignSolution solution, double bound)
    {
        var objective = DesignAudit.Objective(problem, solution);
        return new DesignResult(status, solution, objective, Math.Min(bound, objective), Step, []);
    }

    // Measured against the money that moves, not against the sum: income can leave little of a large cost.
    private static double Margin(LinearModel model, SolveResult end)
    {
        var moved = end.Values.Select((value, j) => Math.Abs(model.Columns[j].Cost * value)).Sum();
        return double.IsFinite(end.Bound) ? BoundMargin * Math.Max(moved, Math.Abs(end.Bound)) : 0;
    }

    private List<Shortfall> Reasons(DesignProblem problem, DesignOptions options, Stopwatch clock, CancellationToken cancellation)
    {
        var seconds = Math.Clamp(options.TimeLimitSeconds - clock.Elapsed.TotalSeconds, 10, MostDiagnosisSeconds);
        return new DesignDiagnosis(solver, problem, new SolveOptions(1e-4, seconds, options.Threads, options.Seed), cancellation).Reasons();
    }

    private sealed class Relay(IProgress<DesignProgress> progress) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => progress.Report(new DesignProgress(Step, value.Objective, value.Bound, value.Seconds));
    }
}
