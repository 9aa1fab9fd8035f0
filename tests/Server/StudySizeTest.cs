using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>A study that is far too large is refused with the limit's name, wherever one is sent, and what is not larger than allowed is not.</summary>
public sealed class StudySizeTest(SmallStudies server) : IClassFixture<SmallStudies>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every way by which a study, a part of one or a sweep comes in.</summary>
    public static TheoryData<string, string> Ways => new()
    {
        { "POST", "/studies/check" },
        { "POST", "/studies" },
        { "PUT", "/studies/mine" },
        { "POST", "/plans/{plan}/whatif" },
        { "PATCH", "/plans/{plan}" },
        { "POST", "/sweeps" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Whatever_is_too_large_is_refused_at_once(string verb, string path)
    {
        string members = $$"""{ "study": { "limits": { "closed": [ {{string.Join(',', Enumerable.Repeat("1", 31))}} ] } } }""";
        await Refused(verb, path, members, "studyMembers", "/study/limits/closed", "more than 30 members");
        await Refused(verb, path, """{ "study": { "periods": [ 1, 2, 3, 4 ] } }""", "studyPeriods", "/study/periods", "more than 3 periods");
        await Refused(verb, path, $"{{ \"study\": {new string('[', 20)}", "studyDepth", "/study/0/0/0/0/0", "More than 6 lists");
        await Refused(verb, path, $"{{ \"study\": \"{new string('x', 4000)}\" }}", "studyBytes", null, "more than 4,000 bytes");
    }

    /// <summary>Where it is not said beforehand how long a body is, it is counted.</summary>
    [Fact]
    public async Task A_body_without_a_length_is_counted() =>
        await Refused("POST", "/studies/check", $"{{ \"study\": \"{new string('x', 50_000)}\" }}", "studyBytes", null, "more than 4,000 bytes", isChunked: true);

    /// <summary>A body that never ends is refused while it still comes, so that it does not fill the memory.</summary>
    [Fact]
    public async Task A_body_without_an_end_is_refused_on_the_way()
    {
        using TcpClient line = new();
        Uri address = new(server.Address);
        await line.ConnectAsync(address.Host, address.Port, Token);
        string head = $"POST /api/v1/studies/check HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}{8000:x}\r\n{new string(' ', 8000)}\r\n"), Token);
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        // A guard against hanging, not a measure.
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await new StreamReader(line.GetStream()).ReadLineAsync(patience.Token));
    }

    /// <summary>Other bodies end at two megabytes; a study may be larger where the operator wants it.</summary>
    [Fact]
    public async Task A_study_above_the_limit_of_other_bodies_is_read_where_it_is_set_so()
    {
        await using LargeStudies large = new();
        await large.InitializeAsync();
        string body = $$"""{ "study": { "id": "x" },{{new string(' ', 3_000_000)}} "dataset": "us" }""";
        using StringContent content = new(body, Encoding.UTF8, "application/json"), other = new(body, Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await large.Client.PostAsync("/api/v1/studies/check", content, Token)).StatusCode);
        using HttpResponseMessage refused = await large.Client.PostAsync("/api/v1/reviews", other, Token);
        JsonNode told = JsonNode.Parse(await refused.Content.ReadAsStringAsync(Token))!;
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "urn:trunkline:problem:too-large"), (refused.StatusCode, told["type"]!.GetValue<string>()));
        Assert.Contains("2,097,152 bytes", told["problems"]![0]!["what"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_as_large_as_allowed_is_read()
    {
        string body = $$"""{ "study": { "id": "x", "periods": [ 1, 2, 3 ], "limits": { "closed": [ [ [ [ ] ] ], {{string.Join(',', Enumerable.Repeat("1", 29))}} ] } } }""";
        body = body.Insert(2, new string(' ', SmallStudies.Most.Bytes - body.Length));
        (HttpStatusCode status, JsonNode answer) = await Send("POST", "/studies/check", body, isChunked: false);
        Assert.True(status == HttpStatusCode.OK, answer.ToJsonString());
        Assert.False(answer["valid"]!.GetValue<bool>());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await Send("POST", "/studies/check", body + " ", isChunked: false)).Status);
    }

    [Fact]
    public void An_operator_sets_each_limit_up_to_what_the_program_reads()
    {
        string[] words = ["--data", RunningServer.Root];
        Dictionary<string, string> set = new()
        {
            ["TRUNKLINE_LIMITS_STUDY_BYTES"] = "8000000",
            ["TRUNKLINE_LIMITS_STUDY_DEPTH"] = "7",
            ["TRUNKLINE_LIMITS_STUDY_PERIODS"] = "8",
            ["TRUNKLINE_LIMITS_STUDY_MEMBERS"] = "9",
        };
        Assert.Equal(new Trunkline.Planner.StudySize(8_000_000, 7, 8, 9), ServeOptions.Read(words, set).OrThrow().StudySize);
        Assert.Equal(new Trunkline.Planner.StudySize(2 * 1024 * 1024, 32, 20, 20_000), ServeOptions.Read(words).OrThrow().StudySize);
        Dictionary<string, string> wrong = new() { ["TRUNKLINE_LIMITS_STUDY_BYTES"] = "17000000", ["TRUNKLINE_LIMITS_STUDY_DEPTH"] = "33", ["TRUNKLINE_LIMITS_STUDY_PERIODS"] = "0", ["TRUNKLINE_LIMITS_STUDY_MEMBERS"] = "many" };
        Assert.Equal(wrong.Keys.Order(), ServeOptions.Read(words, wrong).Problems.Select(p => p.Where).Order());
    }

    private async Task Refused(string verb, string path, string body, string setting, string? pointer, string what, bool isChunked = false)
    {
        (HttpStatusCode status, JsonNode told) = await Send(verb, path, body, isChunked);
        Assert.True(status == HttpStatusCode.RequestEntityTooLarge, $"{verb} {path}: {status} {told.ToJsonString()}");
        Assert.Equal("urn:trunkline:problem:study-too-large", told["type"]!.GetValue<string>());
        Assert.All(new[] { "en", "zh" }, language => Assert.NotEmpty(told["text"]![language]!.GetValue<string>()));
        JsonNode problem = Assert.Single(told["problems"]!.AsArray())!;
        Assert.Equal(pointer, problem["pointer"]?.GetValue<string>());
        Assert.Contains(what, problem["what"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains($"limits.{setting}.", problem["fix"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> Send(string verb, string path, string body, bool isChunked)
    {
        using HttpRequestMessage request = new(new HttpMethod(verb), $"/api/v1{path.Replace("{plan}", server.Plan, StringComparison.Ordinal)}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = isChunked;
        request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
        using HttpResponseMessage answer = await server.Client.SendAsync(request, Token);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!);
    }
}
