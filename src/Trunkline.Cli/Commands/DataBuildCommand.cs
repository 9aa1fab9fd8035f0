using System.CommandLine;
using Spectre.Console;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline data build</c>: the national dataset from the public files.</summary>
internal static class DataBuildCommand
{
    public static Command Build(Surroundings around)
    {
        var from = new Option<string>("--from") { Description = Words.DataBuildFrom.In(around.Language), Required = true, HelpName = "folder" };
        var output = new Option<string>("--out") { Description = Words.DataBuildOut.In(around.Language), Required = true, HelpName = "folder" };
        var command = new Command("build", Words.DataBuild.In(around.Language)) { from, output };
        command.SetAction(parsed => Make(around, parsed.GetRequiredValue(from), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Make(Surroundings around, string from, string output)
    {
        Checked<BuildReport> built = DatasetBuild.Run(from, output);
        if (!built.IsRight)
        {
            return ProblemTable.Show(around, built.Problems, asJson: false);
        }

        Grid grid = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        foreach ((string file, long bytes) in built.Value.Files)
        {
            grid.AddRow(Markup.Escape(file), $"{bytes}");
        }

        around.Terminal.Answering.Write(grid);
        around.Terminal.Out.WriteLine(string.Format(
            Words.DatasetWritten.In(around.Language), output, built.Value.Files.Count, built.Value.Files.Sum(f => f.Bytes) / 1e6));
        return ExitCode.Done;
    }
}
