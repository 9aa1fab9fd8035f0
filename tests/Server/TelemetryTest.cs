using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Trunkline.Server;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>What a collector hears of the server, a process of its own: what was asked, solved and saved, and nobody's name.</summary>
public sealed class TelemetryTest : IDisposable
{
    private const string Traces = "/v1/traces";
    private const string Metrics = "/v1/metrics";
    private const string Person = "Ann Lee-Qvist";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-otlp-{Path.GetRandomFileName()}");
    private readonly OtlpReceiver collector = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        collector.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Spans_and_measurements_arrive_and_name_nobody()
    {
        (ServerProcess started, string token) = await Started(collector.Address);
        using ServerProcess server = started;
        using HttpClient client = server.Client();
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("BrowserOfAnn", "1.0"));
        string plan = await Work(server, client);
        // Spans are sent in the order in which they end.
        await client.GetStringAsync("/api/v1/whatif/options", Token);
        await Heard(Traces, "/api/v1/whatif/options", "/api/v1/studies/{id}/plans", "solve", "watched-study", "trunkline.job.kind", "trunkline.seconds", "save", "sqlite", "study.added", "plan.kept");
        await Heard(Metrics, "http.server.request.duration", "/api/v1/studies/{id}/plans", "trunkline.queue.length", "trunkline.solves", "trunkline.solve.duration", "trunkline.outcome");
        Assert.Equal(["k3y"], collector.Keys.Keys);
        string[] secrets = [Person, "Lee-Qvist", token, ServerProcess.SecretOf(token), "BrowserOfAnn", "looked-for", "?q=", "url.query", "url.path", "user_agent", "client.address", "in-a-path", "lee.csv", plan, "A secret title"];
        Assert.DoesNotContain(secrets, collector.Has);
        Assert.False(collector.Has(Traces, "/ready"));
    }

    [Fact]
    public async Task A_collector_that_is_not_there_keeps_nobody_waiting()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        (ServerProcess started, _) = await Started($"http://127.0.0.1:{ServerProcess.FreePort()}");
        using ServerProcess server = started;
        using HttpClient client = server.Client();
        await Work(server, client);
        using Process signal = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.Ended();
        Assert.Equal(0, server.ExitCode);
        Assert.DoesNotContain("fail:", server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_collector_nothing_listens()
    {
        RunningServer.MakeData(folder);
        ServeOptions options = new("http://127.0.0.1:0", Path.Combine(folder, "data"), Path.Combine(folder, "store"), WebFolder: null);
        await using var deaf = ServerHost.Build(options, TimeProvider.System);
        Assert.Null(deaf.Services.GetService(typeof(TracerProvider)));
        Assert.Null(deaf.Services.GetService(typeof(MeterProvider)));
        await using var heard = ServerHost.Build(options with { Otlp = new OtlpOptions(new Uri(collector.Address), false, null) }, TimeProvider.System);
        Assert.NotNull(heard.Services.GetService(typeof(TracerProvider)));
    }

    private async Task<(ServerProcess Server, string Token)> Started(string address)
    {
        string data = RunningServer.MakeData(folder), store = Path.Combine(folder, "store");
        string token = ServerProcess.TokenOf(TrunklineStore.Open(store, TimeProvider.System), Person);
        Dictionary<string, string> settings = new()
        {
            ["TRUNKLINE_OTLP_ENDPOINT"] = address,
            ["TRUNKLINE_OTLP_HEADERS"] = "x-key=k3y",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
        };
        return (await ServerProcess.Start(data, store, token, surroundings: settings), token);
    }

    /// <summary>What people do, each with something of theirs in it.</summary>
    /// <returns>Id of the plan that was made.</returns>
    private static async Task<string> Work(ServerProcess server, HttpClient client)
    {
        using HttpResponseMessage found = await client.GetAsync("/api/v1/register/search?q=looked-for", Token), nowhere = await client.GetAsync("/api/v1/in-a-path", Token);
        using HttpRequestMessage wrong = new(HttpMethod.Get, "/api/v1/plans") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", "tl_0123456789ab_looked-for") } };
        using HttpResponseMessage refused = await client.SendAsync(wrong, Token);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (found.StatusCode, nowhere.StatusCode, refused.StatusCode));
        using MultipartFormDataContent form = new() { { new ByteArrayContent("a,b\n1,2\n"u8.ToArray()), "file", "lee.csv" } };
        using HttpResponseMessage sent = await client.PostAsync("/api/v1/uploads", form, Token), saved = await ServerProcess.Save(client, "watched-study", "A secret title", Token);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (sent.StatusCode, saved.StatusCode));
        using HttpResponseMessage planned = await client.PostAsync("/api/v1/studies/watched-study/plans", null, Token);
        string job = JsonNode.Parse(await planned.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
        while (true)
        {
            JsonNode now = JsonNode.Parse(await client.GetStringAsync($"/api/v1/jobs/{job}", Token))!;
            if (now["result"]?["id"]?.GetValue<string>() is { } plan)
            {
                return plan;
            }

            Assert.False(server.Said.Contains("fail:", StringComparison.Ordinal), server.Said);
            await Task.Delay(50, Token);
        }
    }

    /// <summary>Waits until all of these have come.</summary>
    private async Task Heard(string path, params string[] words)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        // A guard against hanging, not a measure.
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (words.FirstOrDefault(w => !collector.Has(path, w)) is { } missing)
        {
            Assert.False(patience.IsCancellationRequested, $"{path} never had {missing}.");
            await Task.Delay(50, Token);
        }
    }
}
