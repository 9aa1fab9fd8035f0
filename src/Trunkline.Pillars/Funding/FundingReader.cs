using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Reads <c>funding.json</c> strictly: all problems at once, or a question.</summary>
public static class FundingReader
{
    /// <summary>Name of the file beside a study.</summary>
    public const string FileName = "funding.json";

    private const int MostProjects = 8;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 32,
    };

    private static readonly Dictionary<string, FundingObjective> Objectives = new()
    {
        ["tonnes"] = FundingObjective.Tonnes,
        ["cost"] = FundingObjective.Cost,
        ["hard-to-abate"] = FundingObjective.HardToAbate,
    };

    private static readonly Dictionary<string, FundingStage> StageNames = Enum.GetValues<FundingStage>()
        .ToDictionary(s => s.ToString().ToLowerInvariant());

    private static readonly string[] Kinds = ["appropriated", "available-to-new-projects"];

    /// <summary>Reads a question from its text.</summary>
    /// <param name="file">What the file is called in problems.</param>
    /// <param name="periods">How many the study has.</param>
    public static Checked<FundingQuestion> Parse(string text, string file, int periods)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32 });
            IReadOnlyList<Problem> shape = StudyShape.Compare<FundingFile>(file, document.RootElement, "The funding question", out JsonNode? mended);
            return shape.Count > 0 || mended is null ? Checked<FundingQuestion>.Wrong([.. shape]) : Checks(mended.Deserialize<FundingFile>(Options)!, periods, new Faults(file));
        }
        catch (JsonException e)
        {
            return Checked<FundingQuestion>.Wrong([new Problem($"{file} line {e.LineNumber + 1}", "This is not JSON.", e.Message)]);
        }
    }

    private static Checked<FundingQuestion> Checks(FundingFile given, int periods, Faults found)
    {
        FundingObjective objective = found.Word("/objective", given.Objective, Objectives);
        found.Unless(Kinds.Contains(given.Money), "/money", $"'{given.Money}' is no kind of amount.", $"Give {string.Join(" or ", Kinds)}.");
        found.Unless(given.WorthUsdPerTonne.Count == periods, "/worthUsdPerTonne", $"{given.WorthUsdPerTonne.Count} values for {periods} periods.", "Give $/t for each period of the study.");
        found.Unless(given.MostProjects is >= 1 and <= MostProjects, "/mostProjects", $"{given.MostProjects} projects cannot be weighed.", $"Give 1 to {MostProjects}.");
        StageTerms[] stages = [.. given.Stages.Select((s, i) => Stage(s, $"/stages/{i}", found))];
        UseCase[] cases = [.. given.UseCases.Select((u, i) => Case(u, $"/useCases/{i}", found))];
        FundingProgramme[] programmes = [.. given.Programmes.Select((p, i) => Programme(p, given, $"/programmes/{i}", found))];
        found.Twice("/stages", stages.Select(s => s.Stage.ToString().ToLowerInvariant()));
        found.Twice("/useCases", cases.Select(c => c.Id));
        found.Twice("/programmes", programmes.Select(p => p.Id));
        OnePayer(programmes, cases, found);
        return found.All.Count > 0
            ? Checked<FundingQuestion>.Wrong(found.All)
            : Checked<FundingQuestion>.Right(new FundingQuestion(
                objective, given.Money, [.. given.WorthUsdPerTonne.Select(w => new UsdPerTonne(w))], found.Said("/worthSource", given.WorthSource), given.MostProjects, programmes, stages.ToDictionary(s => s.Stage), cases));
    }

    private static StageTerms Stage(StageFile given, string at, Faults found)
    {
        FundingStage stage = found.Word($"{at}/id", given.Id, StageNames);
        bool isDeployment = stage == FundingStage.Deployment;
        found.Unless(stage != FundingStage.None, $"{at}/id", "'none' is not a stage of work.", "Give research, pilot, demonstration or deployment.");
        found.Unless(isDeployment ? given.TonnesPerYear == 0 : given.TonnesPerYear > 0 || given.Usd is not null, $"{at}/tonnesPerYear", $"A {given.Id} project of {given.TonnesPerYear} t/y has no size.", "Give t/y above 0, or 'usd'; for deployment give 0: it has its plant's size.");
        found.Unless(given.TonnesPerYear >= 0, $"{at}/tonnesPerYear", "A size below 0 is none.", "Give t/y.");
        found.Unless(given.Usd is null or > 0, $"{at}/usd", "A project costs more than nothing.", "Give dollars, or leave it out.");
        found.Unless(given.CostShare is > 0 and <= 1, $"{at}/costShare", $"{given.CostShare} is no share.", "Give a fraction above 0, at most 1, for example 0.5.");
        found.Unless(given.Failure is >= 0 and < 1, $"{at}/failure", $"{given.Failure} is no chance of failure.", "Give a fraction from 0, less than 1.");
        found.Unless(given.Years is >= 1 and <= 30, $"{at}/years", $"{given.Years} years is no length of a project.", "Give 1 to 30.");
        return new StageTerms(
            stage, new TonnesPerYear(given.TonnesPerYear), given.Usd is { } usd ? new Usd(usd) : null, new Fraction(given.CostShare), new Fraction(given.Failure), given.Years,
            found.Said($"{at}/source", given.Source), found.Trust($"{at}/confidence", given.Confidence));
    }

    private static UseCase Case(UseCaseFile given, string at, Faults found)
    {
        FundingStage reached = found.Word($"{at}/reached", given.Reached, StageNames);
        found.Unless(reached != FundingStage.Deployment, $"{at}/reached", "'deployment' is not passed, it is what follows.", "Give none, research, pilot or demonstration.");
        found.Unless(given.ExperienceTonnesPerYear > 0, $"{at}/experienceTonnesPerYear", "Learning cannot count doublings of nothing.", "Give the capacity that stands, t/y; where nothing stands, the size of the first unit.");
        found.Unless(given.Learning is >= 0 and < 1, $"{at}/learning", $"{given.Learning} is no fall with each doubling.", "Give a fraction from 0, less than 1.");
        found.Unless(given.UnaidedFrom is null or (>= 1900 and <= 2200), $"{at}/unaidedFrom", $"{given.UnaidedFrom} is no year.", "Give a calendar year, or leave it out.");
        return new UseCase(
            found.Said($"{at}/id", given.Id), new Bilingual(given.Title.En, given.Title.Zh), found.Said($"{at}/process", given.Process), new Bilingual(given.Technology.En, given.Technology.Zh),
            reached, given.UnaidedFrom, new TonnesPerYear(given.ExperienceTonnesPerYear), new Fraction(given.Learning), given.HardToAbate,
            found.Said($"{at}/source", given.Source), found.Trust($"{at}/confidence", given.Confidence));
    }

    private static FundingProgramme Programme(ProgrammeFile given, FundingFile file, string at, Faults found)
    {
        FundingStage[] stages = [.. given.Stages.Select((s, i) => found.Word($"{at}/stages/{i}", s, StageNames))];
        foreach ((string useCase, int i) in (given.UseCases ?? []).Select((u, i) => (u, i)))
        {
            found.Unless(file.UseCases.Any(u => u.Id == useCase), $"{at}/useCases/{i}", $"There is no use case '{useCase}'.", $"Give one of {string.Join(", ", file.UseCases.Select(u => u.Id))}.");
        }

        foreach ((FundingStage stage, int i) in stages.Select((s, i) => (s, i)))
        {
            string name = stage.ToString().ToLowerInvariant();
            found.Unless(file.Stages.Any(s => s.Id == name), $"{at}/stages/{i}", $"No project of the stage '{name}' is described.", "Add it to 'stages'.");
        }

        found.Unless(given.From <= given.To && given.From >= 1900 && given.To <= 2200, $"{at}/to", $"{given.From} to {given.To} is no run of years.", "Give the first and the last year.");
        found.Unless(given.AmountUsd is null or >= 0, $"{at}/amountUsd", "An amount is not below 0.", "Give dollars, or leave it out to ask the register.");
        return new FundingProgramme(
            found.Said($"{at}/id", given.Id), stages.ToFrozenSet(), given.UseCases?.ToFrozenSet(), given.From, given.To, given.AmountUsd is { } usd ? new Usd(usd) : null);
    }

    /// <summary>Who pays for a stage of a use case must not be a matter of order.</summary>
    private static void OnePayer(FundingProgramme[] programmes, UseCase[] cases, Faults found)
    {
        var clashes = from useCase in cases
                      from stage in Enum.GetValues<FundingStage>()
                      let payers = programmes.Where(p => p.Pays(stage, useCase.Id)).Select(p => p.Id).ToArray()
                      where payers.Length > 1
                      select (useCase.Id, stage, payers);
        foreach ((string useCase, FundingStage stage, string[] payers) in clashes)
        {
            found.Unless(false, "/programmes", $"{string.Join(" and ", payers)} both pay for the stage {stage.ToString().ToLowerInvariant()} of {useCase}.", "Let one of them pay: name 'useCases' or 'stages' apart.");
        }
    }

    /// <summary>Collects what is wrong.</summary>
    private sealed class Faults(string file)
    {
        public List<Problem> All { get; } = [];

        public void Unless(bool right, string at, string what, string fix)
        {
            if (!right)
            {
                All.Add(new Problem($"{file} {at}", what, fix));
            }
        }

        public T Word<T>(string at, string given, Dictionary<string, T> known)
        {
            Unless(known.ContainsKey(given), at, $"'{given}' is not known here.", $"Give one of {string.Join(", ", known.Keys)}.");
            return known.GetValueOrDefault(given)!;
        }

        public string Said(string at, string given)
        {
            Unless(!string.IsNullOrWhiteSpace(given), at, "This is empty.", "Write it out.");
            return given;
        }

        public Confidence Trust(string at, string given)
        {
            Unless(given is "A" or "B" or "C", at, $"'{given}' is no confidence.", "Give A, B or C.");
            return Enum.TryParse(given, out Confidence confidence) ? confidence : Confidence.C;
        }

        public void Twice(string at, IEnumerable<string> ids)
        {
            foreach (string id in ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key))
            {
                Unless(false, at, $"'{id}' is there twice.", "Keep one of the two.");
            }
        }
    }
}
