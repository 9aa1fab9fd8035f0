using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Trunkline.Store;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Server;

/// <summary>The clock of a server's machine jumps a day forward, and two days back, while it serves: what is kept stays whole and in order, and nobody is let in or kept out who should not be.</summary>
[Collection("PostgreSQL is stopped")]
public sealed class ClockJumpTest : IDisposable
{
    private const int RequestsPerMinute = 1200;

    private static readonly bool IsFull = Environment.GetEnvironmentVariable("CHECK_FULL") == "1";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // A little less than the minute in which requests are counted.
    private static readonly TimeSpan StillCounted = TimeSpan.FromSeconds(45);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-clock-{Path.GetRandomFileName()}");
    private readonly ConcurrentDictionary<string, string> studies = new();
    private readonly List<string> reviews = [];
    private readonly List<string> plans = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StoreFolder => Path.Combine(folder, "store");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_that_jumps_a_day_and_is_put_back_costs_nobody_anything(bool onPostgres)
    {
        Assert.SkipUnless(FalseClock.IsHere, FalseClock.Missing);
        Assert.SkipWhen(onPostgres && PostgresServer.Here is null, PostgresServer.Missing);
        string? database = onPostgres ? PostgresServer.Here!.NewDatabase() : null;
        RunningServer.MakeData(folder);
        TrunklineStore store = TrunklineStore.Open(StoreFolder, TimeProvider.System, database);
        FalseClock clock = new(Path.Combine(folder, "clock"));
        Dictionary<string, string> surroundings = new(clock.Surroundings) { ["TRUNKLINE_LIMITS_REQUESTS_PER_MINUTE"] = $"{RequestsPerMinute}" };
        string ann = Give("ann", 3 * Day), hour = Give("bo", TimeSpan.FromHours(1)), greedy = Give("greedy", 3 * Day);
        using ServerProcess server = await ServerProcess.Start(Path.Combine(folder, "data"), StoreFolder, ann, database, surroundings);
        using HttpClient client = server.Client(), brief = server.Client(hour), much = server.Client(greedy);
        Stopwatch since = Stopwatch.StartNew();
        await AskTooMuch(much);
        await Work(client, "right");
        Assert.Equal(HttpStatusCode.OK, (await brief.GetAsync("/api/v1/", Token)).StatusCode);
        string tag = await TagOf(client, "right");
        string[] across = await Queue(client, 10);

        await Jump(server, clock, Day);
        await Planned(client, across);
        await IsToldToShowAToken(brief);
        await StillWaits(much, since);
        Assert.Equal(HttpStatusCode.NotModified, await Unchanged(client, "right", tag));
        Assert.Equal(HttpStatusCode.OK, await Edit(client, "right", tag, "Ahead"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Edit(client, "right", tag, "Too late"));
        await Work(client, "ahead");
        string tagAhead = await TagOf(client, "right");
        across = await Queue(client, 10);

        await Jump(server, clock, -Day);
        await Planned(client, across);
        // Who was kept out because it was tomorrow is let in again.
        Assert.Equal(HttpStatusCode.OK, (await brief.GetAsync("/api/v1/", Token)).StatusCode);
        await StillWaits(much, since);
        Assert.Equal(HttpStatusCode.NotModified, await Unchanged(client, "right", tagAhead));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await Edit(client, "right", tag, "From before"));
        Assert.Equal(HttpStatusCode.OK, await Edit(client, "right", tagAhead, "Behind"));
        await Work(client, "behind");

        await Jump(server, clock, TimeSpan.Zero);
        await Work(client, "put right");
        await IsInOrder(client);
        studies["right"] = "Behind";
        SavedOnce.Holds(store, studies, reviews);
        Assert.DoesNotContain("fail:", server.Said, StringComparison.Ordinal);
        if (IsFull)
        {
            await IsLetInAgain(much);
        }

        string Give(string holder, TimeSpan lasts) => store.Tokens.Add(holder, Role.Administrator, lasts).Token;
    }

