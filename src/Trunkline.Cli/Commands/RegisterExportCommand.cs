using System.CommandLine;
using System.Globalization;
using Trunkline.Cli.Register;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline register export</c>: records in the formats of others.</summary>
internal static class RegisterExportCommand
{
    private sealed record Asked(string What, string Format, string? Out, DateOnly Day);

    private sealed record Chosen(PolicyRegister Register, IReadOnlyList<PolicyRecord> Records);

    public static Command Build(Surroundings around)
    {
        var what = new Argument<string>("what") { Description = Words.ExportWhat.In(around.Language), DefaultValueFactory = _ => ShippedData.Register };
        var format = new Option<string>("--as") { Description = Words.ExportAs.In(around.Language), Required = true };
        format.AcceptOnlyFromAmong("hub", "json", "csv", "json-ld", "datapackage");
        var output = new Option<string>("--out") { Description = Words.ExportOut.In(around.Language) };
        var day = new Option<DateOnly?>("--as-of-day") { Description = Words.ForceDayOption.In(around.Language) };
        var command = new Command("export", Words.RegisterExport.In(around.Language)) { what, format, output, day };
        command.SetAction(parsed => Export(around, new Asked(
            parsed.GetRequiredValue(what),
            parsed.GetRequiredValue(format),
            parsed.GetValue(output),
            parsed.GetValue(day) ?? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date))));
        return command;
    }

    private static int Export(Surroundings around, Asked asked)
    {
        Checked<Chosen> chosen = Choose(asked.What);
        if (!chosen.IsRight)
        {
            return ProblemTable.Show(around, chosen.Problems, asJson: false);
        }

        IReadOnlyList<RegisterFile> files = Files(asked, chosen.Value, around.Language);
        if (asked.Out is null && files.Count == 1)
        {
            around.Terminal.Out.Write(files[0].Text);
            return ExitCode.Done;
        }

        if (asked.Out is null)
        {
            return ProblemTable.Show(around, [new Problem("--out", $"is missing: there are {files.Count} files to write.", "Name a folder.")], asJson: false);
        }

        bool isFile = files.Count == 1 && Path.HasExtension(asked.Out) && !Directory.Exists(asked.Out);
        IReadOnlyList<Problem> problems = isFile
            ? RecordFolders.Write(Path.GetDirectoryName(Path.GetFullPath(asked.Out))!, [files[0] with { Path = Path.GetFileName(asked.Out) }])
            : RecordFolders.Write(asked.Out, files);
        if (problems.Count > 0)
        {
            return ProblemTable.Show(around, problems, asJson: false);
        }

        around.Terminal.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, Words.FilesWritten.In(around.Language), files.Count, asked.Out));
        return ExitCode.Done;
    }

    private static IReadOnlyList<RegisterFile> Files(Asked asked, Chosen chosen, Language language) => asked.Format switch
    {
        "hub" => HubExport.Of(chosen.Register, chosen.Records, language, asked.Day),
        "json" => JsonExport.Of(chosen.Register, chosen.Records),
        "csv" => TableExport.Of(chosen.Records),
        "json-ld" => JsonLdExport.Of(chosen.Register, chosen.Records, asked.Day),
        _ => DataPackageExport.Of(chosen.Register, chosen.Records),
    };

    /// <summary>A record of the register that ships by its id; all records of a folder; or the one record whose own folder is named.</summary>
    private static Checked<Chosen> Choose(string what)
    {
        bool isRecord = File.Exists(Path.Combine(what, "policy.json"));
        string folder = isRecord ? Path.GetFullPath(Path.Combine(what, "..", "..")) : Directory.Exists(what) ? what : ShippedData.Register;
        Checked<PolicyRegister> register = RegisterReader.Read(folder);
        if (!register.IsRight)
        {
            return Checked<Chosen>.Wrong([.. register.Problems]);
        }

        string? id = isRecord ? Path.GetRelativePath(folder, Path.GetFullPath(what)).Replace('\\', '/').Replace('/', '.') : Directory.Exists(what) ? null : what;
        PolicyRecord[] records = [.. register.Value.Records.Where(r => id is null || r.Id == id || r.Account?.Id == id)];
        return records.Length > 0
            ? Checked<Chosen>.Right(new Chosen(register.Value, records))
            : Checked<Chosen>.Wrong([new Problem(what, "is neither a folder nor the id of a record.", $"Name one of {string.Join(", ", register.Value.Records.Select(r => r.Id))}.")]);
    }
}
