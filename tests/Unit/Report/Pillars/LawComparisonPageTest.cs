using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Register;
using Trunkline.Report;
using Trunkline.Tests.Unit.Pillars;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Report.Pillars;

/// <summary>Study 17 under two laws on one page.</summary>
public sealed partial class LawComparisonPageTest
{
    private static readonly Lazy<PillarInput> Goals = new(() => In("strategy-2024")), Law = new(() => In("current-law-2026"));

    private static readonly Lazy<LawComparison> Comparison = new(() => LawComparison.Of(Goals.Value, Law.Value));

    [Theory]
    [InlineData(Language.En, "Public Law 119-21 of 2025, section 70522, amends it.")]
    [InlineData(Language.Zh, "section 70522")]
    public void The_page_is_well_formed_and_names_the_clause(Language language, string clause)
    {
        string html = LawComparisonPage.Of(Comparison.Value, Law.Value.Plan, language);
        XDocument document = XDocument.Parse(html["<!DOCTYPE html>\n".Length..]);
        Assert.Empty(document.Descendants("a"));
        Assert.Equal(6, document.Descendants("table").Count());
        Assert.All(document.Descendants("tr").Where(r => r.Elements("td").Any()), r => Assert.Equal(r.Ancestors("table").Single().Descendants("thead").Single().Descendants("th").Count(), r.Elements().Count()));
        Assert.Contains(clause, html, StringComparison.Ordinal);
        Assert.Contains("permit-lead-time, community-share", html, StringComparison.Ordinal);
    }

    /// <summary>A law taken piece by piece: everything from the other is the other, nothing is the own.</summary>
    [Fact]
    public void A_law_in_pieces_adds_up()
    {
        RegisterView own = Goals.Value.Law, other = Law.Value.Law;
        var share = new Question("us.justice40.share", Question.NoDims);
        Assert.IsType<Reading>(own.With(other, new HashSet<string>()).Answer(share));
        Assert.IsType<NoAnswer>(own.With(other, new HashSet<string> { share.ParameterId }).Answer(share));
        Assert.Equal(0, Comparison.Value.There.InterplayUsd.Value, 1);
    }

    [Fact]
    public void Every_text_is_in_both_languages_and_fills_the_same_places()
    {
        static IEnumerable<string> places(string text) => Place().Matches(text).Select(m => m.Value).Distinct().Order();
        string[] punctuation = [nameof(LawComparisonTexts.Happened), nameof(LawComparisonTexts.DoneBy)];
        var texts = typeof(LawComparisonTexts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, Text: (Bilingual)f.GetValue(null)!)).ToArray();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.True(
            (Han().IsMatch(t.Text.Zh) || punctuation.Contains(t.Name)) && !Han().IsMatch(t.Text.En) && places(t.Text.En).SequenceEqual(places(t.Text.Zh)), t.Name));
    }

    private static PillarInput In(string mode) =>
        (TinyWorld.Read("17-two-laws").With(s => s with { Policy = new PolicyBasis(null, [], mode) }) with { Register = ShippedRegister.Register }).Input();

    [GeneratedRegex("\\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex("\\{\\d")]
    private static partial Regex Place();
}
