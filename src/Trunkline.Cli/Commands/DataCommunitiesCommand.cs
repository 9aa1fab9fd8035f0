using System.CommandLine;
using System.Globalization;
using System.Text;
using Trunkline.Atlas;
using Trunkline.Atlas.Communities;
using Trunkline.Domain;

namespace Trunkline.Cli.Commands;

/// <summary><c>trunkline data communities</c>: a tract file of the screening tool, added up by county into a dataset.</summary>
internal static class DataCommunitiesCommand
{
    public static Command Build(Surroundings around)
    {
        Language language = around.Language;
        var file = new Argument<string>("file") { Description = PillarWords.TractFile.In(language) };
        var dataset = new Option<string>("--dataset") { Description = PillarWords.TractDataset.In(language), Required = true, HelpName = "folder" };
        var command = new Command("communities", PillarWords.DataCommunities.In(language)) { file, dataset };
        command.SetAction(parsed => Import(around, parsed.GetRequiredValue(file), parsed.GetRequiredValue(dataset)));
        return command;
    }

    private static int Import(Surroundings around, string file, string folder)
    {
        Checked<IReadOnlyList<CejstTract>> tracts = CejstFile.Read(file);
        Problem[] noDataset = File.Exists(Path.Combine(folder, DatasetSchema.DescriptionFile))
            ? []
            : [new Problem($"--dataset {folder}", $"There is no {DatasetSchema.DescriptionFile}.", "Name the folder of a dataset; copy data/us to have one of your own.")];
        if (!tracts.IsRight || noDataset.Length > 0)
        {
            return ProblemTable.Show(around, [.. tracts.Problems, .. noDataset], asJson: false);
        }

        string target = Path.Combine(folder, DatasetSchema.CountyCommunities.File), fresh = $"{target}.writing-{Environment.ProcessId}";
        IReadOnlyList<CountyCommunity> counties = CountyCommunities.Of(tracts.Value);
        File.WriteAllText(fresh, CountyCommunities.Csv(counties), new UTF8Encoding(false));
        File.Move(fresh, target, overwrite: true);
        around.Terminal.Out.WriteLine(string.Format(
            CultureInfo.InvariantCulture,
            PillarWords.TractsWritten.In(around.Language),
            target,
            tracts.Value.Count,
            tracts.Value.Count(t => t.Identified),
            counties.Count,
            tracts.Value.Count(t => t.IsDoubtful),
            tracts.Value.Count(t => t.Finding is null)));
        return ExitCode.Done;
    }
}
