using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trunkline.Server;

namespace Trunkline.Tests.Server;

/// <summary>A provider of identities as OpenID Connect describes it, as far as a server that checks tokens needs one: discovery, keys, signed tokens.</summary>
public sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "trunkline";

    private readonly RSA key = RSA.Create(2048);
    private WebApplication? app;

    public string Address { get; private set; } = "";

    /// <summary>Its public key as it publishes it: what a forger knows too.</summary>
    public byte[] PublicKey => key.ExportSubjectPublicKeyInfo();

    public async Task Start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => Results.Text(
            JsonSerializer.Serialize(new { issuer = Address, jwks_uri = $"{Address}/keys", response_types_supported = new[] { "code" }, subject_types_supported = new[] { "public" }, id_token_signing_alg_values_supported = new[] { "RS256" } }), "application/json"));
        app.MapGet("/keys", () => Results.Text(JsonSerializer.Serialize(new { keys = new[] { PublicJwk() } }), "application/json"));
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    /// <summary>A token as the provider signs it.</summary>
    public string Token(object claims, RSA? other = null) => Signed(new { alg = "RS256", typ = "JWT", kid = "one" }, claims, data => (other ?? key).SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>A token with any header and signature.</summary>
    public static string Signed(object header, object claims, Func<byte[], byte[]> sign)
    {
        string body = $"{Text(JsonSerializer.SerializeToUtf8Bytes(header))}.{Text(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{body}.{Text(sign(Encoding.ASCII.GetBytes(body)))}";
    }

    public async ValueTask DisposeAsync()
    {
        key.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private object PublicJwk()
    {
        RSAParameters parts = key.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Text(parts.Modulus!), e = Text(parts.Exponent!) };
    }

    private static string Text(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}

/// <summary>A server that takes tokens of an identity provider.</summary>
public sealed class OidcServer : TeamServer
{
    public Issuer Issuer { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Issuer.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    protected override ServeOptions With(ServeOptions options) => base.With(options) with { Oidc = new OidcOptions(Issuer.Address, Issuer.Audience, "trunkline") };
}

/// <summary>People whom an identity provider vouches for.</summary>
public sealed class OidcTest(OidcServer server) : IClassFixture<OidcServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_vouched_for_is_let_in_with_the_role_that_is_vouched_for()
    {
        string viewer = server.Issuer.Token(Claims(roles: ["main:viewer"]));
        Assert.Equal(HttpStatusCode.OK, await Status(viewer));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(viewer, HttpMethod.Post, "/studies/01-one-source-one-hub/plans"));
        Assert.Equal(HttpStatusCode.Accepted, await Status(server.Issuer.Token(Claims(roles: ["main:analyst"])), HttpMethod.Post, "/studies/01-one-source-one-hub/plans"));
    }

    [Fact]
    public async Task Tokens_of_the_store_count_beside_them() => Assert.Equal(HttpStatusCode.OK, await Status(server.Give("ann", Trunkline.Store.Role.Viewer)));

    [Theory]
    [InlineData("another audience")]
    [InlineData("another issuer")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("no expiry")]
    [InlineData("no subject")]
    public async Task What_is_not_meant_for_us_or_not_now_is_refused(string wrong)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        Dictionary<string, object> claims = Claims(roles: ["main:administrator"]);
        _ = wrong switch
        {
            "another audience" => claims["aud"] = "other",
            "another issuer" => claims["iss"] = "https://login.example.org",
            "expired" => claims["exp"] = now - 120,
            "not yet" => claims["nbf"] = now + 120,
            "no expiry" => claims.Remove("exp"),
            _ => claims.Remove("sub"),
        };
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(server.Issuer.Token(claims)));
    }

    [Fact]
    public async Task What_the_provider_did_not_sign_is_refused()
    {
        using RSA other = RSA.Create(2048);
        Dictionary<string, object> claims = Claims(roles: ["main:administrator"]);
        string right = server.Issuer.Token(claims);
        string[] parts = right.Split('.');
        string[] forged =
        [
            server.Issuer.Token(claims, other),
            Issuer.Signed(new { alg = "none" }, claims, _ => []),
            // The public key taken for a shared secret.
            Issuer.Signed(new { alg = "HS256", kid = "one" }, claims, data => HMACSHA256.HashData(server.Issuer.PublicKey, data)),
            $"{parts[0]}.{server.Issuer.Token(Claims(roles: ["main:viewer"])).Split('.')[1]}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
        ];
        foreach (string token in forged)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(token));
        }
    }

    [Fact]
    public async Task Who_has_no_part_here_is_known_and_refused()
    {
        foreach (string[] roles in new string[][] { [], ["main"], ["main:king"], ["main:4"], ["../x:viewer"], ["payroll-admins"] })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Status(server.Issuer.Token(Claims(roles: roles))));
        }
    }

    [Fact]
    public async Task Who_has_a_part_in_several_workspaces_says_which_is_meant()
    {
        string token = server.Issuer.Token(Claims(roles: ["ohio:viewer", "texas:analyst", "main:viewer"]));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(token));
        Assert.Equal(HttpStatusCode.OK, await Status(token, workspace: "ohio"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(token, workspace: "nevada"));
        Assert.Equal(HttpStatusCode.Forbidden, await Status(token, HttpMethod.Post, "/studies/01-one-source-one-hub/plans", "ohio"));
        Assert.Equal(HttpStatusCode.Accepted, await Status(token, HttpMethod.Post, "/studies/01-one-source-one-hub/plans", "texas"));
    }

    private Dictionary<string, object> Claims(string[] roles)
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        return new Dictionary<string, object> { ["iss"] = server.Issuer.Address, ["aud"] = Issuer.Audience, ["sub"] = "ann-1", ["iat"] = now, ["nbf"] = now - 5, ["exp"] = now + 300, ["trunkline"] = roles };
    }

    private async Task<HttpStatusCode> Status(string token, HttpMethod? verb = null, string path = "/plans", string? workspace = null)
    {
        using HttpClient client = server.ClientWith(token);
        using HttpRequestMessage request = new(verb ?? HttpMethod.Get, $"/api/v1{path}");
        if (workspace is not null)
        {
            request.Headers.Add("Trunkline-Workspace", workspace);
        }

        using HttpResponseMessage answer = await client.SendAsync(request, Token);
        return answer.StatusCode;
    }
}
