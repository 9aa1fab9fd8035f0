using System.CommandLine;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline sweep report</c>: what can be read off what is done.</summary>
internal static class SweepReportCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var folder = new Argument<string>("folder") { Description = SweepWords.Folder.In(language) };
        var output = new Option<string?>("--out") { Description = SweepWords.ReportOut.In(language), HelpName = "folder" };
        var json = new Option<bool>("--json") { Description = Words.JsonOption.In(language) };
        var command = new Command("report", SweepWords.Report.In(language)) { folder, output, json };
        command.SetAction(parsed => Report(around, parsed.GetRequiredValue(folder), parsed.GetValue(output), parsed.GetValue(json)));
        return command;
    }

    private static int Report(Surroundings around, string folder, string? output, bool asJson)
    {
        Checked<Ensemble> read = SweepFolder.Read(folder, around.Language);
        if (!read.IsRight)
        {
            return ProblemTable.Show(around, read.Problems, asJson);
        }

        Ensemble ensemble = read.Value;
        var findings = Findings.Of(ensemble);
        SweepFolder.WriteTables(folder, ensemble, findings);
        string written = Write(ensemble, findings, output ?? Path.Combine(folder, "report"), around.Language);
        if (asJson)
        {
            around.Terminal.Out.Write(SweepTables.Json(findings));
            return ExitCode.Done;
        }

        foreach (RobustChoice choice in findings.Choice?.Choices ?? [])
        {
            around.Terminal.Out.WriteLine(string.Format(
                SweepWords.Chosen.In(around.Language), SweepTexts.Criterion(choice.Criterion, around.Language), (char)('A' + choice.Build), choice.Mean / 1e6, choice.MeanError / 1e6));
        }

        around.Terminal.Out.WriteLine(string.Format(Words.Written.In(around.Language), written, Path.Combine(written, SweepPage.File)));
        return ExitCode.Done;
    }

    private static string Write(Ensemble ensemble, Findings findings, string folder, Language language)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, SweepPage.File), SweepPage.Of(findings, language));
        File.WriteAllText(Path.Combine(folder, "findings.json"), SweepTables.Json(findings));
        foreach (PlanTable table in SweepTables.Of(ensemble, findings))
        {
            File.WriteAllText(Path.Combine(folder, $"{table.Name}.csv"), TableCsv.Of(table));
        }

        return folder;
    }
}
