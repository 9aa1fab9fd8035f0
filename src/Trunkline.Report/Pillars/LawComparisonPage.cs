using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>Two plans under two laws on one page that opens offline.</summary>
public static class LawComparisonPage
{
    /// <summary>Name of the page in its folder.</summary>
    public const string File = "compare.html";

    /// <summary>The page as HTML.</summary>
    /// <param name="plan">Either plan; its study gives the title.</param>
    public static string Of(LawComparison comparison, Plan plan, Language language)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        string first = LawComparisonView.NameOf(comparison.First), second = LawComparisonView.NameOf(comparison.Second);
        Bilingual lead = new(LawComparisonTexts.Lead.In(Language.En, first, second), LawComparisonTexts.Lead.In(Language.Zh, first, second));
        var page = new PillarPage(File, LawComparisonTexts.Title, lead, html =>
        {
            if (comparison.Besides.Count > 0)
            {
                html.Leaf("p", LawComparisonTexts.Besides.In(language, string.Join(", ", comparison.Besides.Select(b => LawComparisonTexts.Word(b, language)))));
            }

            foreach (ComparisonPart part in LawComparisonView.Of(comparison, language))
            {
                html.Open("section").Leaf("h2", part.Title).Leaf("p", part.Lead, ("class", "lead"));
                part.Table.Write(html);
                html.Close().Line();
            }
        });
        return page.Of(plan, language, []);
    }
}
