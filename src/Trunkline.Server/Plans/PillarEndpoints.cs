using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Pillars;
using Trunkline.Server.Http;

namespace Trunkline.Server.Plans;

/// <summary>What a plan means for the strategy, under the pillars' own shapes: those of <c>trunkline pillars --json</c>.</summary>
internal static class PillarEndpoints
{
    public static void MapPillars(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plan = api.MapGroup("/plans/{id}/pillars").WithTags("Pillars");
        plan.MapGet("", All).WithName("getPillars");
        plan.MapGet("{name}", One).WithName("getPillar").Produces<JsonNode>();
        RouteGroupBuilder hubs = api.MapGroup("/plans/{id}/hubs").WithTags("Pillars");
        hubs.MapGet("", Hubs).WithName("listHubs");
        hubs.MapGet("{hub}", Hub).WithName("getHub");
    }

    /// <summary>All pillars of a plan.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<JsonObject>, ProblemHttpResult> All(string id, PillarViews pillars) =>
        pillars.Find(id) is { } found ? TypedResults.Ok(PillarsJson.Of(found)) : Problems.NotFound($"plan '{id}'");

    /// <summary>One pillar of a plan.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="name">Name of the pillar: funding, infrastructure, policy, communities, standards, targets, money or impact.</param>
    internal static Results<FileContentHttpResult, ProblemHttpResult> One(string id, string name, PillarViews pillars) =>
        pillars.Part(id, name) is { } pillar ? TypedResults.Bytes(pillar, "application/json") : Problems.NotFound($"pillar '{name}' of plan '{id}'");

    /// <summary>Shared hubs of a plan in short, the largest first; each has a page of its own.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<ItemList<HubItem>>, ProblemHttpResult> Hubs(string id, PillarViews pillars)
    {
        if (pillars.Find(id) is not { } found)
        {
            return Problems.NotFound($"plan '{id}'");
        }

        HubItem[] hubs = [.. found.Infrastructure.Hubs.Select(HubItem.Of).OrderByDescending(h => h.StoredMt)];
        return TypedResults.Ok(new ItemList<HubItem>(hubs, hubs.Length));
    }

    /// <summary>One hub of a plan: storage, members, sizes by period, corridors, tariff, permits.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="hub">Id of the hub.</param>
    internal static Results<Ok<JsonObject>, ProblemHttpResult> Hub(string id, string hub, PillarViews pillars) =>
        pillars.Find(id)?.Infrastructure.Hubs.FirstOrDefault(h => h.Id == hub) is { } one ? TypedResults.Ok(PillarsJson.Of(one)) : Problems.NotFound($"hub '{hub}' of plan '{id}'");
}
