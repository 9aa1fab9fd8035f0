using Trunkline.Server;
using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>A server that asks for tokens.</summary>
public class TeamServer : RunningServer
{
    /// <summary>The workspace of <see cref="RunningServer.Client"/>, who is its administrator.</summary>
    public const string Home = "main";

    /// <summary>Another workspace.</summary>
    public const string Elsewhere = "texas";

    public TrunklineStore Store { get; private set; } = null!;

    /// <summary>A new token.</summary>
    public string Give(string holder, Role role, string workspace = Home) => Store.In(workspace).Tokens.Add(holder, role, TimeSpan.FromDays(1)).Token;

    /// <summary>Somebody with a new token.</summary>
    public HttpClient As(Role role, string workspace = Home) => ClientWith(Give($"{role} of {workspace}", role, workspace));

    protected override ServeOptions With(ServeOptions options) => options with { Auth = AuthKind.Tokens, RequestsPerMinute = 100_000 };

    protected override string? Token(TrunklineStore store)
    {
        Store = store;
        return Give("root", Role.Administrator);
    }
}
