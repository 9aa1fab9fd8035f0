using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline data check</c>: what is doubtful in a dataset, and what was done about it.</summary>
internal static class DataCheckCommand
{
    public static Command Build(Surroundings around)
    {
        var folder = new Argument<string?>("folder") { Description = Words.DataCheckFolder.In(around.Language), Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("check", Words.DataCheck.In(around.Language)) { folder, json };
        command.SetAction(parsed => Check(
            around, parsed.GetValue(folder) ?? Path.Combine(ShippedData.Folder ?? "data", "us"), parsed.GetValue(json)));
        return command;
    }

    private static int Check(Surroundings around, string folder, bool asJson)
    {
        Checked<Dataset> dataset = DatasetReader.Read(folder);
        if (!dataset.IsRight)
        {
            return ProblemTable.Show(around, dataset.Problems, asJson);
        }

        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(dataset.Value).ToJsonString(JsonText.OneLine));
        }
        else
        {
            Show(around, folder, DatasetCheck.Doubts(dataset.Value));
        }

        return ExitCode.Done;
    }

    private static void Show(Surroundings around, string folder, IReadOnlyList<Doubt> doubts)
    {
        Language language = around.Language;
        Table table = new Table().Border(TableBorder.Rounded).AddColumns(
            [.. new[] { Words.DoubtTable, Words.DoubtRow, Words.DoubtKind, Words.DoubtDetail, Words.DoubtAction }.Select(w => w.In(language))]);
        foreach (Doubt doubt in doubts)
        {
            table.AddRow([.. new[] { doubt.Table, doubt.Id, doubt.Kind, doubt.Detail, doubt.Action }.Select(Markup.Escape)]);
        }

        around.Terminal.Answering.Write(table);
        foreach (IGrouping<string, Doubt> kind in doubts.GroupBy(d => d.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            around.Terminal.Out.WriteLine($"{kind.Count(),6}  {kind.Key}");
        }

        around.Terminal.Out.WriteLine(string.Format(Words.DoubtCount.In(language), folder, doubts.Count));
    }

    private static JsonObject Json(Dataset dataset) => new()
    {
        ["dataset"] = dataset.Hash,
        ["doubts"] = new JsonArray([.. DatasetCheck.Doubts(dataset).Select(d => new JsonObject
        {
            ["table"] = d.Table,
            ["id"] = d.Id,
            ["kind"] = d.Kind,
            ["detail"] = d.Detail,
            ["action"] = d.Action,
        })]),
    };
}
