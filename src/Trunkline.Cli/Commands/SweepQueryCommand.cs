using System.CommandLine;
using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep query</c>: SQL over the tables of a sweep.</summary>
internal static class SweepQueryCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var folder = new Argument<string>("folder") { Description = SweepWords.Folder.In(language) };
        var sql = new Argument<string>("sql") { Description = SweepWords.Sql.In(language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("query", SweepWords.Query.In(language)) { folder, sql, json };
        command.SetAction(parsed => Ask(around, parsed.GetRequiredValue(folder), parsed.GetRequiredValue(sql), parsed.GetValue(json)));
        return command;
    }

    private static int Ask(Surroundings around, string folder, string sql, bool asJson)
    {
        Checked<Ensemble> read = SweepFolder.Read(folder, around.Language);
        if (!read.IsRight)
        {
            return ProblemTable.Show(around, read.Problems, asJson);
        }

        string tables = SweepFolder.WriteTables(folder, read.Value, Findings.Of(read.Value));
        try
        {
            PlanTable answer = TableQuestion.Ask(tables, sql);
            around.Terminal.Out.Write(asJson ? Json(answer).ToJsonString(JsonText.OneLine) + "\n" : TableCsv.Of(answer));
            return ExitCode.Done;
        }
        catch (DbException wrong)
        {
            return ProblemTable.Show(around, [new Problem(sql, wrong.Message, SweepWords.SqlFix.In(around.Language))], asJson);
        }
    }

    private static JsonArray Json(PlanTable answer) =>
        [.. answer.Rows.Select(row => new JsonObject(answer.Columns.Select((c, i) => KeyValuePair.Create(c.Name, row[i] is { } value ? JsonSerializer.SerializeToNode(value, value.GetType()) : null))))];
}
