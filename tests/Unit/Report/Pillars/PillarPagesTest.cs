using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Report;
using Trunkline.Tests.Unit.Pillars;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Report.Pillars;

/// <summary>The pages beside the report.</summary>
public sealed partial class PillarPagesTest
{
    private static readonly Lazy<PillarInput> Input = new(() => (TinyWorld.Read("10-a-store-abroad") with { Register = ShippedRegister.Register }).Input());

    private static readonly Lazy<PlanPillars> Pillars = new(() => PlanPillars.PillarsOf(Input.Value));

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Zh)]
    public void Each_page_is_well_formed_loads_nothing_and_leads_to_the_others(Language language)
    {
        IReadOnlyList<PillarPage> pages = PillarPages.All(Pillars.Value, language, new ReportInput(Input.Value.Plan, Input.Value.Dataset, [], language));
        Assert.Equal(pages.Count, pages.Select(p => p.File).Distinct().Count());
        Assert.All(pages, page =>
        {
            string html = page.Of(Input.Value.Plan, language, pages);
            XDocument document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..]);
            Assert.DoesNotMatch(Loads(), html);
            string[] ways = [.. document.Descendants("a").Select(a => a.Attribute("href")!.Value)];
            IEnumerable<string> wanted = pages.Where(p => p.File != page.File && (p.Within is null || p.Within == page.File)).Select(p => p.File);
            Assert.Equal(wanted.Append("../report.html").Order(), ways.Order());
            Assert.NotEmpty(document.Descendants("table"));
            Assert.All(document.Descendants("tr").Where(r => r.Elements("td").Any()), r => Assert.Equal(r.Ancestors("table").Single().Descendants("thead").Single().Descendants("th").Count(), r.Elements().Count()));
        });
    }

    [Fact]
    public void The_pages_hold_the_figures()
    {
        IReadOnlyList<PillarPage> pages = PillarPages.All(Pillars.Value, Language.En);
        string all = string.Concat(pages.Select(p => p.Of(Input.Value.Plan, Language.En, pages)));
        Assert.Contains("Construction begins on 2028-01-01, before 2033-01-01.", all, StringComparison.Ordinal);
        Assert.Contains("eu.ets.surrender outside", all, StringComparison.Ordinal);
        Assert.Contains("Terminal for a store below the North Sea", all, StringComparison.Ordinal);
        Assert.Contains("whatever is reported here is voluntary", all, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_in_both_languages_and_fills_the_same_places()
    {
        static IEnumerable<string> places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();
        Bilingual[] texts = [.. typeof(PillarPageTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Bilingual)f.GetValue(null)!)];
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(Han().IsMatch(t.Zh) && !Han().IsMatch(t.En) && places(t.En).SequenceEqual(places(t.Zh)), t.En));
    }

    [GeneratedRegex("src=|url\\(|@import|<script", RegexOptions.IgnoreCase)]
    private static partial Regex Loads();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
