using System.CommandLine;
using System.Diagnostics;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Report;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline plan</c>: study in, plan and report out.</summary>
internal static class PlanCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var study = new Argument<string>("study") { Description = Words.StudyArgument.In(language) };
        var output = new Option<string?>("--out") { Description = Words.OutOption.In(language), HelpName = "folder" };
        var gap = new Option<double?>("--gap") { Description = Words.GapOption.In(language), HelpName = "fraction" };
        var time = new Option<double?>("--time-limit") { Description = Words.TimeOption.In(language), HelpName = "seconds" };
        var threads = new Option<int?>("--threads") { Description = Words.ThreadsOption.In(language), HelpName = "number" };
        var seed = new Option<int?>("--seed") { Description = Words.SeedOption.In(language), HelpName = "number" };
        var route = new Option<SolverRoute?>("--route") { Description = Words.RouteOption.In(language), HelpName = "auto|exact|scalable" };
        var asOf = new Option<DateOnly?>("--as-of", "--policy-as-of") { Description = Words.AsOfOption.In(language), HelpName = "date" };
        var overlay = new Option<string[]>("--overlay") { Description = PolicyWords.Overlay.In(language), HelpName = "id" };
        var mode = new Option<string?>("--mode") { Description = PolicyWords.Mode.In(language), HelpName = "id" };
        var ship = new Option<string?>("--ship") { Description = Words.ShipOption.In(language), HelpName = "folder" };
        var start = new Option<string?>("--start") { Description = Words.StartOption.In(language), HelpName = "study" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("plan", Words.Plan.In(language)) { study, output, gap, time, threads, seed, route, asOf, overlay, mode, start, ship, json };
        command.SetAction(parsed => new PlanRun(
            around,
            parsed.GetRequiredValue(study),
            new PlanChoices(
                parsed.GetValue(output),
                parsed.GetValue(gap),
                parsed.GetValue(time),
                parsed.GetValue(threads),
                parsed.GetValue(seed),
                parsed.GetValue(route),
                new PolicyBasis(parsed.GetValue(asOf), parsed.GetValue(overlay) ?? [], parsed.GetValue(mode))),
            parsed.GetValue(start),
            parsed.GetValue(ship),
            parsed.GetValue(json)).Run());
        return command;
    }

    private sealed class PlanRun(Surroundings around, string study, PlanChoices choices, string? startStudy, string? shipTo, bool asJson)
    {
        private Language Language => around.Language;

        public int Run()
        {
            (Checked<StudyInput> input, Checked<PlanOutcome>? outcome) = ProgressDisplay.Watch(around.Terminal, Answer);
            if (outcome is null || !input.IsRight || !outcome.IsRight)
            {
                return ProblemTable.Show(around, outcome?.Problems ?? input.Problems, asJson);
            }

            string? folder = outcome.Value is PlanOutcome.Planned planned ? Write(planned.Plan, input.Value) : null;
            if (shipTo is not null && outcome.Value is PlanOutcome.Planned shipped)
            {
                PlanShipment.Write(shipped, shipTo);
            }

            Show(outcome.Value, input.Value.Study, folder);
            return Code(outcome.Value);
        }

        private (Checked<StudyInput> Input, Checked<PlanOutcome>? Outcome) Answer(IProgress<PlanProgress> progress)
        {
            progress.Report(new PlanProgress("reading", null, null, null, around.Clock.Elapsed.TotalSeconds));
            Checked<StudyInput> input = StudyInput.Read(study, choices);
            if (input.IsRight && PlanFolder.Obstacle(Folder(input.Value.Study)) is { } problem)
            {
                input = Checked<StudyInput>.Wrong([problem]);
            }

            return input.IsRight ? Answer(input.Value, progress) : (input, null);
        }

        private (Checked<StudyInput> Input, Checked<PlanOutcome>? Outcome) Answer(StudyInput input, IProgress<PlanProgress> progress)
        {
            if (startStudy is null)
            {
                return (Checked<StudyInput>.Right(input), Maker().Make(input.Study, input.Dataset, input.Law, progress, around.Interrupted));
            }

            Checked<PlanMemory> earlier = ShippedPlan.Remembered(startStudy, around.Interrupted);
            return earlier.IsRight
                ? (Checked<StudyInput>.Right(input), Maker().MakeBeginning(earlier.Value, input.Study, input.Dataset, input.Law, progress, around.Interrupted))
                : (Checked<StudyInput>.Wrong([.. earlier.Problems]), null);
        }

        private static PlanMaker Maker() => new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());

        private string Folder(Study read) => choices.Out ?? Path.Combine("out", read.Id);

        private string Write(Plan plan, StudyInput input)
        {
            string folder = Folder(input.Study);
            PlanFolder.Replace(folder, fresh => ReportWriter.Write(plan, input.Dataset, input.PillarsOf(plan), Language, fresh));
            return folder;
        }

        private void Show(PlanOutcome outcome, Study read, string? folder)
        {
            if (asJson)
            {
                around.Terminal.Out.WriteLine(PlanAnswer.Json(
                    outcome, read, around.Clock.Elapsed.TotalSeconds, PeakMemoryMb(), folder).ToJsonString(JsonText.OneLine));
                return;
            }

            foreach (string line in PlanSummary.Lines(outcome, Language))
            {
                around.Terminal.Out.WriteLine(line);
            }

            if (folder is not null)
            {
                around.Terminal.Out.WriteLine(string.Format(Words.Written.In(Language), folder, Path.Combine(folder, "report.html")));
            }
        }

        private int Code(PlanOutcome outcome) => outcome switch
        {
            PlanOutcome.Planned { Plan.Audit.Passed: true } => ExitCode.Done,
            PlanOutcome.OutOfTime when around.Interrupted.IsCancellationRequested => ExitCode.Cancelled,
            _ => ExitCode.NotAPlan,
        };

        private static double PeakMemoryMb()
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1048576.0;
        }
    }
}
