using System.Diagnostics;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>A solver process that is asked for runs of a sweep.</summary>
public sealed class SolverProcess(SolverSetup setup) : IDisposable
{
    // Less of the processor than this in a solve that its clock ended: the machine was elsewhere.
    private const double Starved = 0.5;

    private readonly WatchedProcess process = new(setup);

    /// <inheritdoc cref="WatchedProcess.PeakMb"/>
    public double PeakMb => process.PeakMb;

    /// <summary>Solves a task; asks once more where something outside may be to blame: the process ended, or its clock ran out while the machine was elsewhere.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the process is ended.</exception>
    public SolverAnswer Settle(SolverTask task, CancellationToken cancellation)
    {
        SolverAnswer answer = Ask(task, cancellation);
        bool isStarved = answer.Result.ByClock && process.ProcessorSeconds < Starved * answer.Seconds;
        return isStarved || answer.Result.Status == ScenarioStatus.Crashed ? Ask(task, cancellation) : answer;
    }

    /// <summary>Solves a task.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the process is ended.</exception>
    public SolverAnswer Ask(SolverTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var clock = Stopwatch.StartNew();
        SolverReply reply = process.Ask(task.Line(), task.Limits, null, cancellation);
        return reply.Fault is { } fault
            ? new SolverAnswer(task.Key, clock.Elapsed.TotalSeconds, ScenarioResult.Failed(StatusOf(fault.Kind), fault.Why))
            : SolverAnswer.Read(reply.Line!);
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => process.Dispose();

    private static ScenarioStatus StatusOf(SolveFault fault) => fault switch
    {
        SolveFault.OutOfMemory => ScenarioStatus.OutOfMemory,
        SolveFault.OutOfTime => ScenarioStatus.OutOfTime,
        _ => ScenarioStatus.Crashed,
    };
}
