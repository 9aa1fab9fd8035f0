using System.Globalization;
using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Tests.Unit.Planner.Ensembles;

namespace Trunkline.Tests.Unit.Planner.StudyReading;

/// <summary>What is far too large for a study is refused at its first excess, with the limit's name and a remedy.</summary>
public sealed class StudySizeTest
{
    private static readonly string Study = Path.Combine(TinyWorld.Root, "data", "studies", "01-one-source-one-hub", "study.json");

    private static readonly StudySize Small = new(Bytes: 100, Depth: 3, Periods: 2, Members: 4);

    [Theory]
    [InlineData("{ \"a\": [ { \"b\": 1 } ] }", null, null, 0)]
    [InlineData("{ \"a\": [ { \"b\": [] } ] }", "depth", "/a/0", 3)]
    [InlineData("{ \"periods\": [ 1, {} ] }", null, null, 0)]
    [InlineData("{ \"study\": { \"periods\": [ 1, 2, 3 ] } }", "periods", "/study/periods", 2)]
    [InlineData("{ \"periods\": { \"a\": 1, \"b\": 1, \"c\": 1 } }", null, null, 0)]
    [InlineData("[ 1, true, null, \"x\" ]", null, null, 0)]
    [InlineData("[ 1, [], 3, {}, 5 ]", "members", "", 4)]
    [InlineData("{ \"a\": 1, \"b\": [ 7, [ 1, 2, 3, 4, 5 ] ] }", "members", "/b/1", 4)]
    [InlineData("{ \"a\": 1, \"b\": {}, \"c\": 1, \"d\": 1, \"e\": 1 }", "members", "", 4)]
    [InlineData("{ \"a\": ", null, null, 0)]
    [InlineData("[ 1, 2, 3, 4, 5, ", "members", "", 4)]
    public void The_first_limit_that_is_passed_is_named(string text, string? limit, string? pointer, int most) =>
        Assert.Equal(limit is null ? null : new StudyExcess(limit, pointer!, most), Small.Passed(text));

    [Theory]
    [InlineData("界", 31)]
    [InlineData("x", 95)]
    public void Bytes_are_those_of_UTF_8(string letter, int fits)
    {
        string Text(int count) => $"{{\"\":\"{string.Concat(Enumerable.Repeat(letter, count))}";
        Assert.Null(Small.Passed(Text(fits)));
        Assert.Equal("bytes", Small.Passed(Text(fits + 1))!.Limit);
    }

    [Fact]
    public void A_study_with_too_many_periods_is_told_once_and_not_for_each()
    {
        JsonNode study = JsonNode.Parse(File.ReadAllText(Study))!;
        study["periods"] = new JsonArray([.. Enumerable.Range(0, 50_000).Select(i => new JsonObject { ["from"] = i, ["to"] = i })]);
        Problem problem = Assert.Single(StudyReader.Parse(study.ToJsonString(), Study).Problems);
        Assert.Equal(($"{Study} /periods", "There are more than 20 periods."), (problem.Where, problem.What));
        Assert.Contains("at most 20", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_study_of_a_million_closed_sites_or_of_a_thousand_depths_is_told_once()
    {
        JsonNode study = JsonNode.Parse(File.ReadAllText(Study))!;
        study["limits"] = new JsonObject { ["closed"] = new JsonArray([.. Enumerable.Range(0, 1_000_000).Select(i => (JsonNode)"x")]) };
        Problem wide = Assert.Single(StudyReader.Parse(study.ToJsonString(), Study).Problems), deep = Assert.Single(StudyReader.Parse($"{{\"limits\":{new string('[', 1000)}", Study).Problems);
        Assert.Equal(($"{Study} /limits/closed", "It has more than 100,000 members."), (wide.Where, wide.What));
        Assert.Equal("More than 32 lists and objects stand within each other.", deep.What);
    }

    /// <summary>Eight gigabytes of nothing: read, they would not fit into a text.</summary>
    [Fact]
    public void A_file_of_gigabytes_is_not_read()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("trunkline-size-");
        try
        {
            foreach (string name in new[] { "study.json", "sweep.json" })
            {
                using FileStream file = File.Create(Path.Combine(folder.FullName, name));
                file.SetLength(8L << 30);
            }

            Assert.Contains("bytes", Assert.Single(StudyReader.Read(folder.FullName).Problems).What, StringComparison.Ordinal);
            Assert.Contains("bytes", Assert.Single(SweepReader.Read(folder.FullName).Problems).What, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_sweep_of_too_many_parameters_draws_or_members_is_told_once()
    {
        JsonObject Sweep(int parameters, int scenarios) => new()
        {
            ["id"] = "many",
            ["study"] = "study.json",
            ["sample"] = new JsonObject { ["method"] = "monte-carlo", ["scenarios"] = scenarios },
            ["parameters"] = new JsonArray([.. Enumerable.Range(0, parameters).Select(i => new JsonObject
            {
                ["name"] = i.ToString(CultureInfo.InvariantCulture),
                ["cost"] = new JsonArray("capture"),
                ["uniform"] = new JsonObject { ["least"] = 1, ["most"] = 2 },
            })]),
        };
        Assert.Equal("There are 201 parameters.", Assert.Single(SweepWorld.Read(Sweep(201, 1)).Problems).What);
        Assert.Contains("10000000 numbers", Assert.Single(SweepWorld.Read(Sweep(100, 100_000)).Problems).What, StringComparison.Ordinal);
        JsonObject wide = Sweep(1, 1);
        wide["parameters"]![0]!["cost"] = new JsonArray([.. Enumerable.Range(0, 100_001).Select(i => (JsonNode)"capture")]);
        Assert.Equal("It has more than 100,000 members.", Assert.Single(SweepWorld.Read(wide).Problems).What);
    }
}
