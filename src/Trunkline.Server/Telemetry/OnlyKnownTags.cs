using System.Diagnostics;
using OpenTelemetry;

namespace Trunkline.Server.Telemetry;

/// <summary>Takes from a span all that is not known to be harmless, before it is sent: paths hold the names that people give, queries what they look for, and the next version of a library may add a tag.</summary>
internal sealed class OnlyKnownTags : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type", "db.system.name",
        "trunkline.job.kind", "trunkline.study.id", "trunkline.outcome", "trunkline.seconds", "trunkline.actions",
    };

    public override void OnEnd(Activity data)
    {
        foreach ((string name, object? _) in data.TagObjects.Where(t => !Known.Contains(t.Key)).ToArray())
        {
            data.SetTag(name, null);
        }
    }
}
