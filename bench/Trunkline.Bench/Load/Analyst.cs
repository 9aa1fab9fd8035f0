using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Bench.Load;

/// <summary>Somebody who works: has a regional study on the national data, changes and saves it every 5 s, and has one plan of it in the queue at all times.</summary>
internal sealed class Analyst(HttpClient client, LoadLog log, string study, Random chance)
{
    private static readonly string[][] Regions = [["ND"], ["WY"], ["IN"], ["NE"], ["KS"]];
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    private readonly string[] region = Regions[chance.Next(Regions.Length)];
    private string? job;

    public async Task Work(CancellationToken over)
    {
        try
        {
            await Task.Delay(Between * chance.NextDouble(), over);
            await Send("new study", HttpMethod.Post, "/api/v1/studies", Text(0), null, over);
            using PeriodicTimer turn = new(Between);
            for (int edit = 1; ; edit++)
            {
                await Save(edit, over);
                await Solve(over);
                await turn.WaitForNextTickAsync(over);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            client.Dispose();
        }
    }

    private async Task Save(int edit, CancellationToken over)
    {
        JsonNode text = Text(edit);
        JsonNode? now = await Send("study", HttpMethod.Get, $"/api/v1/studies/{study}", null, null, over);
        await Send("check", HttpMethod.Post, "/api/v1/studies/check", text, null, over);
        await Send("save", HttpMethod.Put, $"/api/v1/studies/{study}", text, now?["item"]?["etag"]?.GetValue<string>(), over);
    }

    private async Task Solve(CancellationToken over)
    {
        if (job is not null)
        {
            JsonNode? seen = await Send("job", HttpMethod.Get, $"/api/v1/jobs/{job}", null, null, over);
            string state = seen?["state"]?.GetValue<string>() ?? "lost";
            if (state is "queued" or "running")
            {
                return;
            }

            log.Solved(study, state, seen?["outcome"]?.GetValue<string>());
        }

        job = (await Send("plan", HttpMethod.Post, $"/api/v1/studies/{study}/plans", null, null, over))?["id"]?.GetValue<string>();
    }

    private Task<JsonNode?> Send(string name, HttpMethod verb, string path, JsonNode? body, string? version, CancellationToken over) => log.Timed(
        name,
        async () =>
        {
            using HttpRequestMessage request = new(verb, path) { Content = body is null ? null : JsonContent.Create(body) };
            if (version is not null)
            {
                request.Headers.TryAddWithoutValidation("If-Match", version);
            }

            return await client.SendAsync(request, over);
        },
        isRead: false,
        over);

    private JsonNode Text(int edit) => JsonNode.Parse(
        $$"""
        { "study": { "id": "{{study}}", "title": { "en": "Edit {{edit}}", "zh": "第 {{edit}} 次修改" }, "dataset": ".", "region": { "states": [ "{{string.Join("\", \"", region)}}" ] },
          "periods": [ { "from": 2026, "to": 2030 }, { "from": 2031, "to": 2035 }, { "from": 2036, "to": 2045 } ],
          "price": { "usdPerTonne": [ 0, {{10 + (edit % 5)}}, {{(40 + (20 * chance.NextDouble())).ToString("0.0", CultureInfo.InvariantCulture)}} ] },
          "tracks": [ "pointSource", "biogenic" ], "policy": { "asOf": "2026-11-23" }, "dollarYear": 2023,
          "solver": { "route": "scalable", "gap": 0.02, "timeLimitSeconds": 10 } }, "dataset": "us" }
        """)!;
}
