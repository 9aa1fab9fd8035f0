using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Npgsql;
using Trunkline.Domain;
using Trunkline.Store;
using Trunkline.Tests.Unit.Store;

namespace Trunkline.Tests.Server;

/// <summary>The log of a server of its own that is asked to tell as much as the environment can make it: what people do, right and wrong, leaves no secret and nobody's name in it.</summary>
[Collection("PostgreSQL is stopped")]
public sealed class LogTest : IAsyncLifetime
{
    private const string Author = "Ann Lee-Qvist";
    private const string Reviewer = "Bo Stahl-Celik";
    private const string Mail = "ann.lee-qvist@example.org";
    private const string Password = "pg-S3cret-77";
    private const string Study = "lee-qvist-farm";
    private const string Key = "k3y-of-the-collector";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-log-{Path.GetRandomFileName()}");
    private readonly Issuer issuer = new();
    private string? database;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StoreFolder => Path.Combine(folder, "store");

    public async ValueTask InitializeAsync()
    {
        await issuer.Start();
        database = PostgresServer.Here is { } postgres ? $"{postgres.NewDatabase()};Password={Password}" : null;
    }

    public async ValueTask DisposeAsync()
    {
        await issuer.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task The_log_names_nobody_and_holds_no_secret(string form)
    {
        string data = RunningServer.MakeData(folder);
        TrunklineStore store = TrunklineStore.Open(StoreFolder, TimeProvider.System, database);
        string ann = ServerProcess.TokenOf(store, Author), bo = ServerProcess.TokenOf(store, Reviewer), revoked = ServerProcess.TokenOf(store, Author), vouched = Vouched(Mail, "trunkline");
        store.Tokens.Revoke(revoked.Split('_')[1]);
        string[] wrong = [revoked, $"{ann[..^3]}xyz", "tl_0123456789ab_guessed-by-somebody", Vouched(Mail, "somebody-else"), vouched[..^9]];
        using ServerProcess server = await ServerProcess.Start(data, StoreFolder, ann, database, Talkative(form));
        using HttpClient author = server.Client(), reviewer = server.Client();
        reviewer.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bo);
        await SignIn(server, author, vouched, wrong);
        await Review(author, reviewer);
        await Bring(author);
        await Break(author);
        await LoseTheDatabase(author);
        await server.Kill();
        // What was to be told was told, or nothing would be shown by what follows.
        Assert.Contains("Trunkline listens at", server.Said, StringComparison.Ordinal);
        Assert.Contains("/api/v1/studies/{id} broke", server.Said, StringComparison.Ordinal);
        Assert.True(database is null || server.Said.Contains("NpgsqlException", StringComparison.Ordinal));
        string[] tokens = [ann, bo, vouched, .. wrong];
        string[] secrets =
        [
            .. tokens, .. tokens.Select(ServerProcess.SecretOf), .. tokens.SelectMany(Hashes), Password, Key, Mail, "Lee-Qvist", "Stahl-Celik", "looked-for",
        ];
        Assert.Empty(secrets.Where(s => server.Said.Contains(s, StringComparison.OrdinalIgnoreCase)).Select(s => $"{s}: {LineOf(server.Said, s)}"));
    }

