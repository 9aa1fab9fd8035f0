using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>What one plan may use.</summary>
/// <param name="MemoryMb">Most memory of its process.</param>
/// <param name="Seconds">Most processor time; null for what the study's own limit of time comes to on its threads, twice, and two minutes more.</param>
public sealed record PlanLimits(double MemoryMb, double? Seconds)
{
    private const double UsualFactor = 2;
    private const double UsualSpare = 120;

    /// <summary>The limits of a study.</summary>
    public SolverLimits Of(SolverBudget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return new SolverLimits(Seconds ?? (((UsualFactor * budget.TimeLimitSeconds) + UsualSpare) * Math.Max(1, budget.Threads)), MemoryMb);
    }
}

/// <summary>
/// Computes plans from the beginning in processes of their own, which are kept for the next and ended where they need too much; what is answered in a second is answered in
/// this process.
/// </summary>
public sealed class ProcessPlanSolver : IPlanSolver, IDisposable
{
    // A process that begins a task with more than this part of its memory in its hands would be blamed for what others left.
    private const double MostHeld = 0.5;

    private static readonly TimeSpan MostRest = TimeSpan.FromMinutes(10);

    private readonly PlanSolverHere here = new();
    private readonly SolverSetup setup;
    private readonly PlanLimits limits;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly Stack<(WatchedProcess Process, long Since)> resting = [];
    private readonly CancellationTokenSource closing = new();
    private readonly ITimer glance;

    /// <param name="setup">Starts a program that answers as <see cref="PlanSolverDesk"/> does.</param>
    /// <param name="clock">Tells when a process has rested long enough to be let go.</param>
    public ProcessPlanSolver(SolverSetup setup, PlanLimits limits, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        (this.setup, this.limits, this.clock) = (setup, limits, clock);
        glance = clock.CreateTimer(_ => LetGo(), null, MostRest, MostRest);
    }

    /// <inheritdoc />
    public Checked<PlanOutcome> Make(PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.IsSmall ? here.Make(question, progress, cancellation) : Ask(question, onCorridors: false, progress, cancellation);
    }

    /// <inheritdoc />
    public Checked<PlanOutcome> MakeOn(PlanMemory memory, PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(question);
        return Ask(question with { Dataset = memory.Dataset }, onCorridors: true, progress, cancellation);
    }

    /// <inheritdoc />
    public Checked<PlanOutcome> Remake(PlanMemory memory, Study study, RegisterView law, CancellationToken cancellation) => here.Remake(memory, study, law, cancellation);

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        closing.Cancel();
        glance.Dispose();
        lock (gate)
        {
            foreach ((WatchedProcess process, _) in resting)
            {
                process.Dispose();
            }

            resting.Clear();
        }
    }

    private Checked<PlanOutcome> Ask(PlanQuestion question, bool onCorridors, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, closing.Token);
        stop.Token.ThrowIfCancellationRequested();
        WatchedProcess process = Rested() ?? new WatchedProcess(setup);
        bool isWell = false;
        try
        {
            SolverReply reply = process.Ask(
                PlanTask.Of(question, onCorridors).Line(), limits.Of(question.Study.Solver), n => progress.Report(SolverWords.Read<PlanProgress>(n)), stop.Token);
            if (reply.Fault is { } fault)
            {
                throw new SolveFaultException(fault.Kind, Advised(fault.Kind, fault.Why));
            }

            PlanReply told = PlanReply.Read(reply.Line!);
            if (told.IsOutOfMemory)
            {
                throw new SolveFaultException(SolveFault.OutOfMemory, NoMoreMemory);
            }

            isWell = told.Fault is null;
            // It stopped as it was asked to: what it found until then is not wanted.
            stop.Token.ThrowIfCancellationRequested();
            return told.Outcome(question, stop.Token);
        }
        finally
        {
            if (isWell)
            {
                Rest(process);
            }
            else
            {
                // Whatever it was, the next plan begins in a fresh one.
                process.Dispose();
            }
        }
    }

    private static Bilingual NoMoreMemory => Advised(SolveFault.OutOfMemory, new Bilingual("The machine has no more memory for the solver.", "本机已无更多内存可供求解进程使用。"));

    private static Bilingual Advised(SolveFault fault, Bilingual why) => fault switch
    {
        SolveFault.OutOfMemory => new Bilingual(
            $"{why.En} Ask for a smaller region or fewer periods, or have the limit raised (limits.solveMemoryMb).", $"{why.Zh}请缩小区域或减少时期，或提高限额（limits.solveMemoryMb）。"),
        SolveFault.OutOfTime => new Bilingual(
            $"{why.En} Give the study less time or a wider gap, or have the limit raised (limits.solveSeconds).", $"{why.Zh}请减少研究的时限或放宽差距，或提高限额（limits.solveSeconds）。"),
        _ => new Bilingual($"{why.En} Nothing else was touched; ask again.", $"{why.Zh}其他内容未受影响，请重试。"),
    };

    private WatchedProcess? Rested()
    {
        lock (gate)
        {
            while (resting.TryPop(out (WatchedProcess Process, long) rested))
            {
                if (rested.Process.HeldMb <= MostHeld * limits.MemoryMb)
                {
                    return rested.Process;
                }

                rested.Process.Dispose();
            }

            return null;
        }
    }

    private void Rest(WatchedProcess process)
    {
        lock (gate)
        {
            if (closing.IsCancellationRequested)
            {
                process.Dispose();
                return;
            }

            resting.Push((process, clock.GetTimestamp()));
        }
    }

    /// <summary>A process that nobody has asked for a while holds a dataset for nobody.</summary>
    private void LetGo()
    {
        lock (gate)
        {
            (WatchedProcess Process, long Since)[] kept = [.. resting.Reverse().Where(r => clock.GetElapsedTime(r.Since) < MostRest)];
            foreach ((WatchedProcess process, _) in resting.Except(kept))
            {
                process.Dispose();
            }

            resting.Clear();
            Array.ForEach(kept, resting.Push);
        }
    }
}
