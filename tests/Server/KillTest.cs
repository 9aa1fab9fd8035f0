using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>The server as a process of its own, killed in the middle of its work: what it acknowledged is there, once.</summary>
public sealed class KillTest : IDisposable
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("CHECK_FULL") == "1";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-kill-{Path.GetRandomFileName()}");
    private readonly ConcurrentDictionary<string, string> acknowledged = new();
    private readonly ConcurrentDictionary<string, byte> drafted = new();
    private readonly int port = FreePort();

    private string Data => Path.Combine(folder, "data");

    private string Store => Path.Combine(folder, "store");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_acknowledged_survives_kill_9_and_is_there_once()
    {
        int kills = IsFull ? 20 : 3, wanted = IsFull ? 1000 : 60;
        RunningServer.MakeData(folder);
        string token = TrunklineStore.Open(Store, TimeProvider.System).Tokens.Add("ann", Role.Administrator, TimeSpan.FromDays(1)).Token;
        Random chance = new(8);
        for (int kill = 0; kill < kills; kill++)
        {
            using Process server = await Started(token);
            using CancellationTokenSource enough = new();
            Task[] writers = [.. Enumerable.Range(0, 4).Select(w => Write(token, $"{kill}-{w}", enough.Token))];
            int before = acknowledged.Count + drafted.Count, aim = before + (wanted / kills) + chance.Next(10);
            while (acknowledged.Count + drafted.Count < aim)
            {
                await Task.Delay(chance.Next(1, 15), TestContext.Current.CancellationToken);
            }

            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
            await enough.CancelAsync();
            await Task.WhenAll(writers);
        }

        Assert.True(acknowledged.Count + drafted.Count >= wanted);
        EverythingIsThereOnce();
    }

    /// <summary>Asked to end, it ends in order, and soon.</summary>
    [Fact]
    public async Task Asked_to_end_it_ends_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        RunningServer.MakeData(folder);
        string token = TrunklineStore.Open(Store, TimeProvider.System).Tokens.Add("ann", Role.Administrator, TimeSpan.FromDays(1)).Token;
        using Process server = await Started(token);
        using Process signal = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, server.ExitCode);
    }

    private void EverythingIsThereOnce()
    {
        TrunklineStore store = TrunklineStore.Open(Store, TimeProvider.System);
        Assert.Empty(StoreCheck.Of(store));
        Dictionary<string, StoredStudy> studies = store.Studies.List().ToDictionary(s => s.Id);
        string[] lost = [.. acknowledged.Where(a => !studies.TryGetValue(a.Key, out StoredStudy? study) || !study.Text.Contains(a.Value, StringComparison.Ordinal)).Select(a => a.Key)];
        Assert.True(lost.Length == 0, $"Lost: {string.Join(", ", lost)}");
        HashSet<string> reviews = [.. store.Reviews.List().Select(c => c.Id)];
        Assert.DoesNotContain(drafted.Keys, d => !reviews.Contains(d));
        // A line in the log for each thing, and a thing for each line.
        List<AuditEntry> lines = [];
        while (store.Audit.List(lines.Count == 0 ? 0 : lines[^1].Number, 500) is { Count: > 0 } more)
        {
            lines.AddRange(more);
        }

        Assert.Equal(studies.Keys.Order(StringComparer.Ordinal), lines.Where(l => l.Action == "study.added").Select(l => l.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(reviews.Order(StringComparer.Ordinal), lines.Where(l => l.Action == "review.drafted").Select(l => l.Subject).Order(StringComparer.Ordinal));
    }

    /// <summary>Saves studies and drafts reviews until the server is gone; writes down what it acknowledged.</summary>
    private async Task Write(string token, string name, CancellationToken enough)
    {
        using HttpClient client = Client(token);
        JsonNode study = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Data, "studies", "01-one-source-one-hub", "study.json"), enough))!;
        try
        {
            for (int i = 0; !enough.IsCancellationRequested; i++)
            {
                string id = $"w-{name}-{i}", title = $"Written by {name}, number {i}.";
                (study["id"], study["title"]!["en"]) = (id, title);
                using HttpResponseMessage made = await client.PostAsJsonAsync("/api/v1/studies", new { study, dataset = "01-one-source-one-hub" }, enough);
                Assert.Equal(HttpStatusCode.Created, made.StatusCode);
                acknowledged[id] = title;
                using HttpResponseMessage review = await client.PostAsJsonAsync(
                    "/api/v1/reviews", new { record = "us.45q", why = id, files = new[] { new { path = "text.en.md", text = "x" } } }, enough);
                Assert.Equal(HttpStatusCode.Created, review.StatusCode);
                drafted[JsonNode.Parse(await review.Content.ReadAsStringAsync(enough))!["id"]!.GetValue<string>()] = 0;
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // The server was killed: what was not acknowledged may or may not be there.
        }
    }

    private async Task<Process> Started(string token)
    {
        string program = Path.Combine(RunningServer.Root, "artifacts", "bin", "Trunkline.Server", new DirectoryInfo(AppContext.BaseDirectory).Name, "trunkline-server.dll");
        ProcessStartInfo start = new("dotnet", [program, "--urls", $"http://127.0.0.1:{port}", "--data", Data, "--store", Store, "--auth", "tokens"]) { RedirectStandardOutput = true };
        start.Environment["TRUNKLINE_LIMITS_REQUESTS_PER_MINUTE"] = "1000000";
        Process server = Process.Start(start)!;
        _ = server.StandardOutput.ReadToEndAsync();
        using HttpClient client = Client(token);
        while (!await IsReady(client))
        {
            Assert.False(server.HasExited, "The server has ended.");
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }

        return server;
    }

    private static async Task<bool> IsReady(HttpClient client)
    {
        try
        {
            return (await client.GetAsync("/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private HttpClient Client(string token)
    {
        HttpClient client = new() { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
