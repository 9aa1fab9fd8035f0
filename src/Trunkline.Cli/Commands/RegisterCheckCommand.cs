using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register check</c>: what the gates say of each record. Exit 2 where the register is refused.</summary>
internal static class RegisterCheckCommand
{
    private sealed record Asked(string Folder, string? TrustFile, DateOnly Today, bool AsList, bool AsJson);

    public static Command Build(Surroundings around)
    {
        var folder = new Argument<string>("folder") { Description = Words.RegisterFolder.In(around.Language), DefaultValueFactory = _ => ShippedData.Register };
        var trust = new Option<string>("--trust") { Description = Words.TrustOption.In(around.Language) };
        var day = new Option<DateOnly?>("--as-of-day") { Description = Words.DayOption.In(around.Language) };
        var list = new Option<bool>("--list") { Description = Words.ListOption.In(around.Language) };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(around.Language) };
        var command = new Command("check", Words.RegisterCheck.In(around.Language)) { folder, trust, day, list, json };
        command.SetAction(parsed => Check(around, new Asked(
            parsed.GetRequiredValue(folder),
            parsed.GetValue(trust),
            parsed.GetValue(day) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
            parsed.GetValue(list),
            parsed.GetValue(json))));
        return command;
    }

    private static int Check(Surroundings around, Asked asked)
    {
        Checked<IReadOnlyList<RegisterFile>> files = RegisterFiles.In(asked.Folder);
        Checked<ReviewTrust> trust = TrustOf(asked.TrustFile);
        if (!files.IsRight || !trust.IsRight)
        {
            return ProblemTable.Show(around, [.. files.Problems, .. trust.Problems], asked.AsJson);
        }

        RegisterInspection inspection = RegisterReader.Inspect(files.Value);
        if (inspection.Register is not { } register)
        {
            return GateReport.Refused(around, inspection.Failures, asked.AsJson);
        }

        RecordStanding[] standings = [.. register.Records.Select(r => register.Review(r, asked.Today, trust.Value))];
        if (asked.AsJson)
        {
            around.Terminal.Out.WriteLine(Json(register, standings).ToJsonString(JsonText.OneLine));
            return ExitCode.Done;
        }

        around.Terminal.Answering.Write(GateReport.Standings(standings, around.Language));
        if (asked.AsList)
        {
            around.Terminal.Answering.Write(GateReport.Failures(standings.SelectMany(s => s.Failures).Concat(register.HeldBesideRecords()), around.Language));
        }

        around.Terminal.Out.WriteLine(string.Format(
            CultureInfo.InvariantCulture, Words.RegisterStates.In(around.Language), standings.Length, Counts(standings, around.Language), register.Version));
        return ExitCode.Done;
    }

    private static Checked<ReviewTrust> TrustOf(string? file)
    {
        if (file is null)
        {
            return Checked<ReviewTrust>.Right(ReviewTrust.None);
        }

        return File.Exists(file)
            ? ReviewTrust.Read(new RegisterFile(file, File.ReadAllText(file)))
            : Checked<ReviewTrust>.Wrong([new Problem(file, "is not a file.", "Name the file of trusted keys.")]);
    }

    private static JsonObject Json(PolicyRegister register, RecordStanding[] standings) => new()
    {
        ["version"] = register.Version,
        ["records"] = new JsonArray([.. standings.Select(GateReport.Json)]),
        ["beside"] = new JsonArray([.. register.HeldBesideRecords().Select(GateReport.Failure)]),
    };

    /// <summary>How many records have come how far; that none is verified is said as plainly as that some are.</summary>
    private static string Counts(RecordStanding[] standings, Language language) => string.Join(", ", Enum.GetValues<ReviewState>()
        .Select(state => (state, count: standings.Count(s => s.State == state)))
        .Where(s => s.count > 0 || s.state == ReviewState.Verified)
        .Select(s => $"{s.count} {RegisterTerms.Of(s.state).In(language)}"));
}
