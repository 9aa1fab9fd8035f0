using Microsoft.AspNetCore.ResponseCompression;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Jobs;
using Trunkline.Server.Pages;
using Trunkline.Server.Plans;
using Trunkline.Server.Register;
using Trunkline.Server.Service;
using Trunkline.Server.Studies;
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
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ServerLimits.BodyBytes;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true)
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Trunkline", LogLevel.Information);
        AddServices(builder.Services, options, clock);
        WebApplication app = builder.Build();
        Use(app);
        Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options, TimeProvider clock)
    {
        services.AddSingleton(options);
        services.AddSingleton(clock);
        services.AddSingleton(_ => TrunklineStore.Open(options.StoreFolder, clock));
        services.AddSingleton(s => new PlanInputs(options.DataFolder, s.GetRequiredService<TrunklineStore>()));
        services.AddSingleton(_ => new JobQueue(clock));
        services.AddSingleton<IPlanSolver, PlanSolverHere>();
        services.AddSingleton<PlanningDesk>();
        services.AddSingleton<Freshness>();
        services.AddSingleton<PlanSight>();
        services.AddSingleton<PlanViews>();
        services.AddSingleton<WhatIfAnswers>();
        services.AddSingleton<FirstPlan>();
        services.AddHostedService(s => s.GetRequiredService<FirstPlan>());
        services.AddSingleton<WebPages>();
        services.AddSingleton<Law>();
        services.AddSingleton<PillarViews>();
        services.AddSingleton<StudyCatalog>();
        services.AddSingleton<UploadDesk>();
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
    }

    private static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
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
        api.MapRegisterExport();
        api.MapStudies();
        api.MapUploads();
        app.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapPages();
    }
}
