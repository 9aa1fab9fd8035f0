using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline compare</c>: what differs between two plans, and what in the law made it so.</summary>
internal static class CompareCommand
{
    private const int Shown = 20;

    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var first = new Argument<string>("first") { Description = PolicyWords.FirstPlan.In(language) };
        var second = new Argument<string>("second") { Description = PolicyWords.SecondPlan.In(language) };
        var study = new Option<string?>("--study") { Description = PillarWords.StudyOption.In(language), HelpName = "study" };
        var folder = new Option<string?>("--out") { Description = PolicyWords.CompareOut.In(language), HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("compare", PolicyWords.Compare.In(language)) { first, second, study, folder, json };
        command.SetAction(parsed => Compare(
            around, parsed.GetRequiredValue(first), parsed.GetRequiredValue(second), parsed.GetValue(study), parsed.GetValue(folder), parsed.GetValue(json)));
        return command;
    }

    private static int Compare(Surroundings around, string first, string second, string? study, string? folder, bool asJson)
    {
        Checked<Plan> before = StoredPlan.Read(first), after = StoredPlan.Read(second);
        Problem? obstacle = folder is null ? null : ComparisonFolder.Obstacle(folder);
        if (!before.IsRight || !after.IsRight || obstacle is not null)
        {
            return ProblemTable.Show(around, [.. before.Problems, .. after.Problems, .. obstacle is null ? [] : new[] { obstacle }], asJson);
        }

        Checked<LawComparison> traced = Traced(first, second, study);
        if (!traced.IsRight && (study ?? folder) is not null)
        {
            return ProblemTable.Show(around, traced.Problems, asJson);
        }

        Answer(around, PlanComparison.Of(before.Value, after.Value), traced, asJson);
        if (folder is not null)
        {
            string page = ComparisonFolder.Write(folder, traced.Value!, before.Value, PillarsJson.Of(traced.Value!).ToJsonString(JsonText.OneLine), around.Language);
            around.Terminal.Error.WriteLine(Say(PolicyWords.CompareWritten, around.Language, page));
        }

        return ExitCode.Done;
    }

    /// <summary>The comparison with its way back to the register, where study, dataset and law of both plans are at hand and the plans have the same periods.</summary>
    private static Checked<LawComparison> Traced(string first, string second, string? study)
    {
        Checked<PillarInput> before = PlanGround.Read(first, study), after = PlanGround.Read(second, study);
        if (!before.IsRight || !after.IsRight)
        {
            return Checked<LawComparison>.Wrong([.. before.Problems, .. after.Problems]);
        }

        return before.Value.Study.Periods.SequenceEqual(after.Value.Study.Periods)
            ? Checked<LawComparison>.Right(LawComparison.Of(before.Value, after.Value))
            : Checked<LawComparison>.Wrong([new Problem(second, "The plan has other periods than the first.", "Compare plans of one study.")]);
    }

    private static void Answer(Surroundings around, PlanComparison comparison, Checked<LawComparison> traced, bool asJson)
    {
        if (asJson)
        {
            JsonObject answer = Json(comparison);
            answer["law"] = traced.IsRight ? PillarsJson.Of(traced.Value) : null;
            answer["notTraced"] = ReadingJson.Texts(traced.Problems.Select(p => p.ToString()));
            around.Terminal.Out.WriteLine(answer.ToJsonString(JsonText.OneLine));
        }
        else if (traced.IsRight)
        {
            ComparisonLines.Show(around, traced.Value);
            ShowPlants(around, comparison);
        }
        else
        {
            Show(around, comparison);
            around.Terminal.Out.WriteLine(Say(PolicyWords.NotTraced, around.Language, string.Join(" ", traced.Problems.Select(p => p.ToString()))));
        }
    }

    private static void Show(Surroundings around, PlanComparison comparison)
    {
        Language language = around.Language;
        around.Terminal.Out.WriteLine(Say(PolicyWords.LawChanged, language, Law(comparison.Before), Law(comparison.After)));
        if (comparison.Besides.Count > 0)
        {
            around.Terminal.Out.WriteLine(Say(PolicyWords.OtherDifferences, language, string.Join(", ", comparison.Besides.Select(b => PolicyWords.Word(b, language)))));
        }

        around.Terminal.Out.WriteLine(comparison.Coefficients.Count == 0
            ? PolicyWords.SameLaw.In(language)
            : Say(PolicyWords.CoefficientsChanged, language, comparison.Coefficients.Count));
        foreach (CoefficientChange change in comparison.Coefficients.Take(Shown))
        {
            around.Terminal.Out.WriteLine($"  {change.Parameter} [{change.Circumstances}]: {change.Before} ({change.BeforeEntry}) → {change.After} ({change.AfterEntry}) {change.Unit}; {change.Rule}");
        }

        Overflow(around, comparison.Coefficients.Count);
        ShowPlants(around, comparison);
        around.Terminal.Out.WriteLine(PolicyWords.MoneyChanged.In(language));
        around.Terminal.Answering.Write(Money(comparison, language));
    }

