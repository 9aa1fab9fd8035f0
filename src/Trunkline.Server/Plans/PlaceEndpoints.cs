using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Report;
using Trunkline.Server.Http;

namespace Trunkline.Server.Plans;

/// <summary>What a click on the map shows.</summary>
internal static class PlaceEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plan = api.MapGroup("/plans/{id}").WithTags("Places");
        plan.MapGet("sites/{place}", Site).WithName("getSite");
        plan.MapGet("pipes/{place}", Pipe).WithName("getPipe");
        plan.MapGet("storage/{place}", Storage).WithName("getStorage");
        plan.MapGet("counties/{place}", County).WithName("getCounty");
        plan.MapGet("existing/{place}", Existing).WithName("getExisting");
    }

    /// <summary>A plant or an air capture site: its streams, why each is in or out, its credits with their evidence, its neighbours.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="place">Id of the site.</param>
    internal static Results<Ok<SitePage>, ProblemHttpResult> Site(string id, string place, PlanViews views) => Found(views.Find(id) is { } view ? PlacePages.Site(view, place) : null, id, place);

    /// <summary>A corridor with its pipes.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="place">Id of the corridor.</param>
    internal static Results<Ok<PipePage>, ProblemHttpResult> Pipe(string id, string place, PlanViews views) => Found(views.Find(id) is { } view ? PlacePages.Pipe(view, place) : null, id, place);

    /// <summary>A formation, or a field that buys CO2.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="place">Id of the formation or use.</param>
    internal static Results<Ok<StoragePage>, ProblemHttpResult> Storage(string id, string place, PlanViews views) => Found(views.Find(id) is { } view ? PlacePages.Storage(view, place) : null, id, place);

    /// <summary>A county, its people and what is captured there.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="place">Five digits.</param>
    internal static Results<Ok<CountyPage>, ProblemHttpResult> County(string id, string place, PlanViews views) => Found(views.Find(id) is { } view ? PlacePages.County(view, place) : null, id, place);

    /// <summary>A CO2 pipeline that lies in the ground today.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="place">Id of the line.</param>
    internal static Results<Ok<ExistingPage>, ProblemHttpResult> Existing(string id, string place, PlanViews views) => Found(views.Find(id) is { } view ? PlacePages.Existing(view, place) : null, id, place);

    private static Results<Ok<T>, ProblemHttpResult> Found<T>(T? page, string id, string place)
        where T : class => page is null ? Problems.NotFound($"'{place}' in plan '{id}'") : TypedResults.Ok(page);
}
