using System.Globalization;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Service;
using Trunkline.Server.Settings;
using Trunkline.Store;

namespace Trunkline.Server;

/// <summary>How the server learns who asks.</summary>
public enum AuthKind
{
    /// <summary>It does not, and so listens to this machine only.</summary>
    None,

    /// <summary>By tokens of its own, and by an identity provider where one is named.</summary>
    Tokens,
}

/// <summary>An OpenID Connect provider whose word counts.</summary>
/// <param name="Authority">Its address; its keys are read from there.</param>
/// <param name="Audience">Whom a token must be meant for.</param>
/// <param name="RolesClaim">Where it says <c>workspace:role</c>.</param>
public sealed record OidcOptions(string Authority, string Audience, string RolesClaim);

/// <summary>How the server is started.</summary>
/// <param name="Url">One address; port 0 takes any free one.</param>
/// <param name="DataFolder">The data that ship.</param>
/// <param name="StoreFolder">Where plans and uploads are kept.</param>
/// <param name="WebFolder">The built pages; null where there are none to serve.</param>
/// <param name="EndsWithInput">True where it stops when its standard input closes: whoever started it has gone.</param>
public sealed record ServeOptions(string Url, string DataFolder, string StoreFolder, string? WebFolder, bool EndsWithInput = false)
{
    /// <summary>Where it listens unless told otherwise.</summary>
    public const string UsualUrl = "http://127.0.0.1:5210";

    private const string UsualRolesClaim = "trunkline";
    private const int UsualRequests = 1200;
    private const int MostRequests = 1_000_000;
    private const int UsualSolveMemoryMb = 4096;
    private const int LeastSolveMemoryMb = 256;
    private const int MostSolveMemoryMb = 16_000_000;
    private const int MostSolveSeconds = 100_000_000;

    public AuthKind Auth { get; init; }

    /// <summary>Null where tokens of the store are the only ones.</summary>
    public OidcOptions? Oidc { get; init; }

    /// <summary>A PostgreSQL connection; null for SQLite in the store's folder. It holds a password and is never shown.</summary>
    public string? Database { get; init; }

    /// <summary>Where spans and measurements are sent; null for nowhere.</summary>
    public OtlpOptions? Otlp { get; init; }

    /// <summary>True where each line of the log is a JSON object.</summary>
    public bool LogsJson { get; init; }

    /// <summary>How much one person or program may ask; counts only where people show who they are.</summary>
    public int RequestsPerMinute { get; init; } = UsualRequests;

    /// <summary>How large a study may be that is sent; a what-if and a sweep too.</summary>
    public StudySize StudySize { get; init; } = ServerLimits.UsualStudy;

    /// <summary>What one plan may use, in a process of its own; null where plans are made in the server's process.</summary>
    public PlanLimits? Solves { get; init; }

    /// <summary>Names besides this machine's own under which it is asked.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The options in these words, in the environment and in the file that they name, or everything that is wrong with them.</summary>
    public static Checked<ServeOptions> Read(IReadOnlyList<string> words, IReadOnlyDictionary<string, string>? environment = null)
    {
        SettingSources sources = new(words, environment ?? new Dictionary<string, string>());
        List<Problem> problems = [.. sources.Problems];
        AuthKind auth = AuthOf(sources, problems);
        string url = sources[Setting.Urls] ?? UsualUrl;
        problems.AddRange(Wrong(url, auth != AuthKind.None).Select(p => p with { Where = sources.Where(Setting.Urls) }));
        string? data = sources[Setting.Data];
        if (data is null || !Directory.Exists(data))
        {
            problems.Add(new Problem(sources.Where(Setting.Data), "The data that ship with Trunkline were not found.", "Name the folder that holds us/ and register/."));
        }

        ServeOptions options = new(url, data ?? "", sources[Setting.Store] ?? TrunklineStore.UsualFolder(), sources[Setting.Web], sources.EndsWithInput)
        {
            Auth = auth,
            Database = sources[Setting.Database],
            Oidc = OidcOf(sources, auth, problems),
            Otlp = OtlpOptions.Of(sources, problems),
            Hosts = HostsOf(sources, problems),
            LogsJson = LogsJsonOf(sources, problems),
            RequestsPerMinute = Whole(sources, Setting.RequestsPerMinute, UsualRequests, MostRequests, problems),
            StudySize = new StudySize(
                Whole(sources, Setting.StudyBytes, ServerLimits.UsualStudy.Bytes, StudySize.Most.Bytes, problems),
                Whole(sources, Setting.StudyDepth, ServerLimits.UsualStudy.Depth, StudySize.Most.Depth, problems),
                Whole(sources, Setting.StudyPeriods, ServerLimits.UsualStudy.Periods, StudySize.Most.Periods, problems),
                Whole(sources, Setting.StudyMembers, ServerLimits.UsualStudy.Members, StudySize.Most.Members, problems)),
            Solves = new PlanLimits(
                Number(sources, Setting.SolveMemoryMb, LeastSolveMemoryMb, MostSolveMemoryMb, problems) ?? UsualSolveMemoryMb,
                Number(sources, Setting.SolveSeconds, 1, MostSolveSeconds, problems)),
        };
        return Checked<ServeOptions>.From(options, problems);
    }

