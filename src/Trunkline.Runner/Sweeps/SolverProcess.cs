using System.Diagnostics;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>How a solver process is started.</summary>
/// <param name="Program">The program to run.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record SolverSetup(string Program, IReadOnlyList<string> Arguments);

/// <summary>
/// One solver process, started when first needed and kept for the next task. What goes wrong in it (a crash, a search without end, memory without end) ends the
/// process, becomes a result with a reason, and leaves everything else alone.
/// </summary>
public sealed class SolverProcess(SolverSetup setup) : IDisposable
{
    private const int Glance = 100;
    private const double Mega = 1e6;

    // A process that waits for something uses no processor time at all; it is given up after this many times its seconds, counted in glances.
    private const double Patience = 10;

    // Less of the processor than this in a solve that its clock ended: the machine was elsewhere.
    private const double Starved = 0.5;

    private Process? process;
    private double processorSeconds;

    /// <summary>Most memory seen in this process so far, MB.</summary>
    public double PeakMb { get; private set; }

    /// <summary>Solves a task; asks once more where something outside may be to blame: the process ended, or its clock ran out while the machine was elsewhere.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the process is ended.</exception>
    public SolverAnswer Settle(SolverTask task, CancellationToken cancellation)
    {
        SolverAnswer answer = Ask(task, cancellation);
        bool isStarved = answer.Result.ByClock && processorSeconds < Starved * answer.Seconds;
        return isStarved || answer.Result.Status == ScenarioStatus.Crashed ? Ask(task, cancellation) : answer;
    }

    /// <summary>Solves a task.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; the process is ended.</exception>
    public SolverAnswer Ask(SolverTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        var clock = Stopwatch.StartNew();
        ScenarioResult failed;
        try
        {
            Process running = Running();
            running.StandardInput.WriteLine(task.Line());
            running.StandardInput.Flush();
            Task<string?> answer = running.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            if (Watch(running, answer, task.Limits, cancellation) is not { } broken)
            {
                return answer.Result is { } line ? SolverAnswer.Read(line) : new SolverAnswer(task.Key, clock.Elapsed.TotalSeconds, Crashed(running));
            }

            failed = broken;
        }
        catch (IOException)
        {
            failed = Crashed(process!);
        }

        Stop();
        return new SolverAnswer(task.Key, clock.Elapsed.TotalSeconds, failed);
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => Stop();

    /// <summary>Waits for the answer; what was wrong where a limit was reached first.</summary>
    private ScenarioResult? Watch(Process running, Task<string?> answer, SolverLimits limits, CancellationToken cancellation)
    {
        double before = Processor(running);
        // A glance counts once, however long the machine stood still during it.
        for (int glances = 0; !answer.Wait(Glance, CancellationToken.None); glances++)
        {
            if (cancellation.IsCancellationRequested)
            {
                Stop();
                cancellation.ThrowIfCancellationRequested();
            }

            double used = Memory(running);
            PeakMb = Math.Max(PeakMb, used);
            if (used > limits.MemoryMb)
            {
                return ScenarioResult.Failed(ScenarioStatus.OutOfMemory, new Bilingual($"The solver needed more than {limits.MemoryMb:0} MB.", $"求解进程所需内存超过 {limits.MemoryMb:0} MB。"));
            }

            processorSeconds = Processor(running) - before;
            if (processorSeconds > limits.Seconds || glances * Glance / 1000.0 > Patience * limits.Seconds)
            {
                return ScenarioResult.Failed(ScenarioStatus.OutOfTime, new Bilingual($"No answer within {limits.Seconds:0.##} s of processor time.", $"处理器时间 {limits.Seconds:0.##} 秒内没有答案。"));
            }
        }

        processorSeconds = Processor(running) - before;
        PeakMb = Math.Max(PeakMb, Memory(running));
        return null;
    }

    private ScenarioResult Crashed(Process ended)
    {
        ended.WaitForExit(1000);
        string code = ended.HasExited ? $"{ended.ExitCode}" : "?";
        Stop();
        return ScenarioResult.Failed(ScenarioStatus.Crashed, new Bilingual($"The solver ended without an answer (exit code {code}).", $"求解进程未给出答案即结束（退出码 {code}）。"));
    }

    private static double Memory(Process running)
    {
        running.Refresh();
        return running.HasExited ? 0 : running.WorkingSet64 / Mega;
    }

    private static double Processor(Process running)
    {
        try
        {
            return running.HasExited ? 0 : running.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // It ended between the two; the answer, or its lack, tells.
            return 0;
        }
    }

    private Process Running()
    {
        if (process is { HasExited: false })
        {
            return process;
        }

        Stop();
        process = Process.Start(new ProcessStartInfo(setup.Program, setup.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException($"'{setup.Program}' could not be started.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private void Stop()
    {
        if (process is { } running)
        {
            if (!running.HasExited)
            {
                running.Kill();
                running.WaitForExit();
            }

            running.Dispose();
            process = null;
        }
    }
}
