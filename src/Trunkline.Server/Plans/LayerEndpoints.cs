using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Report;
using Trunkline.Server.Http;

namespace Trunkline.Server.Plans;

/// <summary>A layer of the map in the list of layers.</summary>
internal sealed record LayerItem(string Name, int Features, int Bytes, string Href);

/// <summary>The map of a plan as GeoJSON layers.</summary>
internal static class LayerEndpoints
{
    internal const string GeoJson = "application/geo+json";
    internal const string ForGood = "private, max-age=31536000, immutable";

    public static void MapLayers(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder layers = api.MapGroup("/plans/{id}/layers").WithTags("Layers");
        layers.MapGet("", List).WithName("listLayers");
        layers.MapGet("{name}", Layer).WithName("getLayer").Produces<object>(StatusCodes.Status200OK, GeoJson);
    }

    /// <summary>The layers of a plan with their sizes.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<IReadOnlyList<LayerItem>>, ProblemHttpResult> List(string id, PlanViews views) =>
        views.Find(id) is null
            ? Problems.NotFound($"plan '{id}'")
            : TypedResults.Ok<IReadOnlyList<LayerItem>>([.. PlanLayers.Names.Select(n => views.Layer(id, n)!).Select(l => new LayerItem(l.Name, l.Features, l.GeoJson.Length, $"/api/v1/plans/{id}/layers/{l.Name}"))]);

    /// <summary>One layer as a GeoJSON FeatureCollection. By-period values end in the period's index: rate0, rate1 and so on.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="name">sites, pipes, storage, entries, counties or existing.</param>
    internal static Results<FileContentHttpResult, ProblemHttpResult> Layer(string id, string name, PlanViews views, HttpResponse response)
    {
        if (views.Layer(id, name) is not { } layer)
        {
            return Problems.NotFound($"layer '{name}' of plan '{id}'");
        }

        response.Headers.CacheControl = ForGood;
        return TypedResults.Bytes(layer.GeoJson, GeoJson);
    }
}
