using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>What a person and a program get who look around in the register.</summary>
public sealed class RegisterCommandsTest
{
    private const int Columns = 100;

    private static readonly string Seed = Path.Combine(Trunk.Root, "..", "shared", "seed", "us-doe-carbon-management-strategy.md");

    public static TheoryData<string> EveryCommand() =>
    [
        "list", "show us.45q", "show us.eo-14008 --as-of 2025-07-03 --both", "search 45Q", "search 封存", "diff us.45q us.classvi", "diff --from 2025-01-19 --to 2025-07-05", "graph",
        "graph us.eo-14008", "matrix", "matrix --criterion liability-period", "matrix --jurisdiction eu,no", "matrix --as-of 2010-01-01 --compare-with 2026-01-01", "stale",
        "stale --today 2029-01-01",
    ];

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public void A_page_is_at_most_a_hundred_columns_wide_and_ends_with_how_far_it_can_be_trusted(string words)
    {
        using var scratch = new ScratchFolder();
        foreach ((string language, string honest) in new[] { ("en", "no person has reviewed"), ("zh", "尚无人") })
        {
            Ended ended = Trunk.Run(scratch.Path, ["register", .. words.Split(' '), "--lang", language]);
            Assert.True(ended.Code == 0, ended.ToString());
            string[] lines = ended.Out.TrimEnd('\n').Split('\n');
            Assert.All(lines, line => Assert.True(line.Sum(c => c >= '\u2E80' ? 2 : 1) <= Columns, line));
            Assert.Contains(honest, lines[^1], StringComparison.Ordinal);
            Assert.Empty(ended.Error);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public void For_a_program_there_is_one_object(string words)
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, ["register", .. words.Split(' '), "--json"]);
        Assert.True(ended.Code == 0, ended.ToString());
        Assert.NotEmpty(ended.Json);
        Assert.Equal(1, ended.Out.Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("/record", "show", "us.no-such")]
    [InlineData("/record", "graph", "us.no-such")]
    [InlineData("/record", "diff", "us.45q", "us.45q@99")]
    [InlineData("two days", "diff", "us.45q")]
    [InlineData("two days", "diff", "--from", "2025-07-05", "--to", "2025-07-03")]
    [InlineData("/criterion", "matrix", "--criterion", "no-such")]
    [InlineData("/jurisdiction", "matrix", "--jurisdiction", "atlantis")]
    [InlineData("day", "show", "us.45q", "--as-of", "2025-13-01")]
    [InlineData("word", "list", "--kind", "bribe")]
    [InlineData("folder", "list", "--register", "nowhere")]
    public void What_is_not_there_is_said(string what, params string[] words)
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, ["register", .. words]);
        Assert.True(ended.Code == 2, $"{what}: {ended}");
        Assert.NotEmpty(ended.Error);
        Assert.Empty(ended.Out);
    }

    [Fact]
    public void The_entry_this_began_with_is_answered_in_one_command()
    {
        Assert.SkipUnless(File.Exists(Seed), "The hub's entry lies beside the repository (../shared/seed) and is not here.");
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "register", "diff", Seed, "us.doe-carbon-management-strategy", "--as-of", "2025-07-03", "--json");
        Dictionary<string, JsonNode> changes = ended.Json["changes"]!.AsArray().ToDictionary(c => (string)c!["field"]!, c => c!);
        Says(changes["status"], "Active", "none");
        Says(changes["date"], "2024-01-01", "2024-10-10");
        Says(changes["legal-weight"], "Guideline/Policy", "without legal force");
        Says(changes["horizon"], "未来十年", "2030");
        Says(changes["Justice40"], "Justice40 倡议", "2025-01-20");
        Says(changes["review-status"], "verified", "draft");
        Assert.NotEmpty(changes["date"]["evidenceAfter"]!.AsArray());
        Assert.NotEmpty(changes["Justice40"]["evidenceAfter"]!.AsArray());
    }

    [Fact]
    public void The_list_is_narrowed_by_every_facet()
    {
        Assert.Equal(["us.45q"], Ids("--kind", "tax-credit", "--jurisdiction", "us", "--force-on", "2025-07-03").Intersect(["us.eo-14008", "us.45q", "ca.ccus-itc"]));
        Assert.Contains("us.eo-14008", Ids("--force-on", "2025-01-19"));
        Assert.DoesNotContain("us.eo-14008", Ids("--force-on", "2025-07-03"));
        Assert.Contains("us.doe-carbon-management-strategy", Ids("--status", "draft"));
        Assert.DoesNotContain("us.45q", Ids("--status", "draft"));
        Assert.Empty(Ids("--state", "verified"));
        Assert.All(Ids("--jurisdiction", "eu,no"), id => Assert.Matches("^(eu|no)[.]", id));
        Assert.Empty(Ids("--cluster", "no such cluster"));
    }

    [Fact]
    public void Two_days_of_the_register_differ_as_the_law_did()
    {
        using var scratch = new ScratchFolder();
        JsonObject changes = Trunk.Run(scratch.Path, "register", "diff", "--from", "2025-07-03", "--to", "2025-07-05", "--json").Json;
        JsonNode rate = changes["parameters"]!.AsArray().Single(p => (string)p!["id"]! == "us.45q.rate")!;
        JsonNode eor = rate["answers"]!.AsArray().Single(a => ((string)a!["question"]!).StartsWith("fate eor, labour full, source point", StringComparison.Ordinal))!;
        Assert.Equal((60m, 85m), ((decimal)eor["before"]!["value"]!, (decimal)eor["after"]!["value"]!));
        Assert.Contains(changes["policies"]!.AsArray(), p => (string)p!["id"]! == "us.45q");
    }

    [Fact]
    public void The_graph_can_be_drawn()
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, "register", "graph", "us.eo-14008", "--dot", "--as-of", "2025-07-03");
        Assert.StartsWith("digraph register {", ended.Out, StringComparison.Ordinal);
        Assert.Contains("\"us.doe-carbon-management-strategy\" -> \"us.eo-14008\"", ended.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_who_has_seen_enough_is_not_a_fault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell with head.");
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.RunInShell(scratch.Path, "\"$@\" register stale --today 2040-01-01 | head -n 1");
        Assert.Empty(ended.Error);
        Assert.Equal(1, ended.Out.Count(c => c == '\n'));
    }

    private static void Says(JsonNode change, string before, string after)
    {
        Assert.Contains(before, (string)change["before"]!["zh"]!, StringComparison.Ordinal);
        Assert.Contains(after, (string)change["after"]!["en"]!, StringComparison.Ordinal);
    }

    private static string[] Ids(params string[] facets)
    {
        using var scratch = new ScratchFolder();
        Ended ended = Trunk.Run(scratch.Path, ["register", "list", .. facets, "--json"]);
        Assert.True(ended.Code == 0, ended.ToString());
        return [.. ended.Json["records"]!.AsArray().Select(r => (string)r!["id"]!)];
    }
}
