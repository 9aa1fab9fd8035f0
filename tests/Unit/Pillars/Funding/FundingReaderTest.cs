using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Pillars;

namespace Trunkline.Tests.Unit.Pillars.Funding;

/// <summary>funding.json is read strictly; every problem comes with its place and a fix.</summary>
public sealed class FundingReaderTest
{
    private const string Right = """
        {
          "objective": "tonnes", "money": "appropriated", "worthUsdPerTonne": [0, 0], "worthSource": "Chosen", "mostProjects": 2,
          "programmes": [{ "id": "demonstrations", "stages": ["demonstration"], "from": 2026, "to": 2030 }],
          "stages": [{ "id": "demonstration", "tonnesPerYear": 1000, "costShare": 0.5, "failure": 0.3, "years": 5, "source": "Chosen", "confidence": "C" }],
          "useCases": [{ "id": "cement", "title": { "en": "Cement", "zh": "水泥" }, "process": "cement", "technology": { "en": "solvent", "zh": "溶剂捕集" }, "reached": "pilot",
            "experienceTonnesPerYear": 1000000, "learning": 0.08, "hardToAbate": true, "source": "Chosen", "confidence": "C" }]
        }
        """;

    [Fact]
    public void A_right_question_is_read()
    {
        FundingQuestion question = FundingReader.Parse(Right, "funding.json", 2).OrThrow();
        Assert.Equal([FundingStage.Demonstration], question.UseCases[0].Needed);
        Assert.Null(question.UseCases[0].UnaidedFrom);
        Assert.Equal(0.6, question.Programmes[0].ShareBy(2028), 12);
    }

    [Theory]
    [InlineData("objective", "\"most\"", "/objective")]
    [InlineData("money", "\"promised\"", "/money")]
    [InlineData("worthUsdPerTonne", "[1]", "/worthUsdPerTonne")]
    [InlineData("mostProjects", "99", "/mostProjects")]
    [InlineData("surprise", "1", "/surprise")]
    public void What_is_wrong_at_the_top_is_named(string member, string value, string place) => Assert.Contains(place, Wrong(o => o[member] = JsonNode.Parse(value))[0].Where, StringComparison.Ordinal);

    [Theory]
    [InlineData("stages", "costShare", "0")]
    [InlineData("stages", "failure", "1")]
    [InlineData("stages", "years", "0")]
    [InlineData("stages", "tonnesPerYear", "-1")]
    [InlineData("stages", "usd", "0")]
    [InlineData("stages", "confidence", "\"D\"")]
    [InlineData("useCases", "reached", "\"deployment\"")]
    [InlineData("useCases", "experienceTonnesPerYear", "0")]
    [InlineData("useCases", "learning", "1")]
    [InlineData("useCases", "source", "\" \"")]
    [InlineData("programmes", "to", "2020")]
    [InlineData("programmes", "amountUsd", "-1")]
    [InlineData("programmes", "useCases", "[\"glass\"]")]
    [InlineData("programmes", "stages", "[\"pilot\"]")]
    public void What_is_wrong_in_a_list_is_named(string list, string member, string value) =>
        Assert.StartsWith($"funding.json /{list}/0/{member}", Wrong(o => o[list]![0]![member] = JsonNode.Parse(value))[0].Where, StringComparison.Ordinal);

    [Fact]
    public void All_problems_come_at_once() => Assert.Equal(3, Wrong(o =>
    {
        o["mostProjects"] = 0;
        o["stages"]![0]!["years"] = 0;
        o["useCases"]![0]!["learning"] = 2;
    }).Count);

    [Fact]
    public void Two_payers_of_one_stage_are_refused() =>
        Assert.Contains("both pay", Wrong(o => o["programmes"]!.AsArray().Add(JsonNode.Parse("""{ "id": "more", "stages": ["demonstration"], "from": 2026, "to": 2030 }""")))[0].What, StringComparison.Ordinal);

    private static IReadOnlyList<Problem> Wrong(Action<JsonObject> spoil)
    {
        JsonObject question = JsonNode.Parse(Right)!.AsObject();
        spoil(question);
        IReadOnlyList<Problem> problems = FundingReader.Parse(question.ToJsonString(), "funding.json", 2).Problems;
        Assert.NotEmpty(problems);
        return problems;
    }
}
