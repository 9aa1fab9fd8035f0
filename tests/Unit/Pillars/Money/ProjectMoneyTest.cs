using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Pillars.Money;

/// <summary>Projects and hubs against the READMEs of studies 13 and 16.</summary>
public sealed class ProjectMoneyTest
{
    private static readonly Lazy<MoneyPillar> Financed = new(() => PlanPillars.PillarsOf(TinyPillars.Study("16-debt-and-equity").Input()).Money);

    [Fact]
    public void Three_owners_share_the_plan_s_net()
    {
        MoneyPillar money = PlanPillars.PillarsOf(TinyPillars.Study("13-shared-hub").Input()).Money;
        Assert.Equal([("A", 504.56), ("B", 503.03), ("C", 75.3675)], money.Projects.Select(p => (p.SiteId, Math.Round(p.NpvUsd / 1e6, 4))));
        ProjectMoney a = money.Projects[0];
        Assert.Equal((103.4, 104.544, 85, -50.456), (Math.Round(a.CapturedUsdPerTonne!.Value, 6), Math.Round(a.StoredUsdPerTonne!.Value, 6), a.CreditUsdPerTonne!.Value, Math.Round(a.Contract!.WithCreditUsdPerTonne, 6)));
        Assert.Equal((148e6, 10, 2031, 2040, "hub-F"), (a.CapexUsd, Math.Round(a.CapturedMt, 9), a.From, a.To, a.HubId));
        Assert.Equal((null, null), (a.AvoidedUsdPerTonne, a.Equity));
    }

    /// <summary>0.1 MWh at 0.4 t/MWh: 4 % of what is captured is emitted again.</summary>
    [Fact]
    public void An_avoided_tonne_costs_more_than_a_stored_one()
    {
        ProjectMoney unit = Assert.Single(Financed.Value.Projects);
        Assert.Equal((33.245, 34.630208), (Math.Round(unit.StoredUsdPerTonne!.Value, 6), Math.Round(unit.AvoidedUsdPerTonne!.Value, 6)));
    }

    /// <summary>The README's sum: equity pays 50 on 2031-01-01, takes 56.755 a year, pays back 5 at the end of four years and 30 with the salvage of 75 at the end.</summary>
    [Fact]
    public void Equity_takes_what_debt_leaves()
    {
        EquityMoney equity = Assert.Single(Financed.Value.Projects).Equity!;
        Assert.Equal((116.571315, 50), (Math.Round(equity.NpvUsd / 1e6, 6), Math.Round(equity.DebtUsd / 1e6, 9)));
        Assert.Equal(-47.220370, equity.Contract!.WithCreditUsdPerTonne, 1e-5);
        Assert.Equal(85 - 47.220370, equity.Contract!.WithoutCreditUsdPerTonne, 1e-5);
    }

    [Fact]
    public void The_hub_charges_more_where_owners_ask_for_a_return()
    {
        HubMoney hub = Assert.Single(Financed.Value.Hubs);
        Assert.Equal((7.48, 8.564045, null), (Math.Round(hub.Tariffs.StudyUsdPerTonne, 6), Math.Round(hub.Tariffs.PrivateUsdPerTonne!.Value, 6), hub.Tariffs.PublicUsdPerTonne));
        Assert.False(hub.Tariffs.PublicLoan.IsEligible);
    }

    /// <summary>Owners' cash over the years is their worth at no discount; debt at no interest changes nothing in sum.</summary>
    [Fact]
    public void Cash_by_year_adds_up()
    {
        IReadOnlyList<CashYear> years = Assert.Single(Financed.Value.Hubs).Years;
        Assert.Equal(Enumerable.Range(2026, 10), years.Select(y => y.Year));
        Assert.Equal(258.775, years.Sum(y => y.EquityUsd!.Value) / 1e6, 1e-6);
        Assert.Equal((-100, 50), (Math.Round(years[5].CapitalUsd / 1e6, 9), Math.Round(years[5].DebtUsd!.Value / 1e6, 9)));
    }

    /// <summary>Pipes three times as dear: a trunk of 144 M$, above the least eligible cost of 100. The register has the programme, its terms and that its money is held.</summary>
    [Fact]
    public void A_public_loan_lowers_the_hurdle_of_a_trunk()
    {
        TinyWorld world = TinyPillars.Study("13-shared-hub").With(s => s with
        {
            CostFactors = new CostFactors { Transport = 3 },
            Finance = new Finance(new Fraction(0.5), 0.08, new Years(15), 0.12, 0.03, null, null, "Round numbers", Confidence.C),
        });
        HubTariffs tariffs = Assert.Single(PlanPillars.PillarsOf(world.Input()).Money.Hubs).Tariffs;
        PublicLoan loan = tariffs.PublicLoan;
        Assert.Equal((true, 0.8, 35, EventKind.Suspended), (loan.IsEligible, loan.Share, loan.Years, loan.LastEvent));
        Assert.Equal(144e6, loan.EligibleUsd, 1);
        Assert.True(tariffs.PublicUsdPerTonne < tariffs.PrivateUsdPerTonne);

        // The difference is the two loans on the trunk, 144 M$ drawn in 2031 and settled in 2041, over the same discounted tonnes.
        double own = Worth(0.5, 0.08, 15), lent = Worth(0.8, 0.03, 35);
        double tonnes = Enumerable.Range(0, 10).Sum(k => (k < 5 ? 2 : 3) * Math.Pow(1.12, -(5.5 + k)));
        Assert.Equal((lent - own) / tonnes, tariffs.PrivateUsdPerTonne!.Value - tariffs.PublicUsdPerTonne!.Value, 1e-6);

        static double Worth(double share, double rate, int years)
        {
            double drawn = share * 144, annuity = drawn * rate / (1 - Math.Pow(1 + rate, -years)), grown = Math.Pow(1 + rate, 10);
            double owed = (drawn * grown) - (annuity * (grown - 1) / rate);
            return (drawn * Math.Pow(1.12, -5)) - Enumerable.Range(1, 10).Sum(k => annuity * Math.Pow(1.12, -(5 + k))) - (owed * Math.Pow(1.12, -15));
        }
    }
}
