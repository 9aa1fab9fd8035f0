using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>Who is let in, and what each role may do. Where no endpoint says so, as where a verb is not offered, whoever may look is told.</summary>
internal static class Doorkeeping
{
    private const string Either = "either";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    public static void AddDoorkeeping(this IServiceCollection services, ServeOptions options)
    {
        AuthenticationBuilder schemes = services.AddAuthentication(options.Auth == AuthKind.None ? LocalScheme.Name : Either);
        if (options.Auth == AuthKind.None)
        {
            schemes.AddScheme<AuthenticationSchemeOptions, LocalScheme>(LocalScheme.Name, null);
        }
        else
        {
            schemes.AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Name, null);
            schemes.AddPolicyScheme(Either, null, either => either.ForwardDefaultSelector =
                http => options.Oidc is null || TokenScheme.Of(http.Request) is not null ? TokenScheme.Name : JwtBearerDefaults.AuthenticationScheme);
        }

        if (options.Auth != AuthKind.None && options.Oidc is { } oidc)
        {
            schemes.AddJwtBearer(bearer => Trust(bearer, oidc));
        }

        services.AddAuthorization(rules =>
        {
            foreach (Role role in Enum.GetValues<Role>())
            {
                rules.AddPolicy(role.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(asked => Caller.Of(asked.User) is { } caller && caller.Role >= role));
            }

            rules.FallbackPolicy = rules.GetPolicy(nameof(Role.Viewer));
        });
    }

    /// <summary>Says which role an endpoint needs at least.</summary>
    public static T Needs<T>(this T endpoint, Role least)
        where T : IEndpointConventionBuilder => endpoint.RequireAuthorization(least.ToString());

    private static void Trust(JwtBearerOptions bearer, OidcOptions oidc)
    {
        bearer.Authority = oidc.Authority;
        bearer.Audience = oidc.Audience;
        bearer.MapInboundClaims = false;
        // Keys that come over an open line are nobody's; on this machine there is no line.
        bearer.RequireHttpsMetadata = !Http.LoopbackGuard.IsLoopback(new Uri(oidc.Authority).Host);
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = oidc.Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            ClockSkew = Skew,
            NameClaimType = "sub",
        };
        bearer.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                Admit(context, oidc.RolesClaim);
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Adds what the person may do here. Who may do nothing is known, and refused.</summary>
    private static void Admit(TokenValidatedContext context, string rolesClaim)
    {
        if (context.Principal!.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            context.Fail("The token names no subject.");
            return;
        }

        string? asked = context.Request.Headers[Grants.WorkspaceHeader];
        if (Grants.Choose(context.Principal!.FindAll(rolesClaim).Select(c => c.Value), asked) is { } grant)
        {
            ((ClaimsIdentity)context.Principal!.Identity!).AddClaims(new Caller(subject, grant.Workspace, grant.Role).Claims);
        }
    }
}