    /// <summary>A study saved, planned and reviewed.</summary>
    private async Task Work(HttpClient client, string name)
    {
        string id = name.Replace(' ', '-');
        using HttpResponseMessage saved = await ServerProcess.Save(client, id, name, Token);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        studies[id] = name;
        await Planned(client, await Queue(client, 1, id));
        using HttpResponseMessage review = await client.PostAsJsonAsync("/api/v1/reviews", new { record = "us.45q", why = name, files = new[] { new { path = "text.en.md", text = "x" } } }, Token);
        Assert.Equal(HttpStatusCode.Created, review.StatusCode);
        reviews.Add(JsonNode.Parse(await review.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>());
    }

    private static async Task<string[]> Queue(HttpClient client, int count, string study = "02-two-sources-one-trunk")
    {
        string[] jobs = new string[count];
        for (int i = 0; i < count; i++)
        {
            using HttpResponseMessage asked = await client.PostAsync($"/api/v1/studies/{study}/plans", null, Token);
            Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
            jobs[i] = JsonNode.Parse(await asked.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
        }

        return jobs;
    }

    private async Task Planned(HttpClient client, string[] jobs)
    {
        foreach (string job in jobs)
        {
            plans.Add(await ServerProcess.Planned(client, job));
        }
    }

    /// <summary>Puts the clock and waits until the server tells that time.</summary>
    private static async Task Jump(ServerProcess server, FalseClock clock, TimeSpan off)
    {
        clock.Put(off);
        using HttpClient watcher = server.Client();
        while (true)
        {
            using HttpResponseMessage answer = await watcher.GetAsync("/health", Token);
            if (answer.Headers.Date is { } told && (told - TimeProvider.System.GetUtcNow() - off).Duration() < TimeSpan.FromHours(1))
            {
                return;
            }

            await Task.Delay(100, Token);
        }
    }

    private static async Task AskTooMuch(HttpClient client)
    {
        for (HttpStatusCode answer = HttpStatusCode.OK; answer != HttpStatusCode.TooManyRequests;)
        {
            answer = (await client.GetAsync("/api/v1/", Token)).StatusCode;
            Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{answer}");
        }
    }

    /// <summary>That it is another day by the clock is no reason to be let in, where the minute is not over.</summary>
    private static async Task StillWaits(HttpClient client, Stopwatch since)
    {
        using HttpResponseMessage answer = await client.GetAsync("/api/v1/", Token);
        if (since.Elapsed < StillCounted)
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>The minute ends, whatever the clock has said meanwhile.</summary>
    private static async Task IsLetInAgain(HttpClient client)
    {
        Stopwatch waited = Stopwatch.StartNew();
        while ((await client.GetAsync("/api/v1/", Token)).StatusCode != HttpStatusCode.OK)
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(10), "Who asked too much is locked out.");
            await Task.Delay(TimeSpan.FromSeconds(2), Token);
        }
    }

    private static async Task IsToldToShowAToken(HttpClient client)
    {
        using HttpResponseMessage answer = await client.GetAsync("/api/v1/", Token);
        JsonNode told = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal((HttpStatusCode.Unauthorized, "urn:trunkline:problem:who-asks"), (answer.StatusCode, told["type"]!.GetValue<string>()));
        Assert.All(new[] { "en", "zh" }, language => Assert.NotEmpty(told["text"]![language]!.GetValue<string>()));
    }

    private static async Task<string> TagOf(HttpClient client, string study)
    {
        using HttpResponseMessage answer = await client.GetAsync($"/api/v1/studies/{study}", Token);
        return answer.Headers.ETag!.Tag;
    }

    private static async Task<HttpStatusCode> Unchanged(HttpClient client, string study, string tag)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/studies/{study}") { Headers = { { "If-None-Match", tag } } };
        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> Edit(HttpClient client, string study, string tag, string title)
    {
        using HttpRequestMessage request = new(HttpMethod.Put, $"/api/v1/studies/{study}") { Content = JsonContent.Create(ServerProcess.Study(study, title)), Headers = { { "If-Match", tag } } };
        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }

    /// <summary>Lists say what came last first, and the log what came first, though the times in them go to and fro.</summary>
    private async Task IsInOrder(HttpClient client)
    {
        JsonNode log = await Get(client, "/audit");
        Assert.Equal(
            ["study.added right", "study.replaced right", "study.added ahead", "study.replaced right", "study.added behind", "study.added put-right"],
            log["items"]!.AsArray().Where(l => l!["action"]!.GetValue<string>().StartsWith("study.", StringComparison.Ordinal)).Select(l => $"{l!["action"]} {l["subject"]}"));
        DateTimeOffset[] times = [.. log["items"]!.AsArray().Select(l => l!["at"]!.GetValue<DateTimeOffset>())];
        Assert.True(times.Max() - times[^1] > Day / 2 && times[^1] - times.Min() > Day / 2, "The clock has not jumped.");
        Assert.Equal(Enumerable.Reverse(reviews), (await Get(client, "/reviews"))["items"]!.AsArray().Select(r => r!["id"]!.GetValue<string>()));
        string[] listed = [.. (await Get(client, "/plans"))["items"]!.AsArray().Select(p => p!["id"]!.GetValue<string>())];
        Assert.Equal(Enumerable.Reverse(plans), listed.Where(plans.Contains));
    }

    private static async Task<JsonNode> Get(HttpClient client, string way) => JsonNode.Parse(await client.GetStringAsync($"/api/v1{way}", Token))!;
}
