using System.Diagnostics;
using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign.Staged;

/// <summary>One run of the <see cref="StagedSolver"/>: the best flow and the best bound so far, and who may improve them.</summary>
internal sealed class StagedRun(
    StagedFlow network, StagedSearch search, FixedChargeOptions options, IProgress<DesignProgress>? progress, Stopwatch clock)
{
    private const int FreshStarts = 4;
    private const int FirstRounds = 12;

    // So many rounds without a better flow end the search; the proof, which it slows, goes on alone.
    private const int MostIdle = 40;

    // The solver works to about 1e-7 relative in scaled numbers; the bound gives way by as much of all the money that moves.
    private const double BoundMargin = 1e-7;

    private readonly Lock news = new();
    private double best = double.PositiveInfinity;
    private double[][]? bestFlow;
    private StagedDesign? fromTree;

    /// <summary>The cheapest design; null where there is none.</summary>
    public StagedDesign? Design => bestFlow is null ? fromTree : network.ToDesign(bestFlow);

    public double Bound { get; private set; } = double.NegativeInfinity;

    public string BoundStep { get; private set; } = "nothing";

    public bool IsProved => double.IsFinite(best) && best - Bound <= options.RelativeGap * Math.Abs(best);

    private double SecondsLeft => Math.Max(0, options.TimeLimitSeconds - clock.Elapsed.TotalSeconds);

    /// <summary>Searches and proves.</summary>
    public void Go(CancellationToken cancellation)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(options.TimeLimitSeconds, 0, 1e6)));
        if (search.CanStart)
        {
            Look(0, FirstRounds, ending.Token);
        }

        if (ending.IsCancellationRequested)
        {
            return;
        }

        bool looksOn = options.Threads > 1 && search.Elite.Count > 0;
        Task looking = looksOn ? Task.Run(() => Look(FirstRounds, int.MaxValue, ending.Token), CancellationToken.None) : Task.CompletedTask;
        Prove(ending);
        ending.Cancel();
        looking.Wait(CancellationToken.None);
    }

    private void Look(int first, int end, CancellationToken cancellation)
    {
        // However little time there is, one start is made: the first design costs a second at most.
        int idle = 0;
        for (int round = first; round < end && idle < MostIdle && (bestFlow is null || !cancellation.IsCancellationRequested); round++)
        {
            double before = best;
            if (round < FreshStarts || search.Elite.Count == 0)
            {
                search.Start(round == 0 ? CancellationToken.None : cancellation);
            }
            else
            {
                search.Disturb(cancellation);
            }

            if (search.Elite.Count == 0)
            {
                return;
            }

            HearFlow("flow search", search.Elite[0].Flow);
            idle = best < before ? 0 : idle + 1;
        }
    }

    private void Prove(CancellationTokenSource ending)
    {
        StagedFormulation formulation = StagedFormulation.Write(network.Problem);
        double[]? start;
        lock (news)
        {
            start = bestFlow is null ? null : formulation.Values(network.ToDesign(bestFlow));
        }

        double margin = BoundMargin * (start ?? []).Select((v, j) => Math.Abs(v * formulation.Model.Columns[j].Cost)).Sum();
        SolveOptions solve = new(options.RelativeGap, SecondsLeft, 1, options.Seed)
        {
            Start = start,
            HeuristicEffort = start is null ? null : 0,
            UsesPresolve = start is null,
        };
        Relay relay = new(this, margin, ending);
        SolveResult end = new HighsSolver().Solve(formulation.Model, solve, relay, ending.Token);
        HearBound(end.Bound - margin, "search tree");
        if (end.Status is SolveStatus.Optimal or SolveStatus.Feasible)
        {
            HearTree(formulation, end);
        }
    }

    // The tree may lay pipes as the search cannot: two at once where no one is large enough.
    private void HearTree(StagedFormulation formulation, SolveResult end)
    {
        double[][] flow = formulation.Flows(end.Values, network);
        HearFlow("search tree", flow);
        lock (news)
        {
            if (end.Objective < best - (1e-9 * Math.Abs(end.Objective)))
            {
                (best, bestFlow, fromTree) = (end.Objective, null, formulation.Design(end.Values, network.ToDesign(flow)));
            }
        }
    }

    private void HearFlow(string step, double[][] flow)
    {
        double cost = network.Cost(flow);
        lock (news)
        {
            if (cost < best - (1e-9 * Math.Abs(cost)))
            {
                (best, bestFlow) = (cost, [.. flow.Select(f => f.ToArray())]);
                progress?.Report(new DesignProgress(step, best, Bound, clock.Elapsed.TotalSeconds));
            }
        }
    }

    private void HearBound(double bound, string step)
    {
        lock (news)
        {
            if (bound > Bound)
            {
                (Bound, BoundStep) = (bound, step);
                progress?.Report(new DesignProgress(step, double.IsFinite(best) ? best : null, Bound, clock.Elapsed.TotalSeconds));
            }
        }
    }

    private sealed class Relay(StagedRun run, double margin, CancellationTokenSource ending) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value)
        {
            run.HearBound(value.Bound - margin, "search tree");
            if (run.IsProved)
            {
                ending.Cancel();
            }
        }
    }
}
