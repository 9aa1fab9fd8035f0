using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>Who may do what: every endpoint of the running server, whatever there is.</summary>
public sealed class AccessTest(TeamServer server) : IClassFixture<TeamServer>
{
    /// <summary>What anybody may reach: the app itself, which holds nothing of anybody's, and whether the server lives.</summary>
    private static readonly string[] Open = ["/{**path}", "/health", "/healthz", "/ready"];

    /// <summary>What is not told by the verb: reading is a viewer's, everything else an analyst's.</summary>
    private static readonly Dictionary<string, Role> Stricter = new(StringComparer.Ordinal)
    {
        ["judgeClaim"] = Role.Reviewer,
        ["acceptReview"] = Role.Reviewer,
        ["returnReview"] = Role.Reviewer,
        ["listAudit"] = Role.Administrator,
    };

    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["askWhatIf"] = """{ "changes": [ { "kind": "credit", "factor": 1.2 } ] }""",
        ["editPlan"] = """{ "name": "mine", "kept": true }""",
        ["redraftReview"] = """{ "files": [ { "path": "text.en.md", "text": "x" } ], "why": "x" }""",
        ["judgeClaim"] = """{ "verdict": "supports" }""",
        ["returnReview"] = """{ "why": "x" }""",
        ["launchSweep"] = """{ "study": "nowhere", "sweep": {} }""",
        ["replaceStudy"] = """{ "study": { "id": "mine" }, "dataset": "us" }""",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_refuses_whoever_shows_nothing_and_whoever_shows_too_little()
    {
        List<string> let = [];
        using HttpClient nobody = server.ClientWith(null), forger = server.ClientWith("tl_0123456789ab_" + new string('x', 43)), stranger = server.ClientWith("eyJhbGciOiJub25lIn0.e30.");
        HttpClient[] roles = [.. Enum.GetValues<Role>().Select(r => server.As(r))];
        foreach ((string verb, RouteEndpoint endpoint) in Verbs())
        {
            Role least = LeastOf(verb, endpoint);
            foreach (HttpClient unknown in new[] { nobody, forger, stranger })
            {
                await Expect(let, unknown, verb, endpoint, status => status == HttpStatusCode.Unauthorized, "shows nothing that counts");
            }

            foreach ((Role role, HttpClient client) in Enum.GetValues<Role>().Zip(roles))
            {
                await Expect(let, client, verb, endpoint, status => (status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) == (role < least), $"is {role}, needed is {least}");
            }
        }

        Array.ForEach(roles, r => r.Dispose());
        Assert.True(let.Count == 0, string.Join('\n', let));
    }

