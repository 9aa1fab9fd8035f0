using System.Diagnostics;
using Trunkline.Domain;

namespace Trunkline.Runner;

/// <summary>How a solver process is started.</summary>
/// <param name="Program">The program to run.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record SolverSetup(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>True where it gives way to whoever else wants the processor.</summary>
    public bool GivesWay { get; init; }
}

/// <summary>What a solver may use for one task. Its process is ended where it needs more.</summary>
/// <param name="Seconds">Of processor time: a machine that is busy elsewhere, or stands still, fails nobody.</param>
public sealed record SolverLimits(double Seconds, double MemoryMb);

/// <summary>
/// A process that answers a line with a line, started when first needed and kept for the next task. What goes wrong in it (a crash, a search without end, memory
/// without end) ends the process, becomes a reason, and leaves everything else alone.
/// </summary>
public sealed class WatchedProcess(SolverSetup setup) : IDisposable
{
    private const int Glance = 100;
    private const double Mega = 1e6;

    // A process that waits for something uses no processor time at all; it is given up after this many times its seconds, counted in glances.
    private const double Patience = 10;

    // Whoever hears news is asked to stop before it is made to: five seconds, counted in glances.
    private const int MostGlancesToStop = 50;

    private Process? process;
    private Task saying = Task.CompletedTask;
    private double before;
    private int glances;
    private int glancesToStop;

    /// <summary>Most memory seen in this process so far, MB.</summary>
    public double PeakMb { get; private set; }

    /// <summary>Of the last task.</summary>
    public double ProcessorSeconds { get; private set; }

    /// <summary>What the process holds now, MB; nothing where there is none.</summary>
    public double HeldMb => process is { HasExited: false } running ? Memory(running) : 0;

    /// <summary>Puts a task and waits for its answer.</summary>
    /// <param name="news">Hears what the solver says on the way; the solver waits until it has been heard, and is asked to stop before it is ended. Null where it says nothing.</param>
    /// <exception cref="OperationCanceledException">Cancelled; the process is ended.</exception>
    public SolverReply Ask(string task, SolverLimits limits, Action<string>? news, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limits);
        Process running = Running();
        (before, glances, glancesToStop) = (Processor(running), 0, news is null ? MostGlancesToStop : 0);
        Say(running, task);
        while (true)
        {
            Task<string?> line = running.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
            if (Watch(running, line, limits, cancellation) is { } broken)
            {
                Stop();
                return broken;
            }

            if ((line.IsCompletedSuccessfully ? line.Result : null) is not { } text)
            {
                return Crashed(running);
            }

            if (news is null || SolverWords.NewsIn(text) is not { } item)
            {
                return new SolverReply(text, null);
            }

            Hear(news, item, cancellation);
            // News may come faster than glances.
            if (Beyond(running, limits) is { } beyond)
            {
                Stop();
                return beyond;
            }

            Say(running, SolverWords.Go);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => Stop();

    private static void Hear(Action<string> news, string item, CancellationToken cancellation)
    {
        try
        {
            news(item);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Whoever hears waited for its turn. The next glance tells the solver.
        }
    }

    /// <summary>Waits for a line; what was wrong where a limit was reached first.</summary>
    private SolverReply? Watch(Process running, Task<string?> line, SolverLimits limits, CancellationToken cancellation)
    {
        // A glance counts once, however long the machine stood still during it.
        for (; !Arrived(line, running, cancellation); glances++)
        {
            if (Beyond(running, limits) is { } broken)
            {
                return broken;
            }
        }

        Measure(running);
        return null;
    }

    /// <summary>What is wrong where a limit has been reached.</summary>
    private SolverReply? Beyond(Process running, SolverLimits limits)
    {
        if (Measure(running) > limits.MemoryMb)
        {
            return SolverReply.Broken(SolveFault.OutOfMemory, new Bilingual($"The solver needed more than {limits.MemoryMb:0} MB.", $"求解进程所需内存超过 {limits.MemoryMb:0} MB。"));
        }

        return ProcessorSeconds > limits.Seconds || glances * Glance / 1000.0 > Patience * limits.Seconds
            ? SolverReply.Broken(SolveFault.OutOfTime, new Bilingual($"No answer within {limits.Seconds:0.##} s of processor time.", $"处理器时间 {limits.Seconds:0.##} 秒内没有答案。"))
            : null;
    }

    /// <summary>What the process holds now, MB.</summary>
    private double Measure(Process running)
    {
        ProcessorSeconds = Processor(running) - before;
        double held = Memory(running);
        PeakMb = Math.Max(PeakMb, held);
        return held;
    }

    /// <summary>Waits for a line, for a while.</summary>
    private bool Arrived(Task<string?> line, Process running, CancellationToken cancellation)
    {
        WaitHandle arrived = ((IAsyncResult)line).AsyncWaitHandle;
        if (!cancellation.IsCancellationRequested)
        {
            WaitHandle.WaitAny([arrived, cancellation.WaitHandle], Glance);
            return line.IsCompleted;
        }

        if (glancesToStop == 0)
        {
            Say(running, SolverWords.Stop);
        }

        if (glancesToStop++ >= MostGlancesToStop)
        {
            Stop();
            cancellation.ThrowIfCancellationRequested();
        }

        return arrived.WaitOne(Glance);
    }

    /// <summary>
    /// Says a line after those before it. Nobody waits: a process that does not read must not hold up whoever watches it. That it has gone is seen at its other end.
    /// </summary>
    private void Say(Process running, string line) => saying = saying.ContinueWith(
        _ =>
        {
            try
            {
                running.StandardInput.WriteLine(line);
                running.StandardInput.Flush();
            }
            catch (Exception gone) when (gone is IOException or InvalidOperationException)
            {
                // The answer, or its lack, tells.
            }
        },
        CancellationToken.None,
        TaskContinuationOptions.None,
        TaskScheduler.Default);

    private SolverReply Crashed(Process ended)
    {
        ended.WaitForExit(1000);
        string code = ended.HasExited ? $"{ended.ExitCode}" : "?";
        Stop();
        return SolverReply.Broken(SolveFault.Crashed, new Bilingual($"The solver ended without an answer (exit code {code}).", $"求解进程未给出答案即结束（退出码 {code}）。"));
    }

    private static double Memory(Process running)
    {
        running.Refresh();
        return Seen(running, r => r.WorkingSet64 / Mega);
    }

    private static double Processor(Process running) => Seen(running, r => r.TotalProcessorTime.TotalSeconds);

    private static double Seen(Process running, Func<Process, double> figure)
    {
        try
        {
            return running.HasExited ? 0 : figure(running);
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
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
        if (setup.GivesWay)
        {
            GiveWay(process);
        }

        return process;
    }

    private static void GiveWay(Process started)
    {
        try
        {
            // At once, so that the threads which it will start are born behind others.
            started.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already, or may not be told; the work would be done all the same.
        }
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
