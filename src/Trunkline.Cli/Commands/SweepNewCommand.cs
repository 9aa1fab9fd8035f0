using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep new</c>: a small sweep over a study to start from.</summary>
internal static class SweepNewCommand
{
    public static Command Build(Surroundings around)
    {
        var study = new Argument<string>("study") { Description = SweepWords.NewStudy.In(around.Language) };
        var file = new Option<string>("--out") { Description = SweepWords.NewFile.In(around.Language), HelpName = "file", DefaultValueFactory = _ => "sweep.json" };
        var command = new Command("new", SweepWords.New.In(around.Language)) { study, file };
        command.SetAction(parsed => Write(around, parsed.GetRequiredValue(study), parsed.GetRequiredValue(file)));
        return command;
    }

    private static int Write(Surroundings around, string named, string file)
    {
        string path = ShippedData.Study(named);
        Checked<Study> study = StudyReader.Read(path);
        List<Problem> problems = [.. study.Problems];
        if (File.Exists(file) || Directory.Exists(file))
        {
            problems.Add(new Problem(file, "There is something already.", "Name a file that does not exist."));
        }

        if (problems.Count > 0)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        string home = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(home);
        File.WriteAllText(file, SweepStart.Of(study.Value!, Path.GetRelativePath(home, Path.GetFullPath(path)).Replace('\\', '/')).ToJsonString(JsonText.Indented) + "\n");
        around.Terminal.Out.WriteLine(string.Format(SweepWords.Written.In(around.Language), file));
        return ExitCode.Done;
    }
}
