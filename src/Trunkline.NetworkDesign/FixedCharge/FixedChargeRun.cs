using System.Diagnostics;
using Trunkline.Optimisation;

namespace Trunkline.NetworkDesign.FixedCharge;

/// <summary>One run of the <see cref="FixedChargeSolver"/>: the best flow and the best bound so far, and who may improve them.</summary>
internal sealed class FixedChargeRun(
    FlowNetwork network, FlowSearch search, FixedChargeOptions options, IProgress<DesignProgress>? progress, Stopwatch clock)
{
    private const int FreshStarts = 6;
    private const int FirstRounds = 5;
    private const int LongRounds = 100;

    // The solver works to about 1e-7 relative in scaled numbers; the bound gives way by as much of all the money that moves.
    private const double BoundMargin = 1e-7;

    // A search tree that may leave out all that is not so much cheaper ends long before one that may leave out little.
    private const double FirstGap = 1e-2;
    private const double SecondGap = 1e-3;

    private readonly Lock news = new();
    private double best = double.PositiveInfinity;

    /// <summary>The cheapest flow, by link.</summary>
    public double[] BestFlow { get; private set; } = [];

    public double Bound { get; private set; } = double.NegativeInfinity;

    public string BoundStep { get; private set; } = "nothing";

    public bool IsProved => IsProvedTo(options.RelativeGap);

    private double SecondsLeft => Math.Max(0, options.TimeLimitSeconds - clock.Elapsed.TotalSeconds);

    /// <summary>Searches and proves.</summary>
    public void Go(CancellationToken cancellation)
    {
        using CancellationTokenSource ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ending.CancelAfter(TimeSpan.FromSeconds(Math.Clamp(options.TimeLimitSeconds, 0, 1e6)));
        Look(FreshStarts + FirstRounds, ending.Token);
        HearBound(RisingFlow.Bound(network), "least-cost flow");
        if (IsProved || ending.IsCancellationRequested)
        {
            return;
        }

        FixedChargeFormulation formulation = FixedChargeFormulation.Write(network.Problem, perDirection: network.Problem.Target is not null);
        if (options.Threads > 1)
        {
            // How long a search tree takes is a matter of luck: a second one, of a model written otherwise, is as often the first to end.
            Parallel.Invoke(
                () => ProveOnTheWay(formulation, ending),
                () => Prove(FixedChargeFormulation.Write(network.Problem, perDirection: false), options.RelativeGap, options.Seed + 1, ending));
        }
        else
        {
            Prove(formulation, options.RelativeGap, options.Seed, ending);
        }
    }

    private bool IsProvedTo(double gap) => best - Bound <= gap * Math.Abs(best);

    // Each step starts from the best flow so far; what is proved by then is not proved again.
    private void ProveOnTheWay(FixedChargeFormulation formulation, CancellationTokenSource ending)
    {
        Prove(formulation, FirstGap, options.Seed, ending);
        Prove(formulation, SecondGap, options.Seed, ending);
        Look(LongRounds, ending.Token);
        Prove(formulation, options.RelativeGap, options.Seed, ending);
    }

    private void Look(int rounds, CancellationToken cancellation)
    {
        // However little time there is, one start is made: the first design costs milliseconds.
        for (int round = 0; round < rounds && (BestFlow.Length == 0 || !cancellation.IsCancellationRequested); round++)
        {
            if (search.Elite.Count < 2 || round < FreshStarts)
            {
                search.Start(cancellation);
            }
            else if (round % 3 == 0)
            {
                search.Combine(cancellation);
            }
            else
            {
                search.Disturb(cancellation);
            }

            HearFlow("flow search", search.Elite[0].Flow);
        }
    }

    private void Prove(FixedChargeFormulation formulation, double gap, int seed, CancellationTokenSource ending)
    {
        if (ending.IsCancellationRequested || IsProvedTo(gap))
        {
            return;
        }

        double[] start;
        lock (news)
        {
            start = formulation.Values(network.ToDesign(BestFlow));
        }

        double margin = BoundMargin * start.Select((v, j) => Math.Abs(v * formulation.Model.Columns[j].Cost)).Sum();
        SolveOptions solve = new(gap, SecondsLeft, 1, seed) { Start = start, HeuristicEffort = 0, UsesPresolve = false, ScalesModel = false };
        Relay relay = new(this, margin, ending);
        SolveResult end = new HighsSolver().Solve(formulation.Model, solve, relay, ending.Token);
        HearBound(end.Bound - margin, "search tree");
        if (end.Status is SolveStatus.Optimal or SolveStatus.Feasible)
        {
            HearFlow("search tree", formulation.Flows(end.Values, network));
        }

        if (IsProved || gap <= options.RelativeGap)
        {
            ending.Cancel();
        }
    }

    private void HearFlow(string step, double[] flow)
    {
        double cost = network.Cost(flow);
        lock (news)
        {
            if (cost < best - (1e-9 * Math.Abs(cost)))
            {
                (best, BestFlow) = (cost, [.. flow]);
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
                progress?.Report(new DesignProgress(step, best, Bound, clock.Elapsed.TotalSeconds));
            }
        }
    }

    private sealed class Relay(FixedChargeRun run, double margin, CancellationTokenSource ending) : IProgress<SolveProgress>
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
