using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>Studies of one's own, from the form to the plan and back out of the door.</summary>
public sealed class StudyTest(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Shipped = "/studies/01-one-source-one-hub";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_half_written_study_is_told_all_that_is_wrong()
    {
        JsonNode answer = await Post("/studies/check", new { study = new { id = "Mine!", periods = new[] { new { from = 2026, to = 2020 } } }, dataset = "us" });
        Assert.False(answer["valid"]!.GetValue<bool>());
        string[] pointers = [.. answer["problems"]!.AsArray().Select(p => p!["pointer"]!.GetValue<string>())];
        Assert.Contains("/study/id", pointers);
        Assert.Contains("/study/periods/0", pointers);
        Assert.Contains("/study/policy", pointers);
        Assert.All(answer["problems"]!.AsArray(), p => Assert.StartsWith("study.json", p!["where"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_study_is_made_planned_compared_and_taken_away()
    {
        JsonNode study = (await server.Get(Shipped))["study"]!.DeepClone();
        study["id"] = "mine";
        JsonNode made = await Post("/studies", new { study, dataset = "01-one-source-one-hub" });
        Assert.Equal("own", made["origin"]!.GetValue<string>());
        JsonNode job = await server.Over((await Post("/studies/mine/plans", new { }))["id"]!.GetValue<string>());
        Assert.Equal("plan", job["outcome"]!.GetValue<string>());
        string plan = job["result"]!["id"]!.GetValue<string>();
        JsonNode compared = await server.Get($"/plans/compare?ids={plan},{plan}");
        Assert.Empty(compared["sites"]!.AsArray());
        foreach (string format in new[] { "json", "csv", "xlsx", "geojson", "geopackage", "shapefile", "html" })
        {
            Assert.NotEmpty(await server.Client.GetByteArrayAsync($"/api/v1/plans/{plan}/export/{format}?lang=zh", Token));
        }

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await server.Client.DeleteAsync("/api/v1/studies/mine", Token)).StatusCode);
        using HttpRequestMessage delete = new(HttpMethod.Delete, "/api/v1/studies/mine");
        delete.Headers.TryAddWithoutValidation("If-Match", (await server.Get("/studies/mine"))["item"]!["etag"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.SendAsync(delete, Token)).StatusCode);
    }

    private async Task<JsonNode> Post(string path, object body)
    {
        using HttpResponseMessage answer = await server.Client.PostAsJsonAsync($"/api/v1{path}", body, Token);
        string text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
