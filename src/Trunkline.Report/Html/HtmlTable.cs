using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>A table for people.</summary>
/// <param name="TextColumns">How many columns from the left are words; the rest are figures and stand to the right.</param>
public sealed record HtmlTable(string Caption, IReadOnlyList<string> Head, int TextColumns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Periods across, series down, a total at the foot.</summary>
    public static HtmlTable Of(StackedBars chart, ReportInput input)
    {
        IEnumerable<IReadOnlyList<string>> rows = chart.Series.Select(series => (IReadOnlyList<string>)[series.Name, .. series.Values.Select(Figures.Number)]);
        IReadOnlyList<string> total = [input.Say(Texts.Total), .. chart.Bars.Select((_, bar) => Figures.Number(chart.Series.Sum(series => series.Values[bar])))];
        IEnumerable<IReadOnlyList<string>> markers = chart.Markers.Select(marker => (IReadOnlyList<string>)[marker.Name, .. marker.Values.Select(Figures.Number)]);
        return new HtmlTable(chart.Title, ["", .. chart.Bars], 1, [.. rows, total, .. markers]);
    }

    public void Write(Markup html)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Caption)).Open("table");
        html.Open("thead").Open("tr");
        for (int i = 0; i < Head.Count; i++)
        {
            html.Leaf("th", Head[i], ("scope", "col"), ("class", i < TextColumns ? null : "n"));
        }

        html.Close().Close().Open("tbody");
        foreach (IReadOnlyList<string> row in Rows)
        {
            html.Open("tr").Leaf("th", row[0], ("scope", "row"), ("class", TextColumns == 0 ? "n" : null));
            for (int i = 1; i < row.Count; i++)
            {
                html.Leaf("td", row[i], ("class", i < TextColumns ? null : "n"));
            }

            html.Close();
        }

        html.Close().Close().Close().Line();
    }
}
