using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Tests.Unit.Planner;
using Trunkline.Tests.Unit.Register;

namespace Trunkline.Tests.Unit.Pillars.Policy;

/// <summary>Studies 09 and 10: what the law offers a unit, what it is worth, who must act.</summary>
public sealed class PolicyPillarTest
{
    private static readonly Lazy<TinyWorld> Credit = new(() => TinyWorld.Read("09-what-the-credit-is-worth") with { Register = ShippedRegister.Register });

    private static readonly Lazy<TinyWorld> Abroad = new(() => TinyWorld.Read("10-a-store-abroad") with { Register = ShippedRegister.Register });

    private static readonly Lazy<PolicyPillar> Pillar = new(() => PlanPillars.PillarsOf(Credit.Value.Input()).Policy);

    /// <summary>The README of study 09: begun on 2028-01-01 before 2033-01-01, 1 Mt/y above the threshold, 85 $/t on 1 Mt in each of five years; direct pay for five years.</summary>
    [Fact]
    public void A_unit_is_traced_clause_by_clause_and_year_by_year()
    {
        IncentiveStack stack = Assert.Single(Pillar.Value.Stacks);
        Assert.True(stack.Earns);
        ClauseTrace begins = stack.Clauses.Single(c => c.Clause == "begin-construction");
        Assert.Equal((ClauseOutcome.Passed, "us.45q.begin-construction-deadline"), (begins.Outcome, begins.Parameter));
        Assert.Equal("Construction begins on 2028-01-01, before 2033-01-01.", begins.Says.En);
        Assert.Equal(ClauseOutcome.Passed, stack.Clauses.Single(c => c.Clause == "threshold").Outcome);
        Assert.Equal(ClauseOutcome.Assumed, stack.Clauses.Single(c => c.Clause == "labour").Outcome);
        Assert.Equal(ClauseOutcome.Unknown, stack.Clauses.Single(c => c.Clause == "foreign-entities").Outcome);
        Assert.Equal(Enumerable.Range(2031, 5), stack.Years.Select(y => y.Year));
        Assert.All(stack.Years, y => Assert.Equal((85, 85, 1e6, 85e6, true), (y.NominalUsdPerTonne, y.RealUsdPerTonne, Math.Round(y.CapturedTonnes), Math.Round(y.EarnedUsd.Value), y.MayBePaidDirectly)));
        Assert.Contains("Direct pay", Pillar.Value.Monetisation!.En, StringComparison.Ordinal);
    }

    /// <summary>An ethanol plant that takes 45Q cannot take 45Z in the same tax year; whether 48C goes with it is not known; 45V and 45Y speak of other plants.</summary>
    [Fact]
    public void Other_benefits_stand_beside_with_the_registers_stacking_rule()
    {
        IncentiveStack stack = Assert.Single(Pillar.Value.Stacks);
        OtherBenefit fuel = stack.Others.Single(o => o.Record == "us.45z");
        Assert.Equal(("excludes", "tax-year", true), (fuel.Effect, fuel.Scope, fuel.Lost));
        Assert.DoesNotContain(stack.Others, o => o.Record is "us.45v" or "us.45y-48e");
        Assert.All(stack.Others.Where(o => o.Record == "us.48c"), o => Assert.Equal(("unknown", false), (o.Effect, o.Lost)));
    }

    /// <summary>A unit that starts after the deadline's last day fails that clause and earns nothing.</summary>
    [Fact]
    public void A_unit_that_begins_too_late_fails()
    {
        TinyWorld late = Credit.Value.With(s => s with { Periods = [new Period(2041, 2045), new Period(2046, 2050)] }).WithTarget(0, 1);
        IncentiveStack stack = Assert.Single(PlanPillars.PillarsOf(late.Input()).Policy.Stacks);
        Assert.False(stack.Earns);
        Assert.Empty(stack.Years);
        Assert.Equal(ClauseOutcome.Failed, stack.Clauses.Single(c => c.Clause == "begin-construction").Outcome);
        Assert.All(stack.Others, o => Assert.False(o.Lost));
    }

    /// <summary>Two projects from 2031: two years of building and 13 months for the permit before that; construction of the unit three years before.</summary>
    [Fact]
    public void Who_must_act_by_when()
    {
        RequiredAction permit = Pillar.Value.Actions.Single(a => a.Kind == "permit"), apply = Pillar.Value.Actions.Single(a => a.Kind == "apply-for-permit");
        Assert.Equal(new DateOnly(2031, 1, 1).AddDays(-730), permit.By);
        Assert.InRange(apply.By, permit.By.AddDays(-400), permit.By.AddDays(-390));
        Assert.Equal(["F"], permit.Places);
        RequiredAction begin = Pillar.Value.Actions.Single(a => a.Kind == "begin-construction");
        Assert.Equal((2028, IncentiveParameters.CreditDeadline, false), (begin.By.AddDays(1).Year, begin.Parameter, begin.Missed));
        Assert.Equal(Pillar.Value.Actions.OrderBy(a => a.By), Pillar.Value.Actions);
    }

