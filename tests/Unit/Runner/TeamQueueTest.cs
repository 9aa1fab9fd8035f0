using Hangfire;
using Hangfire.PostgreSql;
using Npgsql;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Unit.Runner;

/// <summary>Hangfire as a team uses it, on a real PostgreSQL.</summary>
public sealed class TeamQueueTest
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2), Long = TimeSpan.FromSeconds(60);

    /// <summary>Hangfire by itself puts what is tried again into a queue that nobody works on.</summary>
    [Fact]
    public async Task A_run_that_failed_comes_back_to_a_worker_of_the_same_build()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        string database = PostgresServer.Here.NewDatabase();
        Assert.True(await ClaimsReach(3, database, TeamQueue.Open(database, Lease)));
    }

    /// <summary>Whoever held Hangfire's lock was killed; by default its row stands for ten minutes, and nothing that failed is tried again before.</summary>
    [Fact]
    public async Task A_lock_that_nobody_holds_any_more_ends_with_the_lease()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        string database = PostgresServer.Here.NewDatabase();
        TeamQueue queue = TeamQueue.Open(database, Lease);
        PostgreSqlStorageOptions options = new();
        _ = new PostgreSqlStorage(new Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory(database, options), options)
            .GetConnection().AcquireDistributedLock("locks:schedulepoller", Lease);
        Assert.True(await ClaimsReach(2, database, queue));
    }

    /// <summary>Whether a run whose worker cannot even start its solver is claimed so often.</summary>
    private static async Task<bool> ClaimsReach(int claims, string database, TeamQueue queue)
    {
        using TeamBoard board = TeamBoard.Open(database, TestContext.Current.CancellationToken);
        board.Put("s", [new WantedRun("a", 1, -1, new SolverTask("a", "", "", "", null, 0, new SolverLimits(1, 1)))]);
        queue.Add(["a"]);
        using NpgsqlDataSource source = NpgsqlDataSource.Create(database);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Long);
        Task working = Task.Run(() => new TeamWorker(board, queue, new WorkerSetup("one", 1, "data", new SolverSetup("there-is-no-such-program", []))).Run(stop.Token), CancellationToken.None);
        bool isReached = false;
        while (!isReached && !stop.IsCancellationRequested)
        {
            await Task.Delay(200, CancellationToken.None);
            using NpgsqlCommand command = source.CreateCommand("SELECT claim FROM sweeps.run WHERE key = 'a'");
            isReached = Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) >= claims;
        }

        await stop.CancelAsync();
        await working;
        return isReached;
    }
}
