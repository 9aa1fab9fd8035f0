using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Report;

/// <summary>Pillar 4: shares, the distribution, counties, what is not known, and the frontier where it was asked for.</summary>
internal static class CommunitiesPage
{
    private const int Largest = 40;
    private const double Million = 1e6;

    public static PillarPage Of(CommunitiesPillar communities, Language language) => new("communities.html", PillarPageTexts.CommunitiesTitle, PillarPageTexts.CommunitiesLead, html =>
    {
        html.Leaf("p", communities.Method.In(language)).Leaf("p", communities.LawSays.In(language));
        Section(html, PillarPageTexts.Shares.In(language), PillarPageTexts.SharesLead.In(language), Shares(communities, language));
        Section(html, PillarPageTexts.Quarters.In(language), PillarPageTexts.QuartersLead.In(language), Quarters(communities, language));
        if (communities.Frontier is { } frontier)
        {
            Section(html, PillarPageTexts.Frontier.In(language), PillarPageTexts.FrontierLead.In(language), Frontier(frontier, language));
        }

        Section(html, PillarPageTexts.Counties.In(language), PillarPageTexts.CountiesLead.In(language, communities.Counties.Count), Counties(communities, language));
        html.Open("section").Leaf("h2", PillarPageTexts.NotKnown.In(language)).Open("ul");
        foreach (Bilingual unknown in communities.NotKnown)
        {
            html.Leaf("li", unknown.In(language));
        }

        html.Close().Close().Line();
    });

    private static void Section(Markup html, string title, string lead, HtmlTable table)
    {
        html.Open("section").Leaf("h2", title).Leaf("p", lead, ("class", "lead"));
        table.Write(html);
        html.Close().Line();
    }

    private static HtmlTable Shares(CommunitiesPillar communities, Language language) => new(
        PillarPageTexts.Shares.In(language),
        [.. new[] { PillarPageTexts.WhatHead, PillarPageTexts.KindHead, PillarPageTexts.ThereHead, PillarPageTexts.AllHead, PillarPageTexts.ShareHead, PillarPageTexts.UnknownHead }.Select(h => h.In(language))],
        2,
        [
            .. communities.Shares.Select(s => (IReadOnlyList<string>)
            [
                PillarPageTexts.Word(s.What, language),
                PillarPageTexts.Word(s.IsBurden ? "burden" : "benefit", language),
                Number(s.There, s.Unit),
                Number(s.All, s.Unit),
                Percent(s.Share),
                Number(s.Unknown, s.Unit),
            ]),
        ]);

    private static HtmlTable Quarters(CommunitiesPillar communities, Language language) => new(
        PillarPageTexts.Quarters.In(language),
        [.. new[] { PillarPageTexts.SviHead, PillarPageTexts.CountyCountHead, PillarPageTexts.TouchedHead, PillarPageTexts.PeopleHead, PillarPageTexts.InvestedHead, PillarPageTexts.HeadHead, PillarPageTexts.KmHead, PillarPageTexts.WellsHead }.Select(h => h.In(language))],
        1,
        [
            .. communities.Distribution.Select(q => (IReadOnlyList<string>)
            [
                q.FromPercentile is { } from ? $"{Figures.Whole(from * 100)}–{Figures.Whole((from * 100) + 25)}" : PillarPageTexts.Word("unknown", language),
                Figures.Whole(q.Counties),
                Figures.Whole(q.Touched),
                Figures.Number(q.Population / Million),
                Number(q.InvestedUsd.Value, "usd"),
                q.InvestedUsdPerHead is { } head ? Figures.Number(head) : "–",
                Figures.Number(q.PipeKm),
                Figures.Whole(q.Wells),
            ]),
        ]);

    private static HtmlTable Counties(CommunitiesPillar communities, Language language) => new(
        PillarPageTexts.Counties.In(language),
        [
            .. new[]
            {
                PillarPageTexts.CountyHead, PillarPageTexts.SviHead, PillarPageTexts.InvestedHead, PillarPageTexts.CapturedHead, PillarPageTexts.JobYearsHead, PillarPageTexts.OperatingHead, PillarPageTexts.KmHead, PillarPageTexts.WellsHead,
                PillarPageTexts.AmmoniaHead,
            }.Select(h => h.In(language)),
        ],
        1,
        [
            .. communities.Counties.OrderByDescending(c => c.InvestedUsd.Value).ThenBy(c => c.Fips, StringComparer.Ordinal).Take(Largest).Select(c => (IReadOnlyList<string>)
            [
                $"{c.Name}, {c.State}",
                c.SviPercentile is { } svi ? Figures.Whole(svi * 100) : PillarPageTexts.Word("unknown", language),
                Number(c.InvestedUsd.Value, "usd"),
                Figures.Number(c.CapturedMt),
                c.BuildingJobYearsLow is { } low ? $"{Figures.Whole(low)}–{Figures.Whole(c.BuildingJobYearsHigh!.Value)}" : PillarPageTexts.Word("unknown", language),
                c.OperatingJobs is { } jobs ? Figures.Whole(jobs) : PillarPageTexts.Word("unknown", language),
                Figures.Number(c.PipeKm),
                Figures.Whole(c.Wells),
                Figures.Whole(c.UnitsThatMayAddAmmonia),
            ]),
        ]);

    private static HtmlTable Frontier(IReadOnlyList<FrontierPoint> frontier, Language language) => new(
        PillarPageTexts.Frontier.In(language),
        [.. new[] { PillarPageTexts.AskedHead, PillarPageTexts.ReachedHead, PillarPageTexts.NetHead, PillarPageTexts.BoundHead, PillarPageTexts.MoreHead }.Select(h => h.In(language))],
        0,
        [
            .. frontier.Select(p => (IReadOnlyList<string>)[Percent(p.AskedShare), Percent(p.ReachedShare), Money(p.NetUsd), Money(p.BoundUsd), Money(p.MoreUsd)]),
        ]);

    private static string Money(Usd? amount) => amount is { } usd ? Number(usd.Value, "usd") : "–";

    private static string Number(double value, string unit) => unit == "wells" ? Figures.Whole(value) : Figures.Number(unit.StartsWith("usd", StringComparison.Ordinal) ? value / Million : value);

    private static string Percent(double? share) => share is { } value ? $"{Figures.Fixed(value * 100, 1)} %" : "–";
}
