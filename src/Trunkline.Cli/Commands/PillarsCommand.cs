using System.CommandLine;
using System.Globalization;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline pillars</c>: what a plan means for the strategy, by pillar.</summary>
internal static class PillarsCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var plan = new Argument<string>("plan") { Description = Words.PlanArgument.In(language) };
        var study = new Option<string?>("--study") { Description = PillarWords.StudyOption.In(language), HelpName = "study" };
        var frontier = new Option<string?>("--frontier") { Description = PillarWords.FrontierOption.In(language), HelpName = "shares" };
        var fill = new Option<string?>("--fill") { Description = PillarWords.FillOption.In(language), HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("pillars", PillarWords.Command.In(language)) { plan, study, frontier, fill, json };
        command.SetAction(parsed => parsed.GetValue(fill) is { } file
            ? Fill(around, parsed.GetRequiredValue(plan), parsed.GetValue(study), file, parsed.GetValue(json))
            : Show(around, parsed.GetRequiredValue(plan), parsed.GetValue(study), parsed.GetValue(frontier), parsed.GetValue(json)));
        return command;
    }

    /// <summary>Writes figures of the plan between the marks of a document.</summary>
    private static int Fill(Surroundings around, string plan, string? study, string file, bool asJson)
    {
        Checked<PillarInput> input = PlanGround.Read(plan, study);
        Problem[] missing = File.Exists(file) ? [] : [new Problem($"--fill {file}", "There is no such file.", "Name a document with marks.")];
        if (!input.IsRight || missing.Length > 0)
        {
            return ProblemTable.Show(around, [.. input.Problems, .. missing], asJson);
        }

        string document = File.ReadAllText(file);
        Checked<string> filled = PlanMarks.Of(input.Value, PlanPillars.PillarsOf(input.Value)).Fill(document, file);
        if (!filled.IsRight)
        {
            return ProblemTable.Show(around, filled.Problems, asJson);
        }

        File.WriteAllText(file, filled.Value);
        around.Terminal.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, PillarWords.Filled.In(around.Language), PlanMarks.NamesIn(document).Count, file));
        return ExitCode.Done;
    }

    private static int Show(Surroundings around, string plan, string? study, string? frontier, bool asJson)
    {
        IReadOnlyList<double>? shares = Shares(frontier);
        Checked<PillarInput> input = PlanGround.Read(plan, study);
        if (!input.IsRight || shares is null)
        {
            Problem[] wrong = shares is null ? [new Problem("--frontier", $"'{frontier}' is no list of shares.", "Give fractions from 0 to 1 with commas, for example 0,0.2,0.4.")] : [];
            return ProblemTable.Show(around, [.. input.Problems, .. wrong], asJson);
        }

        PlanPillars pillars = WithFrontier(around, input.Value, PlanPillars.PillarsOf(input.Value), shares);
        if (asJson)
        {
            around.Terminal.Out.WriteLine(PillarsJson.Of(pillars).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        Show(around, pillars);
        return ExitCode.Done;
    }

    /// <summary>One block a pillar.</summary>
    private static void Show(Surroundings around, PlanPillars pillars)
    {
        Write(around, pillars.Funding is { } funding ? FundingLines.Of(funding, around.Language) : []);
        Write(around, HubLines.Of(pillars.Infrastructure, around.Language));
        PolicyLines.Show(around, pillars.Policy);
        CommunitiesLines.Show(around, pillars.Communities);
        StandardsLines.Show(around, pillars.Standards);
        Write(around, [.. TargetLines.Of(pillars.Targets, around.Language), .. TargetLines.Of(pillars.Money, around.Language)]);
        Write(around, ImpactLines.Of(pillars.Impact, around.Language));
    }

    private static void Write(Surroundings around, IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            around.Terminal.Out.WriteLine(line);
        }
    }

    private static PlanPillars WithFrontier(Surroundings around, PillarInput input, PlanPillars pillars, IReadOnlyList<double> shares)
    {
        if (shares.Count == 0)
        {
            return pillars;
        }

        PlanOutcome solve(Study asked) => new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver())
            .Make(asked, input.Dataset, input.Law, null, around.Interrupted).OrThrow();
        return pillars with { Communities = CommunityFrontier.Of(input, pillars.Communities, shares, solve) };
    }

    /// <summary>Empty where none are asked for, null where they are no shares.</summary>
    private static IReadOnlyList<double>? Shares(string? list)
    {
        List<double> shares = [];
        foreach (string text in list?.Split(',') ?? [])
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) || share is not (>= 0 and <= 1))
            {
                return null;
            }

            shares.Add(share);
        }

        return shares;
    }
}
