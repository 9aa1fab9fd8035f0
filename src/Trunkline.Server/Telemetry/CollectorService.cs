using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Trunkline.Runner;
using Trunkline.Server.Service;
using Trunkline.Store;

namespace Trunkline.Server.Telemetry;

/// <summary>Sends spans and measurements to a collector, where one is set: requests, solves, changes of the store. The rooms below do not know of it.</summary>
internal static class CollectorService
{
    private const string RequestSeconds = "http.server.request.duration";
    private static readonly string[] Watched = ["/health", "/healthz", "/ready"];
    private static readonly string[] RequestTags = ["http.request.method", "http.route", "http.response.status_code", "error.type"];

    public static void AddTelemetry(this IServiceCollection services, ServeOptions options)
    {
        if (options.Otlp is not { } otlp)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("trunkline", serviceVersion: ServerVersion.Text))
            .WithTracing(traces => traces
                .AddSource(SolveSignals.Name, SaveSpan.Name)
                // Whoever watches the server asks every few seconds; nobody wants to read that.
                .AddAspNetCoreInstrumentation(requests => requests.Filter = http => !Watched.Contains(http.Request.Path.Value))
                .AddProcessor(new OnlyKnownTags())
                .AddOtlpExporter(to => Send(to, otlp, "traces")))
            .WithMetrics(metrics => metrics
                .AddMeter(SolveSignals.Name, "Microsoft.AspNetCore.Hosting")
                .AddView(instrument => instrument.Meter.Name == SolveSignals.Name ? null
                    : instrument.Name == RequestSeconds ? new MetricStreamConfiguration { TagKeys = RequestTags } : MetricStreamConfiguration.Drop)
                .AddOtlpExporter(to => Send(to, otlp, "metrics")));
    }

    private static void Send(OtlpExporterOptions to, OtlpOptions otlp, string signal)
    {
        to.Protocol = otlp.IsGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = otlp.For(signal);
        to.Headers = otlp.Headers;
    }
}
