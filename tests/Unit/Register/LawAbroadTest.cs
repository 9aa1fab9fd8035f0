using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>Dated questions on the law outside the United States; the answers come from the fact base and were worked by hand.</summary>
public sealed class LawAbroadTest
{
    private const string Today = "2026-11-23";

    [Theory]
    [InlineData("dac-capture", 2022, 0.60)]
    [InlineData("dac-capture", 2030, 0.60)]
    [InlineData("dac-capture", 2031, 0.30)]
    [InlineData("dac-capture", 2040, 0.30)]
    [InlineData("other-capture", 2026, 0.50)]
    [InlineData("other-capture", 2035, 0.25)]
    [InlineData("transport-storage-use", 2029, 0.375)]
    [InlineData("transport-storage-use", 2031, 0.1875)]
    public void Canada_refunds_a_share_of_the_investment_by_equipment_and_year(string equipment, int year, double share) =>
        Assert.Equal(share, View(Today).Ask("ca.ccus-itc.rate", Words("equipment", equipment), year: year).Value);

    /// <summary>The act halves every rate with 2031 and says so once for all.</summary>
    [Theory]
    [InlineData("dac-capture")]
    [InlineData("other-capture")]
    [InlineData("transport-storage-use")]
    public void Canadas_rates_of_2031_are_half_of_those_of_2030(string equipment)
    {
        double Share(int year) => View(Today).Ask("ca.ccus-itc.rate", Words("equipment", equipment), year: year).Value;
        Assert.Equal(Share(2030), 2 * Share(2031));
    }

    [Theory]
    [InlineData("2024-06-19", 2026)]
    [InlineData(Today, 2021)]
    [InlineData(Today, 2041)]
    public void Canada_refunds_nothing_before_the_act_or_outside_its_years(string asOf, int year) =>
        Assert.Equal(NoAnswerKind.NoValueInForce, None(asOf, "ca.ccus-itc.rate", "equipment", "dac-capture", year).Kind);

    [Fact]
    public void Canadas_rate_cannot_be_asked_without_a_year() =>
        Assert.Equal(NoAnswerKind.YearRequired, None(Today, "ca.ccus-itc.rate", "equipment", "dac-capture", null).Kind);

    [Theory]
    [InlineData("dedicated-storage", "eligible")]
    [InlineData("concrete", "eligible")]
    [InlineData("enhanced-oil-recovery", "ineligible")]
    public void Canada_leaves_oil_recovery_out(string use, string answer) =>
        Assert.Equal(answer, View(Today).Ask("ca.ccus-itc.eligible-use", Words("use", use)).Words);

    [Fact]
    public void The_European_Union_transfers_after_20_years_and_wants_30_years_of_monitoring_paid()
    {
        RegisterView view = View("2009-06-25");
        Assert.Equal(20, view.Ask("eu.ccs-directive.transfer-period", Question.NoDims).Value);
        Assert.Equal(30, view.Ask("eu.ccs-directive.monitoring-fund", Question.NoDims).Value);
        Assert.IsType<NoAnswer>(View("2009-06-24").Answer(new Question("eu.ccs-directive.transfer-period", Question.NoDims)));
    }

    [Fact]
    public void The_European_Union_wants_50_Mt_a_year_by_the_end_of_2030_from_44_producers()
    {
        RegisterView view = View(Today);
        Reading target = view.Ask("eu.nzia.injection-target", Question.NoDims);
        Assert.Equal((50d, "Mt/y"), (target.Value, target.Unit));
        Assert.Equal(Day("2030-12-31"), view.Ask("eu.nzia.target-day", Question.NoDims).Date);
        Assert.Equal(44, view.Ask("eu.nzia-contributions.obligated-producers", Question.NoDims).Value);
        Assert.IsType<NoAnswer>(View("2024-06-28").Answer(new Question("eu.nzia.injection-target", Question.NoDims)));
    }

