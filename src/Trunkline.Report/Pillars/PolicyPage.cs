using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>Pillar 3: clauses, years of credit, who must act by when, the supply curve, what the plan ties to records.</summary>
internal static class PolicyPage
{
    private const int Largest = 40, Rungs = 12;

    private static readonly ClauseOutcome[] Outcomes = Enum.GetValues<ClauseOutcome>();

    public static PillarPage Of(PolicyPillar policy, Language language) => new("policy.html", PillarPageTexts.PolicyTitle, PillarPageTexts.PolicyLead, html =>
    {
        Section(html, PillarPageTexts.Clauses.In(language), PillarPageTexts.ClausesLead.In(language), Clauses(policy, language));
        if (policy.Monetisation is { } paid)
        {
            html.Leaf("p", paid.In(language));
        }

        Section(html, PillarPageTexts.Units.In(language), PillarPageTexts.UnitsLead.In(language), Units(policy, language));
        Section(html, PillarPageTexts.Actions.In(language), PillarPageTexts.ActionsLead.In(language), Actions(policy, language));
        Section(html, PillarPageTexts.Curve.In(language), PillarPageTexts.CurveLead.In(language), Curve(policy, language));
        Section(html, PillarPageTexts.Links.In(language), PillarPageTexts.LinksLead.In(language), Links(policy, language));
    });

    private static void Section(Markup html, string title, string lead, HtmlTable table)
    {
        html.Open("section").Leaf("h2", title).Leaf("p", lead, ("class", "lead"));
        table.Write(html);
        html.Close().Line();
    }

    private static HtmlTable Clauses(PolicyPillar policy, Language language) => new(
        PillarPageTexts.Clauses.In(language),
        [PillarPageTexts.ClauseHead.In(language), PillarPageTexts.SaysHead.In(language), .. Outcomes.Select(o => PillarPageTexts.Word(o.ToString(), language))],
        2,
        [
            .. policy.Stacks.SelectMany(s => s.Clauses).GroupBy(c => c.Clause).Select(clause => (IReadOnlyList<string>)
            [
                clause.Key,
                clause.First().Says.In(language),
                .. Outcomes.Select(o => Figures.Whole(clause.Count(c => c.Outcome == o))),
            ]),
        ]);

    private static HtmlTable Units(PolicyPillar policy, Language language) => new(
        PillarPageTexts.Units.In(language),
        [.. new[] { PillarPageTexts.SiteHead, PillarPageTexts.StateHead, PillarPageTexts.YearsHead, PillarPageTexts.LostHead, PillarPageTexts.FirstRateHead, PillarPageTexts.EarnedHead }.Select(h => h.In(language))],
        4,
        [
            .. policy.Stacks.OrderByDescending(s => s.Years.Sum(y => y.EarnedUsd.Value)).ThenBy(s => s.StreamId, StringComparer.Ordinal).Take(Largest).Select(s => (IReadOnlyList<string>)
            [
                $"{s.SiteName} ({s.StreamId})",
                s.State,
                s.Years.Count > 0 ? $"{s.Years[0].Year}–{s.Years[^1].Year}" : PillarPageTexts.Word("none", language),
                string.Join("; ", s.Others.Where(o => o.Lost).Select(o => o.Record)),
                s.Years.Count > 0 ? Figures.Number(s.Years[0].NominalUsdPerTonne) : "–",
                Figures.Number(s.Years.Sum(y => y.EarnedUsd.Value) / 1e6),
            ]),
        ]);

    private static HtmlTable Actions(PolicyPillar policy, Language language) => new(
        PillarPageTexts.Actions.In(language),
        [.. new[] { PillarPageTexts.ByHead, PillarPageTexts.WhoHead, PillarPageTexts.MustHead, PillarPageTexts.PlacesHead }.Select(h => h.In(language))],
        3,
        [
            .. policy.Actions.Select(a => (IReadOnlyList<string>)
            [
                a.By.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (a.Missed ? $" ({PillarPageTexts.Word("missed", language)})" : string.Empty),
                a.Who.In(language),
                a.What.In(language),
                Figures.Whole(a.Places.Count),
            ]),
        ]);

    /// <summary>A dozen steps of the curve, evenly spread over its tonnes.</summary>
    private static HtmlTable Curve(PolicyPillar policy, Language language)
    {
        IReadOnlyList<SupplyPoint> points = policy.SupplyCurve.Points;
        var shown = Enumerable.Range(1, Rungs).Select(k => ((k * points.Count) + Rungs - 1) / Rungs).Where(k => k > 0).Distinct().Select(k => points[k - 1]);
        return new HtmlTable(
            PillarPageTexts.Curve.In(language),
            [PillarPageTexts.CreditHead.In(language), PillarPageTexts.SupplyHead.In(language)],
            0,
            [
                .. shown.Select(p => (IReadOnlyList<string>)[Figures.Number(p.CreditPerTonne), Figures.Number(p.CapturedTonnesPerYear.Megatonnes)]),
                [PillarPageTexts.Word("unknown", language), Figures.Number(policy.SupplyCurve.UnpricedTonnesPerYear.Megatonnes)],
            ]);
    }

    private static HtmlTable Links(PolicyPillar policy, Language language) => new(
        PillarPageTexts.Links.In(language),
        [.. new[] { PillarPageTexts.RecordHead, PillarPageTexts.AsOfHead, PillarPageTexts.SectorsHead, PillarPageTexts.FacilitiesHead }.Select(h => h.In(language))],
        3,
        [
            .. policy.Links.Select(l => (IReadOnlyList<string>)
            [
                l.Record,
                l.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string.Join(", ", l.Sectors.Select(s => Vocabulary.Sectors.In(s, language))),
                Figures.Whole(l.Facilities.Count),
            ]),
        ]);
}