    /// <summary>What a driver says of a connection that it cannot read may be a piece of the password.</summary>
    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=trunkline;Password=pg-S3cret-77")]
    [InlineData("Host=127.0.0.1;Passwort=pg-S3cret-77")]
    [InlineData("Host=127.0.0.1;Password=x;pg-S3cret-77=y")]
    [InlineData("Host=127.0.0.1;Port=pg-S3cret-77")]
    [InlineData("Host=127.0.0.1;SSL Mode=pg-S3cret-77")]
    [InlineData("postgres://trunkline:pg-S3cret-77@127.0.0.1/trunkline")]
    public void A_connection_that_does_not_open_is_told_without_its_password(string connection)
    {
        Problem problem = Assert.Single(TrunklineStore.TryOpen(StoreFolder, TimeProvider.System, connection).Problems);
        Assert.Equal(TrunklineStore.DatabaseVariable, problem.Where);
        Assert.DoesNotContain("S3cret", problem.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The settings, and what the framework would take for settings of its own.</summary>
    private Dictionary<string, string> Talkative(string form) => new()
    {
        ["TRUNKLINE_LOG"] = form,
        ["TRUNKLINE_OIDC_AUTHORITY"] = issuer.Address,
        ["TRUNKLINE_OIDC_AUDIENCE"] = Issuer.Audience,
        ["TRUNKLINE_OTLP_ENDPOINT"] = $"http://127.0.0.1:{ServerProcess.FreePort()}",
        ["TRUNKLINE_OTLP_HEADERS"] = $"key={Key}",
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
        ["Logging__Console__LogLevel__Default"] = "Trace",
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
    };

    private string Vouched(string subject, string audience)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return issuer.Token(new Dictionary<string, object>
        {
            ["iss"] = issuer.Address,
            ["aud"] = audience,
            ["sub"] = subject,
            ["name"] = Author,
            ["iat"] = now,
            ["nbf"] = now - 5,
            ["exp"] = now + 600,
            ["trunkline"] = new[] { "main:viewer" },
        });
    }

    /// <summary>With a token that counts, with those that do not, and with one where no token belongs.</summary>
    private static async Task SignIn(ServerProcess server, HttpClient author, string vouched, string[] wrong)
    {
        foreach ((string token, HttpStatusCode expected) in wrong.Select(t => (t, HttpStatusCode.Unauthorized)).Append((vouched, HttpStatusCode.OK)))
        {
            using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/register/search?q=looked-for-{Mail}") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
            using HttpResponseMessage answer = await author.SendAsync(request, Token);
            Assert.Equal(expected, answer.StatusCode);
        }

        string real = author.DefaultRequestHeaders.Authorization!.Parameter!;
        foreach (string head in new[] { $"GET /api/v1/plans?token={real} HTTP/1.1\r\nHost: x\r\nAuthorization Bearer {real}", $"GET {real} HTTP/1.1\r\nHost: x", $"GET /api/v1/plans HTTP/1.1\r\nHost: {real}/" })
        {
            using TcpClient line = new();
            await line.ConnectAsync(IPAddress.Loopback, server.Port, Token);
            await line.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"{head}\r\n\r\n"), Token);
            Assert.Contains(" 400 ", await new StreamReader(line.GetStream()).ReadToEndAsync(Token), StringComparison.Ordinal);
        }
    }

    private static async Task Review(HttpClient author, HttpClient reviewer)
    {
        string text = (await Json(await author.GetAsync("/api/v1/register/records/us.justice40", Token)))["text"]!["en"]!.GetValue<string>().TrimEnd();
        JsonNode drafted = await Json(await author.PostAsJsonAsync("/api/v1/reviews", new { record = "us.justice40", why = $"Asked for by {Mail}.", files = new[] { new { path = "text.en.md", text = $"{text} Says {Author}." } } }, Token));
        string review = $"/api/v1/reviews/{drafted["id"]!.GetValue<string>()}";
        Assert.Equal(HttpStatusCode.OK, await Step(author, HttpMethod.Post, $"{review}/submit", null));
        string claim = (await Json(await reviewer.GetAsync(review, Token)))["claims"]![0]!["claim"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, await Step(reviewer, HttpMethod.Put, $"{review}/claims/{claim}", new { verdict = "supports", note = $"Agreed with {Author}." }));
        Assert.Equal(HttpStatusCode.Conflict, await Step(author, HttpMethod.Put, $"{review}/claims/{claim}", new { verdict = "supports" }));
        Assert.Equal(HttpStatusCode.OK, await Step(reviewer, HttpMethod.Post, $"{review}/return", new { why = $"{Author} is not sure." }));
    }

    private static async Task<HttpStatusCode> Step(HttpClient client, HttpMethod verb, string path, object? body)
    {
        string review = string.Join('/', path.Split('/').Take(5));
        using HttpRequestMessage request = new(verb, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", (await Json(await client.GetAsync(review, Token)))["item"]!["etag"]!.GetValue<string>());
        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }

    /// <summary>A file of hers, one that is none, and bodies with her name where it cannot be read.</summary>
    private static async Task Bring(HttpClient author)
    {
        foreach ((string name, string text, bool isGood) in new[] { ("lee-qvist.csv", $"owner,t\n{Mail},1\n", true), ("lee-qvist.xlsx", Mail, false), ($"{Mail}.exe", "MZ", false) })
        {
            using MultipartFormDataContent form = new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name } };
            using HttpResponseMessage answer = await author.PostAsync("/api/v1/uploads", form, Token);
            Assert.Equal(isGood, answer.IsSuccessStatusCode);
        }

        foreach (string body in new[] { $"{{ \"{Mail}\": 1 }}", $"{Mail}", $"{{ \"study\": \"{Author}\", \"dataset\": 7 }}" })
        {
            using StringContent content = new(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await author.PostAsync("/api/v1/studies", content, Token);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    /// <summary>Somebody writes past the program into the table of studies: reading it is a fault of the server.</summary>
    private async Task Break(HttpClient author)
    {
        using HttpResponseMessage saved = await ServerProcess.Save(author, Study, $"The farm of {Author}", Token);
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        string change = $$"""UPDATE studies SET "Text" = '{ "title": "{{Mail}}" }' WHERE "Id" = '{{Study}}'""";
        await using System.Data.Common.DbConnection connection = database is null ? new SqliteConnection($"Data Source={Path.Combine(StoreFolder, "trunkline.db")}") : new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using System.Data.Common.DbCommand command = connection.CreateCommand();
        command.CommandText = change;
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Token));
        using HttpResponseMessage broken = await author.GetAsync($"/api/v1/studies/{Study}", Token);
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
    }

    private async Task LoseTheDatabase(HttpClient author)
    {
        if (database is null)
        {
            return;
        }

        PostgresServer.Here!.Stop();
        try
        {
            using HttpResponseMessage away = await ServerProcess.Save(author, "lee-qvist-barn", Author, Token);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        }
        finally
        {
            PostgresServer.Here.StartAgain();
            NpgsqlConnection.ClearAllPools();
        }
    }

    /// <summary>A hash of a token or of its secret is nearly as good as the token where guesses can be tried.</summary>
    private static IEnumerable<string> Hashes(string token) =>
        from text in new[] { token, ServerProcess.SecretOf(token) }
        let hash = SHA256.HashData(Encoding.UTF8.GetBytes(text))
        from written in new[] { Convert.ToHexString(hash), Convert.ToBase64String(hash) }
        select written;

    private static string LineOf(string log, string letters) => log.Split('\n').First(l => l.Contains(letters, StringComparison.OrdinalIgnoreCase));

    private static async Task<JsonNode> Json(HttpResponseMessage answer)
    {
        using (answer)
        {
            string text = await answer.Content.ReadAsStringAsync(Token);
            Assert.True(answer.IsSuccessStatusCode, text);
            return JsonNode.Parse(text)!;
        }
    }
}
