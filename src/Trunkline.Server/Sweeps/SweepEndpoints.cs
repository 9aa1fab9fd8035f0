using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Studies;
using Trunkline.Store;

namespace Trunkline.Server.Sweeps;

/// <summary>One study in many futures: launch, watch, stop, go on, explore.</summary>
internal static class SweepEndpoints
{
    private const int MostCore = 200;

    public static void MapSweeps(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder sweeps = api.MapGroup("/sweeps").WithTags("Sweeps");
        sweeps.MapGet("", List).WithName("listSweeps");
        sweeps.MapGet("start", Start).WithName("startSweep");
        sweeps.MapPost("", Launch).WithName("launchSweep").Needs(Role.Analyst).CarriesStudy();
        sweeps.MapGet("{id}", Sweep).WithName("getSweep");
        sweeps.MapGet("{id}/found", Found).WithName("getSweepFindings");
        sweeps.MapGet("{id}/report", Page).WithName("getSweepReport").Produces<string>(StatusCodes.Status200OK, "text/html");
        sweeps.MapPost("{id}/resume", Resume).WithName("resumeSweep").Needs(Role.Analyst);
        sweeps.MapPost("{id}/stop", Stop).WithName("stopSweep").Needs(Role.Analyst);
    }

    /// <summary>All sweeps, with how far each has come.</summary>
    internal static Ok<ItemList<SweepItem>> List(SweepShelf shelf)
    {
        SweepItem[] items = [.. shelf.Ids().Select(id => With(shelf, id, (folder, store) => SweepItem.Of(id, folder, shelf, store))!)];
        return TypedResults.Ok(new ItemList<SweepItem>(items, items.Length));
    }

    /// <summary>A small sweep over a study to start from, as a sweep.json.</summary>
    /// <param name="study">Id of the study.</param>
    internal static Results<Ok<JsonObject>, ProblemHttpResult> Start(string study, StudyCatalog catalog, PlanInputs inputs) =>
        catalog.Find(study) is { } known && inputs.Study(known.Text, known.DatasetId).Value is { } read
            ? TypedResults.Ok(SweepStart.Of(read, known.Id))
            : Problems.NotFound($"study '{study}'");

    /// <summary>Keeps a sweep and computes it when its turn comes: one sweep at a time, by workers of the team where there are some, otherwise on this machine.</summary>
    internal static Results<Created<SweepItem>, ProblemHttpResult> Launch(SweepTyped typed, SweepShelf shelf, StudyCatalog catalog, TrunklineStore store)
    {
        if (catalog.Find(typed.Study) is not { } study)
        {
            return Problems.WrongInput([new Problem("/study", $"There is no study '{typed.Study}'.", "Name one of GET /api/v1/studies.")]);
        }

        if (typed.Sweep.ValueKind != JsonValueKind.Object)
        {
            return Problems.WrongInput([new Problem("/sweep", "A sweep is an object.", "Begin with GET /api/v1/sweeps/start?study=….")]);
        }

        Problem[] halves = [.. WholeLetters.Wrong(typed.Sweep, "sweep.json ")];
        Checked<string> added = halves.Length > 0 ? Checked<string>.Wrong(halves) : shelf.Add(JsonNode.Parse(typed.Sweep.GetRawText())!.AsObject(), study.Text, study.DatasetId);
        if (!added.IsRight)
        {
            return Problems.WrongInput(added.Problems, "/sweep");
        }

        store.Audit.Note("sweep.launched", added.Value, new { study = study.Id });
        return TypedResults.Created($"/api/v1/sweeps/{added.Value}", With(shelf, added.Value, (folder, opened) => SweepItem.Of(added.Value, folder, shelf, opened)));
    }

    /// <summary>One sweep: how far it has come, what each worker did and does, why futures have no plan.</summary>
    /// <param name="id">Id of the sweep.</param>
    internal static Results<Ok<SweepWhole>, ProblemHttpResult> Sweep(string id, SweepShelf shelf) => With(shelf, id, (folder, store) => new SweepWhole(
        SweepItem.Of(id, folder, shelf, store),
        [.. store.Workers().Select(w => new SweepWorker(w.Worker, w.Done, w.Running, Math.Round(w.Seconds, 1)))],
        [
            .. store.Results().Values.Where(r => !r.IsPlanned).GroupBy(r => r.Status).OrderBy(g => g.Key)
                .Select(g => new SweepReason(JsonNamingPolicy.KebabCaseLower.ConvertName(g.Key.ToString()), g.Count(), g.First().Reason)),
        ],
        store.Fact(SweepTurns.FaultFact))) is { } whole ? TypedResults.Ok(whole) : Problems.NotFound($"sweep '{id}'");

