using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Cash of a chain in a calendar year: capture units with what they pay for lines and storage. Real; receipts positive, outlays negative.</summary>
/// <param name="CapitalUsd">Plants, renewals included; what is left at the horizon comes back in the last year.</param>
/// <param name="OperationUsd">Operation and energy of plants.</param>
/// <param name="ServiceUsd">Lines and storage.</param>
/// <param name="CreditUsd">Credit under section 45Q.</param>
/// <param name="IncomeUsd">The study's price.</param>
/// <param name="DebtUsd">Drawn less paid back with interest; null where the study gives no finance.</param>
/// <param name="EquityUsd">What is left for the owners; null where the study gives no finance.</param>
/// <param name="NominalFactor">Dollars of that year for one real dollar.</param>
public sealed record CashYear(
    int Year,
    double CapitalUsd,
    double OperationUsd,
    double ServiceUsd,
    double CreditUsd,
    double IncomeUsd,
    double? DebtUsd,
    double? EquityUsd,
    double NominalFactor)
{
    internal static IReadOnlyList<CashYear> Of(IReadOnlyList<ProjectChain> members, AuditedPlan audited, Finance? finance)
    {
        Payment[] capture = [.. members.SelectMany(m => m.Capture)];
        ILookup<int, Payment> capital = ByYear(capture.Where(p => p.After == Math.Floor(p.After)), audited);
        ILookup<int, Payment> operation = ByYear(capture.Where(p => p.After != Math.Floor(p.After)), audited);
        ILookup<int, Payment> service = ByYear(members.SelectMany(m => m.Service), audited);
        ILookup<int, Payment> credit = ByYear(members.SelectMany(m => m.Credit), audited), income = ByYear(members.SelectMany(m => m.Income), audited);
        ILookup<int, Payment>? debt = finance is null ? null : ByYear(EquityMoney.LoanOf(finance, audited).Flows(EquityMoney.Capital(capture)), audited);
        return [.. audited.CalendarYears.Select(y => Year(y.Year))];

        CashYear Year(int year)
        {
            double own = Sum(credit, year) + Sum(income, year) - Sum(capital, year) - Sum(operation, year) - Sum(service, year);
            double? lent = debt is null ? null : Sum(debt, year);
            return new CashYear(
                year, -Sum(capital, year), -Sum(operation, year), -Sum(service, year), Sum(credit, year), Sum(income, year), lent, own + lent,
                Math.Pow(1 + audited.Study.Inflation.Value, year - audited.Study.DollarYear));
        }
    }

    private static double Sum(ILookup<int, Payment> payments, int year) => payments[year].Sum(p => p.Amount);

    /// <summary>What falls on the last moment of the plan belongs to its last year; debt service at a year's end to that year.</summary>
    private static ILookup<int, Payment> ByYear(IEnumerable<Payment> payments, AuditedPlan audited) =>
        payments.ToLookup(p => Math.Min(audited.Periods[^1].To, audited.FirstYear + (int)Math.Floor(p.After)));
}
