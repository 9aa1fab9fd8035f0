using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline value</c>: what a policy, or a place where CO2 can go, is worth to a plan.</summary>
internal static class ValueCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var plan = new Argument<string>("plan") { Description = Words.PlanArgument.In(language) };
        var policy = new Argument<string>("policy") { Description = PillarWords.PolicyArgument.In(language) };
        var study = new Option<string?>("--study") { Description = PillarWords.StudyOption.In(language), HelpName = "study" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("value", PillarWords.Value.In(language)) { plan, policy, study, json };
        command.SetAction(parsed => Show(around, parsed.GetRequiredValue(plan), parsed.GetRequiredValue(policy), parsed.GetValue(study), parsed.GetValue(json)));
        return command;
    }

    private static int Show(Surroundings around, string plan, string policy, string? study, bool asJson)
    {
        Checked<PillarInput> input = PlanGround.Read(plan, study);
        if (!input.IsRight)
        {
            return ProblemTable.Show(around, input.Problems, asJson);
        }

        PlanOutcome solve(Study asked, RegisterView law) => ProgressDisplay.Watch(around.Terminal, progress =>
            new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver()).Make(asked, input.Value.Dataset, law, progress, around.Interrupted).OrThrow());
        if (PlanValue.Of(input.Value, policy, solve) is not { } value)
        {
            return ProblemTable.Show(
                around, [new Problem(policy, "is no record of the register and no site, storage or use of the dataset.", "Name one: 'trunkline register list' shows the records.")], asJson);
        }

        if (asJson)
        {
            around.Terminal.Out.WriteLine(PillarsJson.Of(value).ToJsonString(JsonText.OneLine));
        }
        else
        {
            Write(around, value);
        }

        return value.WorthUsd is null ? ExitCode.NotAPlan : ExitCode.Done;
    }

    private static void Write(Surroundings around, PlanValue value)
    {
        Language language = around.Language;
        around.Terminal.Out.WriteLine(value.Says.In(language));
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([.. PillarWords.ValueColumns.Select(c => c.In(language))]);
        foreach ((Bilingual name, ValueSide side) in new[] { (PillarWords.With, value.With), (PillarWords.Without, value.Without) })
        {
            table.AddRow(name.In(language), PillarWords.Word(side.Status, language), Millions(side.NetUsd), Millions(side.BoundUsd), Millions(side.CostUsd), Millions(side.CreditsUsd), Figure(side.CapturedMt));
        }

        around.Terminal.Answering.Write(table);
        around.Terminal.Out.WriteLine(value.WorthUsd is null
            ? PillarWords.NoWorth.In(language)
            : string.Format(CultureInfo.InvariantCulture, PillarWords.Worth.In(language), Millions(value.WorthUsd), Millions(value.AtLeastUsd), Millions(value.AtMostUsd), Figure(value.CapturedMoreMt)));
    }

    private static string Millions(Usd? amount) => amount is { } usd ? (usd.Value / 1e6).ToString("#,##0.0", CultureInfo.InvariantCulture) : "-";

    private static string Figure(double? value) => value is { } number ? number.ToString("#,##0.0", CultureInfo.InvariantCulture) : "-";
}
