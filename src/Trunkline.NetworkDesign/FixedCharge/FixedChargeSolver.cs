using System.Diagnostics;

namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>
/// Solves a <see cref="FixedChargeNetwork"/>: reductions, a search for cheap flows (milliseconds), then a proof by cuts and a search tree that
/// starts from what was found. With two threads there are two proofs, of models written in two ways, and one of them proves 1 % and 0.1 % on the way.
/// </summary>
/// <remarks>
/// With one thread the same seed gives the same answer as long as the time limit does not cut in; with two the answer may be a better one of
/// those within the gap.
/// </remarks>
public static class FixedChargeSolver
{
    /// <summary>Runs until the gap is proved, the time is up or it is cancelled; gives what it has.</summary>
    public static FixedChargeResult Solve(
        FixedChargeNetwork problem, FixedChargeOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        FixedChargeShape.Require(problem);
        Reduction reduction = Reduction.Of(problem);
        FlowNetwork network = new(reduction.Network);
        FlowSearch search = new(network, options.Seed);
        if (!search.IsFeasible)
        {
            return Infeasible(problem, network.Amount - search.Unmet, search.Unmet, reduction);
        }

        FixedChargeRun run = new(network, search, options, progress, clock);
        run.Go(cancellation);
        return Found(problem, reduction, network, run);
    }

    private static FixedChargeResult Found(FixedChargeNetwork problem, Reduction reduction, FlowNetwork network, FixedChargeRun run)
    {
        FixedChargeDesign design = reduction.Undo(network.ToDesign(run.BestFlow));
        double objective = FixedChargeAudit.Check(problem, design).Objective;
        DesignStatus status = run.IsProved ? DesignStatus.Proved : DesignStatus.Found;
        return new FixedChargeResult(status, design, objective, Math.Min(run.Bound, objective), run.BoundStep, [], reduction.Log);
    }

    private static FixedChargeResult Infeasible(FixedChargeNetwork problem, double reach, double missing, Reduction reduction)
    {
        double needed = reach + missing;
        string because = problem.Sources.Sum(s => s.Capacity) < needed ? "supply" : problem.Sinks.Sum(s => s.Capacity) < needed ? "sinks" : "network";
        return new FixedChargeResult(
            DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "largest flow", [new Shortfall("target", 0, missing, because)], reduction.Log);
    }
}
