using System.Globalization;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>Pillar 5: where stored tonnes would count, the twelve points of each pair, and the chains of exports.</summary>
internal static class StandardsPage
{
    public static PillarPage Of(StandardsPillar standards, Language language) => new("standards.html", PillarPageTexts.StandardsTitle, PillarPageTexts.StandardsLead, html =>
    {
        html.Leaf("p", PillarPageTexts.LawOn.In(language, standards.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("class", "lead"));
        if (standards.Stored.Count > 0)
        {
            html.Open("section").Leaf("h2", PillarPageTexts.Stored.In(language)).Leaf("p", PillarPageTexts.StoredLead.In(language), ("class", "lead"));
            Stored(standards, language).Write(html);
            html.Close().Line();
        }

        foreach (ExportArc export in standards.Exports)
        {
            Export(html, export, language);
        }

        html.Open("section").Leaf("h2", PillarPageTexts.Points.In(language)).Leaf("p", PillarPageTexts.PointsLead.In(language), ("class", "lead"));
        foreach (Recognition test in standards.Recognitions.Where(t => t.Points.Any(p => p.Outcome != RecognitionOutcome.Met)))
        {
            string title = $"{Place(test.Storing, test.FromOilRecovery, language)} → {PillarPageTexts.Word(test.Claiming, language)}: {PillarPageTexts.Word(test.Outcome.ToString(), language)}";
            html.Open("details").Leaf("summary", title);
            Points(test, title, language).Write(html);
            html.Close();
        }

        html.Close().Line();
    });

    private static void Export(Markup html, ExportArc export, Language language)
    {
        string title = $"{export.Name} → {PillarPageTexts.Word(export.To, language)}";
        html.Open("section").Leaf("h2", title).Leaf("p", PillarPageTexts.ExportLead.In(
            language,
            PillarPageTexts.Word(export.Chain.Lawful.ToString(), language),
            export.PriceUsdPerTonne is { } price ? Figures.Number(price) : "–",
            string.Join(", ", export.MtPerYear.Select(Figures.Number))), ("class", "lead"));
        new HtmlTable(
            title,
            [PillarPageTexts.LinkHead.In(language), PillarPageTexts.OutcomeHead.In(language), PillarPageTexts.WhyHead.In(language)],
            3,
            [
                .. export.Chain.Links.Append(export.Chain.CountsAtOrigin).Select(l => (IReadOnlyList<string>)
                    [PillarPageTexts.Word(l.Link, language), PillarPageTexts.Word(l.Outcome.ToString(), language), l.Why.In(language)]),
            ]).Write(html);
        html.Close().Line();
    }

    private static HtmlTable Stored(StandardsPillar standards, Language language)
    {
        string[] claimants = [.. standards.Stored[0].CountsIn.Keys];
        return new HtmlTable(
            PillarPageTexts.Stored.In(language),
            [PillarPageTexts.StoredHead.In(language), .. claimants.Select(c => PillarPageTexts.Word(c, language)), "Mt"],
            1 + claimants.Length,
            [
                .. standards.Stored.Select(s => (IReadOnlyList<string>)
                [
                    Place(s.Jurisdiction, s.FromOilRecovery, language),
                    .. claimants.Select(c => PillarPageTexts.Word(s.CountsIn[c].ToString(), language)),
                    Figures.Number(s.StoredMt),
                ]),
            ]);
    }

    private static HtmlTable Points(Recognition test, string title, Language language) => new(
        title,
        [.. new[] { PillarPageTexts.PointHead, PillarPageTexts.OutcomeHead, PillarPageTexts.WhyHead, PillarPageTexts.StoringHead, PillarPageTexts.ClaimingHead }.Select(h => h.In(language))],
        5,
        [
            .. test.Points.Select(p => (IReadOnlyList<string>)
            [
                $"{p.Number} {p.Titles.In(language)}",
                PillarPageTexts.Word(p.Outcome.ToString(), language),
                p.Why.In(language),
                Cells(p.Storing, language),
                Cells(p.Claiming, language),
            ]),
        ]);

    private static string Cells(IReadOnlyList<ShownCell> cells, Language language) => string.Join(" ", cells.Select(c =>
        $"{c.Jurisdiction}: {c.Says?.In(language) ?? PillarPageTexts.Word("not-looked", language)}{(c.Evidence.Count > 0 ? $" [{string.Join(", ", c.Evidence)}]" : string.Empty)}"));

    private static string Place(string jurisdiction, bool fromOil, Language language) => fromOil ? $"{jurisdiction} ({PillarPageTexts.Word("oil", language)})" : jurisdiction;
}
