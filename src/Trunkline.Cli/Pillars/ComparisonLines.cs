using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Report;

namespace Trunkline.Cli;

/// <summary>Two plans under two laws for a terminal: the tables of the page.</summary>
internal static class ComparisonLines
{
    public static void Show(Surroundings around, LawComparison comparison)
    {
        Language language = around.Language;
        around.Terminal.Out.WriteLine(LawComparisonTexts.Lead.In(language, LawComparisonView.NameOf(comparison.First), LawComparisonView.NameOf(comparison.Second)));
        if (comparison.Besides.Count > 0)
        {
            around.Terminal.Out.WriteLine(LawComparisonTexts.Besides.In(language, string.Join(", ", comparison.Besides.Select(b => LawComparisonTexts.Word(b, language)))));
        }

        foreach (ComparisonPart part in LawComparisonView.Of(comparison, language))
        {
            around.Terminal.Out.WriteLine(part.Title);
            around.Terminal.Out.WriteLine($"  {part.Lead}");
            around.Terminal.Answering.Write(Drawn(part.Table));
        }
    }

    private static Table Drawn(HtmlTable table)
    {
        Table drawn = new Table().Border(TableBorder.Rounded).AddColumns([.. table.Head.Select(Spectre.Console.Markup.Escape)]);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            drawn.AddRow([.. row.Select(Spectre.Console.Markup.Escape)]);
        }

        return drawn;
    }
}
