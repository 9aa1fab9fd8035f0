using System.Text.Json.Nodes;
using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class RegisterDiffTest
{
    private static readonly PolicyAccount Seed = new(
        "zh",
        "us-doe",
        Title: "某战略",
        PubDate: "2024-01-02",
        Status: "Active",
        LegalWeight: "Guideline/Policy",
        Description: "规划未来十年。2035 年电力清洁化。通过 Fair40 倡议确保收益。",
        Evolution: new AccountOfEvolution(["Fair40 Initiative"]),
        Provenance: new AccountOfProvenance("Some Software", null, ""),
        ReviewStatus: "verified",
        Source: "");

    [Fact]
    public void A_record_does_not_differ_from_itself() =>
        Assert.All(ShippedRegister.Register.Records, r => Assert.Empty(RegisterDiff.Between(r, r).Changes));

    [Fact]
    public void A_field_differs_with_both_values_and_the_evidence_of_each()
    {
        FieldChange change = Assert.Single(Between(
            new SmallRegister().Work("a").Parameter("a", "rate", ("first", "2020-01-01", "", "10")),
            new SmallRegister().Work("a").Parameter("a", "rate", ("first", "2020-01-01", "", "12"))));
        Assert.Equal("params[us.a.rate].entries[first].value", change.Field);
        Assert.Equal((ChangeKind.Changed, "10", "12"), (change.Kind, change.Before!.En, change.After!.En));
        Assert.Equal(["us.a.act.says"], change.EvidenceBefore);
        Assert.Equal(["us.a.act.says"], change.EvidenceAfter);
    }

    [Fact]
    public void An_entry_that_came_is_told_whole()
    {
        FieldChange change = Assert.Single(Between(
            new SmallRegister().Work("a").Parameter("a", "rate", ("first", "2020-01-01", "2024-01-02", "10")),
            new SmallRegister().Work("a").Parameter("a", "rate", ("first", "2020-01-01", "2024-01-02", "10"), ("second", "2024-01-02", "", "12"))));
        Assert.Equal((ChangeKind.Added, "params[us.a.rate].entries[second]"), (change.Kind, change.Field));
        Assert.Equal("id second; law from 2024-01-02; value 12", change.After!.En);
    }

    [Fact]
    public void Things_within_what_came_are_set_in_brackets()
    {
        const string Rule = "{ \"id\": \"a\", \"with\": \"us.a\", \"effect\": \"excludes\", \"scope\": \"tonne\", \"law\": { \"from\": \"2020-01-01\" }, \"says\": { \"en\": \"No.\", \"zh\": \"否。\" }, \"evidence\": [] }";
        IReadOnlyList<FieldChange> changes = JsonDiff.Of("", JsonNode.Parse("{}"), JsonNode.Parse($"{{ \"stacking\": [{Rule}], \"value\": 1 }}")).ToArray();
        Assert.Equal(
            [("stacking", "(id a; with us.a; effect excludes; scope tonne; law from 2020-01-01; says 否。)"), ("value", "1")],
            changes.Select(c => (c.Field, c.After!.Zh)));
    }

    [Fact]
    public void An_event_whose_date_was_corrected_is_the_same_event()
    {
        FieldChange change = Assert.Single(Between(
            new SmallRegister().Work("a", SmallRegister.Event("draft-released", "2024-01-02", "a")),
            new SmallRegister().Work("a", SmallRegister.Event("draft-released", "2024-10-10", "a"))));
        Assert.Equal(("2024-01-02", "2024-10-10"), (change.Before!.En, change.After!.En));
        Assert.EndsWith(".date", change.Field, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_a_list_of_named_things_does_not_matter()
    {
        string one = SmallRegister.Relation("amends", "b", "2012-01-01"), other = SmallRegister.Relation("funds", "b", "2012-01-01");
        Assert.Empty(Between(new SmallRegister().Work("b").Work("a", relations: $"{one}, {other}"), new SmallRegister().Work("b").Work("a", relations: $"{other}, {one}")));
    }

    [Fact]
    public void Words_differ_in_both_languages_at_once()
    {
        SmallRegister renamed = new SmallRegister().Work("a");
        renamed.Files["us/a/policy.json"] = renamed.Files["us/a/policy.json"].Replace("Work a", "Act a", StringComparison.Ordinal);
        FieldChange change = Assert.Single(Between(new SmallRegister().Work("a"), renamed));
        Assert.Equal(("titles", new Bilingual("Work a", "法案 a"), new Bilingual("Act a", "法案 a")), (change.Field, change.Before, change.After));
    }

    [Fact]
    public void Texts_differ_by_paragraph()
    {
        IReadOnlyList<FieldChange> changes = Between(
            new SmallRegister().Work("a", textEn: "One.\n\nTwo.\n\nThree.\n\nFive."),
            new SmallRegister().Work("a", textEn: "One.\n\nTwo and a half.\n\nThree.\n\nFour.\n\nFive."));
        Assert.Equal(["text.en #2: Two. -> Two and a half.", "text.en #4:  -> Four."], changes.Select(c => $"{c.Field}: {c.Before?.En} -> {c.After?.En}"));
    }

    /// <summary>What is left out is a run of paragraphs common to both, and what is told accounts for all the rest of each.</summary>
    [Fact]
    public void Every_paragraph_of_either_text_is_common_or_told() =>
        Gen.Select(Gen.Int[0, 4].Array[0, 9], Gen.Int[0, 4].Array[0, 9]).Sample((a, b) =>
        {
            FieldChange[] changes = [.. ParagraphDiff.Of("t", Text(a), Text(b))];
            int gone = changes.Count(c => c.Before is not null), came = changes.Count(c => c.After is not null);
            Assert.Equal(a.Length - gone, b.Length - came);
            Assert.Equal(LongestCommon(a, b), a.Length - gone);
        });

    [Fact]
    public void Two_days_differ_in_force_in_entries_in_answers_and_in_cells()
    {
        PolicyRegister register = new SmallRegister()
            .Work("a", $"{SmallRegister.Event("in-force", "2001-01-02", "a")}, {SmallRegister.Event("repealed", "2025-01-20", "a")}")
            .Work("still")
            .Parameter("still", "rate", ("old", "2020-01-01", "2025-07-05", "60"), ("new", "2025-07-05", "", "85"))
            .Parameter("still", "fee", ("same", "2020-01-01", "", "1"))
            .Matrix("us", SmallRegister.Cell("liability-period", "2025-03-01", "", "present", "50 years.", "us.a.act.says"))
            .Read();
        RegisterChanges changes = RegisterDiff.Between(register, new DateOnly(2025, 1, 19), new DateOnly(2025, 7, 5));
        PolicyChange policy = Assert.Single(changes.Policies);
        Assert.Equal(("us.a", LegalForce.InForce, LegalForce.Ended), (policy.PolicyId, policy.Before, policy.After));
        Assert.Equal(EventKind.Repealed, Assert.Single(policy.Events).Kind);
        ParameterChange parameter = Assert.Single(changes.Parameters);
        Assert.Equal(("us.still.rate", "old", "new"), (parameter.ParameterId, parameter.Left.Single().Id, parameter.Came.Single().Id));
        AnswerChange answer = Assert.Single(parameter.Answers);
        Assert.Equal((60, 85), (Assert.IsType<Reading>(answer.Before).Value, Assert.IsType<Reading>(answer.After).Value));
        Assert.Equal("liability-period", Assert.Single(changes.Cells).Criterion.Id);
    }

    [Fact]
    public void Nothing_differs_within_a_day_on_which_nothing_happened()
    {
        RegisterChanges changes = RegisterDiff.Between(ShippedRegister.Register, new DateOnly(2024, 12, 1), new DateOnly(2024, 12, 1));
        Assert.Empty(changes.Policies);
        Assert.Empty(changes.Parameters);
        Assert.Empty(changes.Relations);
        Assert.Empty(changes.Cells);
    }

    /// <summary>The parity of 2025: for a plant of the later day, oil recovery pays 85 instead of 60 and air capture there 180 instead of 130.</summary>
    [Fact]
    public void The_law_of_2025_07_04_made_uses_equal()
    {
        RegisterChanges changes = RegisterDiff.Between(ShippedRegister.Register, new DateOnly(2025, 7, 3), new DateOnly(2025, 7, 5));
        ParameterChange rate = changes.Parameters.Single(p => p.ParameterId == "us.45q.rate");
        Dictionary<string, string> answers = rate.Answers.ToDictionary(
            a => $"{a.Question.Dims["source"]} {a.Question.Dims["fate"]} {a.Question.Dims["labour"]}",
            a => $"{((Reading)a.Before).Value} {((Reading)a.After).Value}");
        Assert.Equal("60 85", answers["point eor full"]);
        Assert.Equal("130 180", answers["dac utilisation full"]);
        Assert.Equal("12 17", answers["point eor base"]);
        Assert.DoesNotContain(answers.Keys, k => k.Contains("saline", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("status", "Active", "draft")]
    [InlineData("date", "2024-01-02", "2024-10-10")]
    [InlineData("legal-weight", "Guideline/Policy", "without legal force")]
    [InlineData("horizon", "未来十年", "2030")]
    [InlineData("Fair40", "通过 Fair40 倡议确保收益", "2025-01-20")]
    [InlineData("review-status", "verified", "draft")]
    [InlineData("source", "nothing", "Act")]
    public void A_hub_s_entry_is_answered_question_by_question(string field, string told, string known)
    {
        FieldChange change = Assert.Single(AgainstTheHub(new DateOnly(2025, 7, 3)), c => c.Field == field);
        Assert.Contains(told, change.Before!.En, StringComparison.Ordinal);
        Assert.Contains(known, change.After!.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_entry_leans_on_is_told_only_where_it_no_longer_holds() =>
        Assert.DoesNotContain(AgainstTheHub(new DateOnly(2025, 1, 19)), c => c.Field == "Fair40");

    private static IReadOnlyList<FieldChange> AgainstTheHub(DateOnly day)
    {
        SmallRegister written = new SmallRegister()
            .Work("strategy", SmallRegister.Event("draft-released", "2024-10-10", "strategy"), textEn: "Components to 2030.", textZh: "至 2030 年的部分。")
            .Work("fair", $"{SmallRegister.Event("in-force", "2021-01-27", "fair")}, {SmallRegister.Event("repealed", "2025-01-20", "fair")}");
        written.Files["us/strategy/policy.json"] = written.Files["us/strategy/policy.json"].Replace("\"published\"", "\"draft\"", StringComparison.Ordinal);
        written.Files["us/fair/policy.json"] = written.Files["us/fair/policy.json"].Replace("Work fair", "Fair40 initiative", StringComparison.Ordinal)
            .Replace("法案 fair", "Fair40 倡议", StringComparison.Ordinal);
        PolicyRegister register = written.Read();
        return RegisterDiff.Between("seed", Seed, "规划未来十年。\n\n通过 Fair40 倡议确保收益。", register.Find("us.strategy")!, register, day).Changes;
    }

    private static IReadOnlyList<FieldChange> Between(SmallRegister before, SmallRegister after) =>
        RegisterDiff.Between(before.Read().Find("us.a")!, after.Read().Find("us.a")!).Changes;

    private static string Text(int[] paragraphs) => string.Join("\n\n", paragraphs.Select(p => $"Paragraph {p}."));

    /// <summary>By its definition: the longest of all subsequences of the one that is a subsequence of the other.</summary>
    private static int LongestCommon(int[] a, int[] b) =>
        Enumerable.Range(0, 1 << a.Length)
            .Select(chosen => a.Where((_, i) => (chosen >> i & 1) == 1).ToArray())
            .Where(part => IsWithin(part, b))
            .Max(part => part.Length);

    private static bool IsWithin(int[] part, int[] whole)
    {
        int at = 0;
        foreach (int paragraph in whole)
        {
            if (at < part.Length && part[at] == paragraph)
            {
                at++;
            }
        }

        return at == part.Length;
    }
}
