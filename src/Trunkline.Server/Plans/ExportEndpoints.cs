using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Report;
using Trunkline.Server.Http;

namespace Trunkline.Server.Plans;

/// <summary>A plan to take away.</summary>
internal static class ExportEndpoints
{
    // One at a time: a large plan takes a second of a core.
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    public static void MapExports(this IEndpointRouteBuilder api) =>
        api.MapGet("/plans/{id}/export/{format}", Export).WithName("exportPlan").WithTags("Papers").Produces<string>(StatusCodes.Status200OK, "application/octet-stream");

    /// <summary>The plan as one file.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="format">json, csv (zip), xlsx, geojson (zip), geopackage, shapefile (zip) or html.</param>
    /// <param name="lang">en or zh, for the report.</param>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        string id, string format, string? lang, PlanViews views, PillarViews pillars, CancellationToken cancellation)
    {
        if (views.Find(id) is not { } view || !PlanExport.Formats.Contains(format))
        {
            return Problems.NotFound($"export '{format}' of plan '{id}'; known are {string.Join(", ", PlanExport.Formats)}");
        }

        await OneAtATime.WaitAsync(cancellation);
        try
        {
            Language language = lang == "zh" ? Language.Zh : Language.En;
            ExportedFile file = await Task.Run(() => PlanExport.Of(format, view.Plan, view.Dataset, format == "html" ? pillars.Find(id) : null, language)!, cancellation);
            return TypedResults.File(file.Bytes, file.ContentType, file.Name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
