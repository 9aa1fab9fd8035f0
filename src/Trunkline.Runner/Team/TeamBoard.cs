using Npgsql;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>A run that a worker has claimed.</summary>
/// <param name="Claim">The number that its answer must come with.</param>
public sealed record ClaimedRun(string Key, long Claim, SolverTask Task);

/// <summary>A result that a team's worker wrote.</summary>
public sealed record TeamResult(SolverAnswer Answer, string Worker, double MemoryMb);

/// <summary>A worker as it was last heard of.</summary>
/// <param name="SecondsAgo">How long that is ago by the database's clock.</param>
public sealed record TeamMember(string Worker, int Solvers, double SecondsAgo);

/// <summary>
/// What a team's workers share, in PostgreSQL: the task of each run, who wants it, and its result, written once. A run is claimed with a number that rises; an answer that comes with
/// an older number is refused, however long its worker was away. Waits while the database is away.
/// </summary>
public sealed class TeamBoard : IDisposable
{
    private const string Schema =
        """
        SELECT pg_advisory_xact_lock(7232202);
        CREATE SCHEMA IF NOT EXISTS sweeps;
        CREATE TABLE IF NOT EXISTS sweeps.run (
          key text PRIMARY KEY, task text NOT NULL, job text, claim bigint NOT NULL DEFAULT 0, worker text,
          status text, seconds double precision, memory_mb double precision, result bytea);
        CREATE TABLE IF NOT EXISTS sweeps.wish (
          sweep text NOT NULL, key text NOT NULL REFERENCES sweeps.run, PRIMARY KEY (sweep, key));
        CREATE INDEX IF NOT EXISTS wish_key ON sweeps.wish (key);
        CREATE TABLE IF NOT EXISTS sweeps.worker (
          worker text PRIMARY KEY, solvers integer NOT NULL, seen timestamptz NOT NULL);
        """;

    private static readonly string[] MachinesFault =
        [nameof(ScenarioStatus.OutOfTime), nameof(ScenarioStatus.OutOfMemory), nameof(ScenarioStatus.Crashed), nameof(ScenarioStatus.ElsewhereOnly)];

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource source;
    private readonly CancellationToken stop;

    private TeamBoard(NpgsqlDataSource source, CancellationToken stop) => (this.source, this.stop) = (source, stop);

    /// <summary>Opens the board of a database, making its tables where there are none.</summary>
    /// <param name="database">A connection as Npgsql reads it.</param>
    /// <param name="stop">Ends waiting for a database that is away.</param>
    /// <exception cref="NpgsqlException">The database does not answer, or refuses.</exception>
    public static TeamBoard Open(string database, CancellationToken stop)
    {
        var board = new TeamBoard(NpgsqlDataSource.Create(database), stop);
        try
        {
            board.Once(Schema, c => c.ExecuteNonQuery());
            return board;
        }
        catch
        {
            board.Dispose();
            throw;
        }
    }

    /// <summary>Says that a sweep wants runs. What the machine failed at before is tried again; other results stay.</summary>
    public void Put(string sweep, IReadOnlyCollection<WantedRun> runs)
    {
        string[] keys = [.. runs.Select(r => r.Key)];
        Do(
            """
            INSERT INTO sweeps.run (key, task) SELECT * FROM unnest(@keys, @tasks) ON CONFLICT DO NOTHING;
            UPDATE sweeps.run SET status = NULL, result = NULL WHERE key = ANY(@keys) AND status = ANY(@faults);
            INSERT INTO sweeps.wish (sweep, key) SELECT @sweep, * FROM unnest(@keys) ON CONFLICT DO NOTHING;
            """,
            ("keys", keys), ("tasks", runs.Select(r => r.Task.Line()).ToArray()), ("sweep", sweep), ("faults", MachinesFault));
    }

    /// <summary>The jobs that were queued for runs, by key; runs that have none are missing.</summary>
    public IReadOnlyDictionary<string, string> Jobs(string[] keys) => Rows(
        "SELECT key, job FROM sweeps.run WHERE key = ANY(@keys) AND job IS NOT NULL", r => (r.GetString(0), r.GetString(1)), ("keys", keys)).ToDictionary();

    /// <summary>Remembers which job was queued for each run.</summary>
    public void Queued(IReadOnlyCollection<(string Key, string Job)> jobs) => Do(
        "UPDATE sweeps.run SET job = queued.job FROM unnest(@keys, @jobs) AS queued (key, job) WHERE run.key = queued.key",
        ("keys", jobs.Select(j => j.Key).ToArray()), ("jobs", jobs.Select(j => j.Job).ToArray()));

    /// <summary>Claims a run for a worker; null where it is done or nobody wants it any more.</summary>
    public ClaimedRun? Claim(string key, string worker) => Rows(
        """
        UPDATE sweeps.run SET claim = claim + 1, worker = @worker
        WHERE key = @key AND result IS NULL AND EXISTS (SELECT 1 FROM sweeps.wish WHERE wish.key = run.key) RETURNING claim, task
        """,
        r => new ClaimedRun(key, r.GetInt64(0), SolverTask.Read(r.GetString(1))), ("key", key), ("worker", worker)).FirstOrDefault();

