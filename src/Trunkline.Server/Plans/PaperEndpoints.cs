using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Server.Http;

namespace Trunkline.Server.Plans;

/// <summary>A table of a plan, or a part of it.</summary>
/// <param name="Rows">One value a column: text, number, true or false, or null.</param>
internal sealed record TablePage(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Total, string? Next);

/// <summary>A column. Its unit, where there is one, is the end of its name.</summary>
/// <param name="Kind"><c>text</c>, <c>whole</c>, <c>number</c> or <c>flag</c>.</param>
internal sealed record TableColumn(string Name, string Kind);

/// <summary>What a plan owes to the law, with the sums a reader asks for first.</summary>
/// <param name="MovedUsd">All money that policy moves; real, undiscounted.</param>
/// <param name="Shares">Part of it by the review state that it rests on, 0 to 1.</param>
internal sealed record ReceiptPage(double MovedUsd, IReadOnlyDictionary<string, double?> Shares, PolicyReceipt Receipt);

/// <summary>The papers of a plan: tables, charts, sources, receipt, audit.</summary>
internal static class PaperEndpoints
{
    private const int MostRows = 5000;

    public static void MapPapers(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plan = api.MapGroup("/plans/{id}").WithTags("Papers");
        plan.MapGet("tables/{name}", Table).WithName("getTable");
        plan.MapGet("charts", Charts).WithName("getCharts");
        plan.MapGet("bibliography", Bibliography).WithName("getBibliography");
        plan.MapGet("receipt", Receipt).WithName("getReceipt");
        plan.MapGet("audit", Audit).WithName("getAudit");
    }

    /// <summary>A table of the plan, for a table view of any chart or layer.</summary>
    /// <param name="id">Id of the plan.</param>
    /// <param name="name">periods, captures, pipelines, storage, injection_points, uncaptured, bibliography or receipt.</param>
    /// <param name="limit">How many rows, at most 5000.</param>
    /// <param name="after">Row to begin after, as given by <c>next</c>.</param>
    internal static Results<Ok<TablePage>, ProblemHttpResult> Table(string id, string name, PlanViews views, int? limit, int? after)
    {
        if (views.Table(id, name) is not { } table)
        {
            return Problems.NotFound($"table '{name}' of plan '{id}'");
        }

        int from = Math.Clamp(after ?? 0, 0, table.Rows.Count), count = Math.Clamp(limit ?? MostRows, 1, MostRows);
        return TypedResults.Ok(new TablePage(
            name,
            [.. table.Columns.Select(c => new TableColumn(c.Name, c.Kind.ToString().ToLowerInvariant()))],
            [.. table.Rows.Skip(from).Take(count)],
            table.Rows.Count,
            from + count < table.Rows.Count ? $"{from + count}" : null));
    }

    /// <summary>What charts of the plan show: supply curve, wedges, money, flows from states to storage, diameters, fill.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<ChartData>, ProblemHttpResult> Charts(string id, PlanViews views) =>
        views.Charts(id) is { } charts ? TypedResults.Ok(charts) : Problems.NotFound($"plan '{id}'");

    /// <summary>Where each coefficient of the plan comes from.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<IReadOnlyList<Citation>>, ProblemHttpResult> Bibliography(string id, PlanViews views) =>
        views.Find(id) is { } view ? TypedResults.Ok(view.Plan.Bibliography) : Problems.NotFound($"plan '{id}'");

    /// <summary>What the plan owes to the law.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<ReceiptPage>, ProblemHttpResult> Receipt(string id, PlanViews views) => views.Find(id) is { } view
        ? TypedResults.Ok(new ReceiptPage(
            view.Plan.Receipt.Moved.Value,
            view.Plan.Receipt.LeadTimes.ToDictionary(l => l.State, l => view.Plan.Receipt.ShareOf(l.State)),
            view.Plan.Receipt))
        : Problems.NotFound($"plan '{id}'");

    /// <summary>What the audit found that checks the plan again without the solver.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<PlanAuditResult>, ProblemHttpResult> Audit(string id, PlanViews views) =>
        views.Find(id) is { } view ? TypedResults.Ok(view.Plan.Audit) : Problems.NotFound($"plan '{id}'");
}
