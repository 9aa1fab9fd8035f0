using System.Diagnostics;
using Npgsql;
using Trunkline.Runner;

namespace Trunkline.Bench.Sweeps;

/// <summary>What a team's sweep costs its database.</summary>
/// <param name="WalPerRun">Bytes of the database's own log.</param>
/// <param name="BytesPerRun">By which the database grew; finished jobs are still in it.</param>
/// <param name="IdlePerSecond">Transactions while all workers wait.</param>
internal sealed record TeamLoad(Measured Measured, double TransactionsPerRun, double WalPerRun, double BytesPerRun, double IdlePerSecond);

/// <summary>Workers in processes of their own, over a database.</summary>
internal sealed class ScalingTeam : IDisposable
{
    private const string Queue = "bench";
    private const double Idle = 10;

    private readonly string database;
    private readonly int workers;
    private readonly Process[] processes;
    private readonly TeamBoard board;
    private readonly TeamQueue queue;

    public ScalingTeam(string database, int workers, int milliseconds)
    {
        (this.database, this.workers) = (database, workers);
        board = TeamBoard.Open(database, CancellationToken.None);
        queue = TeamQueue.Open(database, TimeSpan.FromSeconds(20), Queue);
        SolverSetup self = BenchProgram.Setup("sweep-worker", $"{milliseconds}");
        processes = [.. Enumerable.Range(0, workers).Select(_ => Process.Start(new ProcessStartInfo(self.Program, self.Arguments) { RedirectStandardInput = true })!)];
        while (board.Workers(5).Count < workers)
        {
            Thread.Sleep(100);
        }
    }

    /// <summary>Works as one worker until nobody listens any more.</summary>
    public static int Serve(TextReader input, int milliseconds)
    {
        string database = Environment.GetEnvironmentVariable(ScalingBench.Variable)!;
        using var stop = new CancellationTokenSource();
        using TeamBoard board = TeamBoard.Open(database, stop.Token);
        var worker = new TeamWorker(board, TeamQueue.Open(database, TimeSpan.FromSeconds(20), Queue), new WorkerSetup($"bench-{Environment.ProcessId}", 1, "data", Sleeper.Setup(milliseconds)));
        var work = new Thread(() => worker.Run(stop.Token));
        work.Start();
        input.ReadToEnd();
        stop.Cancel();
        work.Join();
        return 0;
    }

    /// <summary>Measures so many runs a worker.</summary>
    public TeamLoad Work(int runs)
    {
        // Solver processes are started, tables made and connections opened before anything is measured.
        Measure("warm", 2 * workers);
        Thread.Sleep(2000);
        Seen before = Look();
        Thread.Sleep(TimeSpan.FromSeconds(Idle));
        Seen idle = Look();
        int count = workers * runs;
        Measured measured = Measure("team", count);
        // The statistics of a connection are told once a second.
        Thread.Sleep(2000);
        Seen after = Look();
        return new TeamLoad(
            measured, (after.Transactions - idle.Transactions) / (double)count, (after.Wal - idle.Wal) / count, (after.Bytes - idle.Bytes) / (double)count, (idle.Transactions - before.Transactions) / Idle);
    }

    private Measured Measure(string series, int count)
    {
        string folder = Directory.CreateTempSubdirectory("trunkline-bench-team-").FullName;
        try
        {
            using var store = SweepStore.Open(folder);
            string study = File.ReadAllText(Path.Combine(ShippedFolder.Data(), "studies", "21-robust-first-step", "study.json"));
            return Measured.Of(store, new TeamSolvers(board, queue, folder, "data"), Sleeper.Runs($"{series}-{Environment.ProcessId}-{workers}", count, study));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose()
    {
        Array.ForEach(processes, p => p.StandardInput.Close());
        Array.ForEach(processes, p => p.WaitForExit());
        Array.ForEach(processes, p => p.Dispose());
        board.Dispose();
    }

    private Seen Look()
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(database);
        using NpgsqlCommand command = source.CreateCommand(
            "SELECT xact_commit + xact_rollback, pg_database_size(current_database()), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 FROM pg_stat_database WHERE datname = current_database()");
        using NpgsqlDataReader row = command.ExecuteReader();
        row.Read();
        return new Seen(row.GetInt64(0), row.GetInt64(1), row.GetDouble(2));
    }

    private sealed record Seen(long Transactions, long Bytes, double Wal);
}
