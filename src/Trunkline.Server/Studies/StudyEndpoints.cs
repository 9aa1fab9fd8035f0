using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Jobs;
using Trunkline.Store;

namespace Trunkline.Server.Studies;

/// <summary>Studies: shipped ones, own ones, the form, the check while typing, and planning.</summary>
internal static class StudyEndpoints
{
    private const string Nation = "us";

    public static void MapStudies(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder studies = api.MapGroup("/studies").WithTags("Studies");
        studies.MapGet("", List).WithName("listStudies");
        studies.MapGet("schema", Schema).WithName("getStudySchema");
        studies.MapGet("form", Form).WithName("getStudyForm");
        studies.MapPost("check", Check).WithName("checkStudy").Needs(Role.Analyst).CarriesStudy();
        studies.MapPost("", Create).WithName("createStudy").Needs(Role.Analyst).CarriesStudy();
        studies.MapGet("{id}", Study).WithName("getStudy");
        studies.MapPut("{id}", Replace).WithName("replaceStudy").Needs(Role.Analyst).CarriesStudy();
        studies.MapDelete("{id}", Delete).WithName("deleteStudy").Needs(Role.Analyst);
        studies.MapPost("{id}/plans", Plan).WithName("planStudy").Needs(Role.Analyst);
        api.MapGet("/datasets", Datasets).WithName("listDatasets").WithTags("Studies");
    }

    /// <summary>All studies.</summary>
    internal static Ok<ItemList<StudyItem>> List(StudyCatalog catalog, TrunklineStore store)
    {
        IReadOnlyDictionary<string, int> plans = store.Plans.CountByStudy();
        StudyItem[] items = [.. catalog.All().Select(s => Item(s, plans))];
        return TypedResults.Ok(new ItemList<StudyItem>(items, items.Length));
    }

    /// <summary>The JSON Schema of a study.</summary>
    internal static Ok<JsonObject> Schema() => TypedResults.Ok(JsonNode.Parse(StudySchema.Text())!.AsObject());

    /// <summary>The same as fields for a form, with words in both languages, units, ranges and defaults.</summary>
    internal static Ok<IReadOnlyList<FormField>> Form() => TypedResults.Ok(StudyForm.Fields);

    /// <summary>What is wrong with a study as it is typed: the command line's messages, each with its place.</summary>
    internal static Ok<StudyChecked> Check(StudyTyped typed, StudyCatalog catalog)
    {
        IReadOnlyList<Problem> problems = Wrong(typed, typed.Dataset ?? Nation, catalog, out _);
        return TypedResults.Ok(new StudyChecked(problems.Count == 0, [.. problems.Select(p => Problems.Seen(p, "/study"))]));
    }

    /// <summary>Keeps a new study.</summary>
    internal static Results<Created<StudyItem>, ProblemHttpResult> Create(StudyTyped typed, StudyCatalog catalog, TrunklineStore store)
    {
        string dataset = typed.Dataset ?? Nation, text = typed.Study.GetRawText();
        IReadOnlyList<Problem> problems = Wrong(typed, dataset, catalog, out Study? study);
        if (problems.Count > 0 || study is null)
        {
            return Problems.WrongInput(problems, "/study");
        }

        return catalog.Find(study.Id) is not null || !store.Studies.Add(study.Id, dataset, StudyText.OfItsFolder(text))
            ? Problems.Taken(study.Id)
            : TypedResults.Created($"/api/v1/studies/{study.Id}", Item(catalog.Find(study.Id)!, new Dictionary<string, int>()));
    }

    /// <summary>One study.</summary>
    /// <param name="id">Id of the study.</param>
    internal static Results<Ok<StudyPage>, ProblemHttpResult> Study(string id, StudyCatalog catalog, TrunklineStore store, HttpResponse response)
    {
        if (catalog.Find(id) is not { } study)
        {
            return Problems.NotFound($"study '{id}'");
        }

        response.Headers.ETag = study.Etag;
        return TypedResults.Ok(new StudyPage(Item(study, store.Plans.CountByStudy()), study.Members));
    }

