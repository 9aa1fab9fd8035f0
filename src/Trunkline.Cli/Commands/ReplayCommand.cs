using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline replay</c>: computes a kept plan again and says equal, or what differs. Exit 1 where it differs or cannot be computed again.</summary>
internal static class ReplayCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var plan = new Argument<string>("plan") { Description = TeamWords.ReplayPlan.In(language) };
        var workspace = new Option<string>("--workspace") { Description = TeamWords.WorkspaceOption.In(language), DefaultValueFactory = _ => Workspaces.Main, HelpName = "name" };
        Option<string> store = StoreOption.Build(around);
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("replay", TeamWords.Replay.In(language)) { plan, workspace, store, json };
        command.SetAction(parsed => Replay(
            around, parsed.GetRequiredValue(plan), parsed.GetRequiredValue(workspace), parsed.GetRequiredValue(store), parsed.GetValue(json)));
        return command;
    }

    private static int Replay(Surroundings around, string plan, string workspace, string folder, bool asJson)
    {
        if (ShippedData.Folder is not { } data)
        {
            return ProblemTable.Show(around, [ShippedData.Missing], asJson);
        }

        if (!Workspaces.IsName(workspace))
        {
            return ProblemTable.Show(around, [TeamWords.NoWorkspace(workspace, around.Language)], asJson);
        }

        return StoreOption.On(around, folder, opened => Replay(around, plan, opened.In(workspace), data, asJson), asJson);
    }

    private static int Replay(Surroundings around, string plan, TrunklineStore store, string data, bool asJson)
    {
        PlanReplay replay = new(store, new PlanInputs(data, store), new PlanSolverHere());
        Checked<Replayed> done = ProgressDisplay.Watch(around.Terminal, progress => replay.Of(plan, progress, around.Interrupted));
        if (!done.IsRight)
        {
            return ProblemTable.Show(around, done.Problems, asJson);
        }

        Show(around, done.Value, asJson);
        return done.Value.Verdict is ReplayVerdict.Equal or ReplayVerdict.StoppedByClock ? ExitCode.Done : ExitCode.NotAPlan;
    }

    private static void Show(Surroundings around, Replayed replayed, bool asJson)
    {
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(replayed).ToJsonString(JsonText.OneLine));
            return;
        }

        around.Terminal.Out.WriteLine($"{replayed.Plan.Id}: {TeamWords.Of(replayed.Verdict).In(around.Language)}");
        if (replayed.Differences.Count == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).AddColumns(TeamWords.What.In(around.Language), TeamWords.Then.In(around.Language), TeamWords.Now.In(around.Language));
        foreach (ReplayDifference difference in replayed.Differences)
        {
            table.AddRow(Markup.Escape(difference.What), Markup.Escape(difference.Then), Markup.Escape(difference.Now));
        }

        around.Terminal.Answering.Write(table);
    }

    private static JsonObject Json(Replayed replayed) => new()
    {
        ["plan"] = replayed.Plan.Id,
        ["verdict"] = replayed.Verdict switch
        {
            ReplayVerdict.Equal => "equal",
            ReplayVerdict.Differs => "differs",
            ReplayVerdict.StoppedByClock => "stopped-by-clock",
            _ => "not-kept",
        },
        ["differences"] = new JsonArray([.. replayed.Differences.Select(d => new JsonObject { ["what"] = d.What, ["then"] = d.Then, ["now"] = d.Now })]),
    };
}
