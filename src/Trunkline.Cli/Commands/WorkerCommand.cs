using System.CommandLine;
using System.Text.Json;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline worker</c>: works for the team until stopped; with <c>--once</c> solves one task of a sweep, for whatever schedules work.</summary>
internal static class WorkerCommand
{
    private const double LeastLease = 2;

    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var once = new Option<string?>("--once") { Description = SweepWords.Once.In(language), HelpName = "file" };
        var solvers = new Option<int?>("--solvers") { Description = SweepWords.Workers.In(language), HelpName = "number" };
        var lease = new Option<double>("--lease") { Description = SweepWords.Lease.In(language), HelpName = "seconds", DefaultValueFactory = _ => TeamDatabase.UsualLease.TotalSeconds };
        var command = new Command("worker", SweepWords.Worker.In(language)) { once, solvers, lease };
        command.SetAction(parsed => parsed.GetValue(once) is { } file ? Run(around, file) : Serve(around, parsed.GetValue(solvers) ?? Environment.ProcessorCount, parsed.GetValue(lease)));
        return command;
    }

    private static int Serve(Surroundings around, int solvers, double lease)
    {
        List<Problem> problems = [];
        if (solvers is < 1 or > 256)
        {
            problems.Add(new Problem("--solvers", $"{solvers} is not between 1 and 256.", "Give a number of processes, for example 2."));
        }

        if (!(lease >= LeastLease))
        {
            problems.Add(new Problem("--lease", $"{lease} is not {LeastLease} or more.", "Give seconds, for example 20."));
        }

        return problems.Count > 0 ? ProblemTable.Show(around, problems, asJson: false) : TeamDatabase.With(around, asJson: false, (board, database) =>
        {
            var setup = new WorkerSetup($"{Environment.MachineName}-{Environment.ProcessId}", solvers, ShippedData.Folder ?? "data", SweepFolder.Solver());
            var queue = TeamQueue.Open(database, TimeSpan.FromSeconds(lease));
            var worker = new TeamWorker(board, queue, setup);
            around.Terminal.Error.WriteLine(string.Format(SweepWords.Works.In(around.Language), setup.Name, solvers, queue.Name));
            worker.Run(around.Interrupted);
            around.Terminal.Out.WriteLine(string.Format(SweepWords.Worked.In(around.Language), setup.Name, worker.Done));
            return ExitCode.Done;
        });
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
