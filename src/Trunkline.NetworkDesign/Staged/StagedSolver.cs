using System.Diagnostics;
using Trunkline.NetworkDesign.FixedCharge;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>
/// Solves a <see cref="StagedNetwork"/>: a search for cheap flows (the first within a second), then a proof by cuts and a search tree that starts
/// from what was found. With two threads the search for flows goes on beside the proof.
/// </summary>
/// <remarks>
/// With one thread the same seed gives the same answer as long as the time limit does not cut in; with two the answer may be a better one of
/// those within the gap.
/// </remarks>
public static class StagedSolver
{
    /// <summary>Runs until the gap is proved, the time is up or it is cancelled; gives what it has.</summary>
    public static StagedResult Solve(
        StagedNetwork problem, FixedChargeOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        StagedShape.Require(problem);
        StagedFlow network = new(problem);
        StagedSearch search = new(network, options.Seed);
        if (!search.CanStart && StagedDiagnosis.Of(problem, cancellation) is { Count: > 0 } reasons)
        {
            return new StagedResult(DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "largest flow", reasons);
        }

        StagedRun run = new(network, search, options, progress, clock);
        run.Go(cancellation);
        if (run.Design is not { } design)
        {
            return new StagedResult(DesignStatus.NothingFound, null, double.NaN, run.Bound, run.BoundStep, []);
        }

        double objective = StagedAudit.Check(problem, design).Objective;
        DesignStatus status = run.IsProved ? DesignStatus.Proved : DesignStatus.Found;
        return new StagedResult(status, design, objective, Math.Min(run.Bound, objective), run.BoundStep, []);
    }
}
