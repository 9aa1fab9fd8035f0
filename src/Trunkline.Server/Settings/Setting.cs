using System.Text;

namespace Trunkline.Server.Settings;

/// <summary>One thing that can be set, by its name in the file: <c>oidc.authority</c>.</summary>
/// <param name="IsWord">True where the command line takes it too. Secrets are not taken there: whoever lists processes reads them.</param>
/// <param name="IsList">True where several are given: an array in the file, commas elsewhere.</param>
/// <param name="Standard">A variable that programs share, which counts where neither ours nor the file says anything; null where there is none.</param>
internal sealed record Setting(string Name, bool IsWord = false, bool IsList = false, string? Standard = null)
{
    public static readonly Setting Urls = new("urls", IsWord: true);
    public static readonly Setting Data = new("data", IsWord: true);
    public static readonly Setting Store = new("store", IsWord: true);
    public static readonly Setting Web = new("web", IsWord: true);
    public static readonly Setting Auth = new("auth", IsWord: true);
    public static readonly Setting Hosts = new("hosts", IsList: true);
    public static readonly Setting Database = new("database");
    public static readonly Setting OidcAuthority = new("oidc.authority");
    public static readonly Setting OidcAudience = new("oidc.audience");
    public static readonly Setting OidcRolesClaim = new("oidc.rolesClaim");

    public static readonly Setting OtlpEndpoint = new("otlp.endpoint", Standard: "OTEL_EXPORTER_OTLP_ENDPOINT");
    public static readonly Setting OtlpProtocol = new("otlp.protocol", Standard: "OTEL_EXPORTER_OTLP_PROTOCOL");
    public static readonly Setting OtlpHeaders = new("otlp.headers", Standard: "OTEL_EXPORTER_OTLP_HEADERS");

    public static readonly Setting Log = new("log");
    public static readonly Setting RequestsPerMinute = new("limits.requestsPerMinute");
    public static readonly Setting StudyBytes = new("limits.studyBytes");
    public static readonly Setting StudyDepth = new("limits.studyDepth");
    public static readonly Setting StudyPeriods = new("limits.studyPeriods");
    public static readonly Setting StudyMembers = new("limits.studyMembers");
    public static readonly Setting SolveMemoryMb = new("limits.solveMemoryMb");
    public static readonly Setting SolveSeconds = new("limits.solveSeconds");

    public static IReadOnlyList<Setting> All { get; } = [Urls, Data, Store, Web, Auth, Hosts, Database, OidcAuthority, OidcAudience, OidcRolesClaim, OtlpEndpoint, OtlpProtocol, OtlpHeaders, Log, RequestsPerMinute, StudyBytes, StudyDepth, StudyPeriods, StudyMembers, SolveMemoryMb, SolveSeconds];

    /// <summary>What it is called in the environment: <c>TRUNKLINE_OIDC_ROLES_CLAIM</c>.</summary>
    public string Variable
    {
        get
        {
            StringBuilder name = new("TRUNKLINE_");
            foreach (char letter in Name)
            {
                name.Append(char.IsUpper(letter) ? "_" : "").Append(letter == '.' ? '_' : char.ToUpperInvariant(letter));
            }

            return name.ToString();
        }
    }

    /// <summary>What it is called on the command line: <c>--urls</c>.</summary>
    public string Word => $"--{Name}";
}
