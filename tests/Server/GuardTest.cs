using System.Net;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>Only this machine, only our own pages.</summary>
public sealed class GuardTest(RunningServer server) : IClassFixture<RunningServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_endpoint_refuses_a_foreign_host_and_a_foreign_page()
    {
        List<string> let = [];
        foreach ((string verb, string path) in await Endpoints())
        {
            foreach ((string header, string value) in new[]
            {
                ("Host", "trunkline.example"), ("Host", "127.0.0.1:1"), ("Origin", "https://elsewhere.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
            })
            {
                using HttpRequestMessage request = new(new HttpMethod(verb), path);
                request.Headers.TryAddWithoutValidation(header, value);
                using HttpResponseMessage answer = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
                if (answer.StatusCode != HttpStatusCode.Forbidden || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                {
                    let.Add($"{verb} {path} with {header}: {value} answers {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(let.Count == 0, string.Join('\n', let));
    }

    [Fact]
    public async Task Our_own_page_is_answered()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/status");
        request.Headers.TryAddWithoutValidation("Origin", server.Address);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/status")]
    [InlineData("/api/v1/plans/none")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_answer_keeps_the_page_to_itself(string path)
    {
        using HttpResponseMessage answer = await server.Client.GetAsync(path, Token);
        string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5210")]
    [InlineData("http://*:5210")]
    [InlineData("http://192.168.1.2:5210")]
    [InlineData("https://127.0.0.1:5210")]
    [InlineData("http://localhost.example:5210")]
    [InlineData("5210")]
    public void It_does_not_listen_where_others_reach_it(string url) => Assert.Single(ServeOptions.Wrong(url), (Problem p) => p.Where == "--urls");

    [Theory]
    [InlineData("http://127.0.0.1:5210")]
    [InlineData("http://localhost:0")]
    [InlineData("http://[::1]:5210")]
    public void It_listens_on_loopback(string url) => Assert.Empty(ServeOptions.Wrong(url));

    private async Task<IEnumerable<(string Verb, string Path)>> Endpoints()
    {
        JsonNode document = JsonNode.Parse(await server.Client.GetStringAsync("/openapi/v1.json", Token))!;
        return
        [
            ("GET", "/"), ("GET", "/healthz"), ("GET", "/openapi/v1.json"),
            .. from path in document["paths"]!.AsObject()
               from verb in path.Value!.AsObject()
               select (verb.Key.ToUpperInvariant(), path.Key.Replace("{id}", "x", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)),
        ];
    }
}
