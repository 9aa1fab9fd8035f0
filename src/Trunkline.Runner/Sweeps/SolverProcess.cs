using System.Diagnostics;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>How a solver process is started, and what it may use.</summary>
/// <param name="Program">The program to run.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record SolverSetup(string Program, IReadOnlyList<string> Arguments, double Seconds, double MemoryMb);

/// <summary>
/// One solver process, started when first needed and kept for the next task. What goes wrong in it (a crash, a search without end, memory without end) ends the
/// process, becomes a result with a reason, and leaves everything else alone.
/// </summary>
public sealed class SolverProcess(SolverSetup setup) : IDisposable
{
    private const int Glance = 100;
    private const double Mega = 1e6;

    private Process? process;

    /// <summary>Most memory seen in this process so far, MB.</summary>
    public double PeakMb { get; private set; }

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
            if (Watch(running, answer, clock, cancellation) is not { } broken)
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
    private ScenarioResult? Watch(Process running, Task<string?> answer, Stopwatch clock, CancellationToken cancellation)
    {
        while (!answer.Wait(Glance, CancellationToken.None))
        {
            if (cancellation.IsCancellationRequested)
            {
                Stop();
                cancellation.ThrowIfCancellationRequested();
            }

            double used = Memory(running);
            PeakMb = Math.Max(PeakMb, used);
            if (used > setup.MemoryMb)
            {
                return ScenarioResult.Failed(ScenarioStatus.OutOfMemory, new Bilingual($"The solver needed more than {setup.MemoryMb:0} MB.", $"求解进程所需内存超过 {setup.MemoryMb:0} MB。"));
            }

            if (clock.Elapsed.TotalSeconds > setup.Seconds)
            {
                return ScenarioResult.Failed(ScenarioStatus.OutOfTime, new Bilingual($"No answer within {setup.Seconds:0.##} s.", $"{setup.Seconds:0.##} 秒内没有答案。"));
            }
        }

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
