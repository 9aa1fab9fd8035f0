using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public partial class HtmlReportTest
{
    private static readonly StateOutline _illinois = new("IL", [[new(-91.5, 37), new(-87.5, 37), new(-87.5, 42.5), new(-91.5, 42.5), new(-91.5, 37)]]);

    private static string Page(Plan plan, Language language = Language.En) => HtmlReport.Of(new ReportInput(plan, SamplePlans.Ground(), [_illinois], language));

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.Zh)]
    public void Every_period_has_its_map(Language language)
    {
        Plan plan = SamplePlans.National(50, 60);
        string page = Page(plan, language);
        for (int period = 0; period < plan.Periods.Count; period++)
        {
            Assert.Contains($"<figure class=\"map\" data-period=\"{period}\">", page, StringComparison.Ordinal);
        }

        Assert.Equal(plan.Periods.Count, page.Split("<use href=\"#ground\"/>").Length - 1);
    }

    [Fact]
    public void Nothing_is_loaded_from_anywhere()
    {
        string page = Page(SamplePlans.Small);
        Assert.DoesNotMatch(Loads(), page);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Handlers(), page);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.Contains("default-src &#39;none&#39;", page.Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.org/45q?a=1&amp;b=2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_well_formed_and_what_it_points_at_is_there()
    {
        string page = Page(SamplePlans.Small);
        XDocument document = XDocument.Parse(Script().Replace(page["<!DOCTYPE html>\n".Length..], ""));
        HashSet<string> ids = [.. document.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>()];
        Assert.Equal(ids.Count, document.Descendants().Count(element => element.Attribute("id") is not null));
        Assert.All(
            document.Descendants().Select(element => element.Attribute("href")?.Value).OfType<string>().Where(href => href[0] == '#'),
            href => Assert.Contains(href[1..], ids));
    }

    [Fact]
    public void Words_from_the_data_cannot_become_markup()
    {
        string page = Page(SamplePlans.Small);
        Assert.DoesNotContain("<A&B>", page, StringComparison.Ordinal);
        Assert.Contains("Limestone Works &lt;A&amp;B&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_unit_that_stops_is_in_the_cliff_and_hollow_on_the_next_map()
    {
        string page = Page(SamplePlans.Small);
        Assert.Contains("1 units, 500 kt/y at their last running, stop", page, StringComparison.Ordinal);
        string[] maps = page.Split("<figure class=\"map\"")[1..];
        Assert.DoesNotContain("class=\"gone\"", maps[0], StringComparison.Ordinal);
        Assert.Contains("class=\"gone\"", maps[1].Split("</figure>")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Credits_that_the_licence_asks_for_stand_with_the_map()
    {
        string map = Page(SamplePlans.Small).Split("id=\"map\"")[1].Split("</section>")[0];
        Assert.Contains("Right-of-way data: a monitor (CC BY 4.0)", map, StringComparison.Ordinal);
        Assert.DoesNotContain("Facilities: EPA", map, StringComparison.Ordinal);
        string picture = MapPicture.Of(SamplePlans.Small, SamplePlans.Ground().ExistingPipelines, [_illinois], Language.En);
        Assert.Contains("Right-of-way data: a monitor (CC BY 4.0)", picture, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_is_svg_on_its_own()
    {
        string picture = MapPicture.Of(SamplePlans.National(80, 90), [], [_illinois], Language.Zh);
        Assert.Equal("svg", XDocument.Parse(picture).Root!.Name.LocalName);
        Assert.DoesNotMatch(Loads(), picture);
    }

    [Fact]
    public void A_failed_audit_is_said_with_its_rules()
    {
        PlanAuditResult failed = new(false, [new Violation("flow-conservation", "hub-7, 2031-35", "3 t/y appear from nowhere")], new Usd(1), new Usd(1));
        string page = Page(SamplePlans.Small with { Audit = failed });
        Assert.Contains("The plan breaks 1 rules", page.Replace("the plan", "The plan", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("flow-conservation", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_that_builds_nothing_is_still_shown()
    {
        PlanPeriod nothing = SamplePlans.Small.Periods[0] with { CapturedMtPerYear = 0, CreditsUsd = new Usd(0) };
        Plan empty = SamplePlans.Small with { Captures = [], Pipes = [], Storages = [], Uncaptured = [], Periods = [nothing, nothing with { From = 2031, To = 2035 }] };
        Assert.Contains("The plan builds nothing.", Page(empty), StringComparison.Ordinal);
    }

    [Fact]
    public void A_national_report_stays_under_six_megabytes_in_either_language()
    {
        Plan plan = SamplePlans.National();
        Assert.All([Language.En, Language.Zh], language => Assert.InRange(Encoding.UTF8.GetByteCount(Page(plan, language)), 1, 6_000_000));
    }

    [Fact]
    public void The_same_plan_gives_the_same_page() => Assert.Equal(Page(SamplePlans.Small), Page(SamplePlans.Small));

    [GeneratedRegex("""(src|xlink:href|srcset|data|poster)="https?:|<(use|image|link|iframe|object|embed)[^>]*"https?:|url\(|fetch\(|XMLHttpRequest|import\s""")]
    private static partial Regex Loads();

    [GeneratedRegex("""<[^>]*\son[a-z]+=""")]
    private static partial Regex Handlers();

    [GeneratedRegex("<script>.*?</script>|<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