    [Theory]
    [InlineData("permitted-in-eea", "not-due")]
    [InlineData("outside-eea", "due")]
    public void Allowances_are_due_for_CO2_that_leaves_the_economic_area(string store, string answer) =>
        Assert.Equal(answer, View(Today).Ask("eu.ets.surrender", Words("store", store)).Words);

    [Theory]
    [InlineData("int.london-protocol", "2006-03-23", LegalForce.None)]
    [InlineData("int.london-protocol", "2006-03-24", LegalForce.InForce)]
    [InlineData("int.london-protocol-article-6", Today, LegalForce.None)]
    [InlineData("int.lp-5-14", "2019-10-10", LegalForce.None)]
    [InlineData("int.lp-5-14", "2019-10-11", LegalForce.InForce)]
    [InlineData("eu.nzia", "2024-06-28", LegalForce.None)]
    [InlineData("eu.nzia", "2024-06-29", LegalForce.InForce)]
    [InlineData("eu.crcf", "2024-12-25", LegalForce.None)]
    [InlineData("eu.crcf", "2024-12-26", LegalForce.InForce)]
    [InlineData("jp.ccs-business-act", "2024-08-04", LegalForce.None)]
    [InlineData("jp.ccs-business-act", "2024-08-05", LegalForce.InForce)]
    [InlineData("gb.storage-licensing", "2010-10-01", LegalForce.InForce)]
    public void Force_follows_the_events(string policy, string day, LegalForce force) =>
        Assert.Equal(force, ShippedRegister.Register.Find(policy)!.ForceOn(Day(day)));

    [Theory]
    [InlineData("dk", "2024-04-15")]
    [InlineData("nl", "2024-04-15")]
    [InlineData("be", "2024-04-15")]
    [InlineData("se", "2024-04-15")]
    [InlineData("fr", "2025-06-23")]
    public void Norway_takes_CO2_of_five_countries_each_from_its_own_day(string partner, string day)
    {
        const string Signed = "no.cross-border-arrangements.signed";
        Assert.Equal(Day(day), View(Today).Ask(Signed, Words("partner", partner)).Date);
        Assert.IsType<NoAnswer>(ShippedRegister.Register.AsOf(Day(day).AddDays(-1)).Answer(new Question(Signed, Words("partner", partner))));
    }

    /// <summary>Seven pillars of the seed and twelve points of mutual recognition, of which three are the same row.</summary>
    [Fact]
    public void The_matrix_has_the_rows_of_the_seed_and_of_mutual_recognition() =>
        Assert.Equal(7 + 12 - 3, ShippedRegister.Register.Criteria.Select(c => c.Id).Distinct().Count());

    [Fact]
    public void What_a_cell_names_is_in_the_register()
    {
        PolicyRegister register = ShippedRegister.Register;
        MatrixCell[] cells = [.. register.Matrices.SelectMany(m => m.Cells)];
        Assert.All(cells, cell => Assert.Contains(register.Criteria, c => c.Id == cell.Criterion));
        Assert.All(cells.SelectMany(c => c.Evidence), claim => Assert.NotNull(register.FindClaim(claim)));
        Assert.All(cells.Select(c => c.Record).OfType<string>(), record => Assert.NotNull(register.Find(record)));
    }

    [Theory]
    [InlineData("2019-10-10", "forbidden")]
    [InlineData("2019-10-11", "provisional application")]
    public void The_treaty_on_the_sea_changed_its_answer_on_exports_in_October_2019(string day, string words)
    {
        MatrixCell cell = ShippedRegister.Register.Matrices.Single(m => m.Jurisdiction == "int").Cells
            .Single(c => c.Criterion == "cross-border-rules" && c.Law.Contains(Day(day)));
        Assert.Contains(words, cell.Says.En, StringComparison.Ordinal);
    }

    private static NoAnswer None(string asOf, string parameter, string name, string word, int? year) =>
        Assert.IsType<NoAnswer>(View(asOf).Answer(new Question(parameter, Words(name, word), Year: year)));

    private static RegisterView View(string asOf) => ShippedRegister.Register.AsOf(Day(asOf));

    private static Dictionary<string, string> Words(string name, string word) => new() { [name] = word };

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd");
}
