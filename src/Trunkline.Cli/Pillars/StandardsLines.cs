using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Pillar 5 for a terminal: where stored tonnes would count, and whether exports may leave.</summary>
internal static class StandardsLines
{
    public static void Show(Surroundings around, StandardsPillar standards)
    {
        Language language = around.Language;
        around.Terminal.Out.WriteLine(PillarWords.StandardsHead.In(language));
        if (standards.Stored.Count > 0)
        {
            around.Terminal.Answering.Write(Stored(standards, language));
        }

        foreach (ExportArc export in standards.Exports)
        {
            around.Terminal.Out.WriteLine($"  {export.Name} → {PillarWords.Word(export.To, language)}: {PillarWords.Word(export.Chain.Lawful.ToString(), language)}");
            foreach (ChainLink link in export.Chain.Links.Append(export.Chain.CountsAtOrigin))
            {
                around.Terminal.Out.WriteLine($"    {PillarWords.Word(link.Link, language)}: {PillarWords.Word(link.Outcome.ToString(), language)}. {link.Why.In(language)}");
            }
        }
    }

    private static Table Stored(StandardsPillar standards, Language language)
    {
        string[] claimants = [.. standards.Stored[0].CountsIn.Keys];
        Table table = new Table().Border(TableBorder.Rounded).AddColumns([PillarWords.StoredWhere.In(language), "Mt", .. claimants.Select(c => PillarWords.Word(c, language))]);
        foreach (StoredTonnes stored in standards.Stored)
        {
            string where = stored.FromOilRecovery ? $"{stored.Jurisdiction} ({PillarWords.Word("oil", language)})" : stored.Jurisdiction;
            table.AddRow([where, stored.StoredMt.ToString("#,##0.0", CultureInfo.InvariantCulture), .. claimants.Select(c => PillarWords.Word(stored.CountsIn[c].ToString(), language))]);
        }

        return table;
    }
}
