using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Runner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep run</c> and <c>resume</c>: computes what is not done, each run once.</summary>
internal static class SweepRunCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var file = new Argument<string>("file") { Description = SweepWords.File.In(language) };
        var output = new Option<string?>("--out") { Description = SweepWords.Out.In(language), HelpName = "folder" };
        var tasks = new Option<bool>("--tasks") { Description = SweepWords.Tasks.In(language) };
        var options = new RunOptions(language);
        var command = new Command("run", SweepWords.Run.In(language)) { file, output, options.Workers, options.Team, options.Retry, tasks, options.Json };
        command.SetAction(parsed => new Computing(around, options.Of(parsed)).Run(parsed.GetRequiredValue(file), parsed.GetValue(output), parsed.GetValue(tasks)));
        return command;
    }

    public static Command BuildResume(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = SweepWords.Folder.In(around.Language) };
        var options = new RunOptions(around.Language);
        var command = new Command("resume", SweepWords.Resume.In(around.Language)) { folder, options.Workers, options.Team, options.Retry, options.Json };
        command.SetAction(parsed =>
        {
            string given = parsed.GetRequiredValue(folder);
            Checked<string> file = SweepFolder.SweepFile(given, around.Language);
            RunChoice choice = options.Of(parsed);
            return file.IsRight ? new Computing(around, choice).Run(file.Value, given, tasksOnly: false) : ProblemTable.Show(around, file.Problems, choice.AsJson);
        });
        return command;
    }

    private sealed class RunOptions(Language language)
    {
        public Option<int?> Workers { get; } = new("--workers") { Description = SweepWords.Workers.In(language), HelpName = "number" };

        public Option<bool> Team { get; } = new("--team") { Description = SweepWords.Team.In(language) };

        public Option<bool> Retry { get; } = new("--retry") { Description = SweepWords.Retry.In(language) };

        public Option<bool> Json { get; } = new("--json") { Description = Words.JsonOption.In(language) };

        public RunChoice Of(ParseResult parsed) => new(parsed.GetValue(Workers), parsed.GetValue(Team), parsed.GetValue(Retry), parsed.GetValue(Json));
    }

    private sealed record RunChoice(int? Workers, bool Team, bool Retry, bool AsJson);

    private sealed class Computing(Surroundings around, RunChoice choice)
    {
        private Language Language => around.Language;

        public int Run(string file, string? output, bool tasksOnly)
        {
            Checked<SweepGround> ground = SweepGround.Read(file, ShippedData.Register);
            List<Problem> problems = [.. ground.Problems];
            if (choice.Workers is not (null or (>= 1 and <= 256)))
            {
                problems.Add(new Problem("--workers", $"{choice.Workers} is not between 1 and 256.", "Give a number of processes, for example 2."));
            }

            if (choice.Team && TeamDatabase.Named is null)
            {
                problems.Add(TeamDatabase.Missing(Language));
            }

            string folder = output ?? Path.Combine("out", ground.Value?.Sweep.Id ?? "sweep");
            if (File.Exists(folder))
            {
                problems.Add(new Problem($"--out {folder}", "This is a file.", "Name a folder."));
            }

            return problems.Count == 0 ? Locked(ground.Value!, folder, tasksOnly) : ProblemTable.Show(around, problems, choice.AsJson);
        }

        private int Locked(SweepGround ground, string folder, bool tasksOnly)
        {
            using var held = SweepLock.Take(folder);
            if (held is null)
            {
                return ProblemTable.Show(around, [SweepFolder.Held(folder, Language)], choice.AsJson);
            }

            using var store = SweepStore.Open(folder);
            store.Remember(SweepFolder.FileFact, ground.Sweep.File);
            int taken = TaskFiles.TakeUp(folder, store);
            if (choice.Retry)
            {
                store.ForgetFailuresOfTheMachine();
            }

            if (choice.Team && !tasksOnly)
            {
                return TeamDatabase.With(around, choice.AsJson, (board, database) =>
                    Compute(new SweepRun(ground, store, new TeamSolvers(board, TeamQueue.Open(database, TeamDatabase.UsualLease), folder, ShippedData.Folder ?? "data")), folder));
            }

            var run = new SweepRun(ground, store, new LocalSolvers(SweepFolder.Solver(), choice.Workers ?? Environment.ProcessorCount));
            return tasksOnly ? Tasks(run, folder, taken) : Compute(run, folder);
        }

        private int Compute(SweepRun run, string folder) => Answer(run.Run(new ProgressLines(around.Terminal), around.Interrupted), folder);

        private int Tasks(SweepRun run, string folder, int taken)
        {
            int count = TaskFiles.Write(folder, run.Left());
            around.Terminal.Out.WriteLine(choice.AsJson
                ? new JsonObject { ["tasks"] = count, ["taken"] = taken, ["folder"] = folder }.ToJsonString(JsonText.OneLine)
                : string.Format(SweepWords.TasksWritten.In(Language), count, Path.Combine(folder, "tasks"), taken));
            return ExitCode.Done;
        }

        private int Answer(SweepOutcome outcome, string folder)
        {
            if (choice.AsJson)
            {
                around.Terminal.Out.WriteLine(new JsonObject
                {
                    ["computed"] = outcome.Computed,
                    ["reused"] = outcome.Reused,
                    ["failed"] = outcome.Failed,
                    ["stopped"] = outcome.Stopped,
                    ["folder"] = folder,
                }.ToJsonString(JsonText.OneLine));
            }
            else
            {
                around.Terminal.Out.WriteLine(string.Format(SweepWords.Done.In(Language), outcome.Computed, outcome.Reused, outcome.Failed));
                if (outcome.Stopped)
                {
                    around.Terminal.Out.WriteLine(string.Format(SweepWords.Left.In(Language), folder));
                }
            }

            return outcome.Stopped ? ExitCode.Cancelled : ExitCode.Done;
        }
    }

    /// <summary>A line on standard error whenever something has changed.</summary>
    private sealed class ProgressLines(Terminal terminal) : IProgress<SweepCounts>
    {
        private const double SecondsBetween = 2;
        private readonly System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        private double next;
        private SweepCounts? last;

        public void Report(SweepCounts value)
        {
            if (value != last && (clock.Elapsed.TotalSeconds >= next || value.Done == value.Wanted))
            {
                (last, next) = (value, clock.Elapsed.TotalSeconds + SecondsBetween);
                terminal.Error.WriteLine(string.Format(SweepWords.Progress.In(terminal.Language), value.Done, value.Wanted, value.Failed, value.Running));
            }
        }
    }
}
