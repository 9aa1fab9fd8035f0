using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>How a worker works.</summary>
/// <param name="Name">Of machine and process: no two workers have the same.</param>
/// <param name="Solvers">Solver processes at once.</param>
/// <param name="DataFolder">The data that ship with this installation.</param>
public sealed record WorkerSetup(string Name, int Solvers, string DataFolder, SolverSetup Solver);

/// <summary>
/// One worker of a team: is given runs by the queue, has them solved in child processes and writes their results. It may be killed, lose the database or stand still for as long as it
/// likes: its runs are given to another, and what it brings too late is refused.
/// </summary>
public sealed class TeamWorker(TeamBoard board, TeamQueue queue, WorkerSetup setup)
{
    private const int MostTries = 20;
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilStopped = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<SolverProcess> idle = [];
    private readonly ConcurrentDictionary<ClaimedRun, CancellationTokenSource> working = new();
    private readonly SharedPaths paths = new(setup.DataFolder);

    /// <summary>How many results of this worker counted.</summary>
    public int Done => done;

    private int done;

    /// <summary>Works until told to stop.</summary>
    public void Run(CancellationToken stop)
    {
        try
        {
            using var server = new BackgroundJobServer(Options(), queue.Storage);
            Beat(stop);
            server.SendStop();
            server.WaitForShutdown(UntilStopped);
            board.Leave(setup.Name);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The database was away when the worker was told to stop.
        }
        finally
        {
            while (idle.TryTake(out SolverProcess? solver))
            {
                solver.Dispose();
            }
        }
    }

    private void Beat(CancellationToken stop)
    {
        do
        {
            foreach (string lost in board.Beat(setup.Name, setup.Solvers, [.. working.Keys]))
            {
                Drop(lost);
            }
        }
        while (!stop.WaitHandle.WaitOne(BetweenBeats));
    }

    private BackgroundJobServerOptions Options() => new()
    {
        ServerName = setup.Name,
        WorkerCount = setup.Solvers,
        Queues = [queue.Name],
        Activator = new OneJob(new TeamJob(Solve)),
        // A database that went away in the middle is no reason to give a run up.
        FilterProvider = new JobFilterProviderCollection { new Always(new AutomaticRetryAttribute { Attempts = int.MaxValue, DelaysInSeconds = [2], LogEvents = false }) },
        SchedulePollingInterval = BetweenBeats,
        CancellationCheckInterval = BetweenBeats,
        StopTimeout = TimeSpan.FromSeconds(1),
        ShutdownTimeout = UntilStopped,
    };

    private void Solve(string key, CancellationToken stop)
    {
        if (board.Claim(key, setup.Name) is not { } run)
        {
            // Done by somebody else, or no longer wanted.
            return;
        }

        using var own = CancellationTokenSource.CreateLinkedTokenSource(stop);
        working[run] = own;
        if (!idle.TryTake(out SolverProcess? solver))
        {
            solver = new SolverProcess(setup.Solver);
        }

        try
        {
            Write(run, solver.Settle(paths.Here(run.Task), own.Token), solver.PeakMb);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // The run was given to somebody else, or nobody wants it any more.
        }
        finally
        {
            working.TryRemove(run, out _);
            idle.Add(solver);
        }
    }

    private void Write(ClaimedRun run, SolverAnswer answer, double memoryMb)
    {
        if (answer.Result.Status == ScenarioStatus.ElsewhereOnly && run.Claim < MostTries)
        {
            throw new InvalidOperationException(answer.Result.Reason!.En);
        }

        if (board.Finish(run, answer, memoryMb))
        {
            Interlocked.Increment(ref done);
        }
    }

    private void Drop(string key)
    {
        foreach ((ClaimedRun run, CancellationTokenSource own) in working.Where(w => w.Key.Key == key))
        {
            try
            {
                own.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It has just ended by itself.
            }
        }
    }

    private sealed class OneJob(TeamJob job) : JobActivator
    {
        public override object ActivateJob(Type jobType) => job;
    }

    private sealed class Always(JobFilterAttribute filter) : IJobFilterProvider
    {
        public IEnumerable<JobFilter> GetFilters(Hangfire.Common.Job job) => [new JobFilter(filter, JobFilterScope.Global, null)];
    }
}