    [Fact]
    public void Every_endpoint_says_whom_it_is_for()
    {
        string[] silent = [.. server.Endpoints.Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(e => e.RoutePattern.RawText!)];
        Assert.Empty(silent);
        Assert.Equal(Open.Order(StringComparer.Ordinal), server.Endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_belongs_to_another_workspace_is_not_there()
    {
        Dictionary<string, string> there = await Things();
        List<string> let = [];
        using HttpClient other = server.As(Role.Administrator, TeamServer.Elsewhere), owner = server.As(Role.Administrator);
        int asked = 0;
        foreach ((string verb, RouteEndpoint endpoint) in Verbs())
        {
            if (there.FirstOrDefault(t => endpoint.RoutePattern.RawText!.StartsWith(t.Key, StringComparison.Ordinal)) is not { Key: { } begins, Value: { } id })
            {
                continue;
            }

            asked++;
            string path = endpoint.RoutePattern.RawText!.Replace(begins, begins[..begins.LastIndexOf('{')] + id, StringComparison.Ordinal);
            await Expect(let, other, verb, endpoint, status => status == HttpStatusCode.NotFound, "is of another workspace", path);
        }

        Assert.True(let.Count == 0, string.Join('\n', let));
        Assert.True(asked > 25, $"Only {asked} ways lead to things of a workspace.");
        foreach ((string begins, string id) in there)
        {
            string path = begins[..begins.LastIndexOf('{')] + id;
            using HttpResponseMessage own = await owner.GetAsync(path.Replace("/datasets/own", "/datasets", StringComparison.Ordinal), Token);
            Assert.True(own.IsSuccessStatusCode, $"{path} is not even there for its owner: {own.StatusCode}");
        }
    }

    [Fact]
    public async Task Lists_and_comparisons_hold_nothing_of_another_workspace()
    {
        Dictionary<string, string> there = await Things();
        using HttpClient other = server.As(Role.Administrator, TeamServer.Elsewhere);
        foreach (string path in new[] { "/plans", "/studies", "/sweeps", "/datasets", "/uploads", "/jobs", "/reviews", "/audit", "/status", "/register/records/us.45q" })
        {
            string text = await other.GetStringAsync($"/api/v1{path}", Token);
            Assert.All(there.Values, id => Assert.DoesNotContain($"\"{id}\"", text, StringComparison.Ordinal));
        }

        string plan = there["/api/v1/plans/{id}"];
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/api/v1/plans/compare?ids={plan},{plan}", Token)).StatusCode);
    }

    [Fact]
    public async Task A_revoked_token_ends_with_the_next_request()
    {
        (StoredToken kept, string token) = server.Store.Tokens.Add("leaver", Role.Viewer, TimeSpan.FromDays(1));
        using HttpClient client = server.ClientWith(token);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/status", Token)).StatusCode);
        server.Store.Tokens.Revoke(kept.Id);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/status", Token)).StatusCode);
    }

    [Fact]
    public async Task A_refusal_is_a_problem_in_both_languages_and_says_how_to_ask()
    {
        using HttpClient nobody = server.ClientWith(null);
        using HttpResponseMessage answer = await nobody.GetAsync("/api/v1/plans", Token);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.NotEqual("", problem["text"]!["zh"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_log_says_who_did_what()
    {
        using HttpClient ann = server.ClientWith(server.Give("ann", Role.Analyst));
        JsonNode study = (await server.Get("/studies/01-one-source-one-hub"))["study"]!.DeepClone();
        study["id"] = "hers";
        using HttpResponseMessage made = await ann.PostAsJsonAsync("/api/v1/studies", new { study, dataset = "01-one-source-one-hub" }, Token);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        AuditEntry line = server.Store.Audit.List(after: 0, most: 1000).Single(e => e is { Action: "study.added", Subject: "hers" });
        Assert.Equal("ann", line.Who);
        Assert.Empty(server.Store.Audit.Check());
    }

    private static Role LeastOf(string verb, RouteEndpoint endpoint) =>
        Stricter.TryGetValue(NameOf(endpoint), out Role role) ? role : verb == "GET" ? Role.Viewer : Role.Analyst;

    private static string NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? "";

    private IEnumerable<(string Verb, RouteEndpoint Endpoint)> Verbs() =>
        from endpoint in server.Endpoints
        where !Open.Contains(endpoint.RoutePattern.RawText)
        from verb in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (verb, endpoint);

    private static async Task Expect(
        List<string> let, HttpClient client, string verb, RouteEndpoint endpoint, Func<HttpStatusCode, bool> isRight, string because, string? path = null)
    {
        string way = (path ?? endpoint.RoutePattern.RawText!).Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
        using HttpRequestMessage request = new(new HttpMethod(verb), $"{way}?from=x&ids=x,y&q=x");
        request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
        bool isForm = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Contains("multipart/form-data") == true;
        request.Content = verb == "GET" ? null : isForm ? new MultipartFormDataContent { { new ByteArrayContent("?"u8.ToArray()), "file", "a.exe" } } : new StringContent(Bodies.GetValueOrDefault(NameOf(endpoint), "{}"), Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        if (!isRight(answer.StatusCode))
        {
            let.Add($"{verb} {way} answers {(int)answer.StatusCode} to whoever {because}");
        }
    }

    /// <summary>One of each thing that belongs to the home workspace, by the beginning of the ways that lead to it.</summary>
    private async Task<Dictionary<string, string>> Things()
    {
        JsonNode study = (await server.Get("/studies/01-one-source-one-hub"))["study"]!.DeepClone();
        study["id"] = "secret";
        using HttpResponseMessage made = await server.Client.PostAsJsonAsync("/api/v1/studies", new { study, dataset = "01-one-source-one-hub" }, Token);
        using HttpResponseMessage planned = await server.Client.PostAsync("/api/v1/studies/secret/plans", null, Token);
        string job = JsonNode.Parse(await planned.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
        string plan = (await server.Over(job))["result"]!["id"]!.GetValue<string>();
        using MultipartFormDataContent form = new() { { new ByteArrayContent("a,b\n1,2\n"u8.ToArray()), "file", "mine.csv" } };
        using HttpResponseMessage sent = await server.Client.PostAsync("/api/v1/uploads", form, Token);
        string upload = JsonNode.Parse(await sent.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
        if (server.Store.Folders.Find("datasets", "own") is null)
        {
            server.Store.Folders.Add("datasets", "own", "{}", server.Store.Folders.Begin("datasets"));
        }

        using HttpResponseMessage drafted = await server.Client.PostAsJsonAsync(
            "/api/v1/reviews", new { record = "us.45q", why = "a test", files = new[] { new { path = "text.en.md", text = "Better." } } }, Token);
        string review = JsonNode.Parse(await drafted.Content.ReadAsStringAsync(Token))!["id"]!.GetValue<string>();
        JsonNode sweep = await server.Get("/sweeps/start?study=01-one-source-one-hub");
        sweep["id"] = "secret-futures";
        sweep["sample"]!["scenarios"] = 1;
        using HttpResponseMessage swept = await server.Client.PostAsJsonAsync("/api/v1/sweeps", new { study = "01-one-source-one-hub", sweep }, Token);
        return new Dictionary<string, string>
        {
            ["/api/v1/sweeps/{id}"] = "secret-futures",
            ["/api/v1/plans/{id}"] = plan,
            ["/api/v1/studies/{id}"] = "secret",
            ["/api/v1/uploads/{id}"] = upload,
            ["/api/v1/datasets/{id}"] = "own",
            ["/api/v1/jobs/{id}"] = job,
            ["/api/v1/reviews/{id}"] = review,
        };
    }
}
