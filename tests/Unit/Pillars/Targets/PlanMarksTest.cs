using Trunkline.Pillars;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Targets;

/// <summary>Figures for documents, on study 01: 1 Mt/y from 2031, 100 km of pipe for 17 M$, two projects of two wells.</summary>
public sealed class PlanMarksTest
{
    private static readonly Lazy<PlanMarks> Marks = new(() =>
    {
        PillarInput input = TinyPillars.Study("01-one-source-one-hub").Input();
        return PlanMarks.Of(input, PlanPillars.PillarsOf(input));
    });

    [Theory]
    [InlineData("law", "2026-11-23")]
    [InlineData("captured-2026", "0.0")]
    [InlineData("captured-2031", "1.0")]
    [InlineData("stored-2031", "1.0")]
    [InlineData("sites-2031", "1")]
    [InlineData("pipes-km", "100")]
    [InlineData("miles-per-mt", "62")]
    [InlineData("projects", "2")]
    [InlineData("projects-year", "2031")]
    [InlineData("projects-state", "ND")]
    [InlineData("wells", "4")]
    [InlineData("mt-per-well", "0.25")]
    public void A_figure_is_the_plans(string name, string figure) => Assert.Equal(figure, Marks.Value.Figures[name]);

    [Fact]
    public void Marks_are_filled_and_the_rest_is_left() => Assert.Equal(
        "a <!--ours:stored-2031-->1.0<!--/--> b <!--ours:law-->2026-11-23<!--/-->",
        Marks.Value.Fill("a <!--ours:stored-2031-->9<!--/--> b <!--ours:law--><!--/-->", "x").OrThrow());

    [Fact]
    public void A_mark_without_a_figure_is_a_problem() => Assert.Contains("nothing", Assert.Single(Marks.Value.Fill("<!--ours:nothing-->1<!--/-->", "x").Problems).What, StringComparison.Ordinal);

    /// <summary>What docs/reality.md marks is what the nation's plan has: five periods from 2026 on.</summary>
    [Fact]
    public void The_document_names_figures_that_there_are()
    {
        string[] periods = ["2026", "2031", "2036", "2041", "2046"];
        string[] known = [.. Marks.Value.Figures.Keys, .. periods.SelectMany(p => (string[])[$"captured-{p}", $"stored-{p}", $"used-{p}", $"sites-{p}"])];
        Assert.Empty(PlanMarks.NamesIn(File.ReadAllText(Path.Combine(TinyWorld.Root, "docs", "reality.md"))).Except(known));
    }
}
