using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline pillars</c>: what a plan means for the strategy, by pillar.</summary>
internal static class PillarsCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var plan = new Argument<string>("plan") { Description = Words.PlanArgument.In(language) };
        var study = new Option<string?>("--study") { Description = PillarWords.StudyOption.In(language), HelpName = "study" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("pillars", PillarWords.Command.In(language)) { plan, study, json };
        command.SetAction(parsed => Show(around, parsed.GetRequiredValue(plan), parsed.GetValue(study), parsed.GetValue(json)));
        return command;
    }

    private static int Show(Surroundings around, string plan, string? study, bool asJson)
    {
        Checked<PillarInput> input = PlanGround.Read(plan, study);
        if (!input.IsRight)
        {
            return ProblemTable.Show(around, input.Problems, asJson);
        }

        PlanPillars pillars = PlanPillars.PillarsOf(input.Value);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(PillarsJson.Of(pillars).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        foreach (string line in Lines(pillars, around.Language))
        {
            around.Terminal.Out.WriteLine(line);
        }

        return ExitCode.Done;
    }

    /// <summary>One block a pillar.</summary>
    private static IEnumerable<string> Lines(PlanPillars pillars, Language language) =>
    [
        .. pillars.Funding is { } funding ? FundingLines.Of(funding, language) : [],
        .. HubLines.Of(pillars.Infrastructure, language),
        .. PolicyLines.Of(pillars.Policy, language),
        .. TargetLines.Of(pillars.Targets, language),
        .. TargetLines.Of(pillars.Money, language),
        .. ImpactLines.Of(pillars.Impact, language),
    ];
}
