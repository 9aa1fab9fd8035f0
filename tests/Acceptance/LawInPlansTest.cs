using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary>The law in plans, through the program: two days apart a plan differs only where the law did, and the difference is explained.</summary>
public sealed class LawInPlansTest
{
    /// <summary>P.L. 119-21 of 2025-07-04 changed, for a plant that has yet to enter service, what oil recovery pays: 12 became 17 $/t, from the air 26 became 36. Nothing else that a plan reads.</summary>
    [Theory]
    [InlineData("07-north-dakota")]
    [InlineData("05-air-capture-and-oil-field")]
    public void Two_days_around_parity_differ_where_the_law_did(string study)
    {
        using var scratch = new ScratchFolder();
        JsonObject comparison = CompareDays(scratch.Path, study);
        Assert.Empty(comparison["besides"]!.AsArray());
        JsonArray coefficients = comparison["coefficients"]!.AsArray();
        Assert.NotEmpty(coefficients);
        Assert.All(coefficients, c =>
        {
            Assert.Equal("us.45q.rate", (string?)c!["parameter"]);
            Assert.Contains("fate eor", (string)c["circumstances"]!, StringComparison.Ordinal);
            bool air = ((string)c["circumstances"]!).Contains("source dac", StringComparison.Ordinal);
            Assert.Equal(air ? 36.0 / 26 : 17.0 / 12, double.Parse((string)c["after"]!) / double.Parse((string)c["before"]!), 1e-3);
        });
    }

    /// <summary>North Dakota's study has no oil field: what the law changed touches no tonne of it.</summary>
    [Fact]
    public void Where_no_tonne_goes_to_an_oil_field_the_plan_is_the_same()
    {
        using var scratch = new ScratchFolder();
        JsonObject comparison = CompareDays(scratch.Path, "07-north-dakota");
        Assert.Empty(comparison["plants"]!.AsArray());
        Assert.All(comparison["money"]!.AsObject(), m => Assert.Equal((double)m.Value!["before"]!, (double)m.Value["after"]!));
    }

    /// <summary>Study 05 sends 1 Mt/y to the oil field for five years: 25 $/t more is 125 M$ more in credits, and the same plan otherwise (README of the study).</summary>
    [Fact]
    public void Where_tonnes_go_to_an_oil_field_they_earn_the_difference()
    {
        using var scratch = new ScratchFolder();
        JsonNode money = CompareDays(scratch.Path, "05-air-capture-and-oil-field")["money"]!;
        Assert.Equal(125e6, (double)money["credits"]!["after"]! - (double)money["credits"]!["before"]!, 1);
        Assert.Equal((double)money["cost"]!["before"]!, (double)money["cost"]!["after"]!, 1);
        Assert.Equal(-125e6, (double)money["net"]!["after"]! - (double)money["net"]!["before"]!, 1);
    }

    [Fact]
    public void The_national_plan_too()
    {
        Assert.SkipUnless(Trunk.IsFull, "The national plan twice takes minutes; ./check --full makes it.");
        using var scratch = new ScratchFolder();
        JsonObject comparison = CompareDays(scratch.Path, "us");
        Assert.Empty(comparison["besides"]!.AsArray());
        Assert.All(comparison["coefficients"]!.AsArray(), c =>
        {
            Assert.Equal("us.45q.rate", (string?)c!["parameter"]);
            Assert.Contains("fate eor", (string)c["circumstances"]!, StringComparison.Ordinal);
        });
    }

