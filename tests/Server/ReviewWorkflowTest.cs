using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A change of the register from one person's draft to everybody's version.</summary>
public sealed class ReviewWorkflowTest(TeamServer server) : IClassFixture<TeamServer>
{
    private const string Record = "us.justice40";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_becomes_a_version_only_when_another_person_found_every_claim_supported()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Administrator, "one")), bo = server.ClientWith(server.Give("bo", Role.Reviewer, "one"));
        JsonNode before = await Get(ann, $"/register/records/{Record}");
        string id = (await Draft(ann, "A clearer text."))["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Conflict, (await Post(bo, id, "accept", null)).Status);
        (HttpStatusCode submitted, JsonNode said) = await Post(ann, id, "submit", null);
        Assert.True(submitted == HttpStatusCode.OK, said.ToJsonString());
        Assert.Equal(HttpStatusCode.Conflict, (await Post(ann, id, "accept", null)).Status);
        (HttpStatusCode status, JsonNode early) = await Post(bo, id, "accept", null);
        JsonArray claims = (await Get(bo, $"/reviews/{id}"))["claims"]!.AsArray();
        Assert.Equal((HttpStatusCode.Conflict, claims.Count), (status, early["problems"]!.AsArray().Count));
        Assert.True(claims.Count > 0 && claims.All(c => c!["evidence"]!["says"]!["zh"]!.GetValue<string>().Length > 0), "Each claim stands beside what its source says.");
        string first = claims[0]!["claim"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Conflict, await Judge(ann, id, first));
        foreach (JsonNode? claim in claims)
        {
            Assert.Equal(HttpStatusCode.OK, await Judge(bo, id, claim!["claim"]!.GetValue<string>()));
        }

        Assert.Equal(HttpStatusCode.OK, (await Post(bo, id, "accept", null)).Status);
        JsonNode after = await Get(ann, $"/register/records/{Record}");
        Assert.EndsWith("A clearer text.", after["text"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEqual(before["version"]!.GetValue<string>(), after["version"]!.GetValue<string>());
        JsonNode edition = Assert.Single((await Get(ann, $"/register/records/{Record}/editions")).AsArray())!;
        Assert.Equal(("ann", "bo", "It was hard to read."), (edition["author"]!.GetValue<string>(), edition["acceptedBy"]!.GetValue<string>(), edition["why"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Another_workspace_still_reads_the_register_that_ships()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst, "two")), bo = server.ClientWith(server.Give("bo", Role.Reviewer, "two")), other = server.As(Role.Viewer, "three");
        await Accept(ann, bo, "Only here.");
        Assert.EndsWith("Only here.", await Text(ann), StringComparison.Ordinal);
        Assert.DoesNotContain("Only here.", await Text(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_drafts_of_one_record_do_not_overwrite_each_other()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst, "four")), bo = server.ClientWith(server.Give("bo", Role.Reviewer, "four"));
        string late = (await Draft(ann, "The second."))["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await Post(ann, late, "submit", null)).Status);
        await JudgeAll(bo, late);
        await Accept(ann, bo, "The first.");
        (HttpStatusCode status, JsonNode problem) = await Post(bo, late, "accept", null);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("changed since", problem["problems"]![0]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("The first.", await Text(ann), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_version_that_was_read_is_changed()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst, "five"));
        JsonNode drafted = await Draft(ann, "One.");
        string id = drafted["id"]!.GetValue<string>(), tag = drafted["etag"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(ann, HttpMethod.Post, $"/reviews/{id}/submit", null, null)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Send(ann, HttpMethod.Post, $"/reviews/{id}/submit", null, tag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(ann, HttpMethod.Post, $"/reviews/{id}/withdraw", null, tag)).Status);
    }

    [Fact]
    public async Task A_change_with_which_the_register_could_not_be_read_is_not_submitted()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst, "six"));
        string id = (await Draft(ann, "{", "policy.json"))["id"]!.GetValue<string>();
        (HttpStatusCode status, JsonNode problem) = await Post(ann, id, "submit", null);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.NotEmpty(problem["problems"]!.AsArray());
    }

    [Theory]
    [InlineData("../45q/policy.json")]
    [InlineData("/etc/passwd")]
    [InlineData("reviews/forged.json")]
    [InlineData("params/../policy.json")]
    public async Task A_file_elsewhere_is_not_changed(string path)
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst, "seven"));
        (HttpStatusCode status, _) = await Send(ann, HttpMethod.Post, "/reviews", new { record = Record, why = "x", files = new[] { new { path, text = "x" } } }, null);
        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static async Task Accept(HttpClient author, HttpClient reviewer, string text)
    {
        string id = (await Draft(author, text))["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await Post(author, id, "submit", null)).Status);
        await JudgeAll(reviewer, id);
        (HttpStatusCode status, JsonNode said) = await Post(reviewer, id, "accept", null);
        Assert.True(status == HttpStatusCode.OK, said.ToJsonString());
    }

    private static async Task JudgeAll(HttpClient reviewer, string id)
    {
        foreach (JsonNode? claim in (await Get(reviewer, $"/reviews/{id}"))["claims"]!.AsArray())
        {
            Assert.Equal(HttpStatusCode.OK, await Judge(reviewer, id, claim!["claim"]!.GetValue<string>()));
        }
    }

    private static async Task<JsonNode> Draft(HttpClient author, string end, string path = "text.en.md")
    {
        // Both languages must keep saying the same, paragraph by paragraph: a sentence is added to the last one.
        string text = path == "text.en.md" ? $"{await Text(author)} {end}" : end;
        (HttpStatusCode status, JsonNode answer) = await Send(author, HttpMethod.Post, "/reviews", new { record = Record, why = "It was hard to read.", files = new[] { new { path, text } } }, null);
        Assert.True(status == HttpStatusCode.Created, answer.ToJsonString());
        return answer;
    }

    private static async Task<string> Text(HttpClient client) => (await Get(client, $"/register/records/{Record}"))["text"]!["en"]!.GetValue<string>().TrimEnd();

    private static async Task<HttpStatusCode> Judge(HttpClient client, string id, string claim) =>
        (await Send(client, HttpMethod.Put, $"/reviews/{id}/claims/{claim}", new { verdict = "supports" }, await Tag(client, id))).Status;

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Post(HttpClient client, string id, string verb, object? body) =>
        await Send(client, HttpMethod.Post, $"/reviews/{id}/{verb}", body, await Tag(client, id));

    private static async Task<string> Tag(HttpClient client, string id) => (await Get(client, $"/reviews/{id}"))["item"]!["etag"]!.GetValue<string>();

    private static async Task<JsonNode> Get(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync($"/api/v1{path}", Token))!;

    private static async Task<(HttpStatusCode Status, JsonNode Answer)> Send(HttpClient client, HttpMethod verb, string path, object? body, string? tag)
    {
        using HttpRequestMessage request = new(verb, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token)) ?? new JsonObject());
    }
}