    /// <summary>What is wrong with an address: where people cannot be told apart, only this machine is served.</summary>
    /// <param name="knowsWhoAsks">True where people show who they are.</param>
    public static IEnumerable<Problem> Wrong(string url, bool knowsWhoAsks = false)
    {
        if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
        {
            yield return new Problem("--urls", $"'{url}' is not an address to listen at.", $"Give one like {UsualUrl}.");
        }
        else if (!knowsWhoAsks && !LoopbackGuard.IsLoopback(uri.Host))
        {
            yield return new Problem(
                "--urls",
                $"'{uri.Host}' can be reached from other machines, and this server does not know who asks.",
                $"Listen on this machine only, for example {UsualUrl}; or let people show who they are: --auth tokens (docs/operations.md).");
        }
    }

    private static AuthKind AuthOf(SettingSources sources, List<Problem> problems)
    {
        switch (sources[Setting.Auth])
        {
            case null or "none":
                return AuthKind.None;
            case "tokens":
                return AuthKind.Tokens;
            case { } other:
                problems.Add(new Problem(sources.Where(Setting.Auth), $"'{other}' is no way to tell people apart.", "Give none or tokens."));
                // Whoever wrote something there did not mean that anybody may come in.
                return AuthKind.Tokens;
        }
    }

    private static OidcOptions? OidcOf(SettingSources sources, AuthKind auth, List<Problem> problems)
    {
        string? authority = sources[Setting.OidcAuthority], audience = sources[Setting.OidcAudience];
        if (authority is null && audience is null)
        {
            return null;
        }

        bool isAddress = Uri.TryCreate(authority, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && LoopbackGuard.IsLoopback(uri.Host)));
        if (!isAddress)
        {
            problems.Add(new Problem(sources.Where(Setting.OidcAuthority), $"'{authority}' is no address of an identity provider.", "Give its https address, for example https://login.example.org/realms/state."));
        }

        if (audience is null)
        {
            problems.Add(new Problem(sources.Where(Setting.OidcAudience), "It is not said whom a token must be meant for.", "Give the name under which the provider knows this server."));
        }

        if (auth == AuthKind.None)
        {
            problems.Add(new Problem(sources.Where(Setting.Auth), "An identity provider is named, and nobody is asked for a token.", "Set auth to tokens."));
        }

        return isAddress && audience is not null ? new OidcOptions(authority!, audience, sources[Setting.OidcRolesClaim] ?? UsualRolesClaim) : null;
    }

    private static bool LogsJsonOf(SettingSources sources, List<Problem> problems)
    {
        string log = sources[Setting.Log] ?? "text";
        if (log is not ("text" or "json"))
        {
            problems.Add(new Problem(sources.Where(Setting.Log), $"'{log}' is no form of a log.", "Give text or json."));
        }

        return log == "json";
    }

    private static int Whole(SettingSources sources, Setting setting, int usual, int most, List<Problem> problems) => Number(sources, setting, 1, most, problems) ?? usual;

    /// <summary>A whole number; null where none is given, or none that will do.</summary>
    private static int? Number(SettingSources sources, Setting setting, int least, int most, List<Problem> problems)
    {
        if (sources[setting] is not { } given)
        {
            return null;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(new Problem(sources.Where(setting), $"'{given}' is no such limit.", $"Give a whole number from {least} to {most}."));
        return null;
    }

    private static IReadOnlyList<string> HostsOf(SettingSources sources, List<Problem> problems)
    {
        IReadOnlyList<string> hosts = sources.List(Setting.Hosts);
        problems.AddRange(hosts.Where(h => Uri.CheckHostName(h) == UriHostNameType.Unknown)
            .Select(h => new Problem(sources.Where(Setting.Hosts), $"'{h}' is no name of a host.", "Give names without scheme and port, for example trunkline.example.org.")));
        return hosts;
    }
}
