using Microsoft.AspNetCore.ResponseCompression;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Jobs;
using Trunkline.Server.Pages;
using Trunkline.Server.Plans;
using Trunkline.Server.Register;
using Trunkline.Server.Reviews;
using Trunkline.Server.Service;
using Trunkline.Server.Studies;
using Trunkline.Server.Sweeps;
using Trunkline.Server.Telemetry;
using Trunkline.Server.Uploads;
using Trunkline.Store;

namespace Trunkline.Server;

/// <summary>Puts the server together. Starting and stopping it is its owner's affair.</summary>
public static class ServerHost
{
    /// <summary>A server that is ready to be started.</summary>
    /// <param name="clock">Times that are shown and kept come from here.</param>
    public static WebApplication Build(ServeOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        OnlyOurSettings(builder.Configuration);
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ServerLimits.BodyBytes;
        });
        builder.Logging.ClearProviders();
        _ = options.LogsJson ? builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true) : builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Trunkline", LogLevel.Information)
            // Each refusal is an answer; it is not news.
            .AddFilter("Trunkline.Server.Identity", LogLevel.Warning);
        AddServices(builder.Services, options, clock);
        WebApplication app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    /// <summary>
    /// What the framework would take from the environment and from files beside the program is no setting of ours: a level of the log at which it quotes whole requests, or an
    /// address to listen at that nobody has checked. What OpenTelemetry reads stays.
    /// </summary>
    private static void OnlyOurSettings(ConfigurationManager configuration)
    {
        KeyValuePair<string, string?>[] kept = [.. configuration.AsEnumerable().Where(s => s.Key.StartsWith("OTEL_", StringComparison.Ordinal))];
        configuration.Sources.Clear();
        configuration.AddInMemoryCollection(kept);
    }

    private static void AddServices(IServiceCollection services, ServeOptions options, TimeProvider clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddRooms(options, clock);
        services.AddDoorkeeping(options);
        services.AddPace(options);
        services.AddTelemetry(options);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));
        services.AddSingleton<FirstPlan>();
        services.AddHostedService(s => s.GetRequiredService<FirstPlan>());
        services.AddSingleton<WebPages>();
        services.ConfigureHttpJsonOptions(json => ServerJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<FaultsAsProblems>();
        services.AddProblemDetails();
        services.AddApiDocument();
        services.AddResponseCompression(compression => compression.MimeTypes = WebPages.Compressed);
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = System.IO.Compression.CompressionLevel.Fastest);
    }

    private static void Use(WebApplication app)
    {
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<LoopbackGuard>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(StatusAsProblem.Write);
        app.UseResponseCompression();
        app.UseMiddleware<EntityTags>();
        app.UseRouting();
        app.UseAuthentication();
        if (app.Services.GetRequiredService<ServeOptions>().Auth != AuthKind.None)
        {
            app.UseRateLimiter();
        }

        app.UseAuthorization();
        app.UseMiddleware<StudySizeGuard>();
    }

    private static void Map(WebApplication app)
    {
        // Whoever may do more says so at the endpoint.
        RouteGroupBuilder api = app.MapGroup("/api/v1").Needs(Role.Viewer);
        api.MapService();
        api.MapPlans();
        api.MapLayers();
        api.MapPlaces();
        api.MapPapers();
        api.MapExports();
        api.MapPillars();
        api.MapCompare();
        api.MapWhatIf();
        api.MapJobs();
        api.MapRecords();
        api.MapSearch();
        api.MapLaw();
        api.MapMatrix();
        api.MapGraph();
        api.MapParameters();
        api.MapReview();
        api.MapCases();
        api.MapAudit();
        api.MapRegisterExport();
        api.MapStudies();
        api.MapSweeps();
        api.MapUploads();
        app.MapHealth();
        app.MapOpenApi("/openapi/{documentName}.json").Needs(Role.Viewer);
        app.MapPages();
    }
}
