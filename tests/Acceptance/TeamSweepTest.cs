using System.Diagnostics;
using Npgsql;
using Trunkline.Runner;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Acceptance;

/// <summary>A sweep that three real workers compute over a real PostgreSQL, while they and it are killed, stopped and stalled.</summary>
public sealed class TeamSweepTest
{
    private const string Lease = "4";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    [Fact(Timeout = 300_000)]
    public async Task Every_future_is_done_once_and_the_same_whatever_happens_to_workers_and_database()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs signals.");
        using var scratch = new ScratchFolder();
        int scenarios = Trunk.IsFull ? 60 : 10;
        Write(scratch.Path, scenarios);
        Ended alone = Trunk.Run(scratch.Path, "sweep", "run", "sweep.json", "--out", "alone", "--json");
        Assert.Equal(scenarios + 1, alone.Json["computed"]!.GetValue<int>());

        string database = PostgresServer.Here.NewDatabase();
        Process[] workers = [.. Enumerable.Range(0, 3).Select(_ => Trunk.StartForTeam(scratch.Path, database, "worker", "--solvers", "1", "--lease", Lease))];
        using Process sweep = Trunk.StartForTeam(scratch.Path, database, "sweep", "run", "sweep.json", "--out", "team", "--team", "--json");
        try
        {
            using NpgsqlDataSource source = NpgsqlDataSource.Create(database);
            string killed = await WorkingOn(source, workers[0], sweep);
            workers[0].Kill();

            PostgresServer.Here.Stop();
            await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            PostgresServer.Here.StartAgain();

            string stalled = await WorkingOn(source, workers[1], sweep);
            Trunk.Signal(workers[1], "STOP");
            await Until(() => DoneBy(source, stalled) is not null, sweep);
            Trunk.Signal(workers[1], "CONT");

            Ended team = Trunk.Wait(sweep);
            Assert.True(team.Code == 0, $"{team}");
            Assert.Equal((scenarios + 1, 0), (team.Json["computed"]!.GetValue<int>(), team.Json["reused"]!.GetValue<int>()));
            Assert.Equal(Results(scratch.Path, "alone"), Results(scratch.Path, "team"));
            Assert.Equal(scenarios + 1L, One(source, "SELECT count(*) FROM sweeps.run WHERE result IS NOT NULL AND claim > 0"));
            // Both were given out again, and what the stalled worker brought afterwards did not count.
            Assert.All([killed, stalled], key => Assert.True(One(source, "SELECT claim FROM sweeps.run WHERE key = $1", key) is > 1L));
            Assert.DoesNotContain($"-{workers[0].Id}", DoneBy(source, killed), StringComparison.Ordinal);
            Assert.DoesNotContain($"-{workers[1].Id}", DoneBy(source, stalled), StringComparison.Ordinal);
            long own = (long)One(source, "SELECT count(*) FROM sweeps.run WHERE worker LIKE '%-' || $1", $"{workers[1].Id}")!;
            Trunk.Signal(workers[1], "TERM");
            Assert.Contains($": {own} results", Trunk.Wait(workers[1]).Out, StringComparison.Ordinal);
        }
        finally
        {
            Array.ForEach([.. workers, sweep], End);
        }
    }

    [Fact]
    public void Without_a_database_a_worker_says_what_it_needs()
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "worker", "--lease", "20");
        Assert.Equal(2, ended.Code);
        Assert.Contains("TRUNKLINE_DATABASE", ended.Error + ended.Out, StringComparison.Ordinal);
    }

    /// <summary>North Dakota at a gap that takes seconds: long enough to be killed in the middle.</summary>
    private static void Write(string folder, int scenarios)
    {
        string data = Path.GetRelativePath(folder, Path.Combine(Trunk.Root, "data", "us")).Replace('\\', '/');
        File.WriteAllText(Path.Combine(folder, "study.json"), $$"""
            { "id": "nd", "dataset": "{{data}}", "region": { "states": [ "ND" ] }, "periods": [ { "from": 2026, "to": 2030 }, { "from": 2031, "to": 2035 }, { "from": 2036, "to": 2045 } ],
              "price": { "usdPerTonne": [ 0, 10, 40 ] }, "tracks": [ "pointSource", "biogenic" ], "policy": { "asOf": "2026-11-23" }, "dollarYear": 2023,
              "solver": { "route": "exact", "gap": 0.01, "timeLimitSeconds": 600 } }
            """);
        File.WriteAllText(Path.Combine(folder, "sweep.json"), $$"""
            { "id": "team", "study": "study.json", "sample": { "method": "latin-hypercube", "scenarios": {{scenarios}} },
              "parameters": [ { "name": "capture", "cost": [ "capture" ], "uniform": { "least": 0.8, "most": 1.5 } }, { "name": "rock", "storage": [ "*" ], "uniform": { "least": 0.5, "most": 1.2 } } ] }
            """);
    }

    /// <summary>Waits until a worker works on a run and says which.</summary>
    private static async Task<string> WorkingOn(NpgsqlDataSource source, Process worker, Process sweep)
    {
        string? key = null;
        await Until(() => (key = (string?)One(source, "SELECT key FROM sweeps.run WHERE result IS NULL AND worker LIKE '%-' || $1 LIMIT 1", $"{worker.Id}")) is not null, sweep);
        return key!;
    }

    private static string? DoneBy(NpgsqlDataSource source, string key) => (string?)One(source, "SELECT worker FROM sweeps.run WHERE key = $1 AND result IS NOT NULL", key);

    private static async Task Until(Func<bool> isSo, Process sweep)
    {
        while (!isSo())
        {
            Assert.False(sweep.HasExited, "The sweep ended before the test could disturb it.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>One value, or null; also where the database or its tables are not there yet.</summary>
    private static object? One(NpgsqlDataSource source, string sql, params string[] values)
    {
        try
        {
            using NpgsqlCommand command = source.CreateCommand(sql);
            foreach (string value in values)
            {
                command.Parameters.AddWithValue(value);
            }

            return command.ExecuteScalar() is { } found and not DBNull ? found : null;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    private static string[] Results(string folder, string sweep)
    {
        using var store = SweepStore.Open(Path.Combine(folder, sweep));
        return [.. store.Results().OrderBy(r => r.Key.Number).Select(r => $"{r.Key.Number} {System.Text.Encoding.UTF8.GetString(r.Value.Write())}")];
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }
}
