using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>The document that the web app's types are made from says what the server does.</summary>
public sealed class ApiDocumentTest(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Kept = "docs/reference/openapi.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the small study has none of.</summary>
    private static readonly string[] Absent = ["/api/v1/plans/{id}/counties/{place}", "/api/v1/plans/{id}/existing/{place}", "/api/v1/uploads/{id}", "/api/v1/uploads/{id}/tables/{table}"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_that_is_kept_is_the_one_that_is_served()
    {
        string served = (await Document()).ToJsonString(Indented) + "\n", file = Path.Combine(RunningServer.Root, Kept);
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(file, served, Token);
        }

        Assert.True(File.Exists(file) && served == await File.ReadAllTextAsync(file, Token), $"Run: UPDATE_OPENAPI=1 dotnet test --project tests/Server -c Release, and commit {Kept}.");
    }

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_says_how_it_fails()
    {
        JsonNode document = await Document();
        string[] lacking =
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where operation.Value!["operationId"] is null || operation.Value["summary"] is null || operation.Value["responses"]!["default"] is null
               select $"{operation.Key} {path.Key}",
        ];
        Assert.True(lacking.Length == 0, string.Join('\n', lacking));
    }

    /// <summary>Every GET is asked for something that is there, and its answer is held against its schema.</summary>
    [Fact]
    public async Task What_the_server_answers_is_what_the_document_says()
    {
        JsonNode document = await Document();
        SchemaCheck check = new(document);
        Dictionary<string, string> known = await Known();
        List<string> wrong = [];
        foreach ((string path, JsonNode? operations) in document["paths"]!.AsObject().Where(p => !p.Key.EndsWith("/events", StringComparison.Ordinal) && !Absent.Contains(p.Key)))
        {
            if (operations!["get"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"] is not { } schema)
            {
                continue;
            }

            string asked = known.GetValueOrDefault(path) ?? path.Replace("{id}", server.Plan, StringComparison.Ordinal);
            using HttpResponseMessage answer = await server.Client.GetAsync(asked, Token);
            string text = await answer.Content.ReadAsStringAsync(Token);
            wrong.AddRange(answer.IsSuccessStatusCode ? check.Faults(JsonNode.Parse(text), schema, "").Select(f => $"{asked}{f}") : [$"{asked}: {(int)answer.StatusCode} {text}"]);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    private async Task<string> Question()
    {
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync($"/api/v1/plans/{server.Plan}/whatif", new { changes = new[] { new { kind = "credit", factor = 1.2 } } }, Token);
        JsonNode job = (await server.Get("/jobs"))["items"]!.AsArray().First(j => j!["kind"]!.GetValue<string>() == "what-if")!;
        await server.Over(job["id"]!.GetValue<string>());
        return job["id"]!.GetValue<string>();
    }

    private async Task<string> Review()
    {
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync(
            "/api/v1/reviews", new { record = "us.45q", why = "a test", files = new[] { new { path = "text.en.md", text = "Better." } } }, Token);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Token))!["id"]!.GetValue<string>();
    }

    /// <summary>A small sweep; the second asking finds it there.</summary>
    private async Task<string> Sweep()
    {
        JsonNode sweep = await server.Get("/sweeps/start?study=01-one-source-one-hub");
        sweep["sample"]!["scenarios"] = 2;
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync("/api/v1/sweeps", new { study = "01-one-source-one-hub", sweep }, Token);
        return sweep["id"]!.GetValue<string>();
    }

    private async Task<JsonNode> Document() => JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json", Token))!;

    /// <summary>Ways with parts that only the data know.</summary>
    private async Task<Dictionary<string, string>> Known()
    {
        string plan = $"/api/v1/plans/{server.Plan}";
        JsonNode job = (await server.Get("/jobs"))["items"]![0]!;
        string First(string layer) => server.Get($"/plans/{server.Plan}/layers/{layer}").GetAwaiter().GetResult()["features"]![0]!["properties"]!["id"]!.GetValue<string>();
        return new Dictionary<string, string>
        {
            ["/api/v1/plans/{id}/sites/{place}"] = $"{plan}/sites/{First("sites")}",
            ["/api/v1/plans/{id}/pipes/{place}"] = $"{plan}/pipes/{Uri.EscapeDataString(First("pipes"))}",
            ["/api/v1/plans/{id}/storage/{place}"] = $"{plan}/storage/{First("storage")}",
            ["/api/v1/plans/{id}/tables/{name}"] = $"{plan}/tables/captures",
            ["/api/v1/whatif/answers/{job}"] = $"/api/v1/whatif/answers/{await Question()}",
            ["/api/v1/register/records/{id}"] = "/api/v1/register/records/us.45q?asOf=2026-01-01",
            ["/api/v1/register/search"] = "/api/v1/register/search?q=%E6%8D%95%E9%9B%86",
            ["/api/v1/register/changes"] = "/api/v1/register/changes?from=2025-07-03&to=2025-07-06",
            ["/api/v1/register/diff"] = "/api/v1/register/diff?before=us.45q&after=us.classvi",
            ["/api/v1/register/matrix/compare"] = "/api/v1/register/matrix/compare?a=us&b=gb",
            ["/api/v1/register/parameters/{id}/ask"] = "/api/v1/register/parameters/us.45q.rate/ask?asOf=2025-07-05&inService=2024-06-01&year=2026&dim.source=point&dim.fate=eor&dim.labour=full",
            ["/api/v1/register/parameters/{id}/series"] = "/api/v1/register/parameters/us.45q.rate/series?over=asOf&from=2020&to=2026&inService=2024-06-01&year=2026&dim.source=point&dim.fate=eor&dim.labour=full",
            ["/api/v1/register/records/{id}/editions"] = "/api/v1/register/records/us.45q/editions",
            ["/api/v1/reviews/{id}"] = $"/api/v1/reviews/{await Review()}",
            ["/api/v1/sweeps/start"] = "/api/v1/sweeps/start?study=01-one-source-one-hub",
            ["/api/v1/sweeps/{id}"] = $"/api/v1/sweeps/{await Sweep()}",
            ["/api/v1/sweeps/{id}/found"] = $"/api/v1/sweeps/{await Sweep()}/found",
            ["/api/v1/studies/{id}"] = "/api/v1/studies/01-one-source-one-hub",
            ["/api/v1/plans/compare"] = $"/api/v1/plans/compare?ids={server.Plan},{server.Plan}",
            ["/api/v1/plans/{id}/difference"] = $"{plan}/difference?from={server.Plan}",
            ["/api/v1/plans/{id}/layers/difference"] = $"{plan}/layers/difference?from={server.Plan}",
            ["/api/v1/plans/{id}/pillars/{name}"] = $"{plan}/pillars/policy",
            ["/api/v1/plans/{id}/hubs/{hub}"] = $"{plan}/hubs/{(await server.Get($"/plans/{server.Plan}/hubs"))["items"]![0]!["id"]}",
            ["/api/v1/jobs/{id}"] = $"/api/v1/jobs/{job["id"]}",
        };
    }
}
