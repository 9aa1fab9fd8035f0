using Microsoft.Data.Sqlite;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>A run that is wanted.</summary>
/// <param name="Number">Of its scenario; 0 for the middle future.</param>
/// <param name="Build">Which first build is tried in it; -1 where everything is open.</param>
public sealed record WantedRun(string Key, int Number, int Build, SolverTask Task);

/// <summary>How far a sweep's folder has come.</summary>
public sealed record SweepCounts(int Wanted, int Done, int Failed, int Running, double Seconds);

/// <summary>What one worker did for a sweep, and does.</summary>
/// <param name="Worker">A number on this machine; machine and process of a team's worker.</param>
/// <param name="Seconds">Of its solves.</param>
public sealed record WorkerCounts(string Worker, int Done, int Running, double Seconds);

/// <summary>
/// What a sweep's folder remembers, in one SQLite file: which runs are wanted, and the result of each, written once. A run is claimed with a number that rises; an answer
/// that comes with an older number is refused. Whatever moment the program is killed at, a run is either done or waiting.
/// </summary>
public sealed class SweepStore : IDisposable
{
    private const string Schema =
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS wanted (key TEXT NOT NULL, number INTEGER NOT NULL, build INTEGER NOT NULL, PRIMARY KEY (number, build)) STRICT;
        CREATE TABLE IF NOT EXISTS run (
          key TEXT PRIMARY KEY, claim INTEGER NOT NULL DEFAULT 0, is_running INTEGER NOT NULL DEFAULT 0, worker TEXT,
          status TEXT, seconds REAL, memory_mb REAL, result BLOB) STRICT;
        """;

    private readonly SqliteConnection connection;
    private readonly Lock gate = new();

    private SweepStore(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens a folder's store, making it where there is none.</summary>
    public static SweepStore Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FileIn(folder), Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        var store = new SweepStore(connection);
        store.Do(Schema);
        if (store.One("SELECT 1 FROM pragma_table_info('run') WHERE name = 'worker'") is null)
        {
            // A folder that was written before workers were remembered.
            store.Do("ALTER TABLE run ADD COLUMN worker TEXT");
        }

        return store;
    }

    /// <summary>True where the folder holds a sweep.</summary>
    public static bool IsIn(string folder) => File.Exists(FileIn(folder));

    private static string FileIn(string folder) => Path.Combine(folder, "sweep.db");

    /// <summary>A remembered fact, or null.</summary>
    public string? Fact(string name) => (string?)One("SELECT value FROM fact WHERE name = $a", name);

    /// <summary>Remembers a fact; null forgets it.</summary>
    public void Remember(string name, string? value) =>
        Do(value is null ? "DELETE FROM fact WHERE name = $a" : "INSERT INTO fact VALUES ($a, $b) ON CONFLICT DO UPDATE SET value = excluded.value", name, value ?? "");

    /// <summary>Nobody else works on the folder: what was running when the last one died waits again.</summary>
    public void TakeOver() => Do("UPDATE run SET is_running = 0 WHERE is_running = 1");

    /// <summary>What others are working on now, by key, with who it is.</summary>
    public void NowRunning(IReadOnlyList<(string Key, string Worker)> running)
    {
        lock (gate)
        {
            using SqliteTransaction all = connection.BeginTransaction();
            Do("UPDATE run SET is_running = 0 WHERE is_running = 1");
            foreach ((string key, string worker) in running)
            {
                Do("UPDATE run SET is_running = 1, worker = $b WHERE key = $a AND result IS NULL", key, worker);
            }

            all.Commit();
        }
    }

    /// <summary>What is wanted from now on; results of other runs stay, in case they are wanted again.</summary>
    public void Want(IReadOnlyList<WantedRun> runs)
    {
        lock (gate)
        {
            using SqliteTransaction all = connection.BeginTransaction();
            Do("DELETE FROM wanted");
            foreach (WantedRun run in runs)
            {
                Do("INSERT INTO wanted VALUES ($a, $b, $c)", run.Key, run.Number, run.Build);
                Do("INSERT INTO run (key) VALUES ($a) ON CONFLICT DO NOTHING", run.Key);
            }

            all.Commit();
        }
    }

    /// <summary>Claims a run: the number that the answer must come with, or null where the run is done.</summary>
    /// <param name="worker">Who works on it.</param>
    public long? Claim(string key, string worker) =>
        (long?)One("UPDATE run SET claim = claim + 1, is_running = 1, worker = $b WHERE key = $a AND result IS NULL RETURNING claim", key, worker);

    /// <summary>Puts a claimed run back.</summary>
    public void Release(string key, long claim) => Do("UPDATE run SET is_running = 0 WHERE key = $a AND claim = $b", key, claim);

    /// <summary>Writes a result once; false where the run was claimed anew since, or is done.</summary>
    public bool Finish(string key, long claim, SolverAnswer answer, double memoryMb)
    {
        ArgumentNullException.ThrowIfNull(answer);
        bool isNew = One(
            "UPDATE run SET is_running = 0, status = $c, seconds = $d, memory_mb = $e, result = $f WHERE key = $a AND claim = $b AND result IS NULL RETURNING 1",
            key, claim, answer.Result.Status.ToString(), answer.Seconds, memoryMb, answer.Result.Write()) is not null;
        if (isNew)
        {
            SolveSignals.Future(answer);
        }

        return isNew;
    }

    /// <summary>Forgets results that the machine is to blame for, so that they are tried again.</summary>
    public void ForgetFailuresOfTheMachine() => Do(
        $"UPDATE run SET status = NULL, result = NULL WHERE status IN ('{ScenarioStatus.OutOfTime}', '{ScenarioStatus.OutOfMemory}', '{ScenarioStatus.Crashed}', '{ScenarioStatus.ElsewhereOnly}')");

    /// <summary>The result of a run, or null where it is not done.</summary>
    public ScenarioResult? Find(string key) => One("SELECT result FROM run WHERE key = $a", key) is byte[] bytes ? ScenarioResult.Read(bytes) : null;

    /// <summary>Results of all wanted runs that are done, by scenario and first build.</summary>
    public IReadOnlyDictionary<(int Number, int Build), ScenarioResult> Results()
    {
        lock (gate)
        {
            using SqliteCommand command = Command("SELECT number, build, result FROM wanted JOIN run USING (key) WHERE result IS NOT NULL");
            using SqliteDataReader rows = command.ExecuteReader();
            Dictionary<(int, int), ScenarioResult> found = [];
            while (rows.Read())
            {
                found.Add((rows.GetInt32(0), rows.GetInt32(1)), ScenarioResult.Read((byte[])rows[2]));
            }

            return found;
        }
    }

    /// <summary>How far the wanted runs have come.</summary>
    public SweepCounts Counts()
    {
        lock (gate)
        {
            using SqliteCommand command = Command(
                $"SELECT count(*), count(result), count(*) FILTER (WHERE status <> '{ScenarioStatus.Planned}'), coalesce(sum(is_running), 0), coalesce(sum(seconds), 0.0) FROM (SELECT DISTINCT key FROM wanted) JOIN run USING (key)");
            using SqliteDataReader row = command.ExecuteReader();
            row.Read();
            return new SweepCounts(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetDouble(4));
        }
    }

    /// <summary>Who did what of the wanted runs, by name.</summary>
    public IReadOnlyList<WorkerCounts> Workers()
    {
        lock (gate)
        {
            using SqliteCommand command = Command(
                "SELECT worker, count(result), coalesce(sum(is_running), 0), coalesce(sum(seconds), 0.0) FROM (SELECT DISTINCT key FROM wanted) JOIN run USING (key) WHERE worker IS NOT NULL AND (is_running = 1 OR result IS NOT NULL) GROUP BY worker ORDER BY worker");
            using SqliteDataReader rows = command.ExecuteReader();
            List<WorkerCounts> found = [];
            while (rows.Read())
            {
                found.Add(new WorkerCounts(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetDouble(3)));
            }

            return found;
        }
    }

    /// <summary>Most memory that a solver had needed by the time it answered one of the first scenarios, MB; zero where none is known.</summary>
    public double PeakMb(int upToNumber) => One("SELECT max(memory_mb) FROM wanted JOIN run USING (key) WHERE number <= $a", upToNumber) is double peak ? peak : 0;

    /// <summary>What a run took by its solver's clock; zero where it is not done.</summary>
    public double Seconds(string key) => One("SELECT seconds FROM run WHERE key = $a", key) is double seconds ? seconds : 0;

    /// <summary>Why wanted runs have no plan: how often, with one reason as an example.</summary>
    public IReadOnlyList<(string Status, int Count, string Example)> Reasons(Domain.Language language) =>
    [
        .. Results().Values.Where(r => !r.IsPlanned).GroupBy(r => r.Status).OrderBy(g => g.Key)
            .Select(g => (g.Key.ToString(), g.Count(), g.First().Reason?.In(language) ?? "")),
    ];

    public void Dispose() => connection.Dispose();

    private void Do(string sql, params ReadOnlySpan<object> values)
    {
        lock (gate)
        {
            using SqliteCommand command = Command(sql, values);
            command.ExecuteNonQuery();
        }
    }

    private object? One(string sql, params ReadOnlySpan<object> values)
    {
        lock (gate)
        {
            using SqliteCommand command = Command(sql, values);
            return command.ExecuteScalar() is { } value and not DBNull ? value : null;
        }
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        SqliteCommand command = connection.CreateCommand();
        // The only text that is not a constant is a status' name; values are parameters $a, $b, ...
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        }

        return command;
    }
}
