using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner.SimCcs;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline network check</c>: a solution verified against its scenario, its cost worked out again.</summary>
internal static class NetworkCheckCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var folder = new Argument<string>("folder") { Description = NetworkWords.Folder.In(language) };
        var solution = new Option<string>("--solution") { Description = NetworkWords.Solution.In(language), Required = true, HelpName = "file" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("check", NetworkWords.Check.In(language)) { folder, solution, json };
        command.SetAction(parsed => Check(
            around, StoredSolution.Read(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(solution)), parsed.GetValue(json)));
        return command;
    }

    private static int Check(Surroundings around, Checked<StoredSolution> stored, bool asJson)
    {
        if (!stored.IsRight)
        {
            return ProblemTable.Show(around, stored.Problems, asJson);
        }

        SimCcsVerdict verdict = SimCcsCheck.Of(stored.Value.Study, stored.Value.Solution);
        if (asJson)
        {
            var json = new JsonObject { ["scenario"] = stored.Value.Study.Scenario.Name };
            NetworkAnswer.AddCosts(json, verdict);
            around.Terminal.Out.WriteLine(json.ToJsonString(JsonText.OneLine));
        }
        else
        {
            around.Terminal.Out.WriteLine(NetworkAnswer.Costs(verdict.Costs, overPeriods: false, around.Language));
            around.Terminal.Out.WriteLine(NetworkAnswer.CheckLine(verdict, around.Language));
        }

        return verdict.Passed ? ExitCode.Done : ExitCode.NotAPlan;
    }
}
