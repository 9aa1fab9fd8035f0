using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.StudyReading;

/// <summary>A study is read whole or not at all, and everything wrong with it is said at once, with its place and a remedy.</summary>
public sealed class StudyReaderTest
{
    private static readonly string File = Path.Combine(TinyWorld.Root, "data", "studies", "01-one-source-one-hub", "study.json");

    /// <summary>Every member that a study can have, each of them right.</summary>
    private const string Full = """
        {
          "$schema": "../../docs/reference/study.schema.json",
          "id": "full-study",
          "title": { "en": "All members", "zh": "所有字段" },
          "dataset": ".",
          "region": { "states": [ "ND", "MT" ], "box": { "west": -110, "south": 40, "east": -95, "north": 49 } },
          "periods": [ { "from": 2026, "to": 2030 }, { "from": 2031, "to": 2040 } ],
          "target": { "mtPerYear": [ 0, 1.5 ], "whenUnreachable": "lower" },
          "tracks": [ "biogenic", "dac" ],
          "policy": { "asOf": "2026-11-23", "overlays": [ "parity-undone" ], "labour": "base" },
          "discountRate": 0.05,
          "dollarYear": 2023,
          "inflation": 0.02,
          "limits": { "injection": [ { "name": "north", "states": [ "ND" ], "mtPerYear": 3 } ], "yearlyBuildMtPerYear": 0.5 },
          "solver": { "route": "exact", "gap": 0.001, "timeLimitSeconds": 30, "threads": 1, "seed": 7 }
        }
        """;

    [Fact]
    public void A_full_study_is_read_member_by_member()
    {
        Study study = StudyReader.Parse(Full, File).OrThrow();
        Assert.Equal(("full-study", "所有字段"), (study.Id, study.Title.Zh));
        Assert.Equal(["MT", "ND"], study.Region.States!.Order());
        Assert.Equal(new Box(-110, 40, -95, 49), study.Region.Box);
        Assert.Equal([new Period(2026, 2030), new Period(2031, 2040)], study.Periods);
        Goal.CaptureTarget target = Assert.IsType<Goal.CaptureTarget>(study.Goal);
        Assert.Equal((0d, 1.5e6, true), (target.Rates[0].Value, target.Rates[1].Value, target.LowerWhenUnreachable));
        Assert.Equal([Trunkline.Atlas.Track.Biogenic, Trunkline.Atlas.Track.Dac], study.Tracks.Order());
        Assert.Equal((new DateOnly(2026, 11, 23), false), (study.Policy.AsOf, study.FullLabour));
        Assert.Equal((0.05, 2023, 0.02), (study.DiscountRate.Value, study.DollarYear, study.Inflation.Value));
        Assert.Equal(("north", 3e6, 0.5e6), (study.Limits.Injection[0].Name, study.Limits.Injection[0].Rate.Value, study.Limits.YearlyBuild!.Value.Value));
        Assert.Equal(new SolverBudget(SolverRoute.Exact, new Fraction(0.001), 30, 1, 7), study.Solver);
        Assert.Equal(Path.GetDirectoryName(File), study.DatasetFolder);
    }

    [Fact]
    public void What_is_left_out_has_the_documented_default()
    {
        Study study = StudyReader.Parse("""
            { "id": "short", "price": { "usdPerTonne": [ 10, 20, 30, 40, -50 ] }, "policy": { "asOf": "2026-11-23" }, "dollarYear": 2023 }
            """, File).OrThrow();
        Assert.Equal([new(2026, 2030), new(2031, 2035), new(2036, 2040), new(2041, 2045), new(2046, 2050)], study.Periods);
        Assert.Equal([10, 20, 30, 40, -50], Assert.IsType<Goal.CarbonPrice>(study.Goal).Prices.Select(p => p.Value));
        Assert.Equal((0.07, 0.025, true), (study.DiscountRate.Value, study.Inflation.Value, study.FullLabour));
        Assert.Equal(3, study.Tracks.Count);
        Assert.Equal((null, null, null), (study.Region.States, study.Region.Box, study.Limits.YearlyBuild));
        Assert.Equal(new SolverBudget(SolverRoute.Auto, new Fraction(0.01), 120, 2, 1), study.Solver);
    }

