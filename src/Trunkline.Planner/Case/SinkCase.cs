using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Writes down what a formation or a use can take and what that costs. docs/formulation.md#injection-rate and #permit-lead-time</summary>
internal sealed class SinkCase
{
    private readonly Study study;
    private readonly Coefficients numbers;
    private readonly PresentValue present;
    private readonly IncentiveSchedule incentives;
    private readonly IReadOnlyList<CreditWindow> windows;

    public SinkCase(Study study, Coefficients numbers, PresentValue present, IncentiveSchedule incentives)
    {
        (this.study, this.numbers, this.present, this.incentives) = (study, numbers, present, incentives);
        windows = [.. study.Periods.Select(p => incentives.CreditFor(isDac: false, isPower: false, p.FirstDay, numbers.CaptureBuildYears))];
    }

    private IEnumerable<int> Periods => Enumerable.Range(0, study.Periods.Count);

    public CaseSink Of(Formation formation, int node)
    {
        double ready = present.FirstYear + incentives.PermittingLead(formation.State).Value + numbers.StorageBuildYears.Value
            + study.Limits.DelayOf(formation.Id).Value;
        int first = Periods.FirstOrDefault(t => study.Periods[t].From >= ready - 1e-9, study.Periods.Count);
        return new CaseSink(
            formation.Id,
            node,
            formation,
            null,
            Zeros(),
            first,
            ready,
            [.. Periods.Select(v => ProjectCost(formation, v))],
            [.. Periods.Select(t => formation.VariableOm.Value * present.Annuity(t))],
            [.. Periods.Select(t => study.Periods[t].CalendarYears.Sum(y => Fee(formation, y) * present.OfYear(y)))],
            [.. Periods.Select(t => study.Periods[t].CalendarYears.Sum(y => Fee(formation, y)))],
            Zeros(),
            Zeros());
    }

    public CaseSink Of(CarbonUse use, int node) => new(
        use.Id,
        node,
        null,
        use,
        [.. Periods.Select(t => MeanDemand(use, study.Periods[t]))],
        study.Periods.Count,
        null,
        Zeros(),
        [.. Periods.Select(t => use.PriceKnown ? -use.Price.Value * present.Annuity(t) : 0)],
        Zeros(),
        Zeros(),
        [.. Periods.Select(t => study.Periods[t].CalendarYears.Sum(y => Loss(use, y) * present.OfYear(y)))],
        [.. Periods.Select(t => study.Periods[t].CalendarYears.Sum(y => Loss(use, y)))]);

    /// <summary>
    /// Development and construction when the project opens, injection capital and fixed O&amp;M evenly over its life, aftercare put by for the
    /// share of its life that lies inside the horizon.
    /// </summary>
    private double ProjectCost(Formation formation, int opened)
    {
        int final = study.Periods.Count - 1;
        double life = numbers.StorageLife.Value;
        double start = study.Periods[opened].From - present.FirstYear;
        double used = Math.Min(1, (present.Horizon - start) / life);
        double capital = (formation.Development + formation.Construction).Value * numbers.Learned("storage", study.Periods[opened].From);
        return (capital * present.Capital(opened, final, numbers.StorageLife))
            + (((formation.Injection.Value / life) + formation.FixedOm.Value) * present.Annuity(opened, final))
            + (formation.AfterCare.Value * used * present.After(start + life));
    }

    private static double MeanDemand(CarbonUse use, Period period) =>
        period.CalendarYears.Average(y => use.DemandByYear.TryGetValue(y, out TonnesPerYear demand) ? demand.Value : 0);

    /// <summary>Credit lost in a year by a tonne that goes to a use: the largest among the units that could then be earning it. Abroad it is all of it, unless the law pays there.</summary>
    private double Loss(CarbonUse use, int year) => windows.Max(w =>
        (use.IsAbroad && incentives.DisposalAbroad is not { Words: "eligible" } ? w.DedicatedByYear : w.UseShortfallByYear).TryGetValue(year, out UsdPerTonne loss) ? loss.Value : 0);

    private double Fee(Formation formation, int year) => incentives.StorageFeeIn(formation.State, year).Real.Value;

    private double[] Zeros() => new double[study.Periods.Count];
}