    /// <summary>
    /// Study 17 in both modes, its README by hand: nets of -138.6 and -267.9165 M$; the first plan gains 90 by parity alone, the second loses it and breaks two rules; planning anew is 39.3165 either way. Each change has the
    /// entry, the event of the day and the clause.
    /// </summary>
    [Fact]
    public void Both_modes_side_by_side_are_those_worked_by_hand()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", "17-two-laws", "--mode", "strategy-2024", "--out", "goals").Code);
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", "17-two-laws", "--mode", "current-law-2026", "--out", "law").Code);
        Ended ended = Trunk.Run(scratch.Path, "compare", "goals", "law", "--out", "both", "--json");
        Assert.Equal(0, ended.Code);
        JsonObject law = ended.Json["law"]!.AsObject();
        Assert.True(JsonNode.DeepEquals(law, JsonNode.Parse(File.ReadAllText(Path.Combine(scratch.Path, "both", "compare.json")))));
        Assert.Equal([-138.6, -90, 0, 0, 0, -228.6, -39.3165, -267.9165], Bridge(law["there"]!));
        Assert.Equal([-267.9165, 90, 0, 0, 0, -177.9165, 39.3165, -138.6], Bridge(law["back"]!));
        Assert.Empty(law["there"]!["broken"]!.AsArray());
        Assert.Equal(["permit-lead-time", "community-share"], law["back"]!["broken"]!.AsArray().Select(b => (string)b!["rule"]!));
        Assert.Equal((0.4, null, 0.4, Math.Round(1 / 3.0, 9)), (Share(law, "firstAsked"), Share(law, "secondAsked"), Share(law, "firstReached"), Share(law, "secondReached")));
        Assert.Equal(["us.45q.rate 2025-07-04", "us.classvi.authority 2025-12-15", "us.justice40.share 2025-01-20"], law["parameters"]!.AsArray().Select(p => $"{p!["parameter"]} {p["causes"]![0]!["day"]}"));
        JsonNode parity = law["parameters"]![0]!["answers"]!.AsArray().First(a => (string)a!["firstEntry"]! == "2022-use")!;
        Assert.Equal(("60", "85", "2025-any"), ((string)parity["firstValues"]!, (string)parity["secondValues"]!, (string)parity["secondEntry"]!));
        Assert.Contains(law["parameters"]![0]!["causes"]!.AsArray(), c => (string)c!["policy"]! == "us.pl-119-21" && (string)c["provision"]! == "section 70522");
        Assert.Equal([(true, false), (true, false)], law["goals"]!.AsArray().Select(g => ((bool)g!["first"]!["inForce"]!, (bool)g["second"]!["inForce"]!)));
        Assert.Contains("section 70522", File.ReadAllText(Path.Combine(scratch.Path, "both", "compare.html")), StringComparison.Ordinal);
    }

    /// <summary>Plans whose study is not at hand are still compared, and it is said that nothing is traced.</summary>
    [Fact]
    public void Without_their_study_plans_are_compared_and_not_traced()
    {
        using var scratch = new ScratchFolder();
        string shipped = Path.Combine(Trunk.Root, "data", "studies", "01-one-source-one-hub"), mine = Path.Combine(scratch.Path, "mine.json");
        JsonObject study = JsonNode.Parse(File.ReadAllText(Path.Combine(shipped, "study.json")))!.AsObject();
        (study["id"], study["dataset"]) = ("mine", shipped);
        File.WriteAllText(mine, study.ToJsonString());
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", mine, "--out", "one").Code);
        JsonObject answer = Trunk.Run(scratch.Path, "compare", "one", "one", "--json").Json;
        Assert.Null(answer["law"]);
        Assert.NotEmpty(answer["notTraced"]!.AsArray());
        Assert.Equal(2, Trunk.Run(scratch.Path, "compare", "one", "one", "--out", "both", "--json").Code);
        Assert.False(Directory.Exists(Path.Combine(scratch.Path, "both")));
    }

    [Fact]
    public void A_reform_is_a_word_on_the_command_line_and_stands_in_the_plan()
    {
        using var scratch = new ScratchFolder();
        Ended plan = Trunk.Run(scratch.Path, "plan", "05-air-capture-and-oil-field", "--overlay", "parity-undone", "--out", "undone", "--json");
        Assert.Equal(0, plan.Code);
        Assert.Equal("parity-undone", (string?)plan.Json["policy"]!["overlays"]![0]);
        JsonObject written = JsonNode.Parse(File.ReadAllText(Path.Combine(scratch.Path, "undone", "plan.json")))!.AsObject();
        Assert.Contains(written["receipt"]!["coefficients"]!.AsArray(), c => (string?)c!["overlay"] == "parity-undone");
        Assert.Contains("parity-undone", File.ReadAllText(Path.Combine(scratch.Path, "undone", "report.html")), StringComparison.Ordinal);
        Assert.Equal(875e6 - 125e6 + 0.2e6, (double)plan.Json["policy"]!["movedUsd"]!, 1); // the fees of North Dakota on 2.5 Mt, too
    }

    [Fact]
    public void Whatever_an_overlay_contradicts_is_wrong_input()
    {
        using var scratch = new ScratchFolder();
        Ended both = Trunk.Run(scratch.Path, "plan", "05-air-capture-and-oil-field", "--overlay", "parity-undone", "--overlay", "credit-100-from-2030", "--out", "x", "--json");
        Assert.Equal(2, both.Code);
        Assert.Contains("parity-undone", both.Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(scratch.Path, "x")));
        Ended mode = Trunk.Run(scratch.Path, "plan", "05-air-capture-and-oil-field", "--mode", "strategy-2024", "--as-of", "2026-01-01", "--json");
        Assert.Equal(2, mode.Code);
    }

    /// <summary>Study 05 as the law stands moves 875 M$ of credits and 0.2 M$ of fees: 425 by point sources in tax years from 2031, which all rest on the indexed entry of parity, 450 from the air.</summary>
    [Fact]
    public void A_change_names_the_plans_that_rest_on_it_and_their_money()
    {
        using var scratch = new ScratchFolder();
        Trunk.Run(scratch.Path, "plan", "05-air-capture-and-oil-field", "--out", "plans/field", "--json");
        JsonObject entry = Trunk.Run(scratch.Path, "register", "impact", "us.45q.rate/2025-any-indexed", "plans", "--json").Json;
        Assert.Equal(425e6, (double)entry["plans"]![0]!["moneyUsd"]!, 1);
        JsonObject reform = Trunk.Run(scratch.Path, "register", "impact", "parity-undone", "plans", "--json").Json;
        Assert.Equal(875e6, (double)reform["plans"]![0]!["moneyUsd"]!, 1);
        Assert.Equal(875 / 875.2, (double)reform["plans"]![0]!["share"]!, 1e-9);
        JsonObject idle = Trunk.Run(scratch.Path, "register", "impact", "us.45q.threshold/dac-2018-kept", "plans", "--json").Json;
        Assert.Empty(idle["plans"]!.AsArray());
        Assert.Equal(2, Trunk.Run(scratch.Path, "register", "impact", "us.45q.nothing", "plans", "--json").Code);
    }

    [Fact]
    public void What_is_compiled_is_what_a_plan_then_rests_on()
    {
        using var scratch = new ScratchFolder();
        JsonObject compiled = Trunk.Run(scratch.Path, "register", "compile", "--study", "05-air-capture-and-oil-field", "--json").Json;
        Trunk.Run(scratch.Path, "plan", "05-air-capture-and-oil-field", "--out", "field", "--json");
        JsonObject written = JsonNode.Parse(File.ReadAllText(Path.Combine(scratch.Path, "field", "plan.json")))!.AsObject();
        HashSet<string> set = [.. Entries(compiled["receipt"]!)];
        Assert.NotEmpty(set);
        Assert.Empty(Entries(written["receipt"]!).Except(set));
        Assert.Equal((string?)compiled["receipt"]!["registerVersion"], (string?)written["stamp"]!["registerHash"]);
    }

    /// <summary>A bridge in M$, from its beginning to its end.</summary>
    private static IEnumerable<double> Bridge(JsonNode bridge) => ((IEnumerable<JsonNode?>)
        [bridge["netUsd"], .. bridge["steps"]!.AsArray().Select(s => s!["netChangeUsd"]), bridge["interplayUsd"], bridge["underOtherLawUsd"], bridge["replanningUsd"], bridge["otherNetUsd"]])
        .Select(n => Math.Round((double)n! / 1e6, 4) + 0.0);

    private static double? Share(JsonNode law, string name) => law["communities"]![name] is { } share ? Math.Round((double)share, 9) : null;

    private static IEnumerable<string> Entries(JsonNode receipt) =>
        receipt["coefficients"]!.AsArray().SelectMany(c => c!["values"]!.AsArray().Select(v => $"{c["parameter"]}/{c["entry"]} [{v!["circumstances"]}] {v["value"]}"));

    private static JsonObject CompareDays(string folder, string study)
    {
        foreach (string day in (string[])["2025-07-03", "2025-07-05"])
        {
            Ended plan = Trunk.Run(folder, "plan", study, "--as-of", day, "--out", day, "--json");
            Assert.True(plan.Code == 0, plan.ToString());
        }

        Ended ended = Trunk.Run(folder, "compare", "2025-07-03", "2025-07-05", "--json");
        Assert.True(ended.Code == 0, ended.ToString());
        return ended.Json;
    }
}
