using System.CommandLine;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline network export</c>: a solution as SimCCS' result folder, with map layers.</summary>
internal static class NetworkExportCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var folder = new Argument<string>("folder") { Description = NetworkWords.Folder.In(language) };
        var solution = new Option<string>("--solution") { Description = NetworkWords.Solution.In(language), Required = true, HelpName = "file" };
        var output = new Option<string>("--out") { Description = NetworkWords.ExportOut.In(language), Required = true, HelpName = "folder" };
        var command = new Command("export", NetworkWords.Export.In(language)) { folder, solution, output };
        command.SetAction(parsed => Export(
            around, StoredSolution.Read(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(solution)), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Export(Surroundings around, Checked<StoredSolution> stored, string folder)
    {
        List<Problem> problems = [.. stored.Problems];
        if (FreshFolder.Obstacle(folder) is { } obstacle)
        {
            problems.Add(obstacle);
        }

        if (problems.Count > 0 || !stored.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        Write(stored.Value.Study, stored.Value.Solution, folder);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            around.Terminal.Out.WriteLine(string.Format(NetworkWords.Wrote.In(around.Language), file));
        }

        SimCcsVerdict verdict = SimCcsCheck.Of(stored.Value.Study, stored.Value.Solution);
        around.Terminal.Out.WriteLine(NetworkAnswer.CheckLine(verdict, around.Language));
        return verdict.Passed ? ExitCode.Done : ExitCode.NotAPlan;
    }

    private static void Write(SimCcsStudy study, SimCcsSolution solution, string folder)
    {
        SimCcsResult result = SimCcsResults.Of(study, solution);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "solution.csv"), SimCcsSolutionFile.Text(result));
        File.WriteAllText(Path.Combine(folder, "solution.sol"), SimCcsRunFiles.Solution(study, solution));
        File.WriteAllText(Path.Combine(folder, "model.mps"), SimCcsRunFiles.Model(study));
        File.WriteAllBytes(Path.Combine(folder, "network.geojson"), SimCcsLayers.GeoJson(study.Scenario, result));
        SimCcsLayers.WriteShapefiles(study.Scenario, result, Path.Combine(folder, "shapeFiles"));
    }
}