    /// <summary>Puts another text in place of an own study. Send the ETag of the study as If-Match.</summary>
    /// <param name="id">Id of the study.</param>
    internal static Results<Ok<StudyItem>, ProblemHttpResult> Replace(string id, StudyTyped typed, HttpRequest request, StudyCatalog catalog, TrunklineStore store)
    {
        if (Versioned(id, request, catalog, out KnownStudy? known) is { } problem)
        {
            return problem;
        }

        string dataset = typed.Dataset ?? known!.DatasetId, text = typed.Study.GetRawText();
        List<Problem> wrong = [.. Wrong(typed, dataset, catalog, out Study? study)];
        if (study is not null && study.Id != id)
        {
            wrong.Add(new Problem("study.json /id", $"'{study.Id}' is not '{id}'.", "A study keeps its id; make another one for another id."));
        }

        return wrong.Count > 0 ? Problems.WrongInput(wrong, "/study") : store.Studies.Replace(id, known!.Version, dataset, StudyText.OfItsFolder(text)) == Edited.Done
            ? TypedResults.Ok(Item(catalog.Find(id)!, store.Plans.CountByStudy()))
            : Problems.ChangedMeanwhile();
    }

    /// <summary>Takes an own study away; its plans stay.</summary>
    /// <param name="id">Id of the study.</param>
    internal static Results<NoContent, ProblemHttpResult> Delete(string id, HttpRequest request, StudyCatalog catalog, TrunklineStore store) =>
        Versioned(id, request, catalog, out KnownStudy? known) is { } problem ? problem
        : store.Studies.Delete(id, known!.Version) == Edited.Done ? TypedResults.NoContent() : Problems.ChangedMeanwhile();

    /// <summary>Plans a study. The answer is a job to watch; its result is the plan.</summary>
    /// <param name="id">Id of the study.</param>
    internal static Results<Accepted<JobSeen>, ProblemHttpResult> Plan(string id, StudyCatalog catalog, PlanningDesk desk, TrunklineStore store)
    {
        if (catalog.Find(id) is not { } known)
        {
            return Problems.NotFound($"study '{id}'");
        }

        IReadOnlyList<Problem> problems = catalog.Wrong(known.Text, known.DatasetId, out Study? study);
        if (problems.Count > 0 || study is null)
        {
            return Problems.WrongInput(problems, "/study");
        }

        JobNews job = desk.Plan(known.Text, known.DatasetId, study, store.Who);
        return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobSeen.Of(job));
    }

    /// <summary>The datasets that a study can be made on.</summary>
    internal static Ok<IReadOnlyList<DatasetItem>> Datasets(PlanInputs inputs) => TypedResults.Ok<IReadOnlyList<DatasetItem>>([.. inputs.Datasets().Select(d => Dataset(d, inputs))]);

    private static IReadOnlyList<Problem> Wrong(StudyTyped typed, string dataset, StudyCatalog catalog, out Study? study)
    {
        study = null;
        Problem[] halves = [.. WholeLetters.Wrong(typed.Study, "study.json ")];
        return halves.Length > 0 ? halves : catalog.Wrong(typed.Study.GetRawText(), dataset, out study);
    }

    private static DatasetItem Dataset(KnownDataset known, PlanInputs inputs)
    {
        Checked<Atlas.Dataset> read = inputs.Dataset(known.Id);
        string origin = known.IsShipped ? "shipped" : "own";
        return read.Value is not { } d
            ? new DatasetItem(known.Id, origin, 0, [], [], [.. read.Problems.Select(p => Problems.Seen(p))])
            : new DatasetItem(
                known.Id,
                origin,
                d.DollarYear,
                [
                    new("sites", d.Sites.Count), new("streams", d.Streams.Count), new("formations", d.Formations.Count), new("uses", d.Uses.Count), new("dac", d.DacSites.Count),
                    new("existing_pipelines", d.ExistingPipelines.Count), new("counties", d.Counties.Count),
                ],
                [.. d.Sites.Select(s => s.State).Concat(d.Formations.Select(f => f.State)).Distinct().Order(StringComparer.Ordinal)],
                []);
    }

    private static StudyItem Item(KnownStudy s, IReadOnlyDictionary<string, int> plans) =>
        new(s.Id, s.Title, s.IsShipped ? "shipped" : "own", s.DatasetId, plans.GetValueOrDefault(s.Id), s.Etag);

    private static ProblemHttpResult? Versioned(string id, HttpRequest request, StudyCatalog catalog, out KnownStudy? known)
    {
        known = catalog.Find(id);
        return known is null ? Problems.NotFound($"study '{id}'")
            : known.IsShipped ? Problems.Of(StatusCodes.Status409Conflict, "shipped", "A study that ships cannot be changed; make your own from it.", "随附的研究不能修改；请据此另建。", [])
            : (string?)request.Headers.IfMatch is not { } version ? Problems.VersionRequired()
            : version != known.Etag ? Problems.ChangedMeanwhile() : null;
    }
}
