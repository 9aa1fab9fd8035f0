using System.CommandLine;
using Spectre.Console;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline study list</c>: the studies that ship.</summary>
internal static class StudyListCommand
{
    public static Command Build(Surroundings around)
    {
        var command = new Command("list", Words.StudyList.In(around.Language));
        command.SetAction(_ => List(around));
        return command;
    }

    private static int List(Surroundings around)
    {
        if (ShippedData.Folder is null)
        {
            return ProblemTable.Show(around, [ShippedData.Missing], asJson: false);
        }

        Grid grid = new Grid().AddColumn().AddColumn();
        foreach ((string name, string folder) in ShippedData.Studies())
        {
            grid.AddRow(Markup.Escape(name), Markup.Escape(FirstHeading(folder) ?? folder));
        }

        around.Terminal.Answering.Write(grid);
        return ExitCode.Done;
    }

    /// <summary>What a study is about stands at the head of its README.</summary>
    private static string? FirstHeading(string folder)
    {
        string readme = Path.Combine(folder, "README.md");
        return File.Exists(readme) ? File.ReadLines(readme).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..] : null;
    }
}
