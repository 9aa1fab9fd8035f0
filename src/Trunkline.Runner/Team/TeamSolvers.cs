using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Trunkline.Runner;

/// <summary>A team's workers, wherever they are. Puts runs on the board, a job for each into the queue, and takes results up as they come.</summary>
/// <param name="sweepFolder">Of this sweep: with the machine's name it tells its wishes from those of other sweeps.</param>
/// <param name="dataFolder">The data that ship with this installation.</param>
public sealed class TeamSolvers(TeamBoard board, TeamQueue queue, string sweepFolder, string dataFolder) : ISolveDispatcher
{
    private const int Glance = 500;
    private const int MostAtOnce = 500;

    // Somebody may have deleted jobs by hand; a run without a job would wait for ever.
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly string sweep = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Environment.MachineName} {Path.GetFullPath(sweepFolder)}")))[..16];

    /// <inheritdoc />
    public int Work(SweepStore store, IReadOnlyList<WantedRun> runs, Action glance, CancellationTokenSource stop)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(glance);
        ArgumentNullException.ThrowIfNull(stop);
        HashSet<string> waiting = Put([.. runs.Where(r => store.Find(r.Key) is null)]);
        int computed = 0;
        var quiet = Stopwatch.StartNew();
        while (waiting.Count > 0 && !stop.IsCancellationRequested)
        {
            int taken = TakeUp(store, waiting);
            computed += taken;
            if (taken > 0)
            {
                quiet.Restart();
            }
            else if (quiet.Elapsed > Quiet)
            {
                Queue([.. waiting]);
                quiet.Restart();
            }

            store.NowRunning(board.Running(sweep));
            glance();
            if (taken < MostAtOnce)
            {
                stop.Token.WaitHandle.WaitOne(Glance);
            }
        }

        board.NoLonger(sweep, null);
        return computed;
    }

    private HashSet<string> Put(List<WantedRun> left)
    {
        var paths = new SharedPaths(dataFolder);
        // What an earlier start wanted and this one does not is left out.
        board.NoLonger(sweep, null);
        foreach (WantedRun[] some in left.Chunk(MostAtOnce))
        {
            board.Put(sweep, [.. some.Select(r => r with { Task = paths.Sent(r.Task) })]);
        }

        Queue([.. left.Select(r => r.Key)]);
        return [.. left.Select(r => r.Key)];
    }

    /// <summary>Sees to it that each run has a job.</summary>
    private void Queue(string[] keys)
    {
        foreach (string[] some in keys.Chunk(MostAtOnce))
        {
            IReadOnlyDictionary<string, string> jobs = board.Jobs(some);
            // A job that is queued twice is harmless: the second finds the run done.
            board.Queued(board.Patiently(() => queue.Add([.. some.Where(k => !jobs.TryGetValue(k, out string? job) || !queue.IsAlive(job))])));
        }
    }

    private int TakeUp(SweepStore store, HashSet<string> waiting)
    {
        IReadOnlyList<TeamResult> results = board.Results(sweep, MostAtOnce);
        int taken = 0;
        foreach (TeamResult result in results)
        {
            string key = result.Answer.Key;
            waiting.Remove(key);
            if (store.Claim(key, result.Worker) is { } claim && store.Finish(key, claim, result.Answer, result.MemoryMb))
            {
                taken++;
            }
        }

        if (results.Count > 0)
        {
            board.NoLonger(sweep, [.. results.Select(r => r.Answer.Key)]);
        }

        return taken;
    }
}
