using System.Diagnostics;

namespace Trunkline.NetworkDesign;

/// <summary>
/// The route for problems of national size: a certificate against the impossible, a Lagrangian bound, and designs found from its
/// multipliers. Every bound it reports is valid for the problem as given; every solution is priced exactly.
/// </summary>
/// <remarks>The same seed and limits give the same answer as long as the time limit does not cut in.</remarks>
public sealed class ScalableDesignSolver : IDesignSolver
{
    public DesignResult Solve(DesignProblem problem, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<Shortfall> shortfalls = SupplyCeiling.Shortfalls(problem);
        if (shortfalls.Count > 0)
        {
            return new DesignResult(DesignStatus.Infeasible, null, double.NaN, double.PositiveInfinity, "ceiling", shortfalls);
        }

        return new ScalableRun(problem, options, progress, cancellation).Solve();
    }
}

/// <summary>One run of the scalable route: the clock, the best design, and the ladder of bounds.</summary>
internal sealed class ScalableRun
{
    private readonly DesignInstance instance;
    private readonly DesignOptions options;
    private readonly IProgress<DesignProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly BoundLadder ladder = new();
    private readonly DraftCost pricing;
    private readonly Draft best;
    private bool found;
    private IReadOnlyList<Shortfall> nearest = [];
    private double nearestAmount = double.PositiveInfinity;

    public ScalableRun(DesignProblem problem, DesignOptions options, IProgress<DesignProgress>? progress, CancellationToken cancellation)
    {
        this.options = options;
        this.progress = progress;
        this.cancellation = cancellation;
        instance = new DesignInstance(problem);
        pricing = new DraftCost(instance);
        best = new Draft(instance);
    }

    public DesignResult Solve()
    {
        DualSpace space = new(instance);
        double[] stretch = DualStart.Stretch(instance, space);
        ColumnAscent ascent = Raise(space, stretch);
        Search(space, ascent.Best, stretch);
        return Result();
    }

    private bool IsOver(double share) =>
        cancellation.IsCancellationRequested || clock.Elapsed.TotalSeconds > share * options.TimeLimitSeconds;

    private ColumnAscent Raise(DualSpace space, double[] stretch)
    {
        DualFunction function = new(instance, space, options.Threads);
        double[] start = DualStart.For(instance, space);
        DualStart.PriceTargets(instance, space, stretch, function, start);
        ColumnAscent ascent = new(instance, space, function, start, stretch);
        for (int step = 0; step < 120 && !IsOver(0.5) && ascent.Promise > 1e-6 * Math.Abs(ascent.Bound); step++)
        {
            if (ascent.Step() | ladder.Offer(BoundLadder.Rents, ascent.Bound))
            {
                Report(BoundLadder.Rents);
            }
        }

        ladder.Offer(BoundLadder.Rents, ascent.Bound);
        return ascent;
    }

    private void Search(DualSpace space, double[] multipliers, double[] stretch)
    {
        double flow = instance.LargestFlow.DefaultIfEmpty(0).Max();
        Selection selection = new(instance, space, multipliers, stretch, options.Seed);
        SlopeScaling scaling = new(instance, space, multipliers, selection, options.Threads);
        foreach (double share in new[] { 0.002, 0.0005, 0.01 })
        {
            scaling.Begin(share * flow);
            for (int round = 0; round < 12 && !(found && IsOver(0.95)) && !IsOver(1); round++)
            {
                Consider(scaling.Round(choose: true), "slope-scaling");
            }
        }
    }

    private void Consider(Draft draft, string step)
    {
        double missing = draft.Shortfalls.Sum(s => s.Amount);
        if (draft.Shortfalls.Count > 0)
        {
            if (missing < nearestAmount)
            {
                (nearest, nearestAmount) = ([.. draft.Shortfalls], missing);
            }

            return;
        }

        if (!found || draft.Cost < best.Cost)
        {
            found = true;
            draft.CopyTo(best);
            Report(step);
        }
    }

    private void Report(string step) =>
        progress?.Report(new DesignProgress(step, found ? best.Cost : null, ladder.Best, clock.Elapsed.TotalSeconds));

    private DesignResult Result()
    {
        if (!found)
        {
            return new DesignResult(DesignStatus.NothingFound, null, double.NaN, ladder.Best, ladder.Step, nearest);
        }

        DesignSolution solution = pricing.Write(best);
        double scale = Math.Max(1e-9, options.GapScale?.Invoke(solution) ?? Math.Abs(best.Cost));
        DesignStatus status = (best.Cost - ladder.Best) / scale <= options.RelativeGap ? DesignStatus.Proved : DesignStatus.Found;
        return new DesignResult(status, solution, best.Cost, ladder.Best, ladder.Step, []);
    }
}
