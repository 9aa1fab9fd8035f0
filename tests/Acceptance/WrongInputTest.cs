using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>What a person gets who asks for what cannot be read: every problem at once, exit 2, nothing written.</summary>
public sealed class WrongInputTest
{
    private static readonly string Us = Path.Combine(Trunk.Root, "data", "us");

    [Fact]
    public void A_study_that_is_not_there()
    {
        using var scratch = new ScratchFolder();
        Refused(Trunk.Run(scratch.Path, "plan", "no-such-study"), scratch, "no-such-study", "There is no such study.");
    }

    [Fact]
    public void All_problems_of_a_study_at_once()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("study.json", Study("""
            "discountRat": 0.07,
            "region": {"states": ["il"]},
            "target": {"mtPerYear": [1, "5 Mt", 10, 15, 20]}
            """));
        int before = scratch.Content.Count;
        Ended ended = Trunk.Run(scratch.Path, "plan", ".");
        Assert.Equal(2, ended.Code);
        Assert.Contains("/discountRat", ended.Error, StringComparison.Ordinal);
        Assert.Contains("Was 'discountRate' meant?", ended.Error, StringComparison.Ordinal);
        Assert.Contains("/target/mtPerYear/1", ended.Error, StringComparison.Ordinal);
        Assert.Equal(before, scratch.Content.Count);
    }

    /// <summary>Of a study that is far too large the first limit that it passes is told, and nothing else is looked for.</summary>
    [Fact]
    public void A_study_that_is_far_too_large()
    {
        using var scratch = new ScratchFolder();
        string periods = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"{{ \"from\": {i}, \"to\": {i} }}"));
        scratch.Write("study.json", Study($$"""
            "periods": [{{periods}}],
            "target": {"mtPerYear": [1, 5, 10, 15, 20]}
            """));
        Ended ended = Trunk.Run(scratch.Path, "plan", ".", "--json");
        Assert.Equal(2, ended.Code);
        Assert.Equal("There are more than 20 periods.", (string?)Assert.Single(ended.Json["problems"]!.AsArray())!["what"]);
        Assert.Equal(["study.json"], scratch.Content);
    }

    [Fact]
    public void A_number_in_the_wrong_unit()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("study.json", Study("""
            "target": {"mtPerYear": [1000000, 5000000, 10000000, 15000000, 20000000]}
            """));
        Ended ended = Trunk.Run(scratch.Path, "plan", ".");
        Assert.Equal(2, ended.Code);
        Assert.Contains("million tonnes a year (not tonnes)", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["study.json"], scratch.Content);
    }

    [Fact]
    public void A_region_without_a_single_source()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("study.json", Study("""
            "region": {"box": {"west": -60, "south": 30, "east": -59, "north": 31}},
            "target": {"mtPerYear": [1, 5, 10, 15, 20]}
            """));
        Ended ended = Trunk.Run(scratch.Path, "plan", ".");
        Assert.Equal(2, ended.Code);
        Assert.Contains("/region", ended.Error, StringComparison.Ordinal);
        Assert.Equal(["study.json"], scratch.Content);
    }

    [Fact]
    public void Problems_as_one_json_object()
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "plan", "no-such-study", "--gap", "7", "--json");
        Assert.Equal(2, ended.Code);
        Assert.Equal("wrong-input", (string?)ended.Json["error"]);
        JsonArray problems = ended.Json["problems"]!.AsArray();
        Assert.True(problems.Count >= 2, ended.ToString());
        Assert.All(problems, p => Assert.All(new[] { "where", "what", "fix" }, member => Assert.False(string.IsNullOrEmpty((string?)p![member]))));
        Assert.Empty(scratch.Content);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("plan", "us", "--tiem-limit", "5")]
    [InlineData("plan", "us", "--time-limit", "soon")]
    [InlineData("plan", "us", "--route", "magic")]
    [InlineData("plan", "us", "--lang", "fr")]
    [InlineData("study", "frobnicate")]
    public void Words_that_make_no_command(params string[] words)
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, words);
        Assert.True(ended.Code == 2, ended.ToString());
        Assert.Empty(ended.Out);
        Assert.NotEmpty(ended.Error);
        Assert.Empty(scratch.Content);
    }

    [Fact]
    public void A_folder_that_is_not_a_plans_is_not_replaced()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("mine/thesis.txt", "ten years of work");
        Ended ended = Trunk.Run(scratch.Path, "plan", "us", "--out", "mine");
        Assert.Equal(2, ended.Code);
        Assert.Contains("--out mine", ended.Error, StringComparison.Ordinal);
        Assert.Equal("ten years of work", File.ReadAllText(scratch.At("mine/thesis.txt")));
    }

    [Fact]
    public void Problems_have_chinese_headings()
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "plan", "no-such-study", "--lang", "zh");
        Assert.Equal(2, ended.Code);
        Assert.Contains("输入有误", ended.Error, StringComparison.Ordinal);
    }

    private static void Refused(Ended ended, ScratchFolder scratch, params string[] said)
    {
        Assert.True(ended.Code == 2, ended.ToString());
        Assert.All(said, words => Assert.Contains(words, ended.Error, StringComparison.Ordinal));
        Assert.Empty(ended.Out);
        Assert.Empty(scratch.Content);
    }

    /// <summary>A study of the national data with these members besides the ones it must have.</summary>
    private static string Study(string members) => $$"""
        {
          "id": "impossible",
          "title": {"en": "Impossible", "zh": "不可能"},
          "dataset": {{System.Text.Json.JsonSerializer.Serialize(Us)}},
          "policy": {"asOf": "2026-11-23"},
          "dollarYear": 2023,
          {{members}}
        }
        """;
}
