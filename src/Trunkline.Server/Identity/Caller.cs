using System.Security.Claims;
using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>Who asks, as far as this server needs to know.</summary>
/// <param name="Who">Written down for what is done: the holder of a token, the subject of an identity provider, or <c>local</c>.</param>
/// <param name="Workspace">Whose plans and studies are seen.</param>
internal sealed record Caller(string Who, string Workspace, Role Role)
{
    /// <summary>Whoever sits at this machine, where the server does not ask.</summary>
    public static readonly Caller Local = new("local", Workspaces.Main, Role.Administrator);

    private const string WhoClaim = "trunkline.who";
    private const string WorkspaceClaim = "trunkline.workspace";
    private const string RoleClaim = "trunkline.role";

    /// <summary>The claims that say so.</summary>
    public IEnumerable<Claim> Claims => [new(WhoClaim, Who), new(WorkspaceClaim, Workspace), new(RoleClaim, Role.ToString())];

    /// <summary>Who a request is from; null where that is not known, or where whoever asks has no part here.</summary>
    public static Caller? Of(ClaimsPrincipal user) =>
        user.FindFirstValue(WhoClaim) is { } who && user.FindFirstValue(WorkspaceClaim) is { } workspace && Enum.TryParse(user.FindFirstValue(RoleClaim), out Role role)
            ? new Caller(who, workspace, role)
            : null;

    /// <summary>As the framework passes it on.</summary>
    public ClaimsPrincipal AsPrincipal(string scheme) => new(new ClaimsIdentity(Claims, scheme));
}
