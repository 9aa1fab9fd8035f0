using System.Collections.Concurrent;
using System.Globalization;

namespace Trunkline.Runner;

/// <summary>Solver processes of this machine, each asked for one run after another.</summary>
/// <param name="workers">Processes at once.</param>
public sealed class LocalSolvers(SolverSetup setup, int workers) : ISolveDispatcher
{
    private const int Glance = 250;

    private int computed;

    /// <inheritdoc />
    public int Work(SweepStore store, IReadOnlyList<WantedRun> runs, Action glance, CancellationTokenSource stop)
    {
        ArgumentNullException.ThrowIfNull(glance);
        ArgumentNullException.ThrowIfNull(stop);
        computed = 0;
        var waiting = new ConcurrentQueue<WantedRun>(runs);
        Exception? broken = null;
        Thread[] threads = [.. Enumerable.Range(1, workers).Select(n => new Thread(() =>
        {
            try
            {
                Serve(store, waiting, n.ToString(CultureInfo.InvariantCulture), stop.Token);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // A full disk, say: the others stop too, and the caller is told.
                broken ??= e;
                stop.Cancel();
            }
        })
        { Name = $"sweep {n}", IsBackground = true })];
        Array.ForEach(threads, t => t.Start());
        while (!threads.All(t => t.Join(Glance)))
        {
            glance();
        }

        return broken is { } fault ? throw new InvalidOperationException("The sweep's folder could not be written.", fault) : computed;
    }

    private void Serve(SweepStore store, ConcurrentQueue<WantedRun> waiting, string worker, CancellationToken stop)
    {
        using var solver = new SolverProcess(setup);
        while (!stop.IsCancellationRequested && waiting.TryDequeue(out WantedRun? run))
        {
            if (store.Claim(run.Key, worker) is { } claim)
            {
                Solve(store, solver, run, claim, stop);
            }
        }
    }

    private void Solve(SweepStore store, SolverProcess solver, WantedRun run, long claim, CancellationToken stop)
    {
        try
        {
            SolverAnswer answer = solver.Settle(run.Task, stop);
            if (store.Finish(run.Key, claim, answer, solver.PeakMb))
            {
                Interlocked.Increment(ref computed);
            }
        }
        catch (OperationCanceledException)
        {
            store.Release(run.Key, claim);
        }
    }
}
