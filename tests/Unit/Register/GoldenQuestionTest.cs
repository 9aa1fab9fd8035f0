using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Dated questions on 45Q with their answers, worked from the statute's amounts by hand: 17 * 5 = 85, 12 * 5 = 60, 36 * 5 = 180, 26 * 5 = 130.</summary>
public sealed class GoldenQuestionTest
{
    [Theory]
    [InlineData("2025-07-03", "2024-06-01", 2025, "point", "saline", "full", 85)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "point", "eor", "full", 60)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "point", "utilisation", "full", 60)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "dac", "saline", "full", 180)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "dac", "eor", "full", 130)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "dac", "utilisation", "full", 130)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "point", "saline", "base", 17)]
    [InlineData("2025-07-03", "2024-06-01", 2025, "dac", "eor", "base", 26)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "point", "eor", "full", 85)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "point", "utilisation", "full", 85)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "point", "saline", "full", 85)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "dac", "eor", "full", 180)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "dac", "saline", "full", 180)]
    [InlineData("2025-07-05", "2026-01-01", 2026, "dac", "eor", "base", 36)]
    public void The_amounts_of_2022_and_2025(string asOf, string inService, int year, string source, string fate, string labour, double expected) =>
        Assert.Equal(expected, Rate(asOf, inService, year, source, fate, labour).Value);

    [Theory]
    [InlineData("2025-07-05", "2024-06-01", 60)]
    [InlineData("2025-07-05", "2025-07-04", 60)]
    [InlineData("2025-07-05", "2025-07-05", 85)]
    [InlineData("2025-07-04", "2025-07-05", 85)]
    [InlineData("2025-07-03", "2025-07-05", 60)]
    [InlineData("2025-07-03", "2031-01-01", 60)]
    public void Parity_of_oil_recovery_is_a_matter_of_law_and_of_vintage(string asOf, string inService, double expected) =>
        Assert.Equal(expected, Rate(asOf, inService, 2026 < int.Parse(inService[..4]) ? 2031 : 2026, "point", "eor", "full", inflation: 0).Value);

    /// <summary>The published schedule of the 2018 form.</summary>
    [Theory]
    [InlineData(2018, 25.70, 15.29)]
    [InlineData(2019, 28.74, 17.76)]
    [InlineData(2020, 31.77, 20.22)]
    [InlineData(2021, 34.81, 22.68)]
    [InlineData(2022, 37.85, 25.15)]
    [InlineData(2023, 40.89, 27.61)]
    [InlineData(2024, 43.92, 30.07)]
    [InlineData(2025, 46.96, 32.54)]
    [InlineData(2026, 50.00, 35.00)]
    public void The_schedule_of_2018_holds_under_its_own_law_and_for_its_plants_ever_after(int year, double storage, double use)
    {
        foreach (string asOf in (string[])["2018-02-09", "2022-08-15", "2022-08-16", "2026-11-22"])
        {
            Assert.Equal(storage, Rate(asOf, "2018-02-09", year, "point", "saline", "full").Value);
            Assert.Equal(use, Rate(asOf, "2018-02-09", year, "dac", "utilisation", "base").Value);
        }
    }

    [Fact]
    public void A_plant_that_enters_service_on_the_first_day_of_2023_has_the_amounts_of_2022()
    {
        Assert.Equal(85, Rate("2026-11-22", "2023-01-01", 2024, "point", "saline", "full").Value);
        Assert.Equal(43.92, Rate("2026-11-22", "2022-12-31", 2024, "point", "saline", "full").Value);
        Assert.Equal(43.92, Rate("2022-08-15", "2023-01-01", 2024, "point", "saline", "full").Value);
    }

    /// <summary>With 2 % inflation: 17 * 1.02 = 17.34, times 5 = 86.70; 2030 is four steps on: 17 * 1.08243216 = 18.40134672, to the cent 18.40, times 5 = 92.</summary>
    [Theory]
    [InlineData(2025, 85, false)]
    [InlineData(2026, 85, false)]
    [InlineData(2027, 86.70, true)]
    [InlineData(2030, 92.00, true)]
    public void From_2027_the_amount_is_indexed_on_2025_and_the_projected_part_is_flagged(int year, double expected, bool projected)
    {
        Reading reading = Rate("2026-11-22", "2025-08-01", year, "point", "eor", "full", inflation: 0.02);
        Assert.Equal(expected, reading.Value);
        Assert.Equal(projected, reading.Projected);
    }

    [Fact]
    public void The_amount_is_rounded_to_the_cent_before_it_is_multiplied() =>
        Assert.Equal(87.15, Rate("2026-11-22", "2026-01-01", 2027, "point", "saline", "full", inflation: 0.025).Value); // 17.425 -> 17.43, * 5

    [Fact]
    public void An_index_factor_that_is_not_published_is_not_guessed() =>
        Assert.Equal(NoAnswerKind.ProjectionRequired, None(Rate45Q("2026-11-22", "2026-01-01", 2027, "point", "saline", "full")).Kind);

    [Theory]
    [InlineData("2008-10-03", 2008, "saline", 20)]
    [InlineData("2026-11-22", 2009, "eor", 10)]
    public void Plants_in_service_before_the_2018_form_have_the_legacy_amounts(string asOf, int year, string fate, double expected) =>
        Assert.Equal(expected, Rate(asOf, "2005-01-01", year, "point", fate, "full").Value);

    /// <summary>The amounts that the notices print.</summary>
    [Theory]
    [InlineData(2023, 26.94, 13.47)]
    [InlineData(2024, 27.75, 13.88)]
    [InlineData(2025, 28.43, 14.21)]
    [InlineData(2026, 29.28, 14.64)]
    public void The_elected_legacy_amounts_are_indexed_by_the_published_factors(int year, double storage, double use)
    {
        RegisterView view = View("2026-11-22");
        Assert.Equal(storage, view.Ask("us.45q.rate-elected", Words(("fate", "saline")), Day("2019-01-01"), year: year).Value);
        Assert.Equal(use, view.Ask("us.45q.rate-elected", Words(("fate", "eor")), Day("2019-01-01"), year: year).Value);
    }

    [Fact]
    public void A_published_index_factor_that_the_register_lacks_is_a_named_gap()
    {
        NoAnswer none = None(Rate45Q("2026-11-22", "2012-01-01", 2015, "point", "saline", "base", 0.02));
        Assert.Equal((NoAnswerKind.NoValueInForce, "us.45q.index-legacy"), (none.Kind, none.ParameterId));
    }

    [Fact]
    public void The_legacy_credit_ends_with_tax_year_2022() =>
        Assert.Equal(NoAnswerKind.NoValueInForce, None(Rate45Q("2026-11-22", "2012-01-01", 2023, "point", "saline", "base", 0.02)).Kind);

    [Theory]
    [InlineData("dac", 1000, 100000)]
    [InlineData("power", 18750, 500000)]
    [InlineData("other", 12500, 100000)]
    public void Thresholds_follow_the_day_construction_began(string kind, double now, double before)
    {
        RegisterView view = View("2026-11-22");
        Assert.Equal(now, view.Ask("us.45q.threshold", Words(("class", kind)), beginConstruction: Day("2022-08-17")).Value);
        Assert.Equal(before, view.Ask("us.45q.threshold", Words(("class", kind)), beginConstruction: Day("2022-08-16")).Value);
        Assert.Equal(Confidence.C, view.Ask("us.45q.threshold", Words(("class", kind)), beginConstruction: Day("2022-08-16")).Confidence);
    }

    [Fact]
    public void A_power_unit_is_designed_for_three_quarters_of_its_baseline() =>
        Assert.Equal(0.75, View("2026-11-22").Ask("us.45q.design-share", Words(("class", "power")), beginConstruction: Day("2027-01-01")).Value);

    [Theory]
    [InlineData("2018-02-09", "2024-01-01")]
    [InlineData("2020-12-26", "2024-01-01")]
    [InlineData("2020-12-27", "2026-01-01")]
    [InlineData("2022-08-15", "2026-01-01")]
    [InlineData("2022-08-16", "2033-01-01")]
    [InlineData("2026-11-22", "2033-01-01")]
    public void The_deadline_for_the_beginning_of_construction_moved_twice(string asOf, string deadline) =>
        Assert.Equal(Day(deadline), View(asOf).Ask("us.45q.begin-construction-deadline").Date);

    [Fact]
    public void The_credit_lasts_12_years() =>
        Assert.Equal(12, View("2026-11-22").Ask("us.45q.credit-period", inService: Day("2030-01-01")).Value);

    [Fact]
    public void Without_a_vintage_there_is_no_answer()
    {
        NoAnswer none = None(View("2026-11-22").Answer(new Question("us.45q.rate", Dims("point", "saline", "full"), Year: 2026)));
        Assert.Equal(NoAnswerKind.VintageRequired, none.Kind);
        Assert.Contains("vintage required", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_year_there_is_no_answer() =>
        Assert.Equal(NoAnswerKind.YearRequired, None(View("2026-11-22").Answer(new Question("us.45q.rate", Dims("point", "saline", "full"), Day("2026-01-01")))).Kind);

    [Theory]
    [InlineData("2008-10-02")]
    [InlineData("1990-01-01")]
    public void Before_the_first_form_there_is_no_value_which_is_not_zero(string asOf) =>
        Assert.Equal(NoAnswerKind.NoValueInForce, None(Rate45Q(asOf, "2008-12-01", 2009, "point", "saline", "base")).Kind);

    [Fact]
    public void Nothing_is_earned_before_service() =>
        Assert.Equal(NoAnswerKind.NoValueInForce, None(Rate45Q("2026-11-22", "2027-01-01", 2026, "point", "saline", "full")).Kind);

    [Theory]
    [InlineData("ND", "2018-04-23", "epa")]
    [InlineData("ND", "2018-04-24", "state")]
    [InlineData("WY", "2020-10-09", "state")]
    [InlineData("LA", "2024-02-04", "epa")]
    [InlineData("LA", "2026-11-22", "state")]
    [InlineData("WV", "2025-01-16", "epa")]
    [InlineData("AZ", "2025-10-15", "state")]
    [InlineData("TX", "2025-12-14", "epa")]
    [InlineData("TX", "2025-12-15", "state")]
    [InlineData("IL", "2026-11-22", "epa")]
    public void Class_vi_primacy_by_state_and_day(string state, string asOf, string authority) =>
        Assert.Equal(authority, View(asOf).Ask("us.classvi.authority", Words(("state", state))).Words);

    [Fact]
    public void Lead_times_carry_their_range()
    {
        Reading epa = View("2026-11-22").Ask("us.classvi.lead-time", Words(("authority", "epa")));
        Reading state = View("2026-11-22").Ask("us.classvi.lead-time", Words(("authority", "state")));
        Assert.Equal((36d, 24d, 48d), (epa.Value, epa.Low, epa.High));
        Assert.Equal((13d, 8d, 18d), (state.Value, state.Low, state.High));
        Assert.Equal(Confidence.C, state.Confidence);
    }

    [Theory]
    [InlineData("2021-01-26", LegalForce.None)]
    [InlineData("2021-01-27", LegalForce.InForce)]
    [InlineData("2025-01-19", LegalForce.InForce)]
    [InlineData("2025-01-20", LegalForce.Ended)]
    [InlineData("2025-07-03", LegalForce.Ended)]
    public void Justice40_and_the_goals_stood_in_an_order_that_was_revoked(string day, LegalForce force)
    {
        Assert.Equal(force, ShippedRegister.Register.Find("us.eo-14008")!.ForceOn(Day(day)));
        Assert.Equal(force == LegalForce.InForce, View(day).Answer(new Question("us.eo-14008.net-zero-year", Question.NoDims)) is Reading { Value: 2050 });
    }

    [Fact]
    public void The_strategy_is_a_draft_without_legal_force()
    {
        PolicyRecord strategy = ShippedRegister.Register.Find("us.doe-carbon-management-strategy")!;
        Assert.Equal((DocumentStatus.Draft, LegalForce.None), (strategy.Document.DocumentStatus, strategy.ForceOn(Day("2025-07-03"))));
    }

    internal static Reading Rate(string asOf, string inService, int year, string source, string fate, string labour, double? inflation = null) =>
        Assert.IsType<Reading>(Rate45Q(asOf, inService, year, source, fate, labour, inflation));

    private static Answer Rate45Q(string asOf, string inService, int year, string source, string fate, string labour, double? inflation = null) =>
        View(asOf).Answer(new Question("us.45q.rate", Dims(source, fate, labour), Day(inService), Year: year, ProjectedInflation: inflation));

    private static NoAnswer None(Answer answer) => Assert.IsType<NoAnswer>(answer);

    private static RegisterView View(string asOf) => ShippedRegister.Register.AsOf(Day(asOf));

    private static Dictionary<string, string> Dims(string source, string fate, string labour) => Words(("source", source), ("fate", fate), ("labour", labour));

    private static Dictionary<string, string> Words(params (string Name, string Word)[] words) => words.ToDictionary(w => w.Name, w => w.Word);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
