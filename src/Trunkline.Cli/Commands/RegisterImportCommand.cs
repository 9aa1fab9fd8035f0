using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register import</c>: entries of a policy hub become drafts of records. Exit 2, with every problem and nothing written, where one cannot be read.</summary>
internal static class RegisterImportCommand
{
    public static Command Build(Surroundings around)
    {
        var files = new Argument<string[]>("files") { Description = Words.ImportFiles.In(around.Language), Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--out") { Description = Words.ImportOut.In(around.Language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("import", Words.RegisterImport.In(around.Language)) { files, output, json };
        command.SetAction(parsed => Import(around, parsed.GetRequiredValue(files), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Import(Surroundings around, string[] paths, string? folder, bool asJson)
    {
        Checked<IReadOnlyList<RegisterFile>> files = RecordFolders.Read(paths);
        Checked<IReadOnlyList<RegisterFile>> records = files.IsRight ? HubImport.Of(files.Value) : files;
        IReadOnlyList<Problem> problems = records.IsRight && folder is not null ? RecordFolders.Write(folder, records.Value) : records.Problems;
        if (problems.Count > 0)
        {
            return ProblemTable.Show(around, problems, asJson);
        }

        PolicyRegister register = RegisterReader.Read(records.Value!).OrThrow();
        DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        (PolicyRecord Record, RecordStanding Standing)[] imported = [.. register.Records.Select(r => (r, register.Review(r, today, ReviewTrust.None)))];
        if (asJson)
        {
            around.Terminal.Out.WriteLine(Json(imported, folder).ToJsonString(JsonText.OneLine));
        }
        else
        {
            Show(around, imported, folder);
        }

        return ExitCode.Done;
    }

    private static void Show(Surroundings around, (PolicyRecord Record, RecordStanding Standing)[] imported, string? folder)
    {
        around.Terminal.Answering.Write(GateReport.Standings([.. imported.Select(i => i.Standing)], around.Language));
        around.Terminal.Answering.Write(GateReport.Failures(imported.SelectMany(i => i.Standing.Failures), around.Language));
        foreach ((PolicyRecord record, _) in imported.Where(i => i.Record.Account?.Extra is not null))
        {
            Say(around, Words.KeptExtra, record.Id, string.Join(", ", record.Account!.Extra!.Keys.Order(StringComparer.Ordinal)));
        }

        Say(around, Words.Imported, imported.Length);
        if (folder is not null)
        {
            Say(around, Words.RecordsWritten, folder);
        }
    }

    private static JsonObject Json((PolicyRecord Record, RecordStanding Standing)[] imported, string? folder) => new()
    {
        ["records"] = new JsonArray([.. imported.Select(Json)]),
        ["written"] = folder,
    };

    private static JsonNode Json((PolicyRecord Record, RecordStanding Standing) imported)
    {
        JsonObject json = GateReport.Json(imported.Standing);
        json["entry"] = imported.Record.Account!.Id;
        json["folder"] = imported.Record.Folder;
        json["extra"] = new JsonArray([.. (imported.Record.Account.Extra?.Keys ?? []).Order(StringComparer.Ordinal).Select(k => (JsonNode)k)]);
        return json;
    }

    private static void Say(Surroundings around, Bilingual words, params object[] with) =>
        around.Terminal.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, words.In(around.Language), with));
}
