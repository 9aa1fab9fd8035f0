using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline network import simccs</c>: a scenario read, and written again where that is asked for.</summary>
internal static class NetworkImportCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var folder = new Argument<string>("folder") { Description = NetworkWords.Folder.In(language) };
        var output = new Option<string?>("--out") { Description = NetworkWords.ExportOut.In(language), HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("simccs", NetworkWords.ImportSimCcs.In(language)) { folder, output, json };
        command.SetAction(parsed => Import(around, parsed.GetRequiredValue(folder), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Import(Surroundings around, string folder, string? output, bool asJson)
    {
        Checked<SimCcsScenario> read = SimCcsReader.Read(folder);
        List<Problem> problems = [.. read.Problems];
        if (output is not null && FreshFolder.Obstacle(output) is { } obstacle)
        {
            problems.Add(obstacle);
        }

        if (problems.Count > 0 || !read.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson);
        }

        if (output is not null)
        {
            SimCcsWriter.Write(read.Value, output);
        }

        around.Terminal.Out.WriteLine(asJson ? Json(read.Value, output).ToJsonString(JsonText.OneLine) : Line(read.Value, around.Language));
        if (!asJson && output is not null)
        {
            around.Terminal.Out.WriteLine(string.Format(NetworkWords.Wrote.In(around.Language), output));
        }

        return ExitCode.Done;
    }

    private static string Line(SimCcsScenario s, Language language) => string.Format(
        NetworkWords.Scenario.In(language), s.Name, s.Sources.Count, s.Sources.Sum(x => x.MostMtPerYear), s.Sinks.Count, s.Sinks.Sum(x => x.CapacityMt),
        s.Network.Edges.Count, s.Network.Vertices.Count, s.Grid.Columns, s.Grid.Rows, s.Grid.CellSize);

    private static JsonObject Json(SimCcsScenario s, string? output) => new()
    {
        ["scenario"] = s.Name,
        ["sources"] = s.Sources.Count,
        ["capturableMtPerYear"] = s.Sources.Sum(x => x.MostMtPerYear),
        ["sinks"] = s.Sinks.Count,
        ["storageMt"] = s.Sinks.Sum(x => x.CapacityMt),
        ["trends"] = s.Trends.Count,
        ["edges"] = s.Network.Edges.Count,
        ["vertices"] = s.Network.Vertices.Count,
        ["grid"] = new JsonObject
        {
            ["columns"] = s.Grid.Columns,
            ["rows"] = s.Grid.Rows,
            ["west"] = s.Grid.West,
            ["south"] = s.Grid.South,
            ["cellSize"] = s.Grid.CellSize,
        },
        ["out"] = output,
    };
}
