using System.CommandLine;
using System.Globalization;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline db</c>: what an installation keeps, as a whole.</summary>
internal static class DbCommands
{
    public static Command Build(Surroundings around) => new("db", TeamWords.DbGroup.In(around.Language))
    {
        Migrate(around),
        Check(around),
        Backup(around),
        Restore(around),
    };

    private static Command Migrate(Surroundings around)
    {
        Option<string> store = StoreOption.Build(around);
        var command = new Command("migrate", TeamWords.DbMigrate.In(around.Language)) { store };
        // To open a store is to bring it up to date.
        command.SetAction(parsed => StoreOption.On(around, parsed.GetRequiredValue(store), opened => Say(around, TeamWords.Migrated, opened.Root)));
        return command;
    }

    private static Command Check(Surroundings around)
    {
        Option<string> store = StoreOption.Build(around);
        var head = new Option<string?>("--head") { Description = TeamWords.HeadOption.In(around.Language), HelpName = "hash" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("check", TeamWords.DbCheck.In(around.Language)) { store, head, json };
        command.SetAction(parsed => StoreOption.On(around, parsed.GetRequiredValue(store), opened => Check(around, opened, parsed.GetValue(head), parsed.GetValue(json)), parsed.GetValue(json)));
        return command;
    }

    private static Command Backup(Surroundings around)
    {
        Option<string> store = StoreOption.Build(around);
        var file = new Argument<string>("file") { Description = TeamWords.BackupFile.In(around.Language) };
        var command = new Command("backup", TeamWords.DbBackup.In(around.Language)) { file, store };
        command.SetAction(parsed => StoreOption.On(around, parsed.GetRequiredValue(store), opened => Backup(around, opened, parsed.GetRequiredValue(file))));
        return command;
    }

    private static Command Restore(Surroundings around)
    {
        Option<string> store = StoreOption.Build(around);
        var file = new Argument<string>("file") { Description = TeamWords.BackupFile.In(around.Language) };
        var command = new Command("restore", TeamWords.DbRestore.In(around.Language)) { file, store };
        command.SetAction(parsed => StoreOption.On(around, parsed.GetRequiredValue(store), opened => Restore(around, opened, parsed.GetRequiredValue(file))));
        return command;
    }

    private static int Check(Surroundings around, TrunklineStore store, string? head, bool asJson)
    {
        IReadOnlyList<Problem> problems = StoreCheck.Of(store, head);
        if (problems.Count > 0)
        {
            _ = ProblemTable.Show(around, problems, asJson);
            return ExitCode.NotAPlan;
        }

        (long number, string hash) = store.Audit.Head();
        around.Terminal.Out.WriteLine(asJson
            ? new System.Text.Json.Nodes.JsonObject { ["whole"] = true, ["lines"] = number, ["head"] = hash }.ToJsonString(JsonText.OneLine)
            : string.Format(CultureInfo.InvariantCulture, TeamWords.Whole.In(around.Language), number, hash));
        return ExitCode.Done;
    }

    private static int Backup(Surroundings around, TrunklineStore store, string file)
    {
        if (File.Exists(file))
        {
            return ProblemTable.Show(around, [new Problem(file, TeamWords.FileThere.In(around.Language), TeamWords.FileThereFix.In(around.Language))], asJson: false);
        }

        BackupHead head = StoreBackup.Write(store, file);
        return Say(around, TeamWords.BackedUp, file, head.Rows.Values.Sum(), head.Head);
    }

    private static int Restore(Surroundings around, TrunklineStore store, string file)
    {
        Checked<BackupHead> restored = StoreBackup.Restore(store, file);
        IReadOnlyList<Problem> problems = restored.IsRight ? StoreCheck.Of(store, restored.Value.Head) : restored.Problems;
        return problems.Count > 0 ? ProblemTable.Show(around, problems, asJson: false) : Say(around, TeamWords.Restored, store.Root, restored.Value!.Rows.Values.Sum(), restored.Value.Head);
    }

    private static int Say(Surroundings around, Bilingual what, params object[] parts)
    {
        around.Terminal.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, what.In(around.Language), parts));
        return ExitCode.Done;
    }
}
