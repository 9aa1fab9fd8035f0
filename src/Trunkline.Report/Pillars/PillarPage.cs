using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A page of its own beside the report, in its style: opens offline, runs no script, asks nothing of any server.</summary>
/// <param name="File">Name in the folder <c>pillars</c>.</param>
/// <param name="Body">Writes the sections below the head.</param>
public sealed record PillarPage(string File, Bilingual Title, Bilingual Lead, Action<Markup> Body)
{
    private static readonly string Style = HtmlReport.Resource("map.css") + HtmlReport.Resource("report.css");

    /// <summary>The content policy that such a page asks for; whoever serves one must not forbid its style sheet.</summary>
    public static string Policy { get; } = $"default-src 'none'; style-src '{HtmlReport.Digest(Style)}'; base-uri 'none'; form-action 'none'";

    /// <summary>Page that this one is a part of and is reached from; null for a page of its own standing.</summary>
    public string? Within { get; init; }

    /// <summary>The page as HTML.</summary>
    /// <param name="pages">Every page of the set, for the way from one to another; none for a page that stands alone.</param>
    public string Of(Plan plan, Language language, IReadOnlyList<PillarPage> pages)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan.Study.Title.In(language), language, pages);
    }

    /// <summary>The page as HTML, about something that is no plan.</summary>
    /// <param name="about">Name of what it is about, in the language.</param>
    public string Of(string about, Language language, IReadOnlyList<PillarPage> pages)
    {
        ArgumentNullException.ThrowIfNull(pages);
        Markup html = new();
        html.Ready("<!DOCTYPE html>\n").Open("html", ("lang", language == Language.Zh ? "zh-CN" : "en")).Line();
        HtmlReport.WriteHead(html, $"{Title.In(language)} – {about}", Style, Policy);
        html.Open("body").Open("header").Leaf("p", about, ("class", "kicker")).Leaf("h1", Title.In(language)).Leaf("p", Lead.In(language), ("class", "verdict"));
        if (pages.Count > 0)
        {
            Ways(html, language, pages);
        }

        html.Close().Open("main").Line();
        Body(html);
        html.Close().Close().Line().Close().Line();
        return html.ToString();
    }

    private void Ways(Markup html, Language language, IReadOnlyList<PillarPage> pages)
    {
        html.Open("p", ("class", "lead")).Leaf("a", PillarPageTexts.BackToReport.In(language), ("href", "../report.html"));
        foreach (PillarPage page in pages.Where(p => p.File != File && p.Within is null))
        {
            html.Words(" · ").Leaf("a", page.Title.In(language), ("href", page.File));
        }

        html.Close();
    }
}
