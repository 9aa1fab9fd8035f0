using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>Sweeps through the server: launched, watched, stopped, gone on with, read off.</summary>
public sealed class SweepsTest(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Study = "01-one-source-one-hub";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sweep_is_launched_watched_and_read_off()
    {
        using HttpResponseMessage launched = await Launch("watched", 6);
        Assert.Equal(HttpStatusCode.Created, launched.StatusCode);
        JsonNode whole = await Over("watched");
        Assert.Equal(("done", 7, 7, 0), (Text(whole, "state"), Count(whole, "wanted"), Count(whole, "done"), Count(whole, "failed")));
        Assert.Equal(7, whole["workers"]!.AsArray().Sum(w => w!["done"]!.GetValue<int>()));
        Assert.Contains((await server.Get("/sweeps"))["items"]!.AsArray(), s => Text(s!, "id") == "watched");

        JsonNode found = await server.Get("/sweeps/watched/found");
        JsonArray futures = found["futures"]!.AsArray();
        Assert.Equal(6, futures.Count);
        JsonNode net = found["spreads"]!.AsArray().Single(s => Text(s!, "figure") == "net")!;
        Assert.Equal(futures.Average(f => f!["netUsd"]!.GetValue<double>()), net["mean"]!.GetValue<double>(), 1.0);
        Assert.All(found["core"]!.AsArray(), c => Assert.InRange(c!["shareBy"]!.AsArray()[^1]!.GetValue<double>(), 0, 1));
        Assert.Contains("lang=\"zh-CN\"", await server.Client.GetStringAsync("/api/v1/sweeps/watched/report?lang=zh", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_is_stopped_and_gone_on_with()
    {
        using HttpResponseMessage launched = await Launch("stopped", 200);
        using HttpResponseMessage stop = await server.Client.PostAsync("/api/v1/sweeps/stopped/stop", null, Token);
        Assert.Equal(HttpStatusCode.Accepted, stop.StatusCode);
        JsonNode stopped = await Over("stopped");
        Assert.Equal("stopped", Text(stopped, "state"));
        using HttpResponseMessage resumed = await server.Client.PostAsync("/api/v1/sweeps/stopped/resume", null, Token);
        JsonNode done = await Over("stopped");
        Assert.Equal(("done", 201), (Text(done, "state"), Count(done, "done")));
    }

    [Fact]
    public async Task A_wrong_sweep_is_refused_with_all_its_problems_and_kept_nowhere()
    {
        JsonNode sweep = await server.Get($"/sweeps/start?study={Study}");
        sweep["id"] = "wrong";
        sweep["sample"]!["scenarios"] = -1;
        sweep["parameters"]![0]!["name"] = "";
        using HttpResponseMessage refused = await server.Client.PostAsJsonAsync("/api/v1/sweeps", new { study = Study, sweep }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        JsonArray problems = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!["problems"]!.AsArray();
        Assert.True(problems.Count > 1, problems.ToJsonString());
        Assert.All(problems, p => Assert.StartsWith("/sweep", Text(p!, "pointer"), StringComparison.Ordinal));
        Assert.DoesNotContain((await server.Get("/sweeps"))["items"]!.AsArray(), s => Text(s!, "id") == "wrong");
    }

    [Theory]
    [InlineData("../out")]
    [InlineData("")]
    [InlineData("Not Small")]
    public async Task An_id_that_is_no_name_of_a_folder_is_refused(string id)
    {
        JsonNode sweep = await server.Get($"/sweeps/start?study={Study}");
        sweep["id"] = id;
        using HttpResponseMessage refused = await server.Client.PostAsJsonAsync("/api/v1/sweeps", new { study = Study, sweep }, Token);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private async Task<HttpResponseMessage> Launch(string id, int scenarios)
    {
        JsonNode sweep = await server.Get($"/sweeps/start?study={Study}");
        sweep["id"] = id;
        sweep["sample"]!["scenarios"] = scenarios;
        sweep["parameters"]!.AsArray().RemoveAt(2);
        return await server.Client.PostAsJsonAsync("/api/v1/sweeps", new { study = Study, sweep }, Token);
    }

    private async Task<JsonNode> Over(string id)
    {
        while (true)
        {
            JsonNode now = await server.Get($"/sweeps/{id}");
            if (Text(now, "state") is not ("waiting" or "running"))
            {
                return now;
            }

            await Task.Delay(100, Token);
        }
    }

    private static string Text(JsonNode node, string member) => (node["item"]?[member] ?? node[member])!.GetValue<string>();

    private static int Count(JsonNode node, string member) => node["item"]![member]!.GetValue<int>();
}
