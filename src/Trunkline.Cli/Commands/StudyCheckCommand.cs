using System.CommandLine;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline study check</c>: everything that is wrong with a study, its dataset and the register.</summary>
internal static class StudyCheckCommand
{
    public static Command Build(Surroundings around)
    {
        var study = new Argument<string>("study") { Description = Words.StudyArgument.In(around.Language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("check", Words.StudyCheck.In(around.Language)) { study, json };
        command.SetAction(parsed => Check(around, parsed.GetRequiredValue(study), parsed.GetValue(json)));
        return command;
    }

    private static int Check(Surroundings around, string study, bool asJson)
    {
        Checked<StudyInput> input = StudyInput.Read(study);
        if (!input.IsRight)
        {
            return ProblemTable.Show(around, input.Problems, asJson);
        }

        around.Terminal.Out.WriteLine(asJson
            ? new System.Text.Json.Nodes.JsonObject { ["study"] = input.Value.Study.Id, ["problems"] = new System.Text.Json.Nodes.JsonArray() }.ToJsonString(JsonText.OneLine)
            : string.Format(
                Words.StudyIsRight.In(around.Language),
                study,
                input.Value.Dataset.Sites.Count,
                input.Value.Dataset.Streams.Count,
                input.Value.Dataset.Formations.Count));
        return ExitCode.Done;
    }
}
