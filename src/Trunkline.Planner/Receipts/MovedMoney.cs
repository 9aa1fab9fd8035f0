using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Real, undiscounted dollars of one calendar year that move because of what the law says, and the readings that say so.</summary>
/// <param name="Rule">Name in docs/formulation.md of the cost that they are part of.</param>
/// <param name="Amount">Positive as it moves; negative where a tonne takes money back from one reading to move it by another.</param>
internal sealed record MovedMoney(string Rule, double Amount, IReadOnlyList<Reading> RestsOn)
{
    /// <summary>The lowest review state of all that the money rests on.</summary>
    public ReviewState State => RestsOn.Min(r => r.State);

    /// <summary>All of it, worked out from the finished plan and the law alone.</summary>
    public static IEnumerable<MovedMoney> In(AuditedPlan audited) =>
        audited.CalendarYears.SelectMany(y => Credits(audited, y.Year, y.Period).Concat(Fees(audited, y.Year, y.Period)));

    private static IEnumerable<MovedMoney> Fees(AuditedPlan audited, int year, int period) =>
        from storage in audited.Plan.Storages
        where audited.FormationOf(storage) is not null
        let fee = audited.StorageFeeIn(storage.State, year)
        where fee.Readings.Count > 0
        select new MovedMoney(StorageFees.RuleName, fee.Real.Value * storage.Rate[period].Value, fee.Readings);

    private static IEnumerable<MovedMoney> Credits(AuditedPlan audited, int year, int period)
    {
        // Units with one credit rest on the same readings in a year: one list for all of them.
        Dictionary<CreditWindow, IReadOnlyList<Reading>> restsOn = new(ReferenceEqualityComparer.Instance);
        foreach (PlannedCapture capture in audited.Plan.Captures.Where(c => period >= c.FirstPeriod && period <= c.LastPeriod))
        {
            if (audited.CreditOf(capture) is { } window && window.DedicatedByYear.TryGetValue(year, out UsdPerTonne rate))
            {
                if (!restsOn.TryGetValue(window, out IReadOnlyList<Reading>? readings))
                {
                    readings = [window.RateByYear[year].Dedicated, .. window.Terms];
                    restsOn.Add(window, readings);
                }

                yield return new MovedMoney(CarbonCredits.RuleName, rate.Value * capture.Rate[period].Value, readings);
            }
        }

        foreach (MovedMoney moved in CreditsAtUses(audited, year, period))
        {
            yield return moved;
        }
    }

    /// <summary>Where a use earns less than dedicated storage, its tonnes leave the one amount for the other.</summary>
    private static IEnumerable<MovedMoney> CreditsAtUses(AuditedPlan audited, int year, int period)
    {
        foreach (var taken in audited.Plan.Storages.Where(s => audited.UseOf(s) is not null).GroupBy(s => audited.UseOf(s)!.IsAbroad))
        {
            CarbonUse use = audited.UseOf(taken.First())!;
            double used = taken.Sum(s => s.Rate[period].Value), lost = audited.UseLoss(use, year).Value;
            if (used == 0 || lost == 0)
            {
                continue;
            }

            CreditWindow window = audited.UseLossWindow(use, year);
            double dedicated = window.DedicatedByYear[year].Value;
            yield return Credit(-dedicated * used, window.RateByYear[year].Dedicated, window);
            yield return Credit((dedicated - lost) * used, window.RateByYear[year].Use, window);
        }
    }

    private static MovedMoney Credit(double amount, Reading rate, CreditWindow window) => new(CarbonCredits.RuleName, amount, [rate, .. window.Terms]);
}
