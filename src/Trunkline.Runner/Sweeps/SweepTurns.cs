using Trunkline.Domain;

namespace Trunkline.Runner;

/// <summary>Sweeps of a server, one after another: which one runs, which wait.</summary>
/// <param name="solvers">Where runs are computed, asked anew for each sweep by its folder.</param>
public sealed class SweepTurns(Func<string, ISolveDispatcher> solvers) : IDisposable
{
    /// <summary>Name of the fact that says why a sweep could not be computed.</summary>
    public const string FaultFact = "fault";

    private readonly Lock gate = new();
    private readonly LinkedList<(string File, string Register)> waiting = new();
    private readonly CancellationTokenSource closing = new();
    private CancellationTokenSource? stop;
    private string? running;
    private Thread? thread;

    /// <summary>The sweep of a file waits for its turn, unless it does already or runs.</summary>
    public void Add(string file, string register)
    {
        lock (gate)
        {
            if (running == file || waiting.Any(w => w.File == file) || closing.IsCancellationRequested)
            {
                return;
            }

            waiting.AddLast((file, register));
            if (thread is null)
            {
                thread = new Thread(Work) { IsBackground = true, Name = "sweeps", Priority = ThreadPriority.BelowNormal };
                thread.Start();
            }
        }
    }

    /// <summary>A sweep gives up its turn; what is done stays.</summary>
    public void Stop(string file)
    {
        lock (gate)
        {
            if (waiting.FirstOrDefault(w => w.File == file) is { File: not null } entry)
            {
                waiting.Remove(entry);
            }

            if (running == file)
            {
                stop?.Cancel();
            }
        }
    }

    /// <summary><c>running</c>, <c>waiting</c>, or null where it is neither.</summary>
    public string? StateOf(string file)
    {
        lock (gate)
        {
            return running == file ? "running" : waiting.Any(w => w.File == file) ? "waiting" : null;
        }
    }

    public void Dispose()
    {
        Thread? last;
        lock (gate)
        {
            waiting.Clear();
            closing.Cancel();
            last = thread;
        }

        last?.Join();
        closing.Dispose();
    }

    private void Work()
    {
        while (Next() is { File: not null } turn)
        {
            try
            {
                Compute(turn.File, turn.Register, stop!.Token);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Told to whoever asks for the sweep; the next one has its turn.
                using var store = SweepStore.Open(Path.GetDirectoryName(turn.File)!);
                store.Remember(FaultFact, fault.Message);
            }
        }
    }

    private (string File, string Register) Next()
    {
        lock (gate)
        {
            stop?.Dispose();
            stop = null;
            running = null;
            if (waiting.First is not { } first)
            {
                thread = null;
                return default;
            }

            waiting.RemoveFirst();
            stop = CancellationTokenSource.CreateLinkedTokenSource(closing.Token);
            running = first.Value.File;
            return first.Value;
        }
    }

    private void Compute(string file, string register, CancellationToken cancellation)
    {
        string folder = Path.GetDirectoryName(file)!;
        using var held = SweepLock.Take(folder) ?? throw new InvalidOperationException("Another program works on this sweep.");
        using var store = SweepStore.Open(folder);
        store.Remember(FaultFact, null);
        Checked<SweepGround> ground = SweepGround.Read(file, register);
        if (!ground.IsRight)
        {
            store.Remember(FaultFact, string.Join(' ', ground.Problems.Select(p => $"{p.What} {p.Fix}")));
            return;
        }

        new SweepRun(ground.Value, store, solvers(folder)).Run(new Silence(), cancellation);
    }

    private sealed class Silence : IProgress<SweepCounts>
    {
        public void Report(SweepCounts value)
        {
            // Whoever wants to know reads the folder.
        }
    }
}