    private static void ShowPlants(Surroundings around, PlanComparison comparison)
    {
        around.Terminal.Out.WriteLine(Say(PolicyWords.PlantsChanged, around.Language, comparison.Plants.Count));
        if (comparison.Plants.Count > 0)
        {
            around.Terminal.Answering.Write(Plants(comparison, around.Language));
            Overflow(around, comparison.Plants.Count);
        }
    }

    private static void Overflow(Surroundings around, int count)
    {
        if (count > Shown)
        {
            around.Terminal.Out.WriteLine($"  … +{count - Shown} (--json)");
        }
    }

    private static string Law(PlanLaw law) => string.Join(' ', new[]
    {
        ReadingJson.Day(law.AsOf),
        law.Mode,
        law.Overlays.Count > 0 ? $"+ {string.Join(" + ", law.Overlays)}" : null,
        $"({law.RegisterVersion[..Math.Min(12, law.RegisterVersion.Length)]})",
    }.OfType<string>());

    private static Table Plants(PlanComparison comparison, Language language)
    {
        string before = PolicyWords.Before.In(language), after = PolicyWords.After.In(language);
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            PolicyWords.PlantHead.In(language),
            $"{PolicyWords.CapturedHead.In(language)}, {before}",
            after,
            $"{PolicyWords.CreditHead.In(language)}, {before}",
            after);
        foreach (PlantChange plant in comparison.Plants.OrderByDescending(p => Math.Abs(p.CapturedMore)).ThenBy(p => p.SiteId, StringComparer.Ordinal).Take(Shown))
        {
            table.AddRow(
                Markup.Escape($"{plant.Name} ({plant.SiteId})"),
                Mass(plant.Before?.Captured),
                Mass(plant.After?.Captured),
                Dollars(plant.Before?.Credit.Value ?? 0),
                Dollars(plant.After?.Credit.Value ?? 0));
        }

        return table;
    }

    private static Table Money(PlanComparison comparison, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(string.Empty, PolicyWords.Before.In(language), PolicyWords.After.In(language), "Δ");
        foreach (MoneyChange change in comparison.Money)
        {
            table.AddRow(PolicyWords.Word(change.Name, language), Dollars(change.Before.Value), Dollars(change.After.Value), Dollars(change.After.Value - change.Before.Value));
        }

        return table;
    }

    private static JsonObject Json(PlanComparison comparison) => new()
    {
        ["before"] = LawJson(comparison.Before),
        ["after"] = LawJson(comparison.After),
        ["besides"] = ReadingJson.Texts(comparison.Besides),
        ["coefficients"] = new JsonArray([.. comparison.Coefficients.Select(c => new JsonObject
        {
            ["rule"] = c.Rule,
            ["parameter"] = c.Parameter,
            ["circumstances"] = c.Circumstances,
            ["unit"] = c.Unit,
            ["before"] = c.Before,
            ["beforeEntry"] = c.BeforeEntry,
            ["after"] = c.After,
            ["afterEntry"] = c.AfterEntry,
        })]),
        ["plants"] = new JsonArray([.. comparison.Plants.Select(p => new JsonObject
        {
            ["site"] = p.SiteId,
            ["name"] = p.Name,
            ["capturedMtBefore"] = p.Before?.Captured ?? 0,
            ["capturedMtAfter"] = p.After?.Captured ?? 0,
            ["creditUsdBefore"] = p.Before?.Credit.Value ?? 0,
            ["creditUsdAfter"] = p.After?.Credit.Value ?? 0,
        })]),
        ["money"] = new JsonObject(comparison.Money.Select(m => KeyValuePair.Create(
            m.Name, (JsonNode?)new JsonObject { ["before"] = m.Before.Value, ["after"] = m.After.Value }))),
    };

    private static JsonObject LawJson(PlanLaw law) => new()
    {
        ["asOf"] = ReadingJson.Day(law.AsOf),
        ["mode"] = law.Mode,
        ["overlays"] = ReadingJson.Texts(law.Overlays),
        ["register"] = law.RegisterVersion,
    };

    private static string Mass(double? megatonnes) => (megatonnes ?? 0).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Dollars(double usd) => usd.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Say(Bilingual text, Language language, params object?[] figures) => string.Format(CultureInfo.InvariantCulture, text.In(language), figures);
}
