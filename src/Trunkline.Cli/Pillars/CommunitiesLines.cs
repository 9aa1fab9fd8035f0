using System.Globalization;
using Spectre.Console;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Cli;

/// <summary>Pillar 4 for a terminal: the method, the shares, the distribution, and the frontier where it was asked for.</summary>
internal static class CommunitiesLines
{
    public static void Show(Surroundings around, CommunitiesPillar communities)
    {
        Language language = around.Language;
        TextWriter answer = around.Terminal.Out;
        answer.WriteLine(PillarWords.CommunitiesHead.In(language));
        answer.WriteLine($"  {communities.Method.In(language)}");
        answer.WriteLine($"  {communities.LawSays.In(language)}");
        around.Terminal.Answering.Write(Shares(communities, language));
        around.Terminal.Answering.Write(Quarters(communities, language));
        if (communities.Frontier is { } frontier)
        {
            around.Terminal.Answering.Write(Frontier(frontier, language));
        }

        foreach (Bilingual unknown in communities.NotKnown)
        {
            answer.WriteLine($"  {unknown.In(language)}");
        }
    }

    private static Table Shares(CommunitiesPillar communities, Language language)
    {
        Table table = Columns(PillarWords.ShareColumns, language);
        foreach (CommunityFigure figure in communities.Shares)
        {
            table.AddRow(PillarWords.Word(figure.What, language), Number(figure.There, figure.Unit), Number(figure.All, figure.Unit), Percent(figure.Share), Number(figure.Unknown, figure.Unit));
        }

        return table;
    }

    private static Table Quarters(CommunitiesPillar communities, Language language)
    {
        Table table = Columns(PillarWords.QuarterColumns, language);
        foreach (VulnerabilityQuarter quarter in communities.Distribution)
        {
            table.AddRow(
                quarter.FromPercentile is { } from ? $"{from * 100:0}–{(from * 100) + 25:0}" : PillarWords.Word("unknown", language),
                quarter.Counties.ToString(CultureInfo.InvariantCulture),
                quarter.Touched.ToString(CultureInfo.InvariantCulture),
                Number(quarter.Population / 1e6, "mt"),
                Number(quarter.InvestedUsd.Value, "usd"),
                quarter.InvestedUsdPerHead is { } head ? Number(head, "km") : "-",
                Number(quarter.PipeKm, "km"),
                Number(quarter.Wells, "wells"));
        }

        return table;
    }

    private static Table Frontier(IReadOnlyList<FrontierPoint> frontier, Language language)
    {
        Table table = Columns(PillarWords.FrontierColumns, language);
        foreach (FrontierPoint point in frontier)
        {
            table.AddRow(
                Percent(point.AskedShare),
                Percent(point.ReachedShare),
                point.NetUsd is { } net ? Number(net.Value, "usd") : "-",
                point.BoundUsd is { } bound ? Number(bound.Value, "usd") : "-",
                point.MoreUsd is { } more ? Number(more.Value, "usd") : "-",
                PillarWords.Word(point.Status, language));
        }

        return table;
    }

    private static Table Columns(IReadOnlyList<Bilingual> names, Language language) =>
        new Table().Border(TableBorder.Rounded).AddColumns([.. names.Select(n => n.In(language))]);

    /// <summary>Money in M$, the rest as it is.</summary>
    private static string Number(double value, string unit) =>
        (unit.StartsWith("usd", StringComparison.Ordinal) ? value / 1e6 : value).ToString(unit == "wells" ? "#,##0" : "#,##0.0", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";
}