    /// <summary>Writes a result once; false where the run was claimed anew since, or is done.</summary>
    public bool Finish(ClaimedRun run, SolverAnswer answer, double memoryMb)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(answer);
        return Do(
            """
            UPDATE sweeps.run SET status = @status, seconds = @seconds, memory_mb = @memory, result = @result
            WHERE key = @key AND claim = @claim AND result IS NULL
            """,
            ("status", answer.Result.Status.ToString()), ("seconds", answer.Seconds), ("memory", memoryMb), ("result", answer.Result.Write()), ("key", run.Key), ("claim", run.Claim)) == 1;
    }

    /// <summary>A worker is here. Says which of the runs that it works on are no longer its own, or wanted by nobody.</summary>
    public IReadOnlyList<string> Beat(string worker, int solvers, IReadOnlyCollection<ClaimedRun> working)
    {
        string[] keys = [.. working.Select(w => w.Key)];
        HashSet<string> own = [.. Rows(
            """
            WITH beat AS (
              INSERT INTO sweeps.worker VALUES (@worker, @solvers, now()) ON CONFLICT (worker) DO UPDATE SET seen = now(), solvers = @solvers)
            SELECT key FROM sweeps.run JOIN unnest(@keys, @claims) AS mine (key, claim) USING (key, claim)
            WHERE result IS NULL AND EXISTS (SELECT 1 FROM sweeps.wish WHERE wish.key = run.key)
            """,
            r => r.GetString(0), ("worker", worker), ("solvers", solvers), ("keys", keys), ("claims", working.Select(w => w.Claim).ToArray()))];
        return [.. keys.Where(k => !own.Contains(k))];
    }

    /// <summary>A worker goes; those that went without a word are forgotten with it.</summary>
    public void Leave(string worker) => Do("DELETE FROM sweeps.worker WHERE worker = @worker OR seen < now() - interval '1 day'", ("worker", worker));

    /// <summary>Workers that were heard of lately.</summary>
    public IReadOnlyList<TeamMember> Workers(double withinSeconds) => Rows(
        "SELECT worker, solvers, extract(epoch FROM now() - seen)::float8 FROM sweeps.worker WHERE seen > now() - make_interval(secs => @within) ORDER BY worker",
        r => new TeamMember(r.GetString(0), r.GetInt32(1), r.GetDouble(2)), ("within", withinSeconds));

    /// <summary>Results that a sweep wants and has not taken up yet, at most so many.</summary>
    public IReadOnlyList<TeamResult> Results(string sweep, int most) => Rows(
        "SELECT key, seconds, result, worker, memory_mb FROM sweeps.wish JOIN sweeps.run USING (key) WHERE sweep = @sweep AND result IS NOT NULL LIMIT @most",
        r => new TeamResult(new SolverAnswer(r.GetString(0), r.GetDouble(1), ScenarioResult.Read((byte[])r[2])), r.GetString(3), r.GetDouble(4)), ("sweep", sweep), ("most", most));

    /// <summary>Runs of a sweep that a worker has claimed and not answered, with the worker.</summary>
    public IReadOnlyList<(string Key, string Worker)> Running(string sweep) => Rows(
        "SELECT key, worker FROM sweeps.wish JOIN sweeps.run USING (key) WHERE sweep = @sweep AND result IS NULL AND worker IS NOT NULL", r => (r.GetString(0), r.GetString(1)), ("sweep", sweep));

    /// <summary>A sweep has taken results up, or no longer wants them.</summary>
    /// <param name="keys">Null for all.</param>
    public void NoLonger(string sweep, string[]? keys) => Do(
        "DELETE FROM sweeps.wish WHERE sweep = @sweep AND (@all OR key = ANY(@keys))", ("sweep", sweep), ("all", keys is null), ("keys", keys ?? []));

    public void Dispose() => source.Dispose();

    private int Do(string sql, params (string Name, object Value)[] values) => Patiently(() => Once(sql, c => c.ExecuteNonQuery(), values));

    private List<T> Rows<T>(string sql, Func<NpgsqlDataReader, T> read, params (string Name, object Value)[] values) => Patiently(() => Once(sql, command =>
    {
        List<T> rows = [];
        using NpgsqlDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }, values));

    private T Once<T>(string sql, Func<NpgsqlCommand, T> run, params (string Name, object Value)[] values)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        // One statement or several, as a whole or not at all.
        using NpgsqlTransaction transaction = connection.BeginTransaction();
#pragma warning disable CA2100 // Every text is a constant above.
        using var command = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
        foreach ((string name, object value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        T outcome = run(command);
        transaction.Commit();
        return outcome;
    }

    /// <summary>Asks again while the database is away. Everything here may be done twice: what an answer that got lost had done already is then refused or stays as it is.</summary>
    /// <exception cref="OperationCanceledException">Somebody asked to stop meanwhile.</exception>
    internal T Patiently<T>(Func<T> ask)
    {
        while (true)
        {
            try
            {
                return ask();
            }
            catch (Exception away) when (IsAway(away))
            {
                if (stop.WaitHandle.WaitOne(Again))
                {
                    throw new OperationCanceledException("The database was away.", away, stop);
                }
            }
        }
    }

    private static bool IsAway(Exception fault) => fault switch
    {
        PostgresException refused => refused.IsTransient || refused.SqlState.StartsWith("57P", StringComparison.Ordinal) || refused.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException or IOException or System.Net.Sockets.SocketException => true,
        AggregateException many => many.InnerExceptions.All(IsAway),
        Hangfire.BackgroundJobClientException { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };
}
