using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class RegisterViewTest
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>Any date, vintage, year and words: one value, or a reason; never a crash, never a zero.</summary>
    [Fact]
    public void Any_question_has_one_answer_or_a_reason()
    {
        Gen<DateOnly> day = Gen.Int[0, 60_000].Select(d => new DateOnly(1950, 1, 1).AddDays(d));
        Gen<DateOnly?> maybe = Gen.Select(Gen.Bool, day, (given, d) => given ? (DateOnly?)d : null);
        Gen<string> source = Gen.OneOf("point", "dac", "sea"), fate = Gen.OneOf("saline", "eor", "utilisation"), labour = Gen.OneOf("base", "full");
        Gen<int?> year = Gen.Select(Gen.Int[0, 9], Gen.Int[1940, 2200], (skip, y) => skip == 0 ? null : (int?)y);
        Gen<double?> inflation = Gen.Select(Gen.Bool, Gen.Double[-0.05, 0.25], (given, g) => given ? (double?)g : null);
        Gen<string> parameter = Gen.OneOf([.. ShippedRegister.Register.ParameterIds, "us.45q.no-such"]);
        Gen.Select(parameter, day, maybe, maybe, year, Gen.Select(source, fate, labour), inflation).Sample(
            (id, asOf, service, begun, benefit, words, growth) =>
            {
                Question question = new(id, DimsOf(id, words), service, begun, benefit, growth);
                Answer answer = ShippedRegister.Register.AsOf(asOf).Answer(question);
                return answer switch
                {
                    Reading { Content.MaybeNumber: { } number } => number > 0,
                    Reading { Content.Words: { } said } => said.Length > 0,
                    NoAnswer none => none.Kind != NoAnswerKind.AmbiguousValue && none.Message.Contains(none.ParameterId, StringComparison.Ordinal),
                    _ => false,
                };
            },
            iter: 20_000);
    }

    /// <summary>From the first day of the 2018 form on, every plant of that form and later has a rate in each year of service.</summary>
    [Fact]
    public void From_2018_on_no_plant_falls_between_two_forms() =>
        Gen.Select(Gen.Int[0, 4_000], Gen.Int[0, 8_000], Gen.Int[0, 11], Gen.OneOf("point", "dac"), Gen.OneOf("saline", "eor", "utilisation")).Sample(
            (law, service, age, source, fate) =>
            {
                DateOnly start = new DateOnly(2018, 2, 9).AddDays(service);
                Question question = new("us.45q.rate", Words(("source", source), ("fate", fate), ("labour", "full")), start, Year: start.Year + age, ProjectedInflation: 0.02);
                return ShippedRegister.Register.AsOf(new DateOnly(2018, 2, 9).AddDays(law)).Answer(question) is Reading { Value: > 0 };
            },
            iter: 20_000);

    [Fact]
    public void Two_entries_that_hold_are_an_error_that_names_both()
    {
        // The reader refuses an overlap; a register put together otherwise is still not believed.
        PolicyRecord record = ShippedRegister.Register.Find("us.classvi")!;
        PolicyParameter lead = record.Parameters.Single(p => p.Id == "us.classvi.lead-time");
        PolicyParameter doubled = lead with { Entries = [.. lead.Entries, lead.Entries[0] with { Id = "twin" }] };
        PolicyRegister register = new(ShippedRegister.Register.Content with { Records = [record with { Parameters = [doubled] }] }, "none");
        NoAnswer none = Assert.IsType<NoAnswer>(register.AsOf(Today).Answer(new Question("us.classvi.lead-time", Words(("authority", "epa")))));
        Assert.Equal(NoAnswerKind.AmbiguousValue, none.Kind);
        Assert.Contains("epa, twin", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_is_named_with_the_nearest_entries()
    {
        NoAnswerException thrown = Assert.Throws<NoAnswerException>(() => ShippedRegister.Register.AsOf(Today).Ask("us.45q.credit-period", inService: new DateOnly(2010, 1, 1)));
        Assert.Equal(NoAnswerKind.NoValueInForce, thrown.Answer.Kind);
        Assert.Contains("in service 2010-01-01: nearest are 'twelve-years' in service [2018-02-09, )", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("authority", "mayor")]
    [InlineData("state", "epa")]
    public void Words_that_are_not_allowed_are_refused(string name, string word)
    {
        NoAnswer none = Assert.IsType<NoAnswer>(ShippedRegister.Register.AsOf(Today).Answer(new Question("us.classvi.lead-time", Words((name, word)))));
        Assert.Equal(NoAnswerKind.DimensionWrong, none.Kind);
        Assert.Contains("epa, state", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_too_many_is_refused()
    {
        NoAnswer none = Assert.IsType<NoAnswer>(ShippedRegister.Register.AsOf(Today).Answer(new Question("us.classvi.lead-time", Words(("authority", "epa"), ("moon", "full")))));
        Assert.Equal("us.classvi.lead-time has no dimension 'moon'; it has authority.", none.Message);
    }

    [Fact]
    public void A_percentage_is_no_inflation() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ShippedRegister.Register.AsOf(Today).Ask("us.45q.index", year: 2030, projectedInflation: 2));

    [Fact]
    public void A_reading_says_what_it_is_made_of()
    {
        Reading reading = GoldenQuestionTest.Rate("2026-11-22", "2026-01-01", 2028, "dac", "eor", "full", inflation: 0.02);
        Assert.Equal(
            [("us.45q.rate", "2025-dac-any-indexed", "36"), ("us.45q.index", "projection", "1.0404"), ("us.45q.labour", "full", "5")],
            reading.Parts.Select(p => (p.ParameterId, p.EntryId, p.Content.ToString())));
        Assert.Equal(("USD/t", "us.45q", Confidence.B, ReviewState.Draft), (reading.Unit, reading.PolicyId, reading.Confidence, reading.State));
        Assert.Contains(reading.Evidence, e => e.Claim.Id == "us.45q.pl-119-21.index");
        Assert.Contains(reading.Evidence, e => e.Claim.Id == "us.45q.ira-guidebook.labour");
        Assert.Equal(187.25, reading.Value); // 36 * 1.0404 = 37.4544 -> 37.45, times 5
    }

    [Fact]
    public void The_bibliography_is_the_same_in_any_order_of_asking()
    {
        RegisterView forwards = ShippedRegister.Register.AsOf(Today), backwards = ShippedRegister.Register.AsOf(Today);
        Question[] questions =
        [
            .. from year in Enumerable.Range(2026, 5)
               from fate in (string[])["saline", "eor"]
               select new Question("us.45q.rate", Words(("source", "point"), ("fate", fate), ("labour", "full")), new DateOnly(2024, 1, 1), Year: year, ProjectedInflation: 0.02),
        ];
        foreach ((Question first, Question last) in questions.Zip(questions.Reverse()))
        {
            forwards.Ask(first);
            backwards.Ask(last);
        }

        Assert.Equal(Lines(forwards), Lines(backwards));
        BibliographyEntry flat = forwards.Bibliography.Single(e => e.EntryId == "2022-storage-kept");
        Assert.Equal(["85"], flat.Values);
        Assert.True(flat.Money);
        Assert.Contains(flat.NotModelled, clause => clause.Id == "recapture");
        Assert.Contains(flat.Evidence, e => e.Source is { Title.Length: > 0, Url.Length: > 0 } && e.Claim.Locator.Length > 0);
    }

    [Fact]
    public void What_has_no_answer_is_not_in_the_bibliography()
    {
        RegisterView view = ShippedRegister.Register.AsOf(Today);
        view.Answer(new Question("us.45q.rate", Words(("source", "point"), ("fate", "eor"), ("labour", "full"))));
        Assert.Empty(view.Bibliography);
    }

    private static IEnumerable<string> Lines(RegisterView view) =>
        view.Bibliography.Select(e => $"{e.ParameterId} {e.EntryId} {string.Join(' ', e.Values)} {e.Confidence} {e.Projected}");

    private static Dictionary<string, string> DimsOf(string id, (string Source, string Fate, string Labour) words) => id switch
    {
        "us.45q.rate" => Words(("source", words.Source), ("fate", words.Fate), ("labour", words.Labour)),
        "us.45q.rate-elected" => Words(("fate", words.Fate)),
        "us.45q.labour" => Words(("labour", words.Labour)),
        "us.45q.threshold" or "us.45q.design-share" => Words(("class", words.Source == "dac" ? "dac" : "power")),
        "us.classvi.authority" => Words(("state", words.Source == "dac" ? "TX" : "IL")),
        "us.classvi.lead-time" => Words(("authority", "epa")),
        _ => Words(),
    };

    private static Dictionary<string, string> Words(params (string Name, string Word)[] words) => words.ToDictionary(w => w.Name, w => w.Word);
}