    /// <summary>One wrong thing at a time: where it is named, and words that the message or its remedy must hold.</summary>
    [Theory]
    [InlineData("\"solver\": {", "\"sovler\": {}, \"solver\": {", "/sovler", "not known")]
    [InlineData("\"gap\": 0.001", "\"Gap\": 0.001", "/solver/Gap", "Was 'gap' meant?")]
    [InlineData("\"dollarYear\": 2023", "\"dollarYear\": 2023, \"dollarYear\": 2023", "/dollarYear", "twice")]
    [InlineData("[ 0, 1.5 ]", "[ 0, \"80 Mt\" ]", "/target/mtPerYear/1", "without quotes or unit")]
    [InlineData("[ 0, 1.5 ]", "[ 0, 80000000 ]", "/target/mtPerYear/1", "not tonnes")]
    [InlineData("[ 0, 1.5 ]", "[ 0, -1 ]", "/target/mtPerYear/1", "not between")]
    [InlineData("[ 0, 1.5 ]", "[ 0, 1e999 ]", "/target/mtPerYear/1", "too large")]
    [InlineData("[ 0, 1.5 ]", "[ 1.5 ]", "/target/mtPerYear", "one number a period")]
    [InlineData("[ 0, 1.5 ]", "1.5", "/target/mtPerYear", "list")]
    [InlineData("\"mtPerYear\": [ 0, 1.5 ], ", "", "/target/mtPerYear", "missing")]
    [InlineData("\"whenUnreachable\": \"lower\"", "\"whenUnreachable\": \"shrink\"", "/target/whenUnreachable", "fail, lower")]
    [InlineData("\"target\": {", "\"price\": { \"usdPerTonne\": [ 1, 2 ] }, \"target\": {", "/target", "both")]
    [InlineData("2026-11-23", "23.11.2026", "/policy/asOf", "not a date")]
    [InlineData("2026-11-23", "2026-02-30", "/policy/asOf", "not a date")]
    [InlineData("\"asOf\": \"2026-11-23\"", "\"asOf\": 2026", "/policy/asOf", "a date in quotes")]
    [InlineData("\"asOf\": \"2026-11-23\", ", "", "/policy/asOf", "missing")]
    [InlineData("\"labour\": \"base\"", "\"mode\": \"strategy-2024\"", "/policy/mode", "names its day")]
    [InlineData("\"asOf\": \"2026-11-23\"", "\"mode\": \"strategy-2024\"", "/policy/mode", "names its overlays")]
    [InlineData("[ \"parity-undone\" ]", "\"parity-undone\"", "/policy/overlays", "a list")]
    [InlineData("[ \"parity-undone\" ]", "[ 100 ]", "/policy/overlays/0", "text in quotes")]
    [InlineData("\"labour\": \"base\"", "\"labour\": \"some\"", "/policy/labour", "full, base")]
    [InlineData("{ \"from\": 2031, \"to\": 2040 }", "{ \"from\": 2032, \"to\": 2040 }", "/periods/1/from", "without gap")]
    [InlineData("{ \"from\": 2031, \"to\": 2040 }", "{ \"from\": 2030, \"to\": 2040 }", "/periods/1/from", "overlap")]
    [InlineData("{ \"from\": 2031, \"to\": 2040 }", "{ \"from\": 2031, \"to\": 2030 }", "/periods/1", "1 to 50 years")]
    [InlineData("{ \"from\": 2031, \"to\": 2040 }", "{ \"from\": 2031 }", "/periods/1/to", "missing")]
    [InlineData("{ \"from\": 2031, \"to\": 2040 }", "{ \"from\": 2031.5, \"to\": 2040 }", "/periods/1/from", "whole number")]
    [InlineData("\"MT\"", "\"Montana\"", "/region/states/1", "two capital letters")]
    [InlineData("[ \"ND\", \"MT\" ]", "[]", "/region/states", "nothing would be planned")]
    [InlineData("\"west\": -110", "\"west\": -90", "/region/box", "West below east")]
    [InlineData("\"north\": 49", "\"north\": 91", "/region/box", "off the globe")]
    [InlineData("\"biogenic\", ", "\"trees\", ", "/tracks/0", "pointSource, biogenic, dac")]
    [InlineData("[ \"biogenic\", \"dac\" ]", "[]", "/tracks", "at least one")]
    [InlineData("[ \"biogenic\", \"dac\" ]", "null", "/tracks", "null")]
    [InlineData("\"discountRate\": 0.05", "\"discountRate\": 5", "/discountRate", "0.07 for 7 %")]
    [InlineData("\"inflation\": 0.02", "\"inflation\": 2", "/inflation", "0.025 for 2.5 %")]
    [InlineData("\"dollarYear\": 2023,", "", "/dollarYear", "missing")]
    [InlineData("\"id\": \"full-study\"", "\"id\": \"Full study\"", "/id", "lower-case")]
    [InlineData("\"dataset\": \".\"", "\"dataset\": \"../nowhere\"", "/dataset", "no dataset.json")]
    [InlineData("\"mtPerYear\": 3 }", "\"mtPerYear\": 3000000 }", "/limits/injection/0/mtPerYear", "not tonnes")]
    [InlineData("\"yearlyBuildMtPerYear\": 0.5", "\"yearlyBuildMtPerYear\": -0.5", "/limits/yearlyBuildMtPerYear", "not between")]
    [InlineData("\"route\": \"exact\"", "\"route\": \"fast\"", "/solver/route", "auto, exact, scalable")]
    [InlineData("\"gap\": 0.001", "\"gap\": 1.5", "/solver/gap", "0.01 for 1 %")]
    [InlineData("\"timeLimitSeconds\": 30", "\"timeLimitSeconds\": 0", "/solver/timeLimitSeconds", "seconds")]
    [InlineData("\"threads\": 1", "\"threads\": 0", "/solver/threads", "threads")]
    [InlineData("\"title\": { \"en\": \"All members\", \"zh\": \"所有字段\" }", "\"title\": \"All members\"", "/title", "object")]
    [InlineData("\"zh\": \"所有字段\"", "\"zh\": null", "/title/zh", "null")]
    public void Wrong_input_is_named_with_its_place_and_a_remedy(string right, string wrong, string place, string words)
    {
        Assert.Contains(right, Full, StringComparison.Ordinal);
        Checked<Study> read = StudyReader.Parse(Full.Replace(right, wrong, StringComparison.Ordinal), File);
        Assert.Contains(read.Problems, p =>
            p.Where == $"{File} {place}" && $"{p.What} {p.Fix}".Contains(words, StringComparison.OrdinalIgnoreCase) && p.Fix.Length > 5);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once()
    {
        string shape = Full.Replace("[ 0, 1.5 ]", "[ 0, \"80 Mt\" ]", StringComparison.Ordinal).Replace("\"gap\"", "\"gup\"", StringComparison.Ordinal)
            .Replace("2026-11-23", "today", StringComparison.Ordinal);
        Assert.Equal(["/policy/asOf", "/solver/gup", "/target/mtPerYear/1"], Pointers(shape));
        string sense = Full.Replace("[ 0, 1.5 ]", "[ 0, 80e6 ]", StringComparison.Ordinal).Replace("\"gap\": 0.001", "\"gap\": 2", StringComparison.Ordinal)
            .Replace("0.05", "5", StringComparison.Ordinal).Replace("\"MT\"", "\"mt\"", StringComparison.Ordinal);
        Assert.Equal(["/discountRate", "/region/states/1", "/solver/gap", "/target/mtPerYear/1"], Pointers(sense));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"id\": 'x' }")]
    [InlineData("{ } { }")]
    public void What_is_not_JSON_is_said_with_its_line(string text) =>
        Assert.Equal("This is not JSON.", Assert.Single(StudyReader.Parse(text, File).Problems).What);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    public void A_study_is_an_object(string text) => Assert.NotEmpty(StudyReader.Parse(text, File).Problems);

