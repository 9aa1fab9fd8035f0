using System.Net;
using System.Text.Json.Nodes;

namespace Trunkline.Tests.Server;

/// <summary>The register over HTTP says what the command line says.</summary>
public sealed class RegisterTest(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Rate = "/register/parameters/us.45q.rate/ask?inService=2024-06-01&year=2026&dim.source=point&dim.fate=eor&dim.labour=full";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Why_this_value_is_sixty_after_the_new_law_as_it_was_for_an_older_plant()
    {
        JsonNode answer = await server.Get($"{Rate}&asOf=2025-07-05");
        Assert.Equal(60, answer["value"]!.GetValue<double>());
        Assert.NotEmpty(answer["evidence"]!.AsArray());
        Assert.All(answer["evidence"]!.AsArray(), e => Assert.NotEqual("", e!["says"]!["zh"]!.GetValue<string>()));
    }

    [Fact]
    public async Task No_answer_is_an_answer_with_its_reason()
    {
        JsonNode answer = await server.Get("/register/parameters/us.45q.rate/ask?asOf=2025-07-05&year=2026&dim.source=point&dim.fate=eor&dim.labour=full");
        Assert.Equal("none", answer["answer"]!.GetValue<string>());
        Assert.Equal("vintage-required", answer["reason"]!.GetValue<string>());
        Assert.Null(answer["value"]);
    }

    [Fact]
    public async Task The_as_of_date_changes_what_the_law_is()
    {
        JsonNode before = await server.Get("/register/records?asOf=2021-01-01&force=in-force"), after = await server.Get("/register/records?asOf=2026-01-01&force=in-force");
        Assert.True(before["total"]!.GetValue<int>() < after["total"]!.GetValue<int>());
        Assert.Contains(after["items"]!.AsArray(), r => r!["id"]!.GetValue<string>() == "us.45q");
    }

    [Fact]
    public async Task Chinese_words_are_found()
    {
        JsonNode found = await server.Get($"/register/search?q={Uri.EscapeDataString("税收抵免")}");
        Assert.True(found["total"]!.GetValue<int>() > 0);
        JsonNode list = await server.Get($"/register/records?q={Uri.EscapeDataString("税收抵免")}&jurisdiction=us");
        Assert.Contains(list["items"]!.AsArray(), r => r!["id"]!.GetValue<string>() == "us.45q");
    }

    [Fact]
    public async Task A_series_has_a_point_where_the_answer_changes()
    {
        JsonNode series = await server.Get("/register/parameters/us.45q.rate/series?over=inService&from=2020&to=2027&asOf=2026-01-01&beginConstruction=2019-06-01&year=2026&dim.source=point&dim.fate=eor&dim.labour=full");
        string[] at = [.. series["points"]!.AsArray().Select(p => p!["at"]!.GetValue<string>())];
        Assert.True(at.Length >= 2, series.ToJsonString());
        Assert.Equal(at.Order(StringComparer.Ordinal), at);
    }

    [Fact]
    public async Task A_record_names_the_plans_that_rest_on_it_and_keeps_its_sources_texts()
    {
        JsonNode record = await server.Get("/register/records/us.45q?asOf=2026-01-01");
        Assert.Contains(record["plans"]!.AsArray(), p => p!["id"]!.GetValue<string>() == server.Plan);
        string text = record["claims"]!.AsArray().Select(c => c!["source"]!["textHref"]?.GetValue<string>()).First(h => h is not null)!;
        Assert.NotEmpty(await server.Client.GetStringAsync(text, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("json", "application/json", "us.45q")]
    [InlineData("csv", "application/zip", null)]
    [InlineData("jsonld", null, "us.45q")]
    [InlineData("datapackage", "application/zip", null)]
    public async Task The_register_can_be_taken_away(string format, string? type, string? holds)
    {
        using HttpResponseMessage answer = await server.Client.GetAsync($"/api/v1/register/export/{format}", Token);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.True(type is null || answer.Content.Headers.ContentType!.MediaType == type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(holds is null || (await answer.Content.ReadAsStringAsync(Token)).Contains(holds, StringComparison.Ordinal));
        using HttpResponseMessage none = await server.Client.GetAsync($"/api/v1/register/export/{format}?record=no.such", Token);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }
}
