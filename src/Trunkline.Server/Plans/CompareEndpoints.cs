using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Server.Http;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>A sum of each plan, in the order of the ids.</summary>
internal sealed record MoneyRow(string Name, IReadOnlyList<double> Usd);

/// <summary>A period of each plan, in the order of the ids.</summary>
internal sealed record PeriodRow(int From, int To, IReadOnlyList<double> CapturedMtPerYear, IReadOnlyList<double> StoredMtPerYear, IReadOnlyList<double> CreditsUsd, IReadOnlyList<double> PipeKm);

/// <summary>A site in each plan; null where it captures nothing.</summary>
internal sealed record SiteRow(string Id, string Name, string State, IReadOnlyList<double?> CapturedMt, IReadOnlyList<int?> From);

/// <summary>A question to the register that the first plan and another got different answers to.</summary>
internal sealed record LawRow(int Other, string Rule, string Parameter, string Circumstances, string Unit, string Before, string After);

/// <summary>Plans side by side.</summary>
/// <param name="Besides">What besides the law differs from the first plan: study, dataset, engine; one list a plan after the first.</param>
internal sealed record CompareSeen(
    IReadOnlyList<PlanItem> Plans, IReadOnlyList<MoneyRow> Money, IReadOnlyList<PeriodRow> Periods, IReadOnlyList<SiteRow> Sites, IReadOnlyList<LawRow> Law, IReadOnlyList<IReadOnlyList<string>> Besides);

/// <summary>A thing that does something else in another plan.</summary>
/// <param name="Kind"><c>site</c>, <c>pipe</c> or <c>storage</c>.</param>
internal sealed record ChangeSeen(string Kind, string Id, string Name, ThingChangeKind Change, IReadOnlyList<double>? Before, IReadOnlyList<double>? After);

/// <summary>What the map shows in colour between two plans, and the sums.</summary>
internal sealed record MapDifference(string From, string To, DifferenceSeen Sums, IReadOnlyList<ChangeSeen> Changes);

/// <summary>Plans beside each other.</summary>
internal static class CompareEndpoints
{
    private const int MostPlans = 4;

    public static void MapCompare(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plans/compare", Compare).WithName("comparePlans").WithTags("Plans");
        api.MapGet("/plans/{id}/difference", Difference).WithName("getDifference").WithTags("Plans");
        api.MapGet("/plans/{id}/layers/difference", Layer).WithName("getDifferenceLayer").WithTags("Layers").Produces<object>(StatusCodes.Status200OK, LayerEndpoints.GeoJson);
    }

    /// <summary>Two to four plans side by side.</summary>
    /// <param name="ids">Ids with commas between them.</param>
    internal static Results<Ok<CompareSeen>, ProblemHttpResult> Compare(string ids, TrunklineStore store, PlanSight sight, PlanViews views)
    {
        string[] asked = ids.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (asked.Length is < 2 or > MostPlans)
        {
            return Problems.WrongInput([new Problem("ids", $"There are {asked.Length} ids.", $"Give 2 to {MostPlans}, with commas between them.")]);
        }

        if (asked.FirstOrDefault(id => views.Find(id) is null) is { } missing)
        {
            return Problems.NotFound($"plan '{missing}'");
        }

        Plan[] plans = [.. asked.Select(id => views.Find(id)!.Plan)];
        PlanComparison[] others = [.. plans.Skip(1).Select(p => PlanComparison.Of(plans[0], p))];
        return TypedResults.Ok(new CompareSeen(
            [.. asked.Select(id => sight.Item(store.Plans.Find(id)!))],
            [.. others[0].Money.Select((m, i) => new MoneyRow(m.Name.Replace(' ', '-'), [m.Before.Value, .. others.Select(o => o.Money[i].After.Value)]))],
            Periods(plans),
            Sites(plans),
            [.. others.SelectMany((o, i) => o.Coefficients.Select(c => new LawRow(i + 1, c.Rule, c.Parameter, c.Circumstances, c.Unit, c.Before, c.After)))],
            [.. others.Select(o => o.Besides)]));
    }

    /// <summary>Everything that a plan does otherwise than another: for colours on the map.</summary>
    /// <param name="id">Id of the later plan.</param>
    /// <param name="from">Id of the plan to compare with.</param>
    internal static Results<Ok<MapDifference>, ProblemHttpResult> Difference(string id, string from, PlanViews views)
    {
        if (Fault(id, from, views) is { } fault)
        {
            return fault;
        }

        (Plan before, Plan after) = (views.Find(from)!.Plan, views.Find(id)!.Plan);
        PlanDifference map = PlanDifference.Of(before, after);
        return TypedResults.Ok(new MapDifference(from, id, Differences.Of(before, after), [.. Seen("site", map.Sites), .. Seen("pipe", map.Pipes), .. Seen("storage", map.Storages)]));
    }

    /// <summary>Everything that a plan does otherwise than another, as a GeoJSON FeatureCollection: each thing with its kind, its change and the shape that it has in the plan where it stands.</summary>
    /// <param name="id">Id of the later plan.</param>
    /// <param name="from">Id of the plan to compare with.</param>
    internal static Results<FileContentHttpResult, ProblemHttpResult> Layer(string id, string from, PlanViews views, HttpResponse response)
    {
        if (Fault(id, from, views) is { } fault)
        {
            return fault;
        }

        response.Headers.CacheControl = LayerEndpoints.ForGood;
        return TypedResults.Bytes(views.Difference(from, id)!.GeoJson, LayerEndpoints.GeoJson);
    }

    private static ProblemHttpResult? Fault(string id, string from, PlanViews views)
    {
        if (views.Find(id)?.Plan is not { } after || views.Find(from)?.Plan is not { } before)
        {
            return Problems.NotFound($"plan '{(views.Find(id) is null ? id : from)}'");
        }

        return before.Periods.Select(p => (p.From, p.To)).SequenceEqual(after.Periods.Select(p => (p.From, p.To)))
            ? null
            : Problems.WrongInput([new Problem("from", "The plans have other periods.", "Compare plans of the same periods.")]);
    }

    private static IEnumerable<ChangeSeen> Seen(string kind, IReadOnlyList<ThingChange> changes) => changes.Select(c => new ChangeSeen(kind, c.Id, c.Name, c.Kind, c.Before, c.After));

    private static PeriodRow[] Periods(Plan[] plans) => plans.Any(p => p.Periods.Count != plans[0].Periods.Count)
        ? []
        :
        [
            .. plans[0].Periods.Select((period, t) => new PeriodRow(
                period.From,
                period.To,
                [.. plans.Select(p => p.Periods[t].CapturedMtPerYear)],
                [.. plans.Select(p => p.Periods[t].StoredMtPerYear)],
                [.. plans.Select(p => p.Periods[t].CreditsUsd.Value)],
                [.. plans.Select(p => p.Periods[t].PipeKm)])),
        ];

    private static SiteRow[] Sites(Plan[] plans)
    {
        Dictionary<string, PlantChange>[] changes = [.. plans.Select(p => PlanComparison.Of(plans[0] with { Captures = [] }, p).Plants.ToDictionary(c => c.SiteId))];
        return
        [
            .. from id in changes.SelectMany(c => c.Keys).Distinct().Order(StringComparer.Ordinal)
               let known = changes.Select(c => c.GetValueOrDefault(id)?.After).ToArray()
               let first = known.First(k => k is not null)!
               where known.Any(k => k?.Captured != first.Captured || k?.From != first.From)
               select new SiteRow(id, first.Name, first.State, [.. known.Select(k => k?.Captured)], [.. known.Select(k => k?.From)]),
        ];
    }
}
