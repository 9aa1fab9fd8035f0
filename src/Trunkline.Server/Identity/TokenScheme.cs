using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>Tokens of this store: <c>Authorization: Bearer tl_…</c>. Looked up anew for each request, so that a revoked one ends at once.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TrunklineGround ground)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "tokens";

    private const string Bearer = "Bearer ";

    /// <summary>The token of a request; null where it has none of ours.</summary>
    public static string? Of(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer + TokenShelf.Prefix, StringComparison.Ordinal) ? header[Bearer.Length..].Trim() : null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Of(Request) switch
    {
        null => AuthenticateResult.NoResult(),
        { } token when ground.Store.Tokens.Find(token) is { } known => AuthenticateResult.Success(
            new AuthenticationTicket(new Caller(known.Holder, known.Workspace, known.Role).AsPrincipal(Name), Name)),
        _ => AuthenticateResult.Fail("The token is not known, has expired or was revoked."),
    });

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
