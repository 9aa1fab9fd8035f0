using System.CommandLine;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline study new</c>: a small study to start from, with its README.</summary>
internal static partial class StudyNewCommand
{
    public static Command Build(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = Words.StudyNewFolder.In(around.Language) };
        var command = new Command("new", Words.StudyNew.In(around.Language)) { folder };
        command.SetAction(parsed => Write(around, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Write(Surroundings around, string given)
    {
        string folder = Path.GetFullPath(given);
        string id = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        List<Problem> problems = [.. Problems(folder, id, given)];
        if (problems.Count > 0)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "study.json"), Study(folder, id));
        File.WriteAllText(Path.Combine(folder, "README.md"), Readme(id));
        around.Terminal.Out.WriteLine(string.Format(Words.StudyWritten.In(around.Language), Path.Combine(given, "study.json"), given));
        return ExitCode.Done;
    }

    private static IEnumerable<Problem> Problems(string folder, string id, string given)
    {
        if (!IdPattern().IsMatch(id))
        {
            yield return new Problem(given, $"'{id}' cannot be a study's id.", "Use lower-case letters, digits and hyphens, for example ohio-valley.");
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            yield return new Problem(given, "There is something already.", "Name a folder that does not exist, or an empty one.");
        }

        if (ShippedData.Folder is null)
        {
            yield return ShippedData.Missing;
        }
    }

    private static string Study(string folder, string id)
    {
        string dataset = Path.GetRelativePath(folder, Path.Combine(ShippedData.Folder!, "us")).Replace('\\', '/');
        var study = new JsonObject
        {
            ["id"] = id,
            ["title"] = new JsonObject { ["en"] = "Illinois and Indiana", ["zh"] = "伊利诺伊州和印第安纳州" },
            ["dataset"] = dataset,
            ["region"] = new JsonObject { ["states"] = new JsonArray("IL", "IN") },
            // Storage takes years to permit and to build: what cannot be reached in the first years is said, not refused.
            ["target"] = new JsonObject { ["mtPerYear"] = new JsonArray(1, 5, 10, 15, 20), ["whenUnreachable"] = "lower" },
            ["policy"] = new JsonObject { ["asOf"] = "2026-11-23" },
            ["discountRate"] = 0.07,
            ["dollarYear"] = 2023,
        };
        return study.ToJsonString(JsonText.Indented) + "\n";
    }

    private static string Readme(string id) =>
        $"""
        # {id}

        What this study asks, and why. Every member of `study.json` is described in `docs/reference/study.schema.json`.

            trunkline study check .
            trunkline plan .

        """;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex IdPattern();
}
