using System.CommandLine;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Optimisation;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline network solve</c>: a SimCCS scenario and a question in, the cheapest network and a bound out.</summary>
internal static class NetworkSolveCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var question = new NetworkQuestion(language);
        var time = new Option<double>("--time-limit") { Description = NetworkWords.TimeLimit.In(language), HelpName = "seconds", DefaultValueFactory = _ => 120 };
        var gap = new Option<double>("--gap") { Description = NetworkWords.Gap.In(language), HelpName = "fraction", DefaultValueFactory = _ => 1e-4 };
        var threads = new Option<int>("--threads") { Description = Words.ThreadsOption.In(language), HelpName = "number", DefaultValueFactory = _ => 2 };
        var seed = new Option<int>("--seed") { Description = Words.SeedOption.In(language), HelpName = "number", DefaultValueFactory = _ => 1 };
        var output = new Option<string?>("--out") { Description = NetworkWords.SolutionOut.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("solve", NetworkWords.Solve.In(language)) { time, gap, threads, seed, output, json };
        question.AddTo(command);
        command.SetAction(parsed => Run(
            around,
            question.Read(parsed),
            new SolveOptions(parsed.GetValue(gap), parsed.GetValue(time), parsed.GetValue(threads), parsed.GetValue(seed)),
            parsed.GetValue(output),
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings around, Checked<SimCcsStudy> study, SolveOptions options, string? output, bool asJson)
    {
        List<Problem> problems = [.. study.Problems, .. Problems(options, output, study.Value)];
        if (problems.Count > 0 || !study.IsRight)
        {
            return ProblemTable.Show(around, problems, asJson);
        }

        SimCcsAnswer answer = new SimCcsSolver(new HighsSolver()).Solve(study.Value, options, new LoggedProgress(around.Terminal), around.Interrupted);
        if (output is not null && answer.Solution is { } solution)
        {
            File.WriteAllText(output, SimCcsSolutionFile.Text(SimCcsResults.Of(study.Value, solution)));
        }

        Show(around, study.Value, answer, answer.Solution is null ? null : output, asJson);
        return answer.Verdict is { Passed: true } ? ExitCode.Done
            : answer.Verdict is null && around.Interrupted.IsCancellationRequested ? ExitCode.Cancelled
            : ExitCode.NotAPlan;
    }

    private static void Show(Surroundings around, SimCcsStudy study, SimCcsAnswer answer, string? written, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(NetworkAnswer.Json(study, answer, written).ToJsonString(JsonText.OneLine));
            return;
        }

        foreach (string line in NetworkAnswer.Lines(answer, around.Language))
        {
            around.Terminal.Out.WriteLine(line);
        }

        if (written is not null)
        {
            around.Terminal.Out.WriteLine(string.Format(NetworkWords.Wrote.In(around.Language), written));
        }
    }

    private static IEnumerable<Problem> Problems(SolveOptions options, string? output, SimCcsStudy? study)
    {
        if (!(options.RelativeGap is >= 0 and <= 1))
        {
            yield return new Problem("--gap", $"{options.RelativeGap} is not between 0 and 1.", "Give a fraction, for example 0.0001 for 0.01 %.");
        }

        if (!(options.TimeLimitSeconds is >= 0.01 and <= 86_400))
        {
            yield return new Problem("--time-limit", $"{options.TimeLimitSeconds} is not between 0.01 and 86400.", "Give seconds, for example 120.");
        }

        if (options.Threads is < 1 or > 64)
        {
            yield return new Problem("--threads", $"{options.Threads} is not between 1 and 64.", "Give a number of threads, for example 2.");
        }

        if (output is not null && study?.Question is SimCcsQuestion.Periods)
        {
            yield return new Problem("--out", "A solution.csv holds one year, not periods.", "Leave --out away; --json tells what each period captures.");
        }

        if (output is not null && FreshFolder.ObstacleToFile(output) is { } obstacle)
        {
            yield return obstacle;
        }
    }

    /// <summary>A line on standard error every few seconds.</summary>
    private sealed class LoggedProgress(Terminal terminal) : IProgress<SolveProgress>
    {
        private const double SecondsBetween = 5;
        private readonly Lock gate = new();
        private double last;

        public void Report(SolveProgress value)
        {
            lock (gate)
            {
                if (value.Seconds < last + SecondsBetween)
                {
                    return;
                }

                last = value.Seconds;
                terminal.Error.WriteLine(string.Format(
                    NetworkWords.Progress.In(terminal.Language), value.Seconds, value.Objective is { } best ? $"{best:#,0.00}" : "-", $"{value.Bound:#,0.00}"));
            }
        }
    }
}
