namespace Trunkline.Report;

/// <summary>A chart on the page: title, picture, key to the colours, and its figures as a table below.</summary>
public static class ChartFigure
{
    public static void Write(Markup html, ReportInput input, StackedBars chart) => Write(html, input, chart, HtmlTable.Of(chart, input));

    public static void Write(Markup html, ReportInput input, IChart chart, HtmlTable? table)
    {
        html.Open("figure").Leaf("figcaption", chart.Title).Ready(chart.Picture());
        if (chart.Key.Any())
        {
            html.Open("ul", ("class", "key"));
            foreach ((string look, string name) in chart.Key)
            {
                html.Open("li").Open("svg", ("viewBox", "0 0 12 12"), ("aria-hidden", "true"));
                _ = look.StartsWith("mark", StringComparison.Ordinal)
                    ? html.Empty("path", ("class", look), ("d", "M0 6h12"))
                    : html.Empty("rect", ("class", $"bar {look}"), ("width", "12"), ("height", "12"));
                html.Close().Words(name).Close();
            }

            html.Close();
        }

        if (table is not null)
        {
            html.Open("details").Leaf("summary", input.Say(Texts.ShowTable));
            table.Write(html);
            html.Close();
        }

        html.Close().Line();
    }
}
