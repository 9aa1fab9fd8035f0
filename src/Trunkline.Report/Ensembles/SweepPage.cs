using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a sweep found, on one page that opens offline.</summary>
public sealed class SweepPage
{
    /// <summary>Name of the page in its folder.</summary>
    public const string File = "sweep.html";

    private const double Million = 1e6, Nearly = 0.9, NoGap = 1e-9;
    private const int MostCore = 40;

    private readonly Findings findings;
    private readonly Language language;

    private SweepPage(Findings findings, Language language) => (this.findings, this.language) = (findings, language);

    /// <summary>The page as HTML.</summary>
    public static string Of(Findings findings, Language language)
    {
        ArgumentNullException.ThrowIfNull(findings);
        int planned = findings.Statuses.Where(s => s.Status == ScenarioStatus.Planned).Sum(s => s.Count);
        Bilingual lead = new(string.Format(SweepTexts.Lead.En, findings.Scenarios, planned), string.Format(SweepTexts.Lead.Zh, findings.Scenarios, planned));
        var content = new SweepPage(findings, language);
        return new PillarPage(File, SweepTexts.Title, lead, content.Write).Of(findings.Title.In(language), language, []);
    }

    private void Write(Markup html)
    {
        if (findings.Choice is { } choice)
        {
            new ChoicePart(choice, language).Write(html);
        }

        if (findings.Core.Count > 0)
        {
            Core(html);
            Spreads(html);
            Tornado(html);
        }

        Ends(html);
        if (findings.Choice is { } regretted)
        {
            new ChoicePart(regretted, language).WriteRegrets(html);
        }
    }

    private string Say(Bilingual words, params object[] values) => string.Format(words.In(language), values);

    private void Core(Markup html)
    {
        int nearlyAll = findings.Core.Count(c => c.ShareBy[^1] >= Nearly);
        html.Open("section").Leaf("h2", Say(SweepTexts.Core)).Leaf("p", Say(SweepTexts.CoreLead, nearlyAll, findings.Core.Count, findings.PeriodEnds[^1]), ("class", "lead"));
        HeatRow[] rows = [.. findings.Core.Take(MostCore).Select(c => new HeatRow($"{SweepTexts.Kind(c.Kind, language)} {c.Name}", Look(c.Kind), c.ShareBy))];
        html.Ready(new HeatMap(Say(SweepTexts.Core), [.. findings.PeriodEnds.Select(y => Say(SweepTexts.By, y))], rows).Picture());
        if (findings.Core.Count > MostCore)
        {
            html.Leaf("p", Say(SweepTexts.CoreMore, MostCore, findings.Core.Count), ("class", "lead"));
        }

        html.Close().Line();
    }

    private static string Look(string kind) => kind switch { "plant" => "k-capture", "corridor" => "k-transport", _ => "k-storage" };

    private void Spreads(Markup html) => Section(html, SweepTexts.Spread, Say(SweepTexts.SpreadLead), new HtmlTable(
        Say(SweepTexts.Spread),
        [Say(SweepTexts.FigureHead), Say(SweepTexts.MiddleHead), Say(SweepTexts.MeanHead), Say(SweepTexts.LeastHead), "5 %", "25 %", "50 %", "75 %", "95 %", Say(SweepTexts.MostHead)],
        1,
        [.. findings.Spreads.Select(s => (IReadOnlyList<string>)[SweepTexts.Figure(s.Figure, language), .. new[] { s.Middle, s.Mean, s.Least, s.P5, s.P25, s.P50, s.P75, s.P95, s.Most }.Select(v => Shown(s.Figure, v))])]));

    private static string Shown(string figure, double? value) => value is not { } given ? "–" : figure switch
    {
        // A gap of rounding is none.
        "gap" => Figures.Number(given < NoGap ? 0 : 100 * given),
        "captured" or "stored" => Figures.Number(given),
        _ => Figures.Number(given / Million),
    };

    private void Tornado(Markup html)
    {
        html.Open("section").Leaf("h2", Say(SweepTexts.Tornado)).Leaf("p", Say(SweepTexts.TornadoLead), ("class", "lead"));
        HubPage.Chart(html, new HorizontalBars(
            Say(SweepTexts.TornadoBar), [.. findings.Tornado.Select(b => new LyingBar(b.Title.In(language), "k-sum", b.Swing / Million, Figures.Number(b.Swing / Million)))]));
        new HtmlTable(
            Say(SweepTexts.Tornado),
            [Say(SweepTexts.ThingHead), Say(SweepTexts.BestHead), Say(SweepTexts.WorstHead), Say(SweepTexts.NetHead), Say(SweepTexts.NetHead), Say(SweepTexts.SwingHead)],
            3,
            [
                .. findings.Tornado.Select(b => (IReadOnlyList<string>)
                [
                    b.Title.In(language), b.BestWhere.In(language), b.WorstWhere.In(language), Figures.Number(b.BestNet / Million), Figures.Number(b.WorstNet / Million),
                    Figures.Number(b.Swing / Million),
                ]),
            ]).Write(html);
        html.Close().Line();
    }

    private void Ends(Markup html) => Section(html, SweepTexts.Ends, Say(SweepTexts.EndsLead, findings.ByClock), new HtmlTable(
        Say(SweepTexts.Ends),
        [Say(SweepTexts.StatusHead), Say(SweepTexts.ReasonHead), Say(SweepTexts.CountHead)],
        2,
        [.. findings.Statuses.Select(s => (IReadOnlyList<string>)[SweepTexts.Status(s.Status, language), s.Example?.In(language) ?? "", Figures.Whole(s.Count)])]));

    private void Section(Markup html, Bilingual title, string lead, HtmlTable table)
    {
        html.Open("section").Leaf("h2", Say(title)).Leaf("p", lead, ("class", "lead"));
        table.Write(html);
        html.Close().Line();
    }
}
