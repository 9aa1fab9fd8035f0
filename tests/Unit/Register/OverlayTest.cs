using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Overlays change the law for the sake of an argument: exactly as they say, and never without saying so.</summary>
public sealed class OverlayTest
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> Modes() => [.. ShippedRegister.Register.Modes.Select(m => m.Id)];

    public static TheoryData<string> Overlays() => [.. ShippedRegister.Register.Overlays.Select(o => o.Id)];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Every_mode_that_ships_can_be_read(string mode) =>
        Assert.Equal(mode, new PolicyBasis(null, [], mode).Of(ShippedRegister.Register).OrThrow().Mode);

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Every_overlay_that_ships_can_be_applied_and_is_covered_by_the_version(string overlay)
    {
        PolicyRegister changed = ShippedRegister.Register.With([overlay]).OrThrow();
        Assert.NotEqual(ShippedRegister.Register.Version, changed.Version);
        Assert.Equal([overlay], changed.Applied.Select(o => o.Id));
    }

    [Fact]
    public void Without_overlays_the_register_is_the_same() =>
        Assert.Same(ShippedRegister.Register, ShippedRegister.Register.With([]).OrThrow());

    /// <summary>Any parameter, any words, any clocks: an overlay that replaces nothing and adds nothing leaves every answer as it was.</summary>
    [Fact]
    public void An_overlay_of_nothing_leaves_every_answer_equal()
    {
        PolicyRegister idle = With(Overlay("idle", [])).With(["idle"]).OrThrow();
        PolicyParameter[] parameters = [.. ShippedRegister.Register.Records.SelectMany(r => r.Parameters)];
        int answered = 0;
        Gen.Select(Gen.Int[0, parameters.Length - 1], Gen.Int[0, 1 << 20], Gen.Int[0, 11_000], Gen.Int[0, 11_000], Gen.Int[2008, 2045]).Sample(
            drawn =>
            {
                PolicyParameter parameter = parameters[drawn.Item1];
                DateOnly first = new(2008, 1, 1);
                Question question = new(
                    parameter.Id,
                    parameter.Dims.ToDictionary(d => d.Key, d => d.Value[drawn.Item2 % d.Value.Count]),
                    first.AddDays(drawn.Item4),
                    first.AddDays(drawn.Item4 / 2),
                    drawn.Item5,
                    0.02);
                DateOnly asOf = first.AddDays(drawn.Item3);
                Answer law = ShippedRegister.Register.AsOf(asOf).Answer(question), same = idle.AsOf(asOf).Answer(question);
                Interlocked.Add(ref answered, law is Reading ? 1 : 0);
                Assert.Equal(Words(law), Words(same));
            },
            seed: "0N0XIzNsQ0O2",
            iter: 2000);
        Assert.True(answered > 200, $"Only {answered} questions had an answer: the property said little.");
    }

    [Fact]
    public void An_entry_of_an_overlay_rests_on_it_and_says_so()
    {
        RegisterView view = ShippedRegister.Register.With(["parity-undone"]).OrThrow().AsOf(Today);
        Reading reading = view.Ask(Rate("eor", 2026));
        Assert.Equal((60, ReviewState.Draft, Confidence.C), (reading.Value, reading.State, reading.Confidence));
        Assert.Equal("parity-undone", reading.Parts[0].Overlay);
        Assert.Null(reading.Parts[1].Overlay);
        BibliographyEntry entry = view.Bibliography.Single(e => e.ParameterId == "us.45q.rate");
        Assert.Equal("parity-undone", entry.Overlay);
        Assert.Empty(entry.Evidence);
    }

    /// <summary>17 x 5 and 12 x 5 for the 2026 plant; the plant of 2024 and air capture in storage are not what it is about.</summary>
    [Theory]
    [InlineData("saline", "2026-01-01", 85)]
    [InlineData("eor", "2026-01-01", 60)]
    [InlineData("utilisation", "2026-01-01", 60)]
    [InlineData("eor", "2024-01-01", 60)]
    public void Parity_undone_touches_what_parity_gave(string fate, string inService, double expected)
    {
        RegisterView view = ShippedRegister.Register.With(["parity-undone"]).OrThrow().AsOf(Today);
        Assert.Equal(expected, view.Ask(Rate(fate, 2026) with { InService = DateOnly.ParseExact(inService, "yyyy-MM-dd") }).Value);
    }

    [Fact]
    public void Events_of_an_overlay_give_force()
    {
        PolicyRegister changed = ShippedRegister.Register.With(["strategy-2024-goals"]).OrThrow();
        Assert.Equal(LegalForce.Ended, ShippedRegister.Register.Find("us.eo-14008")!.ForceOn(Today));
        Assert.Equal(LegalForce.InForce, changed.Find("us.eo-14008")!.ForceOn(Today));
    }

    [Fact]
    public void Two_overlays_that_replace_one_entry_are_both_named()
    {
        IReadOnlyList<Problem> problems = ShippedRegister.Register.With(["parity-undone", "credit-100-from-2030"]).Problems;
        Assert.Contains(problems, p => p.Where.Contains("credit-100-from-2030", StringComparison.Ordinal) && p.What.Contains("overlay parity-undone", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_overlays_whose_entries_hold_at_once_are_both_named()
    {
        PolicyRegister register = With(Overlay("one", [Flat("a", 90)], "2025-any"), Overlay("two", [Flat("b", 95)]));
        Assert.True(register.With(["one"]).IsRight);
        Problem problem = Assert.Single(register.With(["one", "two"]).Problems, p => p.What.Contains("holds at the same time", StringComparison.Ordinal));
        Assert.Contains("two", problem.Where, StringComparison.Ordinal);
        Assert.Contains("overlay one", problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("us.45q.nothing", "x", 10, "not a parameter")]
    [InlineData("us.45q.rate", "no-such-entry", 10, "does not exist")]
    [InlineData("us.45q.rate", "2025-dac-any", 10, "of the law")]
    public void An_overlay_that_does_not_fit_is_refused(string parameter, string replaces, double value, string words)
    {
        PolicyOverlay overlay = Overlay("odd", []) with { Parameters = [new OverlayParameter(parameter, [Flat("a", (decimal)value)], [replaces])] };
        Assert.Contains(With(overlay).With(["odd"]).Problems, p => p.What.Contains(words, StringComparison.Ordinal) && p.Fix.Length > 5);
    }

    [Fact]
    public void Unknown_and_doubled_overlays_are_refused() => Assert.Equal(
        ["overlay none", "overlay parity-undone"],
        ShippedRegister.Register.With(["parity-undone", "none", "parity-undone"]).Problems.Select(p => p.Where).Order());

    [Fact]
    public void An_entry_of_an_overlay_is_as_whole_as_one_of_the_law()
    {
        PolicyEntry wrong = Flat("a", 90) with { Law = new DateWindow(), When = new Dictionary<string, AnyOf> { ["source"] = new(["coal"]) }, Evidence = ["us.45q.pl-119-21.parity"] };
        IReadOnlyList<Problem> problems = With(Overlay("odd", [wrong], "2025-any")).With(["odd"]).Problems;
        Assert.Equal(3, problems.Count(p => p.Where.Contains("law/from", StringComparison.Ordinal) || p.Where.Contains("when/source", StringComparison.Ordinal) || p.Where.Contains("/evidence", StringComparison.Ordinal)));
    }

    private static string Words(Answer answer) => answer switch
    {
        Reading r => $"{r.EntryId} {r.Content} {r.State} {r.Projected} {string.Join(' ', r.Parts.Select(p => $"{p.ParameterId}/{p.EntryId}={p.Content}"))}",
        NoAnswer none => $"{none.Kind} {none.Message}",
        _ => "?",
    };

    private static Question Rate(string fate, int year) => new(
        "us.45q.rate", new Dictionary<string, string> { ["source"] = "point", ["fate"] = fate, ["labour"] = "full" }, new DateOnly(2026, 1, 1), Year: year, ProjectedInflation: 0);

    /// <summary>A flat amount for point sources in service from 2025-07-05 on, tax years 2023 to 2026, as '2025-any' has it.</summary>
    private static PolicyEntry Flat(string id, decimal value) => new(
        id, new DateWindow(new DateOnly(2025, 7, 4)), [], new Dictionary<string, AnyOf> { ["source"] = new(["point"]) },
        new Vintage(new DateWindow(new DateOnly(2025, 7, 5))), new YearWindow(2023, 2026), new PolicyValue(value));

    private static PolicyOverlay Overlay(string id, IReadOnlyList<PolicyEntry> entries, params string[] replaces) => new(
        id, new Bilingual("Made for a test", "测试用"), new Bilingual("Made for a test", "测试用"), OverlayKind.Reform,
        entries.Count == 0 ? null : [new OverlayParameter("us.45q.rate", entries, replaces)]);

    private static PolicyRegister With(params PolicyOverlay[] overlays) =>
        new(ShippedRegister.Register.Content with { Overlays = overlays }, ShippedRegister.Register.Version);
}