    /// <summary>What can be read off the futures that are done: core infrastructure, spreads, what matters, what to build first.</summary>
    /// <param name="id">Id of the sweep.</param>
    internal static Results<Ok<SweepFound>, ProblemHttpResult> Found(string id, SweepShelf shelf) =>
        Read(shelf, id) is { } ensemble ? TypedResults.Ok(Seen(ensemble, Findings.Of(ensemble))) : Problems.NotFound($"sweep '{id}'");

    /// <summary>The same and more as a page that opens offline.</summary>
    /// <param name="id">Id of the sweep.</param>
    /// <param name="lang">en or zh.</param>
    internal static Results<ContentHttpResult, ProblemHttpResult> Page(string id, string? lang, SweepShelf shelf, HttpResponse response)
    {
        if (Read(shelf, id) is not { } ensemble)
        {
            return Problems.NotFound($"sweep '{id}'");
        }

        // The app's own policy would take the page its style sheet.
        response.Headers.ContentSecurityPolicy = $"{PillarPage.Policy}; frame-ancestors 'none'";
        return TypedResults.Content(SweepPage.Of(Findings.Of(ensemble), lang == "zh" ? Language.Zh : Language.En), "text/html; charset=utf-8");
    }

    /// <summary>Goes on with what is not done.</summary>
    /// <param name="id">Id of the sweep.</param>
    internal static Results<Accepted<SweepItem>, ProblemHttpResult> Resume(string id, SweepShelf shelf, TrunklineStore store) => Change(id, shelf, store, "sweep.resumed", shelf.GoOn);

    /// <summary>Asks a sweep to stop; what is done stays.</summary>
    /// <param name="id">Id of the sweep.</param>
    internal static Results<Accepted<SweepItem>, ProblemHttpResult> Stop(string id, SweepShelf shelf, TrunklineStore store) => Change(id, shelf, store, "sweep.stopped", shelf.Stop);

    private static Results<Accepted<SweepItem>, ProblemHttpResult> Change(string id, SweepShelf shelf, TrunklineStore store, string action, Action<string> change)
    {
        if (shelf.Folder(id) is not { } folder)
        {
            return Problems.NotFound($"sweep '{id}'");
        }

        change(folder);
        store.Audit.Note(action, id);
        return TypedResults.Accepted($"/api/v1/sweeps/{id}", With(shelf, id, (there, opened) => SweepItem.Of(id, there, shelf, opened)));
    }

    private static T? With<T>(SweepShelf shelf, string id, Func<string, SweepStore, T> read)
        where T : class
    {
        if (shelf.Folder(id) is not { } folder)
        {
            return null;
        }

        using var store = SweepStore.Open(folder);
        return read(folder, store);
    }

    private static Ensemble? Read(SweepShelf shelf, string id) => shelf.Folder(id) is { } there && SweepShelf.Question(there).Value is { } asked
        ? With(shelf, id, (_, store) => Ensemble.Of(asked.Sweep, asked.Study, ScenarioSet.Of(asked.Sweep), store.Results()))
        : null;

    private static SweepFound Seen(Ensemble ensemble, Findings findings) => new(
        findings.PeriodEnds,
        [.. findings.Core.Take(MostCore)],
        findings.Spreads,
        [.. findings.Tornado.Select(b => new SweepBar(b.Title, b.BestWhere, b.BestNet, b.WorstWhere, b.WorstNet))],
        [.. ensemble.Scenarios.Select(s => SweepFuture.Of(s, ensemble.Own.GetValueOrDefault(s.Number)))],
        [.. (findings.Choice?.Choices ?? []).Select(c => new SweepChosen(c.Criterion, ChoicePart.Name(c.Build), c.Mean, c.MeanError, c.Tail, c.Better))],
        findings.Choice?.PerfectInformation);
}
