using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register compile</c>: the parameter set that the planner gets, with its receipt.</summary>
internal static class RegisterCompileCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var study = new Option<string>("--study") { Description = PolicyWords.CompileStudy.In(language), HelpName = "study", DefaultValueFactory = _ => "us" };
        var law = new LawChoice(language);
        var output = new Option<string?>("--out") { Description = PolicyWords.CompileOut.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("compile", PolicyWords.Compile.In(language)) { study, output, json };
        foreach (Option option in law.Options)
        {
            command.Add(option);
        }

        command.SetAction(parsed => Compile(around, parsed.GetRequiredValue(study), law.Of(parsed), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Compile(Surroundings around, string study, PolicyBasis law, string? output, bool asJson)
    {
        Checked<StudyInput> input = StudyInput.Read(study, new PlanChoices(null, null, null, null, null, null, law));
        if (!input.IsRight)
        {
            return ProblemTable.Show(around, input.Problems, asJson);
        }

        CompiledPolicy compiled = CompiledPolicy.Of(input.Value.Study, input.Value.Dataset, input.Value.Law);
        if (output is not null)
        {
            File.WriteAllText(output, Json(input.Value.Study, compiled).ToJsonString(JsonText.Indented) + "\n");
        }

        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(input.Value.Study, compiled).ToJsonString(JsonText.OneLine));
        }
        else
        {
            Show(around, compiled);
        }

        return ExitCode.Done;
    }

    private static JsonObject Json(Study study, CompiledPolicy compiled) => new()
    {
        ["study"] = study.Id,
        ["receipt"] = PlanJson.Receipt(compiled.Receipt),
        ["unknownFees"] = new JsonArray([.. compiled.Unknown.Select(u => new JsonObject { ["parameter"] = u.ParameterId, ["says"] = ReadingJson.Both(u.Says) })]),
        ["notApplied"] = new JsonArray([.. compiled.NotApplied.Select(e => new JsonObject
        {
            ["parameter"] = e.Parameter.Id,
            ["entry"] = e.Entry.Id,
            ["titles"] = ReadingJson.Both(e.Parameter.Titles),
            ["where"] = e.Where(),
            ["value"] = e.Entry.Value is { } value ? ReadingJson.Value(value) : null,
            ["unit"] = e.Parameter.Unit,
            ["state"] = PolicyWords.Kebab(e.State),
            ["evidence"] = ReadingJson.Texts(e.Entry.Evidence),
            ["overlay"] = e.Overlay,
        })]),
    };

    private static void Show(Surroundings around, CompiledPolicy compiled)
    {
        Language language = around.Language;
        PolicyReceipt receipt = compiled.Receipt;
        TextWriter answer = around.Terminal.Out;
        answer.WriteLine(string.Format(
            CultureInfo.InvariantCulture, PolicyWords.Compiled.In(language), ReadingJson.Day(receipt.AsOf), receipt.RegisterVersion[..12], receipt.Coefficients.Count));
        if (receipt.Overlays.Count > 0)
        {
            answer.WriteLine(string.Format(PolicyWords.Assumed.In(language), string.Join(", ", receipt.Overlays)));
        }

        around.Terminal.Answering.Write(Coefficients(receipt, language));
        if (compiled.Unknown.Count > 0)
        {
            answer.WriteLine(PolicyWords.StorageFeeUnknown.In(language));
        }

        foreach (UnknownFee unknown in compiled.Unknown)
        {
            answer.WriteLine($"  {unknown.ParameterId}: {unknown.Says.In(language)}");
        }

        answer.WriteLine(string.Format(PolicyWords.NotApplied.In(language), compiled.NotApplied.Count));
        foreach (StandingEntry entry in compiled.NotApplied)
        {
            string where = entry.Where() is { Length: > 0 } conditions ? $" [{conditions}]" : string.Empty;
            answer.WriteLine($"  {entry.Parameter.Id}/{entry.Entry.Id}{where}: {entry.Entry.Value} {entry.Parameter.Unit} — {entry.Parameter.Titles.In(language)}");
        }
    }

    private static Table Coefficients(PolicyReceipt receipt, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            [.. new[] { PolicyWords.RuleHead, PolicyWords.ParameterHead, PolicyWords.EntryHead, PolicyWords.ValueHead, PolicyWords.StateHead }.Select(w => w.In(language))]);
        foreach (PolicyCoefficient coefficient in receipt.Coefficients)
        {
            table.AddRow([.. new[]
            {
                coefficient.Rule,
                coefficient.Parameter,
                coefficient.Overlay is { } overlay ? $"{coefficient.Entry} ({overlay})" : coefficient.Entry,
                $"{string.Join(", ", coefficient.Values.Select(v => v.Value).Distinct())} {coefficient.Unit}",
                PolicyWords.Word(coefficient.State, language),
            }.Select(Markup.Escape)]);
        }

        return table;
    }
}
