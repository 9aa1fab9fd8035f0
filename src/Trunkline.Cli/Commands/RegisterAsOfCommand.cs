using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register asof</c>: the force of every policy and every entry in force on a day.</summary>
internal static class RegisterAsOfCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var day = new Argument<DateOnly>("day") { Description = PolicyWords.Day.In(language) };
        var overlay = new Option<string[]>("--overlay") { Description = PolicyWords.Overlay.In(language), HelpName = "id" };
        var folder = new Option<string>("--register") { Description = Words.RegisterFolder.In(language), HelpName = "folder", DefaultValueFactory = _ => ShippedData.Register };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("asof", PolicyWords.AsOfCommand.In(language)) { day, overlay, folder, json };
        command.SetAction(parsed => Show(
            around, LawChoice.Read(parsed.GetRequiredValue(folder), new PolicyBasis(parsed.GetRequiredValue(day), parsed.GetValue(overlay) ?? [], Mode: null)), parsed.GetValue(json)));
        return command;
    }

    private static int Show(Surroundings around, Checked<RegisterView> view, bool asJson)
    {
        if (!view.IsRight)
        {
            return ProblemTable.Show(around, view.Problems, asJson);
        }

        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(view.Value).ToJsonString(JsonText.OneLine));
        }
        else
        {
            around.Terminal.Answering.Write(Policies(view.Value, around.Language));
            around.Terminal.Answering.Write(Entries(view.Value, around.Language));
        }

        return ExitCode.Done;
    }

    private static JsonObject Json(RegisterView view) => new()
    {
        ["asOf"] = ReadingJson.Day(view.AsOf),
        ["overlays"] = ReadingJson.Texts(view.Register.Applied.Select(o => o.Id)),
        ["register"] = view.Register.Version,
        ["policies"] = new JsonArray([.. view.Register.Records.Select(r => new JsonObject
        {
            ["id"] = r.Id,
            ["titles"] = ReadingJson.Both(r.Document.Titles),
            ["force"] = PolicyWords.Kebab(r.ForceOn(view.AsOf)),
        })]),
        ["entries"] = new JsonArray([.. view.InForce().Select(Entry)]),
    };

    private static JsonObject Entry(StandingEntry standing) => new()
    {
        ["parameter"] = standing.Parameter.Id,
        ["entry"] = standing.Entry.Id,
        ["where"] = standing.Where(),
        ["value"] = standing.Entry.Value is { } value ? ReadingJson.Value(value) : Line(standing.Entry),
        ["unit"] = standing.Parameter.Unit,
        ["state"] = PolicyWords.Kebab(standing.State),
        ["confidence"] = standing.Confidence.ToString(),
        ["overlay"] = standing.Overlay,
    };

    /// <summary>Words for a value that moves from year to year.</summary>
    private static string Line(PolicyEntry entry) =>
        entry.Interpolate is { } line ? $"{line.From.Value} ({line.From.Year}) .. {line.To.Value} ({line.To.Year})" : string.Empty;

    private static Table Policies(RegisterView view, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(PolicyWords.PolicyHead.In(language), PolicyWords.ForceHead.In(language));
        foreach (PolicyRecord record in view.Register.Records)
        {
            string force = PolicyWords.Word(PolicyWords.Kebab(record.ForceOn(view.AsOf)), language);
            table.AddRow(Markup.Escape($"{record.Id} — {record.Document.Titles.In(language)}"), force);
        }

        return table;
    }

    private static Table Entries(RegisterView view, Language language)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            [.. new[] { PolicyWords.ParameterHead, PolicyWords.EntryHead, PolicyWords.ConditionHead, PolicyWords.ValueHead, PolicyWords.StateHead }.Select(w => w.In(language))]);
        foreach (StandingEntry standing in view.InForce())
        {
            string index = standing.Entry.Index is { } id ? $" × {id}" : string.Empty;
            string value = $"{standing.Entry.Value?.ToString() ?? Line(standing.Entry)} {standing.Parameter.Unit}{index}";
            table.AddRow([.. new[]
            {
                standing.Parameter.Id,
                standing.Overlay is { } overlay ? $"{standing.Entry.Id} ({overlay})" : standing.Entry.Id,
                standing.Where(),
                value,
                PolicyWords.Word(PolicyWords.Kebab(standing.State), language),
            }.Select(Markup.Escape)]);
        }

        return table;
    }
}
