using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep new</c>: a small sweep over a study to start from.</summary>
internal static class SweepNewCommand
{
    private const int Scenarios = 40;

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
        File.WriteAllText(file, Sweep(study.Value!, Path.GetRelativePath(home, Path.GetFullPath(path)).Replace('\\', '/')).ToJsonString(JsonText.Indented) + "\n");
        around.Terminal.Out.WriteLine(string.Format(SweepWords.Written.In(around.Language), file));
        return ExitCode.Done;
    }

    private static JsonObject Sweep(Study study, string path) => new()
    {
        ["id"] = $"{study.Id}-futures"[..Math.Min(study.Id.Length + 8, 64)],
        ["title"] = new JsonObject { ["en"] = $"{study.Title.En}: futures", ["zh"] = $"{study.Title.Zh}：多种未来" },
        ["study"] = path,
        ["seed"] = 1,
        ["sample"] = new JsonObject { ["method"] = "latin-hypercube", ["scenarios"] = Scenarios },
        ["parameters"] = new JsonArray(
            Parameter("capture-cost", "Cost of capture", "捕集成本", "cost", new JsonArray("capture"), 0.8, 1.5),
            Parameter("pipe-cost", "Cost of pipes", "管道成本", "cost", new JsonArray("transport"), 0.8, 1.5),
            Parameter("rock", "Storage against the dataset", "封存能力（相对数据集）", "storage", new JsonArray("*"), 0.5, 1.2)),
        ["correlations"] = new JsonArray(new JsonObject { ["first"] = "capture-cost", ["second"] = "pipe-cost", ["correlation"] = 0.5 }),
        ["heldOut"] = 0.5,
    };

    private static JsonObject Parameter(string name, string en, string zh, string kind, JsonArray what, double least, double most) => new()
    {
        ["name"] = name,
        ["title"] = new JsonObject { ["en"] = en, ["zh"] = zh },
        [kind] = what,
        ["uniform"] = new JsonObject { ["least"] = least, ["most"] = most },
    };
}
