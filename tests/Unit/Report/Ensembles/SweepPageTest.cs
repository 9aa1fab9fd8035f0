using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;
using Trunkline.Tests.Unit.Planner.Ensembles;

namespace Trunkline.Tests.Unit.Report.Ensembles;

public sealed class SweepPageTest
{
    private static readonly Findings Found = Findings.Of(FindingsTest.World());

    [Theory]
    [InlineData(Language.En, "What to build first", "Robust against middle", "least of the most regret", "Signposts")]
    [InlineData(Language.Zh, "应先建什么", "稳健方案与居中方案之比较", "最大后悔值最小", "路标")]
    public void The_page_says_it_in_both_languages(Language language, params string[] words)
    {
        string page = SweepPage.Of(Found, language);
        Assert.All(words, w => Assert.Contains(w, page, StringComparison.Ordinal));
        Assert.Contains("Plant &lt;P&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("−2.33 ± 3.84", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_that_found_nothing_still_has_a_page()
    {
        Ensemble world = FindingsTest.World();
        Findings nothing = Findings.Of(world with { Own = new Dictionary<int, ScenarioResult>(), Middle = null });
        Assert.Contains("How futures ended", SweepPage.Of(nothing, Language.En), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_document_hold_the_same_numbers()
    {
        Ensemble world = FindingsTest.World();
        JsonNode document = JsonNode.Parse(SweepTables.Json(Found))!;
        Assert.Equal(-7e6 / 3, document["choice"]!["choices"]![0]!["mean"]!.GetValue<double>(), 0);
        Dictionary<string, PlanTable> tables = SweepTables.Of(world, Found).ToDictionary(t => t.Name);
        Assert.Equal(["begun", "core", "regret", "scenarios", "tried"], tables.Keys.Order());
        Assert.Equal("1,0.166666667,false,1,study,Planned,,-10000000,20000000,0,0,1,1", TableCsv.Of(tables["scenarios"]).Split('\n')[1]);
        Assert.Equal("1,2000000,5000000,0", TableCsv.Of(tables["regret"]).Split('\n')[1]);
    }
}
