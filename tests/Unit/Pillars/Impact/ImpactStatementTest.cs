using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Impact;

/// <summary>Every claim of the impact statement, worked out again from the bytes of <c>plan.json</c> by a reader that knows nothing of plans.</summary>
public sealed partial class ImpactStatementTest
{
    private static readonly PillarInput Input = TinyWorld.TwoNodes.Input();
    private static readonly JsonNode Json = JsonNode.Parse(PlanJson.Write(Input.Plan))!;
    private static readonly ImpactStatement Statement = ImpactStatement.Of(Input);

    [Fact]
    public void There_are_the_three_texts_of_the_record() => Assert.Equal(["economic", "environmental", "technical"], Statement.Texts.Select(t => t.Kind));

    [Fact]
    public void Every_figure_stands_in_the_plan()
    {
        ImpactFigure[] figures = [.. Sentences.SelectMany(s => s.Figures).Where(f => !f.From.StartsWith("dataset", StringComparison.Ordinal))];
        Assert.True(figures.Length > 15);
        Assert.All(figures, f => Assert.Equal(PlanPointer.Value(Json, f.From), f.Value, Math.Max(1e-9, Math.Abs(f.Value) * 1e-7)));
    }

    [Fact]
    public void No_number_stands_in_a_sentence_but_its_figures() => Assert.All(Sentences, s =>
    {
        string en = s.Figures.Aggregate(s.Text.En, (text, f) => Without(text, f.Written.En)), zh = s.Figures.Aggregate(s.Text.Zh, (text, f) => Without(text, f.Written.Zh));
        Assert.DoesNotMatch(Digit(), en.Replace("CO2", "", StringComparison.Ordinal));
        Assert.DoesNotMatch(Digit(), zh.Replace("CO2", "", StringComparison.Ordinal));
    });

    [Fact]
    public void Figures_are_written_as_they_are() => Assert.All(Sentences.SelectMany(s => s.Figures), f =>
    {
        double scale = f.Unit switch { "$" => Scale(f.Written.En, ("billion", 1e9), ("million", 1e6)), "Mt" => Scale(f.Written.En, ("Gt", 1e3)), "Mt/y" => Scale(f.Written.En, ("kt", 1e-3)), "1" when f.Written.En.Contains('%', StringComparison.Ordinal) => 0.01, _ => 1 };
        double written = double.Parse(Number().Match(f.Written.En).Value.Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture) * scale;
        Assert.Equal(Math.Abs(f.Value), written, Math.Max(0.6 * scale, Math.Abs(f.Value) * 0.006));
    });

    private static IEnumerable<ImpactSentence> Sentences => Statement.Texts.SelectMany(t => t.Sentences);

    private static string Without(string text, string written)
    {
        int at = text.IndexOf(written, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{written}' is not in '{text}'.");
        return text.Remove(at, written.Length);
    }

    private static double Scale(string written, params (string Word, double Size)[] scales) => scales.FirstOrDefault(s => written.Contains(s.Word, StringComparison.Ordinal), ("", 1)).Size;

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex("[0-9][0-9,]*(\\.[0-9]+)?")]
    private static partial Regex Number();
}
