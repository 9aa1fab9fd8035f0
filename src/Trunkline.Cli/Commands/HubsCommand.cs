using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline hubs</c>: the shared hubs and corridors of a plan; what comes of building late, or without looking ahead.</summary>
internal static class HubsCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var plan = new Argument<string>("plan") { Description = Words.PlanArgument.In(language) };
        var study = new Option<string?>("--study") { Description = PillarWords.StudyOption.In(language), HelpName = "study" };
        var hub = new Option<string?>("--hub") { Description = HubWords.HubOption.In(language), HelpName = "id" };
        var late = new Option<double[]>("--late") { Description = HubWords.LateOption.In(language), HelpName = "years" };
        var builds = new Option<bool>("--builds") { Description = HubWords.BuildsOption.In(language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("hubs", HubWords.Command.In(language)) { plan, study, hub, late, builds, json };
        command.SetAction(parsed => new HubsRun(
            around, parsed.GetValue(hub), parsed.GetValue(late) ?? [], parsed.GetValue(builds), parsed.GetValue(json)).Run(parsed.GetRequiredValue(plan), parsed.GetValue(study)));
        return command;
    }

    private sealed class HubsRun(Surroundings around, string? hubId, double[] late, bool builds, bool asJson)
    {
        private Language Language => around.Language;

        public int Run(string plan, string? study)
        {
            Checked<PillarInput> input = PlanGround.Read(plan, study);
            if (!input.IsRight)
            {
                return ProblemTable.Show(around, input.Problems, asJson);
            }

            PlanPillars pillars = PlanPillars.PillarsOf(input.Value);
            Hub? hub = pillars.Infrastructure.Hubs.FirstOrDefault(h => h.Id == hubId);
            if (Problems(pillars, hub) is { Count: > 0 } problems)
            {
                return ProblemTable.Show(around, problems, asJson);
            }

            Checked<IReadOnlyList<LateHub>> delays = hub is null || late.Length == 0 ? Checked<IReadOnlyList<LateHub>>.Right([]) : Late(input.Value, hub);
            Checked<IReadOnlyList<BuiltWay>> ways = builds
                ? new BuildWays(new ExactDesignSolver(), new ScalableDesignSolver()).Compare(input.Value.Plan, input.Value.Study, input.Value.Dataset, input.Value.Law, around.Interrupted)
                : Checked<IReadOnlyList<BuiltWay>>.Right([]);
            return delays.IsRight && ways.IsRight
                ? Show(pillars, hub, delays.Value, ways.Value)
                : ProblemTable.Show(around, [.. delays.Problems, .. ways.Problems], asJson);
        }

        private List<Problem> Problems(PlanPillars pillars, Hub? hub)
        {
            List<Problem> problems = [];
            if (hubId is not null && hub is null)
            {
                string some = string.Join(", ", pillars.Infrastructure.Hubs.Take(5).Select(h => h.Id));
                problems.Add(new Problem("--hub", string.Format(CultureInfo.InvariantCulture, HubWords.NoHub.In(Language), hubId), string.Format(CultureInfo.InvariantCulture, HubWords.HubsAre.In(Language), some)));
            }

            problems.AddRange(late.Where(y => y is not (> 0 and <= 50)).Select(y => new Problem("--late", $"{y} is not between 0 and 50.", "Give years, for example 2.")));
            if (late.Length > 0 && hubId is null)
            {
                problems.Add(new Problem("--late", "No hub is named.", "Say which hub is late: --hub ID."));
            }

            return problems;
        }

        /// <summary>Cold by the exact route; warm from a fresh plan by the scalable one, so that both answers come of one search.</summary>
        private Checked<IReadOnlyList<LateHub>> Late(PillarInput input, Hub hub)
        {
            var maker = new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());
            bool isExact = input.Plan.Stamp.Route == "exact";
            PlanOutcome.Planned? onTime = isExact ? null : maker.Make(input.Study, input.Dataset, input.Law, null, around.Interrupted).OrThrow() as PlanOutcome.Planned;
            List<LateHub> answers = [];
            foreach (double years in late)
            {
                Study delayed = LateHub.Delayed(input.Study, hub, years);
                Checked<PlanOutcome> outcome = onTime?.Memory is { } memory
                    ? maker.Remake(delayed, memory, input.Law, around.Interrupted)
                    : maker.Make(delayed, input.Dataset, input.Law, null, around.Interrupted);
                if (outcome is { IsRight: true, Value: PlanOutcome.OutOfTime } && onTime?.Memory is not null && !around.Interrupted.IsCancellationRequested)
                {
                    // Moves could not mend the plan: a hub is a large hole. So from the beginning.
                    outcome = maker.Make(delayed, input.Dataset, input.Law, null, around.Interrupted);
                }

                if (!outcome.IsRight)
                {
                    return Checked<IReadOnlyList<LateHub>>.Wrong([.. outcome.Problems]);
                }

                answers.Add(LateHub.Of(onTime?.Plan ?? input.Plan, hub, years, outcome.Value));
            }

            return Checked<IReadOnlyList<LateHub>>.Right(answers);
        }

        private int Show(PlanPillars pillars, Hub? hub, IReadOnlyList<LateHub> delays, IReadOnlyList<BuiltWay> ways)
        {
            if (asJson)
            {
                around.Terminal.Out.WriteLine(Json(pillars, hub, delays, ways).ToJsonString(JsonText.OneLine));
                return ExitCode.Done;
            }

            IEnumerable<string> lines = hub is null
                ? HubLines.Of(pillars.Infrastructure, Language)
                : HubLines.Of(hub, pillars.Money.Hubs.First(m => m.HubId == hub.Id), Language);
            foreach (string line in lines.Concat(AheadLines.Of(delays, Language)).Concat(AheadLines.Of(ways, Language)))
            {
                around.Terminal.Out.WriteLine(line);
            }

            return ExitCode.Done;
        }

        private static JsonObject Json(PlanPillars pillars, Hub? hub, IReadOnlyList<LateHub> delays, IReadOnlyList<BuiltWay> ways)
        {
            JsonObject answer = hub is null
                ? PillarsJson.Of(pillars.Infrastructure)
                : new JsonObject { ["hub"] = PillarsJson.Of(hub), ["money"] = PillarsJson.Of(pillars.Money.Hubs.First(m => m.HubId == hub.Id)) };
            answer["late"] = new JsonArray([.. delays.Select(PillarsJson.Of)]);
            answer["builds"] = new JsonArray([.. ways.Select(AheadLines.Json)]);
            return answer;
        }
    }
}
