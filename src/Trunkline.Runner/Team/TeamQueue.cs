using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.States;
using Hangfire.Storage;
using Npgsql;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>
/// The queue of a team: one Hangfire job a run, in the team's PostgreSQL. A queue belongs to a build of the engine, so that no worker of another build takes from it.
/// Hangfire only hands out; that a result counts once is the <see cref="TeamBoard"/>'s doing.
/// </summary>
public sealed class TeamQueue
{
    private const int AtOnce = 8;

    private static readonly string[] Alive = [EnqueuedState.StateName, ProcessingState.StateName, ScheduledState.StateName, AwaitingState.StateName];

    private readonly PostgreSqlStorage storage;

    private TeamQueue(PostgreSqlStorage storage, string name) => (this.storage, Name) = (storage, name);

    /// <summary>The queue's name.</summary>
    public string Name { get; }

    /// <summary>Where it is kept, for a worker's server.</summary>
    internal JobStorage Storage => storage;

    /// <summary>The queue of this build.</summary>
    /// <param name="database">A connection as Npgsql reads it.</param>
    /// <param name="lease">How long a worker may be silent before another one is given its run.</param>
    /// <param name="name">Null for the queue of this build of the engine.</param>
    public static TeamQueue Open(string database, TimeSpan lease, string? name = null)
    {
        var options = new PostgreSqlStorageOptions
        {
            // Without sliding, a run that takes longer than the lease would be given out twice.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = lease,
            // Hangfire's own ten minutes would keep what is to be tried again waiting so long, where a worker was killed, or the database went, while the lock was held.
            DistributedLockTimeout = lease,
            // Only an idle worker waits so long; one that has just finished asks at once. (With long polling on, every run waited half a second: docs/benchmarks.md.)
            QueuePollInterval = TimeSpan.FromSeconds(1),
        };
        var storage = new PostgreSqlStorage(new NpgsqlConnectionFactory(WithoutWaiting(database), options), options)
        {
            // The results are ours; what a finished job leaves behind is of no use to anybody.
            JobExpirationTimeout = TimeSpan.FromHours(1),
        };
        return new TeamQueue(storage, name ?? NameOf(RunKey.Engine));
    }

    /// <summary>Queues a job for each key.</summary>
    public IReadOnlyList<(string Key, string Job)> Add(IReadOnlyCollection<string> keys)
    {
        // The name is said twice: of the job, which it keeps when it is tried again (else it would come back in a queue that nobody works on), and of where it begins.
        var client = new BackgroundJobClient(storage);
        return [.. keys.AsParallel().AsOrdered().WithDegreeOfParallelism(AtOnce).Select(key => (key, client.Create<TeamJob>(Name, j => j.Solve(key, CancellationToken.None), new EnqueuedState(Name))))];
    }

    /// <summary>True where a job waits or runs.</summary>
    public bool IsAlive(string job)
    {
        using IStorageConnection connection = storage.GetConnection();
        return connection.GetJobData(job) is { State: { } state } && Alive.Contains(state);
    }

    // Sixty small transactions a run would each wait for the disk. What a crash of the database may take of the queue's last moment is a job handed out twice or not at
    // all, which the board and the sweep's own look at its jobs make good; results are on the board, whose writes do wait.
    private static string WithoutWaiting(string database)
    {
        var connection = new NpgsqlConnectionStringBuilder(database);
        connection.Options = $"{connection.Options} -c synchronous_commit=off".TrimStart();
        return connection.ConnectionString;
    }

    private static string NameOf(string engine) => $"engine-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(engine)))[..16]}";
}
