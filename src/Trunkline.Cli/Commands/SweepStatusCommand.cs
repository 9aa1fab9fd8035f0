using System.CommandLine;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Runner;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep status</c> and <c>cancel</c>: how far a sweep has come, while it runs or after; and asking it to stop.</summary>
internal static class SweepStatusCommand
{
    public static Command Build(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = SweepWords.Folder.In(around.Language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("status", SweepWords.Status.In(around.Language)) { folder, json };
        command.SetAction(parsed => Show(around, parsed.GetRequiredValue(folder), parsed.GetValue(json)));
        return command;
    }

    public static Command BuildCancel(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = SweepWords.Folder.In(around.Language) };
        var command = new Command("cancel", SweepWords.Cancel.In(around.Language)) { folder };
        command.SetAction(parsed => Cancel(around, parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Show(Surroundings around, string folder, bool asJson)
    {
        if (!SweepStore.IsIn(folder))
        {
            return ProblemTable.Show(around, [SweepFolder.Missing(folder, around.Language)], asJson);
        }

        using var store = SweepStore.Open(folder);
        SweepCounts counts = store.Counts();
        IReadOnlyList<(string Status, int Count, string Example)> reasons = store.Reasons(around.Language);
        IReadOnlyList<WorkerCounts> workers = store.Workers();
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(counts, workers, reasons).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        around.Terminal.Out.WriteLine(string.Format(SweepWords.Progress.In(around.Language), counts.Done, counts.Wanted, counts.Failed, counts.Running));
        foreach (WorkerCounts worker in workers)
        {
            around.Terminal.Out.WriteLine(string.Format(SweepWords.ByWorker.In(around.Language), worker.Worker, worker.Done, worker.Running, worker.Seconds));
        }

        foreach ((string status, int count, string example) in reasons)
        {
            around.Terminal.Out.WriteLine(string.Format(SweepWords.Reason.In(around.Language), count, status, example));
        }

        return ExitCode.Done;
    }

    private static JsonObject Json(SweepCounts counts, IReadOnlyList<WorkerCounts> workers, IReadOnlyList<(string Status, int Count, string Example)> reasons) => new()
    {
        ["wanted"] = counts.Wanted,
        ["done"] = counts.Done,
        ["failed"] = counts.Failed,
        ["running"] = counts.Running,
        ["solverSeconds"] = Math.Round(counts.Seconds, 1),
        ["workers"] = new JsonArray([.. workers.Select(w => new JsonObject { ["worker"] = w.Worker, ["done"] = w.Done, ["running"] = w.Running, ["solverSeconds"] = Math.Round(w.Seconds, 1) })]),
        ["reasons"] = new JsonArray([.. reasons.Select(r => new JsonObject { ["status"] = r.Status, ["count"] = r.Count, ["example"] = r.Example })]),
    };

    private static int Cancel(Surroundings around, string folder)
    {
        if (!SweepStore.IsIn(folder))
        {
            return ProblemTable.Show(around, [SweepFolder.Missing(folder, around.Language)], asJson: false);
        }

        using var store = SweepStore.Open(folder);
        store.Remember(SweepRun.StopFact, "asked");
        around.Terminal.Out.WriteLine(string.Format(SweepWords.IsStopping.In(around.Language), folder));
        return ExitCode.Done;
    }
}
