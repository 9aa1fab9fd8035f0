using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>
/// What a capture unit with its way to storage is worth to its owner. Real dollars of the study's year, discounted to the plan's first day. Null is unknown, or no such number.
/// </summary>
/// <param name="From">First year of its run.</param>
/// <param name="To">Last year of its run within the plan.</param>
/// <param name="CapexUsd">Overnight capital, undiscounted.</param>
/// <param name="CapturedMt">Within the plan, undiscounted.</param>
/// <param name="NpvUsd">At the study's discount rate, without debt.</param>
/// <param name="NpvWithoutCreditUsd">The same without the credit.</param>
/// <param name="Irr">Real, without debt; null where no single rate makes the worth nothing.</param>
/// <param name="CapturedUsdPerTonne">Levelised cost of capture alone, per tonne captured; null, as every price a tonne, for a unit that idles throughout.</param>
/// <param name="StoredUsdPerTonne">Levelised cost of the whole chain, per tonne in dedicated storage; null where none goes there.</param>
/// <param name="AvoidedUsdPerTonne">Levelised cost of the whole chain, per tonne captured less what the energy used emits; null where the study gives no emission factors, or the dataset no energy.</param>
/// <param name="ServiceUsdPerTonne">Lines and storage, per tonne captured: the hub's tariff and the unit's own line.</param>
/// <param name="CreditUsdPerTonne">Credit spread over all discounted tonnes.</param>
/// <param name="Contract">Price per tonne captured at which the owner just earns the hurdle.</param>
/// <param name="Equity">The owner's side with debt; null where the study gives no finance.</param>
public sealed record ProjectMoney(
    string StreamId,
    string SiteId,
    string SiteName,
    string State,
    string Sector,
    string? HubId,
    int From,
    int To,
    double CapexUsd,
    double CapturedMt,
    double NpvUsd,
    double NpvWithoutCreditUsd,
    double? Irr,
    double? CapturedUsdPerTonne,
    double? StoredUsdPerTonne,
    double? AvoidedUsdPerTonne,
    double? ServiceUsdPerTonne,
    double? CreditUsdPerTonne,
    ContractPrices? Contract,
    EquityMoney? Equity)
{
    internal static ProjectMoney Of(ProjectChain chain, ProjectChains chains, Finance? finance)
    {
        AuditedPlan audited = chains.Audited;
        PlanMoney money = chains.Money;
        double captured = money.Tonnes(t => chain.Tonnes[t]), stored = money.Tonnes(t => chain.StoredTonnes[t]);
        double capture = money.Present(chain.Capture), service = money.Present(chain.Service);
        double? emitted = Emitted(chain, audited, finance);
        PlannedCapture unit = chain.Unit;
        return new ProjectMoney(
            unit.StreamId,
            unit.SiteId,
            unit.SiteName,
            unit.State,
            unit.Sector,
            chain.HubId,
            audited.Periods[unit.FirstPeriod].From,
            audited.Periods[unit.LastPeriod].To,
            chain.Capture.Where(p => p.Amount > 0 && p.After == audited.StartOf(unit.FirstPeriod)).Sum(p => p.Amount),
            audited.PeriodIndices.Sum(t => chain.Tonnes[t] * audited.Periods[t].Length) / 1e6,
            InternalRate.NetPresentValue(chain.Flows(withCredit: true), money.Rate),
            InternalRate.NetPresentValue(chain.Flows(withCredit: false), money.Rate),
            InternalRate.Of([chain], chain.Flows(withCredit: true)),
            Per(capture, captured),
            stored > 0 ? (capture + service) / stored : null,
            emitted is { } perTonne && perTonne < 1 && captured > 0 ? (capture + service) / (captured * (1 - perTonne)) : null,
            Per(service, captured),
            Per(money.Present(chain.Credit), captured),
            ContractPrices.Of(chain, money),
            finance is null ? null : EquityMoney.Of(chain, audited, finance));
    }

    /// <summary>A unit that a plan opens and leaves idle has no price a tonne.</summary>
    private static double? Per(double amount, double tonnes) => tonnes > 0 ? amount / tonnes : null;

    /// <summary>t emitted by the energy that a captured tonne needs; null where a factor that is needed is not given.</summary>
    private static double? Emitted(ProjectChain chain, AuditedPlan audited, Finance? finance)
    {
        var cost = audited.CostOf(chain.Unit)!;

        // No unit runs on nothing: where the dataset names no energy, it lies unseen in operation and maintenance.
        if (cost.ElectricityMwhPerTonne == 0 && cost.HeatGjPerTonne == 0)
        {
            return null;
        }

        double? power = cost.ElectricityMwhPerTonne == 0 ? 0 : cost.ElectricityMwhPerTonne * finance?.ElectricityTonnesPerMwh;
        double? heat = cost.HeatGjPerTonne == 0 ? 0 : cost.HeatGjPerTonne * finance?.HeatTonnesPerGj;
        return power + heat;
    }
}

/// <summary>What a buyer of the service would have to pay for each tonne captured, real, the same in every year. Negative: the owner could pay.</summary>
/// <param name="WithCreditUsdPerTonne">Where the owner keeps the credit.</param>
/// <param name="WithoutCreditUsdPerTonne">Where there is no credit.</param>
public sealed record ContractPrices(double WithCreditUsdPerTonne, double WithoutCreditUsdPerTonne)
{
    /// <summary>Null where no tonne is captured.</summary>
    internal static ContractPrices? Of(ProjectChain chain, PlanMoney money) => Of(chain.Flows(withCredit: true), chain.Flows(withCredit: false), chain, money);

    internal static ContractPrices? Of(IEnumerable<Payment> with, IEnumerable<Payment> without, ProjectChain chain, PlanMoney money)
    {
        double tonnes = money.Tonnes(t => chain.Tonnes[t]);
        return tonnes > 0 ? new ContractPrices(-money.Present(with) / tonnes, -money.Present(without) / tonnes) : null;
    }
}

/// <summary>The owner's side of a project: equity pays what the loan does not, and takes what is left after debt service.</summary>
/// <param name="NpvUsd">At the real return that equity asks for.</param>
/// <param name="Irr">Real; null where no single rate makes the worth nothing.</param>
/// <param name="DebtUsd">Drawn in all, real.</param>
/// <param name="Contract">Price per tonne captured at which equity just earns its hurdle.</param>
public sealed record EquityMoney(double NpvUsd, double? Irr, double DebtUsd, ContractPrices? Contract)
{
    internal static EquityMoney Of(ProjectChain chain, AuditedPlan audited, Finance finance)
    {
        Payment[] loan = [.. LoanOf(finance, audited).Flows(Capital(chain.Capture))];
        var money = new PlanMoney(audited, finance.EquityReturn);
        Payment[] with = [.. chain.Flows(withCredit: true), .. loan], without = [.. chain.Flows(withCredit: false), .. loan];
        return new EquityMoney(
            money.Present(with), InternalRate.Of([chain], with), loan.Where(p => p.Amount > 0).Sum(p => p.Amount), ContractPrices.Of(with, without, chain, money));
    }

    internal static Loan LoanOf(Finance finance, AuditedPlan audited) =>
        new(finance.DebtShare.Value, finance.DebtRate, (int)finance.DebtYears.Value, audited.Study.Inflation.Value, audited.Years);

    /// <summary>Outlays at whole years are capital; what is paid through a year falls in its middle.</summary>
    internal static IEnumerable<Payment> Capital(IEnumerable<Payment> payments) => payments.Where(p => p.Amount > 0 && p.After == Math.Floor(p.After));
}
