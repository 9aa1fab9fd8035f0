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
        plan.MapGet("{name}", One).WithName("getPillar");
    }

    /// <summary>All pillars of a plan.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<JsonObject>, ProblemHttpResult> All(string id, PillarViews pillars) =>
        pillars.Find(id) is { } found ? TypedResults.Ok(PillarsJson.Of(found)) : Problems.NotFound($"plan '{id}'");

    /// <summary>One pillar of a plan: funding, infrastructure, policy, targets, money or impact.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="name">Name of the pillar.</param>
    internal static Results<Ok<JsonNode>, ProblemHttpResult> One(string id, string name, PillarViews pillars) =>
        pillars.Find(id) is { } found && PillarsJson.Of(found)[name] is { } pillar ? TypedResults.Ok(pillar.DeepClone()) : Problems.NotFound($"pillar '{name}' of plan '{id}'");
}
