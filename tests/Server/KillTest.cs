using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
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
        string token = ServerProcess.TokenOf(TrunklineStore.Open(Store, TimeProvider.System), "ann");
        Random chance = new(8);
        for (int kill = 0; kill < kills; kill++)
        {
            using ServerProcess server = await ServerProcess.Start(Data, Store, token);
            using CancellationTokenSource enough = new();
            Task[] writers = [.. Enumerable.Range(0, 4).Select(w => Write(server, $"{kill}-{w}", enough.Token))];
            int before = acknowledged.Count + drafted.Count, aim = before + (wanted / kills) + chance.Next(10);
            while (acknowledged.Count + drafted.Count < aim)
            {
                await Task.Delay(chance.Next(1, 15), TestContext.Current.CancellationToken);
            }

            await server.Kill();
            await enough.CancelAsync();
            await Task.WhenAll(writers);
        }

        Assert.True(acknowledged.Count + drafted.Count >= wanted);
        SavedOnce.Holds(TrunklineStore.Open(Store, TimeProvider.System), acknowledged, drafted.Keys);
    }

    /// <summary>Asked to end, it ends in order, and soon.</summary>
    [Fact]
    public async Task Asked_to_end_it_ends_in_order()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        RunningServer.MakeData(folder);
        string token = ServerProcess.TokenOf(TrunklineStore.Open(Store, TimeProvider.System), "ann");
        using ServerProcess server = await ServerProcess.Start(Data, Store, token);
        using Process signal = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.Ended();
        Assert.Equal(0, server.ExitCode);
    }

    /// <summary>Saves studies and drafts reviews until the server is gone; writes down what it acknowledged.</summary>
    private async Task Write(ServerProcess server, string name, CancellationToken enough)
    {
        using HttpClient client = server.Client();
        try
        {
            for (int i = 0; !enough.IsCancellationRequested; i++)
            {
                string id = $"w-{name}-{i}", title = $"Written by {name}, number {i}.";
                using HttpResponseMessage made = await ServerProcess.Save(client, id, title, enough);
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
}
