using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Where every coefficient comes from, whom the data are credited to, and what it takes to make the plan again.</summary>
public static class BibliographySection
{
    public static void Write(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "bibliography")).Leaf("h2", input.Say(Texts.BibliographyTitle)).Leaf("p", input.Say(Texts.BibliographyLead), ("class", "lead"));
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", input.Say(Texts.BibliographyTitle))).Open("table", ("class", "sources")).Open("thead").Open("tr");
        foreach (Bilingual head in new[] { Texts.KeyHead, Texts.UsedForHead, Texts.ValueHead, Texts.SourceHead, Texts.ConfidenceHead, Texts.ReviewHead })
        {
            html.Leaf("th", input.Say(head), ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (Citation citation in input.Plan.Bibliography)
        {
            WriteCitation(html, input, citation);
        }

        html.Close().Close().Close().Close().Line();
        WriteCredits(html, input);
        WriteStamp(html, input);
    }

    private static void WriteCitation(Markup html, ReportInput input, Citation citation)
    {
        html.Open("tr").Open("th", ("scope", "row")).Leaf("code", citation.Key).Close();
        html.Leaf("td", citation.What).Leaf("td", citation.Value).Open("td").Words(citation.Source);
        if (Uri.TryCreate(citation.Url, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http")
        {
            html.Words(" ").Leaf("a", input.Say(Texts.Link), ("href", address.AbsoluteUri), ("rel", "noreferrer"));
        }

        html.Close().Leaf("td", citation.Confidence.ToString(), ("class", $"conf-{citation.Confidence}"));
        html.Leaf("td", citation.State is null ? "–" : Vocabulary.ReviewStates.In(citation.State, input.Language)).Close().Line();
    }

    private static void WriteCredits(Markup html, ReportInput input)
    {
        html.Open("section", ("id", "data-credits")).Leaf("h2", input.Say(Texts.CreditLinesTitle)).Open("ul");
        foreach (MapCredit credit in input.Plan.Credits)
        {
            html.Leaf("li", PlanFigures.Words(credit));
        }

        html.Close().Close().Line();
    }

    private static void WriteStamp(Markup html, ReportInput input)
    {
        PlanStamp stamp = input.Plan.Stamp;
        html.Open("section", ("id", "again")).Leaf("h2", input.Say(Texts.AgainTitle)).Open("dl", ("class", "facts stamp"));
        foreach ((Bilingual name, string value) in new[]
        {
            (Texts.Engine, stamp.EngineVersion),
            (Texts.StudyHash, $"{input.Plan.Study.Id} {stamp.StudyHash}"),
            (Texts.DatasetHash, stamp.DatasetHash),
            (Texts.RegisterHash, stamp.RegisterHash),
            (Texts.Route, stamp.Route),
            (Texts.Seed, $"{stamp.Seed}, {stamp.Threads}"),
        })
        {
            html.Open("div").Leaf("dt", input.Say(name)).Leaf("dd", value).Close();
        }

        html.Close().Close().Line();
    }
}
