using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>Plans: list, page, name, forget.</summary>
internal static class PlanEndpoints
{
    private const int LongestName = 80;

    public static void MapPlans(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plans = api.MapGroup("/plans").WithTags("Plans");
        plans.MapGet("", List).WithName("listPlans");
        plans.MapGet("{id}", Page).WithName("getPlan");
        plans.MapPatch("{id}", Edit).WithName("editPlan").Needs(Role.Analyst).CarriesStudy();
        plans.MapDelete("{id}", Delete).WithName("deletePlan").Needs(Role.Analyst);
    }

    /// <summary>All plans, the newest first.</summary>
    /// <param name="kept">True for those only that are kept for good.</param>
    /// <param name="study">Plans of one study only.</param>
    internal static Ok<ItemList<PlanItem>> List(TrunklineStore store, PlanSight sight, bool? kept, string? study)
    {
        PlanItem[] items = [.. store.Plans.List().Where(p => (kept is null || p.Kept == kept) && (study is null || p.StudyId == study)).Select(sight.Item)];
        return TypedResults.Ok(new ItemList<PlanItem>(items, items.Length));
    }

    /// <summary>One plan: money, proof, periods, notes, and what it can be filtered by.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<PlanPage>, ProblemHttpResult> Page(string id, TrunklineStore store, PlanSight sight, PlanViews views) =>
        store.Plans.Find(id) is { } stored && views.Find(id) is { } view
            ? TypedResults.Ok(PageOf(sight.Item(stored), stored, view))
            : Problems.NotFound($"plan '{id}'");

    /// <summary>Names a plan, or keeps it for good. Send the ETag of the plan as If-Match.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<PlanItem>, ProblemHttpResult> Edit(string id, PlanEdit edit, HttpRequest request, TrunklineStore store, PlanSight sight, ServeOptions options)
    {
        if (options.Auth != AuthKind.None && store.Plans.Find(id) is { Origin: "shipped" })
        {
            return Problems.Of(StatusCodes.Status409Conflict, "shipped", "The plan that ships is shown to every workspace and cannot be renamed.", "随附的方案为所有工作区共有，不能改名。", []);
        }

        if (edit.Name is { Length: > LongestName })
        {
            return Problems.WrongInput([new Problem("plan /name", $"The name has {edit.Name.Length} letters.", $"Give at most {LongestName}.")]);
        }

        return Versioned(id, request, store, plan => store.Plans.Edit(id, plan.Version, string.IsNullOrWhiteSpace(edit.Name) ? null : edit.Name.Trim(), edit.Kept)) is { } problem
            ? problem
            : TypedResults.Ok(sight.Item(store.Plans.Find(id)!));
    }

    /// <summary>Forgets a plan. The plan that ships stays.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<NoContent, ProblemHttpResult> Delete(string id, HttpRequest request, TrunklineStore store)
    {
        if (store.Plans.Find(id) is { Origin: "shipped" })
        {
            return Problems.Of(StatusCodes.Status409Conflict, "shipped", "The plan that ships cannot be deleted.", "随附的方案不能删除。", []);
        }

        return Versioned(id, request, store, plan => store.Plans.Delete(id, plan.Version)) is { } problem ? problem : TypedResults.NoContent();
    }

    private static ProblemHttpResult? Versioned(string id, HttpRequest request, TrunklineStore store, Func<StoredPlan, Edited> edit)
    {
        if (store.Plans.Find(id) is not { } plan)
        {
            return Problems.NotFound($"plan '{id}'");
        }

        string? version = request.Headers.IfMatch;
        if (version is null)
        {
            return Problems.VersionRequired();
        }

        return version != EntityTags.Of(plan.Id, plan.Version) ? Problems.ChangedMeanwhile() : edit(plan) switch
        {
            Edited.Done => null,
            Edited.Missing => Problems.NotFound($"plan '{id}'"),
            _ => Problems.ChangedMeanwhile(),
        };
    }

    private static PlanPage PageOf(PlanItem item, StoredPlan stored, PlanView view)
    {
        Plan plan = stored.Head;
        return new PlanPage(
            item,
            plan.Periods,
            plan.Stamp,
            plan.Notes,
            [.. plan.Credits.Select(c => new CreditLine(c.Text, c.Licence, c.ShowOnMap))],
            plan.Study.Tracks,
            plan.Study.DiscountRate.Value,
            plan.Study.DollarYear,
            plan.Study.Inflation.Value,
            StudyText.Members(stored.StudyText),
            BoundsOf(view),
            FacetsOf(view),
            PlanLayers.Names);
    }

    private static Bounds BoundsOf(PlanView view)
    {
        GeoPoint[] places = [.. view.Sites.Values.Select(s => s.Place), .. view.Plan.Storages.Select(s => s.Centre)];
        return places.Length == 0
            ? new Bounds(-180, -90, 180, 90)
            : new Bounds(places.Min(p => p.Longitude), places.Min(p => p.Latitude), places.Max(p => p.Longitude), places.Max(p => p.Latitude));
    }

    private static PlanFacets FacetsOf(PlanView view) => new(
        [.. view.Sites.Values.Select(s => s.Sector).Distinct().Order(StringComparer.Ordinal)],
        [.. view.Sites.Values.Select(s => s.State).Concat(view.Plan.Storages.Select(s => s.State)).Distinct().Order(StringComparer.Ordinal)],
        [.. view.Plan.Captures.Select(c => c.Process).Concat(view.Plan.Uncaptured.Select(u => u.Process)).Distinct().Order(StringComparer.Ordinal)],
        [.. view.Plan.Captures.Select(c => c.Track).Distinct().Order(StringComparer.Ordinal)],
        [.. view.Plan.Pipes.SelectMany(p => p.NominalInches.OfType<double>()).Distinct().Order()]);
}
