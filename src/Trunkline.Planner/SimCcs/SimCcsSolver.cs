using System.Diagnostics;
using Trunkline.NetworkDesign;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.NetworkDesign.Staged;
using Trunkline.Optimisation;

namespace Trunkline.Planner.SimCcs;

/// <summary>
/// Answers a question to a SimCCS scenario with a bound: by the design engine where the engine can hold it, and otherwise by the exact model under a
/// mixed-integer solver.
/// </summary>
public sealed class SimCcsSolver(ISolver exact)
{
    /// <summary>Runs until proved within the gap, out of time, or cancelled; then it has the best so far. Every solution is checked again.</summary>
    public SimCcsAnswer Solve(SimCcsStudy study, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        if (study.Question is SimCcsQuestion.Periods)
        {
            return SimCcsStagedNetwork.Of(study) is { IsRight: true } staged
                ? Designed(study, staged.Value, options, progress, clock, cancellation)
                : SolveExactly(study, options, progress, cancellation);
        }

        return SimCcsFixedCharge.Of(study) is { IsRight: true } network
            ? Designed(study, network.Value, options, progress, clock, cancellation)
            : SolveExactly(study, options, progress, cancellation);
    }

    /// <summary>The same by the exact model: the referee of the engine, and the only way for rights of way with weights of their own.</summary>
    public SimCcsAnswer SolveExactly(SimCcsStudy study, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        return study.Question is SimCcsQuestion.Periods
            ? Staged(study, options, progress, clock, cancellation)
            : OneYear(study, options, progress, clock, cancellation);
    }

    private static SimCcsAnswer Designed(
        SimCcsStudy study, FixedChargeNetwork network, SolveOptions options, IProgress<SolveProgress>? progress, Stopwatch clock, CancellationToken cancellation)
    {
        FixedChargeResult result = FixedChargeSolver.Solve(
            network,
            new FixedChargeOptions(options.RelativeGap, options.TimeLimitSeconds, options.Threads, options.Seed),
            progress is null ? null : new EngineNews(progress),
            cancellation);
        SimCcsSolution? solution = result.Design is { } design ? SimCcsFixedCharge.Solution(study, design) : null;
        return new SimCcsAnswer(
            StatusOf(result.Status), solution, null, solution is null ? null : SimCcsCheck.Of(study, solution), result.Bound, clock.Elapsed.TotalSeconds);
    }

    private static SimCcsAnswer Designed(
        SimCcsStudy study, StagedNetwork network, SolveOptions options, IProgress<SolveProgress>? progress, Stopwatch clock, CancellationToken cancellation)
    {
        StagedResult result = StagedSolver.Solve(
            network,
            new FixedChargeOptions(options.RelativeGap, options.TimeLimitSeconds, options.Threads, options.Seed),
            progress is null ? null : new EngineNews(progress),
            cancellation);
        SimCcsStagedSolution? solution = result.Design is { } design ? SimCcsStagedNetwork.Solution(design, network.Lengths.Length) : null;
        return new SimCcsAnswer(
            StatusOf(result.Status), null, solution, solution is null ? null : SimCcsStagedCheck.Of(study, solution), result.Bound, clock.Elapsed.TotalSeconds);
    }

    private static SolveStatus StatusOf(DesignStatus status) => status switch
    {
        DesignStatus.Proved => SolveStatus.Optimal,
        DesignStatus.Found => SolveStatus.Feasible,
        DesignStatus.Infeasible => SolveStatus.Infeasible,
        _ => SolveStatus.Unknown,
    };

    private SimCcsAnswer OneYear(
        SimCcsStudy study, SolveOptions options, IProgress<SolveProgress>? progress, Stopwatch clock, CancellationToken cancellation)
    {
        var model = new SimCcsModel(study);
        SolveResult result = exact.Solve(model.Linear, options, progress, cancellation);
        SimCcsSolution? solution = result.Values.Count > 0 ? model.Solution(result.Values) : null;
        return new SimCcsAnswer(
            result.Status, solution, null, solution is null ? null : SimCcsCheck.Of(study, solution), result.Bound, clock.Elapsed.TotalSeconds);
    }

    private SimCcsAnswer Staged(
        SimCcsStudy study, SolveOptions options, IProgress<SolveProgress>? progress, Stopwatch clock, CancellationToken cancellation)
    {
        var model = new SimCcsStagedModel(study);
        SolveResult result = exact.Solve(model.Linear, options, progress, cancellation);
        SimCcsStagedSolution? solution = result.Values.Count > 0 ? model.Solution(result.Values) : null;
        return new SimCcsAnswer(
            result.Status, null, solution, solution is null ? null : SimCcsStagedCheck.Of(study, solution), result.Bound, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The engine's news in the solver's words.</summary>
    private sealed class EngineNews(IProgress<SolveProgress> progress) : IProgress<DesignProgress>
    {
        public void Report(DesignProgress value) => progress.Report(new SolveProgress(value.Best, value.Bound, value.Seconds));
    }
}

/// <summary>The answer to a question.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Solution">The best solution for one year; null where there is none or the question has periods.</param>
/// <param name="Staged">The best solution over periods; null where there is none or the question has none.</param>
/// <param name="Verdict">The check of that solution, with its costs; null where there is none.</param>
/// <param name="Bound">No solution costs less, M$/y or M$ over the periods.</param>
/// <param name="Seconds">What solving took, building the model included, reading not.</param>
public sealed record SimCcsAnswer(
    SolveStatus Status, SimCcsSolution? Solution, SimCcsStagedSolution? Staged, SimCcsVerdict? Verdict, double Bound, double Seconds)
{
    /// <summary>(cost - bound) / |cost|; null without a solution or where the cost is zero.</summary>
    public double? Gap => Over(Verdict is null ? 0 : Math.Abs(Verdict.Costs.Cost));

    /// <summary>The same difference over transport and storage alone: capture dwarfs what a network can save.</summary>
    public double? GapNetwork => Over(Verdict is null ? 0 : Verdict.Costs.Transport + Verdict.Costs.Storage);

    private double? Over(double scale) => Verdict is null || !(scale > 0) || double.IsInfinity(Bound) ? null : Math.Max(0, Verdict.Costs.Cost - Bound) / scale;
}
