using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;
using ImpactStatement = Trunkline.Pillars.ImpactStatement;

namespace Trunkline.Tests.Unit.Pillars.Impact;

/// <summary>
/// Every claim of the impact statement, worked out again from the bytes of <c>plan.json</c> by a reader that knows nothing of plans: of two nodes, of air capture and
/// oil fields, of a plan that builds nothing, and of the national plan that ships.
/// </summary>
public sealed partial class ImpactStatementTest
{
    private const string Nation = "the nation", Nothing = "nothing is built";

    private static readonly Dictionary<string, Lazy<Stated>> Plans = new()
    {
        ["two nodes"] = new(() => Stated.Of(TinyWorld.TwoNodes.Input())),
        ["air and use"] = new(() => Stated.Of(TinyWorld.WithAirAndUse.Input())),
        ["a store abroad"] = new(() => Stated.Of(TinyWorld.Read("10-a-store-abroad").Input())),
        [Nothing] = new(() => Stated.Of(TinyWorld.TwoNodes.WithTarget(0, 0).With(s => s with { CostFactors = s.CostFactors with { Capture = 100 } }).Input())),
        [Nation] = new(National),
    };

    public static TheoryData<string> Names => [.. Plans.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void There_are_the_three_texts_of_the_record(string plan) =>
        Assert.Equal(["economic", "environmental", "technical"], Plans[plan].Value.Statement.Texts.Select(t => t.Kind));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_stands_in_the_plan(string plan)
    {
        Stated stated = Plans[plan].Value;
        ImpactFigure[] figures = [.. stated.Sentences.SelectMany(s => s.Figures).Where(f => !IsOfDataset(f))];
        Assert.True(figures.Length > 15);
        Assert.All(figures, f => Assert.Equal(PlanPointer.Value(stated.Json, f.From), f.Value, Math.Max(1e-9, Math.Abs(f.Value) * 1e-7)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_number_stands_in_a_sentence_but_its_figures(string plan) => Assert.All(Plans[plan].Value.Sentences, s =>
    {
        string en = s.Figures.Aggregate(s.Text.En, (text, f) => Without(text, f.Written.En)), zh = s.Figures.Aggregate(s.Text.Zh, (text, f) => Without(text, f.Written.Zh));
        Assert.DoesNotMatch(Digit(), en.Replace("CO2", "", StringComparison.Ordinal));
        Assert.DoesNotMatch(Digit(), zh.Replace("CO2", "", StringComparison.Ordinal));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_are_written_as_they_are(string plan) => Assert.All(Plans[plan].Value.Sentences.SelectMany(s => s.Figures), f =>
    {
        AssertWritten(f, f.Written.En, ScaleOfEnglish(f));
        AssertWritten(f, f.Written.Zh, ScaleOfChinese(f));
    });

    /// <summary>"No pipeline is laid" is said where there is none in the plan, and only there.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void That_nothing_is_laid_is_said_where_nothing_is(string plan)
    {
        Stated stated = Plans[plan].Value;
        bool isSaid = stated.Sentences.Any(s => s.Text.En == "No pipeline is laid.");
        Assert.Equal(stated.Json["pipes"]!.AsArray().Count == 0, isSaid);
        Assert.Equal(plan == Nothing, isSaid);
    }

    /// <summary>
    /// $/t at 7 % over 20 years, a factor of 0.07 / (1 - 1.07^-20) = 0.0943929: 1046.3343 x 0.0943929 + 39.132116 + 52.513501 + 4.4 x 70 = 498.41 by the plan's
    /// set; 1415.525 x 0.0943929 + 18.40183 + 0.24 x 70 + 4.212 x 3.7913 = 184.79 by the other, which gives no variable part.
    /// </summary>
    [Fact]
    public void A_tonne_from_the_air_costs_what_the_cited_sets_come_to()
    {
        ImpactSentence sentence = Assert.Single(Plans[Nation].Value.Sentences, s => s.Figures.Any(IsOfDataset));
        Assert.Equal(498.41, sentence.Figures[0].Value, 0.005);
        Assert.Equal(184.79, sentence.Figures[1].Value, 0.005);
        Assert.Contains("gives no variable", sentence.Text.En, StringComparison.Ordinal);
    }

    private static bool IsOfDataset(ImpactFigure figure) => figure.From.StartsWith("dataset", StringComparison.Ordinal);

    private static void AssertWritten(ImpactFigure figure, string words, double scale)
    {
        double written = double.Parse(Number().Match(words).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * scale;
        Assert.Equal(Math.Abs(figure.Value), written, Math.Max(0.6 * scale, Math.Abs(figure.Value) * 0.006));
    }

    private static double ScaleOfEnglish(ImpactFigure f) => f.Unit switch
    {
        "$" => Scale(f.Written.En, ("billion", 1e9), ("million", 1e6)),
        "Mt" => Scale(f.Written.En, ("Gt", 1e3)),
        "Mt/y" => Scale(f.Written.En, ("kt", 1e-3)),
        _ => Scale(f.Written.En, ("%", 0.01)),
    };

    private static double ScaleOfChinese(ImpactFigure f) => f.Unit switch
    {
        "$" => Scale(f.Written.Zh, ("亿", 1e8), ("万", 1e4)),
        "Mt" => Scale(f.Written.Zh, ("亿", 1e2), ("万", 1e-2)),
        "Mt/y" => Scale(f.Written.Zh, ("亿", 1e2), ("百万", 1), ("万", 1e-2)),
        _ => Scale(f.Written.Zh, ("%", 0.01)),
    };

    private static string Without(string text, string written)
    {
        int at = text.IndexOf(written, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{written}' is not in '{text}'.");
        return text.Remove(at, written.Length);
    }

    private static double Scale(string written, params (string Word, double Size)[] scales) => scales.FirstOrDefault(s => written.Contains(s.Word, StringComparison.Ordinal), ("", 1)).Size;

    private static Stated National()
    {
        string folder = Path.Combine(TinyWorld.Root, "data", "us");
        byte[] bytes = PlanShipment.Read(Path.Combine(folder, "plan"), PlanShipment.PlanFile)!;
        Study study = StudyReader.Read(folder).OrThrow();
        RegisterView law = study.Policy.Of(ShippedRegister.Register).OrThrow();
        PillarInput input = new(PlanJson.Read(bytes).OrThrow(), study, DatasetReader.Read(study.DatasetFolder).OrThrow(), law);
        return new Stated(JsonNode.Parse(bytes)!, ImpactStatement.Of(input));
    }

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();

    [GeneratedRegex("[0-9][0-9,]*(\\.[0-9]+)?")]
    private static partial Regex Number();

    /// <summary>A statement beside the plan's own bytes.</summary>
    private sealed record Stated(JsonNode Json, ImpactStatement Statement)
    {
        public IEnumerable<ImpactSentence> Sentences => Statement.Texts.SelectMany(t => t.Sentences);

        public static Stated Of(PillarInput input) => new(JsonNode.Parse(PlanJson.Write(input.Plan))!, ImpactStatement.Of(input));
    }
}
