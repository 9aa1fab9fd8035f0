using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Planner.Receipts;

/// <summary>A receipt names what each dollar of the law rests on; its sums are those of the plan.</summary>
public sealed class PolicyReceiptTest
{
    /// <summary>As in CarbonCreditsTest: before parity; A's 1 Mt/y goes to the oil field and D's to storage: 425 + 900 - 125 = 1,200 M$.</summary>
    private static readonly TinyWorld BeforeParity = TinyWorld.WithAirAndUse.With(s => s with { Policy = PolicyBasis.On(new DateOnly(2025, 7, 3)) })
        .With(d => d with { Formations = [d.Formations[0] with { MaxProjects = 2 }], Uses = [d.Uses[0] with { DemandByYear = TinyWorld.Demand(0, 1e6) }] });

    private static readonly Lazy<Plan> Planned = new(() => BeforeParity.Plan);

    [Fact]
    public void The_money_is_that_of_the_plan()
    {
        PolicyMoney credits = Planned.Value.Receipt.Money.Single(m => m.Rule == "carbon-credits");
        Assert.Equal(1200e6, credits.Amount.Value, 1);
        Assert.Equal(credits.Amount.Value, Planned.Value.Periods.Sum(p => p.CreditsUsd.Value), 1);
        Assert.Equal(credits.Amount.Value, credits.ByState.Sum(s => s.Amount.Value), 1);
        Assert.Equal(1, Planned.Value.Receipt.LeadTimes.Sum(l => Planned.Value.Receipt.ShareOf(l.State))!.Value, 1e-9);
    }

    /// <summary>Point source to the oil field, 1 Mt/y x 5 x 60 $; from the air to storage, 1 Mt/y x 5 x 180 $; none from point sources to storage; all of it by the wage multiplier.</summary>
    [Theory]
    [InlineData("us.45q.rate", "2022-use-indexed", 300e6)]
    [InlineData("us.45q.rate", "2022-dac-storage-indexed", 900e6)]
    [InlineData("us.45q.rate", "2022-storage-indexed", 0)]
    [InlineData("us.45q.labour", "full", 1200e6)]
    [InlineData("us.45q.credit-period", null, 1200e6)]
    public void Each_entry_has_the_money_that_rests_on_it(string parameter, string? entry, double expected) => Assert.Equal(
        expected, Planned.Value.Receipt.Coefficients.Where(c => c.Parameter == parameter && (entry is null || c.Entry == entry)).Sum(c => c.Money.Value), 1);

    [Fact]
    public void A_clause_that_is_not_computed_stands_beside_the_money_it_could_change()
    {
        UnmodelledMoney recapture = Planned.Value.Receipt.NotModelled.Single(c => c is { Parameter: "us.45q.rate", Clause: "recapture" });
        Assert.Equal(1200e6, recapture.Money!.Value.Value, 1);
    }

    [Fact]
    public void A_coefficient_names_its_claims_and_their_documents()
    {
        PolicyCoefficient rate = Planned.Value.Receipt.Coefficients.First(c => c.Entry == "2022-use-indexed");
        Assert.Equal("carbon-credits", rate.Rule);
        Assert.All(rate.Evidence, e => Assert.True(e.Document == "not-archived" || e.Document.Length == 64, e.Document));
        PolicyRecord record = BeforeParity.Register.Find("us.45q")!;
        PolicyEntry entry = record.Parameters.Single(p => p.Id == "us.45q.rate").Entries.Single(e => e.Id == "2022-use-indexed");
        Assert.Equal(entry.Evidence.Order(), rate.Evidence.Select(e => e.Claim).Order());
        Assert.All(rate.Evidence, e => Assert.Equal(record.Sources.Single(s => s.Claims.Any(c => c.Id == e.Claim)).Archive, e.Document));
        Assert.Contains(rate.Values, v => v is { Value: "60", Projected: true } && v.Circumstances.Contains("fate eor", StringComparison.Ordinal) && v.Circumstances.Contains("year 2031", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_coefficient_enters_a_rule_of_the_formulation() =>
        Assert.Empty(Planned.Value.Receipt.Coefficients.Select(c => c.Rule).Except([.. Rules.All.Select(r => r.Name), .. Rules.Costs.Select(c => c.Name)]));

    [Fact]
    public void The_formation_s_lead_time_is_counted() => Assert.Equal(1, Planned.Value.Receipt.LeadTimes.Sum(l => l.Formations));

    [Fact]
    public void An_overlay_is_named_where_money_rests_on_it()
    {
        TinyWorld world = BeforeParity.With(s => s with { Policy = new PolicyBasis(new DateOnly(2026, 11, 23), ["parity-undone"], null) });
        PolicyReceipt receipt = world.Plan.Receipt;
        Assert.Equal(["parity-undone"], receipt.Overlays);
        Assert.Null(receipt.Mode);
        Assert.Equal(300e6, receipt.Coefficients.Where(c => c is { Overlay: "parity-undone", Entry: "unparity-use-indexed" }).Sum(c => c.Money.Value), 1);
        Assert.Null(receipt.Coefficients.First(c => c.Parameter == "us.45q.labour").Overlay);
        Assert.NotEqual(Planned.Value.Receipt.RegisterVersion, receipt.RegisterVersion);
    }

    /// <summary>South Dakota's ban is of 2025-03-06: A's 5 Mt stand beside it if A lies there, and not the day before.</summary>
    [Theory]
    [InlineData("SD", "2025-03-06", true)]
    [InlineData("SD", "2025-03-05", false)]
    [InlineData("ND", "2025-03-06", false)]
    public void A_prohibition_that_no_rule_takes_up_is_said(string state, string asOf, bool isSaid)
    {
        Plan plan = TinyWorld.TwoNodes.With(d => d with { Sites = [d.Sites[0] with { State = state }] })
            .With(s => s with { Policy = PolicyBasis.On(DateOnly.ParseExact(asOf, "yyyy-MM-dd")) }).Plan;
        UnmodelledMoney? routes = plan.Receipt.NotModelled.SingleOrDefault(c => c.Parameter == "us-sd.co2-pipeline-eminent-domain");
        Assert.Equal(isSaid, routes is not null);
        Assert.Equal(isSaid ? 5 : 0, routes?.Megatonnes ?? 0, 1e-6);
    }

    [Fact]
    public void A_mode_is_named()
    {
        PolicyReceipt receipt = BeforeParity.With(s => s with { Policy = new PolicyBasis(null, [], "strategy-2024") }).Plan.Receipt;
        Assert.Equal(("strategy-2024", new DateOnly(2025, 1, 19)), (receipt.Mode, receipt.AsOf));
    }

    [Fact]
    public void A_receipt_that_states_other_money_than_the_plan_fails_the_audit()
    {
        Plan plan = Planned.Value;
        PolicyMoney credits = plan.Receipt.Money[0];
        Plan spoiled = plan with { Receipt = plan.Receipt with { Money = [credits with { Amount = credits.Amount + new Usd(5000) }] } };
        Assert.Empty(BeforeParity.Audit(plan).Violations);
        Assert.Contains(BeforeParity.Audit(spoiled).Violations, v => v.Rule == "receipt");
    }

    [Fact]
    public void A_receipt_survives_writing_and_reading()
    {
        byte[] written = PlanJson.Write(Planned.Value);
        Assert.Equal(written, PlanJson.Write(PlanJson.Read(written).OrThrow()));
    }
}
