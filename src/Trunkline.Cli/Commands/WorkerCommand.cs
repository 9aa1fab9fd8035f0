using System.CommandLine;
using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline worker --once</c>: one task of a sweep, for whatever schedules work.</summary>
internal static class WorkerCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var once = new Option<string>("--once") { Description = SweepWords.Once.In(language), HelpName = "file", Required = true };
        var command = new Command("worker", SweepWords.Worker.In(language)) { once };
        command.SetAction(parsed => Run(around, parsed.GetRequiredValue(once)));
        return command;
    }

    private static int Run(Surroundings around, string file)
    {
        try
        {
            SolverAnswer answer = TaskFiles.Solve(file, new SolverDesk());
            around.Terminal.Out.WriteLine($"{answer.Key} {answer.Result.Status}");
            return answer.Result.Status == ScenarioStatus.Planned ? ExitCode.Done : ExitCode.NotAPlan;
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return ProblemTable.Show(around, [new Problem(file, wrong.Message, SweepWords.Once.In(around.Language))], asJson: false);
        }
    }
}
