using System.Net;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Store;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Server;

/// <summary>A backup that is taken while people work restores to a server that holds what they had done by then, and whose plans come out again as they were.</summary>
[Collection("PostgreSQL is stopped")]
public sealed class BackupUnderLoadTest : IDisposable
{
    // CHECK_FULL=1 takes more backups, each further into the work.
    private static readonly int Backups = Environment.GetEnvironmentVariable("CHECK_FULL") == "1" ? 8 : 1;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-backup-{Path.GetRandomFileName()}");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(folder, "data");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_taken_while_people_work_restores_to_a_server_whose_plans_replay_equal(bool onPostgres)
    {
        Assert.SkipWhen(onPostgres && PostgresServer.Here is null, PostgresServer.Missing);
        RunningServer.MakeData(folder);
        Place old = NewPlace("old", onPostgres);
        TrunklineStore store = old.Open();
        string token = ServerProcess.TokenOf(store, "ann");
        List<Taken> backups = [];
        using (ServerProcess server = await ServerProcess.Start(Data, old.Store, token, old.Database))
        using (CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(Token))
        {
            Colleagues people = new(server);
            Task work = people.Work(enough.Token);
            for (int n = 0; n < Backups; n++)
            {
                await people.More(work, moreStudies: 10, morePlans: 6, moreAnswers: 4);
                Taken taken = new(Path.Combine(folder, $"{n}.zip"), people.Studies, people.Plans, store.Audit.Head().Hash);
                await CommandLine.Run(old.Database, "db", "backup", taken.File, "--store", old.Store);
                backups.Add(taken);
                // It kept nobody from working on.
                await people.More(work, moreStudies: 4, morePlans: 2, moreAnswers: 1);
            }

            await enough.CancelAsync();
            await work;
            Assert.DoesNotContain("fail:", server.Said, StringComparison.Ordinal);
        }

        Assert.Empty(StoreCheck.Of(store));
        for (int n = 0; n < Backups; n++)
        {
            await Comes(backups[n], NewPlace($"new-{n}", onPostgres), token);
        }
    }

    /// <summary>Restores a backup and holds a server on it against what people were told before it was taken.</summary>
    private async Task Comes(Taken taken, Place place, string token)
    {
        await CommandLine.Run(place.Database, "db", "restore", taken.File, "--store", place.Store);
        await CommandLine.Run(place.Database, "db", "check", "--store", place.Store, "--head", taken.Head);
        TrunklineStore store = place.Open();
        IReadOnlyList<StoredPlan> plans = store.Plans.List();
        Assert.Empty(taken.Plans.Except(plans.Select(p => p.Id)));
        using ServerProcess server = await ServerProcess.Start(Data, place.Store, token, place.Database);
        using HttpClient client = server.Client();
        foreach ((string study, int edit) in taken.Studies)
        {
            string title = (await Get(client, $"/studies/{study}"))["study"]!["title"]!["en"]!.GetValue<string>();
            Assert.Contains(title, Enumerable.Range(edit, 9).Select(Colleagues.Title));
        }

        JsonArray uploads = (await Get(client, "/uploads")).AsArray();
        Assert.NotEmpty(uploads);
        foreach (JsonNode? upload in uploads)
        {
            JsonNode table = upload!["tables"]!.AsArray().Single()!, rows = await Get(client, $"/uploads/{upload["id"]}/tables/{table["name"]}?limit=1");
            Assert.Equal(table["rows"]!.GetValue<int>(), rows["total"]!.GetValue<int>());
        }

        AllReplay(store, plans);
        using HttpResponseMessage saved = await ServerProcess.Save(client, "afterwards", "Afterwards", Token), asked = await client.PostAsync("/api/v1/studies/afterwards/plans", null, Token);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        string planned = await ServerProcess.Planned(client, JsonNode.Parse(await asked.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>());
        Assert.Equal(["study.added", "plan.kept"], store.Audit.List(0, int.MaxValue).Where(l => l.Subject == "afterwards" || l.Subject == planned).Select(l => l.Action));
        await CommandLine.Run(place.Database, "db", "check", "--store", place.Store, "--head", taken.Head);
    }

    private void AllReplay(TrunklineStore store, IReadOnlyList<StoredPlan> plans)
    {
        PlanReplay replay = new(store, new PlanInputs(Data, store), new PlanSolverHere());
        Replayed[] replayed = [.. plans.Select(p => replay.Of(p.Id, new Progress<PlanProgress>(), Token).OrThrow())];
        // An answer from memory has 0.3 s, and says so where a machine at work was slower than that; nothing else may.
        string[] wrong = [.. replayed.Where(r => r.Verdict != ReplayVerdict.Equal && !(r.Verdict == ReplayVerdict.StoppedByClock && PlanRecipe.Read(r.Plan.Recipe)!.Way == PlanWay.Moved))
            .Select(r => $"{r.Plan.Id} {r.Plan.Origin}: {r.Verdict} {string.Join("; ", r.Differences)}")];
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        Assert.Equal(["study", "what-if"], plans.Select(p => p.Origin).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<JsonNode> Get(HttpClient client, string way) => JsonNode.Parse(await client.GetStringAsync($"/api/v1{way}", Token))!;

    private Place NewPlace(string name, bool onPostgres) => new(Path.Combine(folder, name), onPostgres ? PostgresServer.Here!.NewDatabase() : null);

    /// <summary>Where a store is.</summary>
    private sealed record Place(string Store, string? Database)
    {
        public TrunklineStore Open() => TrunklineStore.Open(Store, TimeProvider.System, Database);
    }

    /// <summary>A backup, and what people had been told before it was begun.</summary>
    /// <param name="Head">Hash of the last line of the audit log.</param>
    private sealed record Taken(string File, IReadOnlyDictionary<string, int> Studies, IReadOnlyCollection<string> Plans, string Head);
}
