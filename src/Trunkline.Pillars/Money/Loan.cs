using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>
/// A loan on capital: drawn when capital is paid, paid back in equal nominal sums at the end of each year, the rest at the horizon. Interest is nominal; what comes out is real.
/// </summary>
/// <param name="Share">Of each outlay, 0 to 1.</param>
/// <param name="Rate">Nominal interest a year.</param>
/// <param name="Years">Term, whole years.</param>
/// <param name="Inflation">A year.</param>
/// <param name="Horizon">Years after the first day at which everything is settled.</param>
public sealed record Loan(double Share, double Rate, int Years, double Inflation, double Horizon)
{
    /// <summary>What the loan adds to the owner's cash: draws positive, service negative; real, in the dollars of the outlays.</summary>
    /// <param name="outlays">Capital paid, positive, at whole years.</param>
    public IEnumerable<Payment> Flows(IEnumerable<Payment> outlays)
    {
        ArgumentNullException.ThrowIfNull(outlays);
        return outlays.Where(o => o.Amount > 0 && o.After < Horizon - 1e-9).SelectMany(Flows);
    }

    /// <summary>Equal yearly sum that pays back 1 over the term.</summary>
    public double Annuity => CapitalRecovery.Factor(Rate, Years);

    private IEnumerable<Payment> Flows(Payment outlay)
    {
        // Real at the day of the outlay; the purchasing power of each later sum falls with inflation.
        double drawn = Share * outlay.Amount, owed = drawn;
        yield return new Payment(outlay.After, drawn);
        for (int year = 1; year <= Years; year++)
        {
            double at = outlay.After + year, interest = owed * Rate;
            bool isLast = at >= Horizon - 1e-9;
            double paid = isLast ? owed + interest : Annuity * drawn;
            owed += interest - paid;
            yield return new Payment(at, -paid * Math.Pow(1 + Inflation, -year));
            if (isLast)
            {
                yield break;
            }
        }
    }
}
