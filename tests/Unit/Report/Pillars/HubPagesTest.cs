using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Report;
using Trunkline.Tests.Unit.Pillars;

namespace Trunkline.Tests.Unit.Report.Pillars;

/// <summary>Pages on infrastructure, hubs, targets and money.</summary>
public sealed partial class HubPagesTest
{
    [Theory]
    [InlineData("13-shared-hub", Language.En, 1)]
    [InlineData("13-shared-hub", Language.Zh, 1)]
    [InlineData("14-power-and-net-zero", Language.En, 0)]
    [InlineData("16-debt-and-equity", Language.Zh, 0)]
    public void Each_page_is_well_formed_and_each_shared_hub_has_one(string study, Language language, int hubs)
    {
        PillarInput input = TinyPillars.Study(study).Input();
        IReadOnlyList<PillarPage> pages = PillarPages.All(PlanPillars.PillarsOf(input), language);
        Assert.Equal(hubs, pages.Count(p => p.Within == "infrastructure.html"));
        Assert.All(pages, page =>
        {
            XDocument document = XDocument.Parse(page.Of(input.Plan, language, pages)["<!DOCTYPE html>\n".Length..]);
            string[] ways = [.. document.Descendants("a").Select(a => a.Attribute("href")!.Value)];
            IEnumerable<string> wanted = pages.Where(p => p.File != page.File && (p.Within is null || p.Within == page.File)).Select(p => p.File);
            Assert.Equal(wanted.Append("../report.html").Order(), ways.Order());
            Assert.All(document.Descendants("tr").Where(r => r.Elements("td").Any()), r => Assert.Equal(r.Ancestors("table").Single().Descendants("thead").Single().Descendants("th").Count(), r.Elements().Count()));
        });
    }

    [Fact]
    public void The_pages_hold_the_figures_worked_by_hand()
    {
        string hub = Page("13-shared-hub", "hub-F.html"), targets = Page("14-power-and-net-zero", "targets.html"), money = Page("16-debt-and-equity", "money.html");
        Assert.All(["1.14", "0.86", "2027-12-01", "Prairie Ethanol (ND) to Broom Creek west", "$1.08 billion"], figure => Assert.Contains(figure, hub, StringComparison.Ordinal));
        Assert.All(["25.0 %", "50.0 %", "no: The order is revoked", "0.5"], figure => Assert.Contains(figure, targets, StringComparison.Ordinal));
        Assert.All(["34.6", "8.56", "least eligible cost", "Round numbers chosen for this study"], figure => Assert.Contains(figure, money, StringComparison.Ordinal));
    }

    /// <summary>Remaining 4, 4, 2, 1 and captured 0, 0, 1, 2 from the base year on: the picture ends where the numbers do.</summary>
    [Fact]
    public void Wedges_stack_to_the_base()
    {
        WedgeChart chart = new("t", [2023, 2033], [new Wedge("left", "k-left", [4, 1]), new Wedge("captured", "k-capture", [0, 3]), new Wedge("removed", "g-dac", [0, 2], IsRemoval: true)]);
        XElement svg = XElement.Parse(chart.Picture());
        XElement[] wedges = [.. svg.Elements("path").Where(p => ((string)p.Attribute("class")!).StartsWith("bar", StringComparison.Ordinal))];
        Assert.Equal(3, wedges.Length);

        // The axis runs from -2 to 4 over 250 units from 14: 4 lies at 14, 0 at 180.7, 1 at 139, -2 at 264.
        Assert.Equal(["M52 14L464 139L464 180.7L52 180.7Z", "M52 14L464 14L464 139L52 14Z", "M52 180.7L464 264L464 180.7L52 180.7Z"], wedges.Select(w => (string)w.Attribute("d")!));
    }

    [Fact]
    public void Every_text_is_in_both_languages_and_fills_the_same_places()
    {
        static IEnumerable<string> places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();
        Bilingual[] texts = [.. typeof(HubPageTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (Bilingual)f.GetValue(null)!)];
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(t.Zh.Length > 0 && !Han().IsMatch(t.En) && places(t.En).SequenceEqual(places(t.Zh)), t.En));
    }

    private static string Page(string study, string file)
    {
        PillarInput input = TinyPillars.Study(study).Input();
        IReadOnlyList<PillarPage> pages = PillarPages.All(PlanPillars.PillarsOf(input), Language.En);
        return pages.Single(p => p.File == file).Of(input.Plan, Language.En, pages);
    }

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