    [Fact]
    public void Deep_JSON_is_refused_and_not_followed()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        Assert.NotEmpty(StudyReader.Parse(deep, File).Problems);
    }

    [Fact]
    public void A_missing_file_is_a_problem_like_any_other() =>
        Assert.Contains("no such study", Assert.Single(StudyReader.Read("/nowhere/study.json").Problems).What, StringComparison.Ordinal);

    /// <summary>Members removed, swapped, nulled, numbers stretched: whatever comes, an answer and no exception. CHECK_FULL=1 tries ten thousand.</summary>
    [Fact]
    public void No_mutation_crashes_the_reader() => Gen.Int[0, int.MaxValue].Sample(
        seed =>
        {
            JsonNode study = JsonNode.Parse(Full)!;
            var random = new Random(seed);
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                Mutate(study, random);
            }

            Checked<Study> read = StudyReader.Parse(study.ToJsonString(), File);
            Assert.All(read.Problems, p => Assert.StartsWith(File, p.Where, StringComparison.Ordinal));
        },
        iter: Effort.Of(200, 10_000));

    private static IEnumerable<string> Pointers(string text) =>
        StudyReader.Parse(text, File).Problems.Select(p => p.Where[(File.Length + 1)..]).Order(StringComparer.Ordinal);

    private static void Mutate(JsonNode node, Random random)
    {
        JsonNode?[] children = node switch
        {
            JsonObject o => [.. o.Select(m => m.Value)],
            JsonArray a => [.. a],
            _ => [],
        };
        if (children.Length == 0)
        {
            return;
        }

        int at = random.Next(children.Length);
        if (children[at] is JsonObject or JsonArray && random.Next(3) > 0)
        {
            Mutate(children[at]!, random);
        }
        else if (node is JsonObject o)
        {
            Replace(o, o.ElementAt(at).Key, random);
        }
        else
        {
            ((JsonArray)node)[at] = Strange(random);
        }
    }

    private static void Replace(JsonObject o, string key, Random random)
    {
        switch (random.Next(3))
        {
            case 0:
                o.Remove(key);
                break;
            case 1:
                JsonNode? value = o[key]?.DeepClone();
                o.Remove(key);
                o[key.ToUpperInvariant()] = value;
                break;
            default:
                o[key] = Strange(random);
                break;
        }
    }

    private static JsonNode? Strange(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => "80 Mt",
        2 => -1,
        3 => 1e300,
        4 => true,
        5 => new JsonArray(),
        6 => new JsonObject(),
        7 => 2147483648,
        8 => new JsonArray(1, "two", null),
        9 => "2026-13-45",
        10 => 0.5,
        _ => string.Empty,
    };
    /// <summary>A value of the wrong shape does not hide what is wrong elsewhere in the file.</summary>
    [Fact]
    public void Wrong_shapes_and_impossible_numbers_are_listed_together()
    {
        const string Text = """
            { "id": "x", "dataset": ".", "target": { "mtPerYear": [10, "80 Mt", 200000000, 320, 450] }, "discountRate": 7, "colour": 1,
              "policy": { "asOf": "soon" }, "dollarYear": 2023 }
            """;
        string[] places = [.. StudyReader.Parse(Text, Path.Combine(Path.GetTempPath(), "study.json")).Problems.Select(p => p.Where.Split(' ')[^1])];
        Assert.Equal(
            ["/target/mtPerYear/1", "/colour", "/policy/asOf", "/dataset", "/target/mtPerYear/2", "/discountRate"],
            places);
    }
}
