using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>A hub as a business: its lines and storage, and the whole chain with its members.</summary>
/// <param name="CapexUsd">Pipes and storage projects, its part of shared lines, undiscounted.</param>
/// <param name="Tariffs">What it must charge under each kind of finance.</param>
/// <param name="ChainNpvUsd">Members, lines and storage together, at the study's rate.</param>
/// <param name="ChainNpvWithoutCreditUsd">The same without credits.</param>
/// <param name="ChainIrr">Real, without debt.</param>
/// <param name="CapturedUsdPerTonne">Levelised cost of its members' capture alone.</param>
/// <param name="StoredUsdPerTonne">Levelised cost of the whole chain per tonne in dedicated storage; null where none goes there.</param>
/// <param name="ContractUsdPerTonne">Price per tonne at which the whole chain is worth nothing at the study's rate, credits kept.</param>
/// <param name="Years">Cash by calendar year of the whole chain, without debt and with it.</param>
public sealed record HubMoney(
    string HubId,
    double CapexUsd,
    HubTariffs Tariffs,
    double ChainNpvUsd,
    double ChainNpvWithoutCreditUsd,
    double? ChainIrr,
    double CapturedUsdPerTonne,
    double? StoredUsdPerTonne,
    double ContractUsdPerTonne,
    IReadOnlyList<CashYear> Years)
{
    internal static HubMoney Of(PillarInput input, Hub hub, ProjectChains chains)
    {
        AuditedPlan audited = chains.Audited;
        PlanMoney money = chains.Money;
        ProjectChain[] members = [.. chains.All.Where(c => c.HubId == hub.Id)];
        Payment[] with = [.. members.SelectMany(m => m.Flows(withCredit: true))], without = [.. members.SelectMany(m => m.Flows(withCredit: false))];
        double captured = members.Sum(m => money.Tonnes(t => m.Tonnes[t])), stored = members.Sum(m => money.Tonnes(t => m.StoredTonnes[t]));
        double cost = members.Sum(m => money.Present(m.Capture) + money.Present(m.Service));
        var business = new HubBusiness(input, audited, hub);
        return new HubMoney(
            hub.Id,
            business.Capital.Sum(p => p.Amount),
            HubTariffs.Of(input, hub, business),
            money.Present(with),
            money.Present(without),
            InternalRate.Of(members, with),
            members.Sum(m => money.Present(m.Capture)) / captured,
            stored > 0 ? cost / stored : null,
            -money.Present(with) / captured,
            CashYear.Of(members, audited, input.Study.Finance));
    }
}

/// <summary>What a hub must charge for each tonne to recover its cost, by who lends. Real; the same in every year.</summary>
/// <param name="StudyUsdPerTonne">At the study's discount rate, without debt.</param>
/// <param name="PrivateUsdPerTonne">With the study's private debt, at the return that equity asks for; null where the study gives no finance.</param>
/// <param name="PublicUsdPerTonne">With a public loan on trunk lines in place of that debt; null where it may not be had or a figure is not known.</param>
/// <param name="PublicLoan">The terms, or why there is none.</param>
public sealed record HubTariffs(double StudyUsdPerTonne, double? PrivateUsdPerTonne, double? PublicUsdPerTonne, PublicLoan PublicLoan)
{
    internal static HubTariffs Of(PillarInput input, Hub hub, HubBusiness business)
    {
        PublicLoan terms = PublicLoan.Of(input, business);
        if (input.Study.Finance is not { } finance)
        {
            return new HubTariffs(hub.Tariff.UsdPerTonne, null, null, terms);
        }

        Loan own = EquityMoney.LoanOf(finance, business.Audited);
        double? lent = terms.IsEligible && finance.PublicRate is { } rate
            ? business.Tariff(finance.EquityReturn, own, own with { Share = terms.Share!.Value, Rate = rate, Years = (int)terms.Years!.Value })
            : null;
        return new HubTariffs(hub.Tariff.UsdPerTonne, business.Tariff(finance.EquityReturn, own, own), lent, terms);
    }
}

/// <summary>A public loan for shared lines, as far as the register knows it.</summary>
/// <param name="IsEligible">True where the register has terms and the trunk lines cost at least the least eligible cost.</param>
/// <param name="Share">Of eligible cost, at most.</param>
/// <param name="Years">Term, at most.</param>
/// <param name="LeastCostUsd">Nominal.</param>
/// <param name="EligibleUsd">Capital of the trunk lines, nominal.</param>
/// <param name="LastEvent">Last event of the programme on or before the study's day.</param>
/// <param name="Why">What stands in the way, or what is not known.</param>
public sealed record PublicLoan(
    bool IsEligible, double? Share, double? Years, double? LeastCostUsd, double EligibleUsd, EventKind? LastEvent, DateOnly? LastEventDay, Bilingual? Why)
{
    private const string Record = "us.cifia";

    internal static PublicLoan Of(PillarInput input, HubBusiness business)
    {
        RegisterView law = input.Law;
        double? share = Ask(law, "loan-share"), years = Ask(law, "loan-term"), least = Ask(law, "least-cost");
        PolicyEvent? last = law.Register.Records.FirstOrDefault(r => r.Id == Record)?.Document.Events.Where(e => e.Date <= law.AsOf).OrderBy(e => e.Date).LastOrDefault();
        double eligible = business.NominalTrunk(input.Study);
        bool isEligible = share is not null && years is not null && least is not null && eligible >= least;
        return new PublicLoan(isEligible, share, years, least, eligible, last?.Kind, last?.Date, Reason(isEligible, share, input.Study.Finance));
    }

    private static double? Ask(RegisterView law, string parameter) =>
        law.Answer(new Question($"{Record}.{parameter}", Question.NoDims)) is Reading reading ? reading.Value : null;

    private static Bilingual? Reason(bool isEligible, double? share, Finance? finance) =>
        share is null ? new Bilingual("The register has no terms of such a loan on the study's day.", "在研究日期，登记册没有此类贷款的条款。")
        : !isEligible ? new Bilingual("The trunk lines cost less than the least eligible cost.", "干线成本低于合格成本下限。")
        : finance?.PublicRate is null ? new Bilingual("The study gives no interest for a public loan, and the register does not compute one.", "研究未给出公共贷款利率，登记册也不计算。")
        : null;
}