    [Fact]
    public void Links_to_records_are_dated_and_marked_as_computed()
    {
        ComputedLink credit = Pillar.Value.Links.Single(l => l.Record == "us.45q");
        Assert.Equal((new DateOnly(2026, 11, 23), true), (credit.AsOf, credit.Computed));
        Assert.Equal(["Prairie Ethanol"], credit.Facilities);
        Assert.Equal(["ethanol"], credit.Sectors);
        Assert.Contains(Pillar.Value.Links, l => l.Record == "us-nd.co2-storage");
    }

    /// <summary>The README of study 09: 32.66 $/t, and the law's 85 could fall to that.</summary>
    [Fact]
    public void The_rate_at_which_a_unit_breaks_even()
    {
        BreakEven unit = Assert.Single(Pillar.Value.BreakEvens);
        Assert.Equal((32.66, 85, 32.66), (Math.Round(unit.CostPerTonne!.Value, 6), unit.LawsRate!.Value, Math.Round(unit.RateNeeded!.Value, 6)));
    }

    /// <summary>The README of study 09: 368.0125 M$ and 2.5 Mt.</summary>
    [Fact]
    public void The_credit_is_worth_what_was_worked_by_hand()
    {
        PlanValue value = Worth(Credit.Value, "us.45q");
        Assert.Equal((-258.775, 109.2375, 368.0125), (Millions(value.With.NetUsd), Millions(value.Without.NetUsd), Millions(value.WorthUsd)));
        Assert.Equal(2.5, value.CapturedMoreMt!.Value, 6);
        Assert.InRange(value.WorthUsd!.Value.Value, value.AtLeastUsd!.Value.Value - 1, value.AtMostUsd!.Value.Value + 1);
    }

    /// <summary>A fee on 5 Mt, 0.4 M$; without its record the plan saves it.</summary>
    [Fact]
    public void A_fee_is_worth_less_than_nothing() => Assert.Equal(-0.4, Millions(Worth(Credit.Value, "us-nd.co2-storage").WorthUsd), 6);

    /// <summary>Nobody would permit storage: there is no plan to compare with, and it is said.</summary>
    [Fact]
    public void What_a_plan_cannot_do_without_has_no_value()
    {
        PlanValue value = Worth(Credit.Value, "us.classvi");
        Assert.Equal("no-answer", value.Without.Status);
        Assert.Null(value.WorthUsd);
    }

    /// <summary>The README of study 10: a recognised way abroad is worth 37.5 M$; the credit is lost on what is exported.</summary>
    [Fact]
    public void A_way_abroad_is_worth_what_was_worked_by_hand()
    {
        PlanValue value = Worth(Abroad.Value, "X");
        Assert.Equal((-290.7625, -253.2625, 37.5), (Millions(value.With.NetUsd), Millions(value.Without.NetUsd), Millions(value.WorthUsd)));
        ExportArc export = Assert.Single(PlanPillars.PillarsOf(Abroad.Value.Input()).Standards.Exports);
        Assert.Equal(("X", "no", -30, RecognitionOutcome.Unknown, RecognitionOutcome.NotMet), (export.UseId, export.To, export.PriceUsdPerTonne!.Value, export.Chain.Lawful, export.Chain.CountsAtOrigin.Outcome));
        Assert.Equal([0, 0.5], export.MtPerYear.Select(m => Math.Round(m, 6)));
    }

    [Fact]
    public void A_plan_with_an_export_passes_its_audit_and_its_receipt_has_the_money()
    {
        Plan plan = Abroad.Value.Plan;
        Assert.True(plan.Audit.Passed, string.Join("; ", plan.Audit.Violations));
        Assert.Equal(212.5, Millions(plan.Receipt.Money.Single(m => m.Rule == "carbon-credits").Amount), 6);
    }

    [Fact]
    public void An_id_that_nobody_knows_has_no_value() => Assert.Null(PlanValue.Of(Credit.Value.Input(), "us.nothing", (_, _) => throw new InvalidOperationException()));

    private static double Millions(Usd? amount) => Math.Round(amount!.Value.Value / 1e6, 6);

    private static PlanValue Worth(TinyWorld world, string id)
    {
        PlanOutcome solve(Study asked, RegisterView law) => new PlanMaker(new HighsSolver(), new ScalableDesignSolver(), new ExactDesignSolver())
            .Make(asked with { Solver = asked.Solver with { Route = SolverRoute.Exact } }, world.Dataset, law, null, TestContext.Current.CancellationToken).OrThrow();
        return PlanValue.Of(world.Input(), id, solve)!;
    }
}
