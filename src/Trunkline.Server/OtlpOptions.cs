using Trunkline.Domain;
using Trunkline.Server.Settings;

namespace Trunkline.Server;

/// <summary>A collector that takes spans and measurements by the OpenTelemetry protocol.</summary>
/// <param name="Endpoint">Its address; the ways of the protocol come after it.</param>
/// <param name="IsGrpc">True where it speaks gRPC; otherwise protobuf over HTTP.</param>
/// <param name="Headers">What each message is sent with, as <c>name=value,name=value</c>; null for nothing. Holds keys and is never shown.</param>
public sealed record OtlpOptions(Uri Endpoint, bool IsGrpc, string? Headers)
{
    private const string Http = "http/protobuf";
    private const string Grpc = "grpc";

    /// <summary>Where a signal is sent to.</summary>
    /// <param name="signal"><c>traces</c> or <c>metrics</c>.</param>
    public Uri For(string signal) => IsGrpc ? Endpoint : new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/v1/{signal}");

    /// <summary>The collector that is set; null where none is.</summary>
    internal static OtlpOptions? Of(SettingSources sources, List<Problem> problems)
    {
        if (sources[Setting.OtlpEndpoint] is not { } endpoint)
        {
            return null;
        }

        // What stands before an @ is a password, and is not said again.
        bool isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.UserInfo.Length == 0 && uri.Query.Length == 0;
        if (!isAddress)
        {
            problems.Add(new Problem(sources.Where(Setting.OtlpEndpoint), "This is no address of a collector.", "Give one without name, password and query, for example http://127.0.0.1:4318."));
        }

        string protocol = sources[Setting.OtlpProtocol] ?? Http;
        if (protocol is not (Http or Grpc))
        {
            problems.Add(new Problem(sources.Where(Setting.OtlpProtocol), $"'{protocol}' is not spoken here.", $"Give {Http} or {Grpc}."));
        }

        string? headers = sources[Setting.OtlpHeaders];
        if (headers is not null && !headers.Split(',').All(h => h.IndexOf('=', StringComparison.Ordinal) > 0))
        {
            problems.Add(new Problem(sources.Where(Setting.OtlpHeaders), "These are no headers.", "Give name=value, several with commas between."));
        }

        return isAddress ? new OtlpOptions(uri!, protocol == Grpc, headers) : null;
    }
}
