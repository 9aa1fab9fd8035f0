using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline network mps</c>: SimCCS' exact model, for any solver to check us with.</summary>
internal static class NetworkMpsCommand
{
    public static Command Build(Surroundings around)
    {
        var question = new NetworkQuestion(around.Language);
        var output = new Option<string?>("--out") { Description = NetworkWords.MpsOut.In(around.Language), HelpName = "file" };
        var command = new Command("mps", NetworkWords.Mps.In(around.Language)) { output };
        question.AddTo(command);
        command.SetAction(parsed => Write(around, question.Read(parsed), parsed.GetValue(output)));
        return command;
    }

    private static int Write(Surroundings around, Checked<SimCcsStudy> study, string? output)
    {
        List<Problem> problems = [.. study.Problems];
        if (output is not null && FreshFolder.ObstacleToFile(output) is { } obstacle)
        {
            problems.Add(obstacle);
        }

        if (problems.Count > 0 || !study.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        string text = MpsText.Write(study.Value.Question is SimCcsQuestion.Periods
            ? new SimCcsStagedModel(study.Value).Linear
            : new SimCcsModel(study.Value).Linear);
        if (output is null)
        {
            around.Terminal.Out.Write(text);
            return ExitCode.Done;
        }

        File.WriteAllText(output, text);
        around.Terminal.Out.WriteLine(string.Format(NetworkWords.Wrote.In(around.Language), output));
        return ExitCode.Done;
    }
}
