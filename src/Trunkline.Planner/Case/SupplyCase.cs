using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Writes down the ways in which a stream or a DAC train may be run. docs/formulation.md#open-once and #credit-window</summary>
internal sealed class SupplyCase(Study study, Coefficients numbers, PresentValue present, IncentiveSchedule incentives)
{
    private readonly int last = study.Periods.Count - 1;

    /// <summary>A stream with a known cost.</summary>
    public CaseSupply Of(CaptureStream stream, Site site, int node)
    {
        var capacity = new TonnesPerYear(stream.Co2.Value * stream.CaptureRate.Value);
        return new CaseSupply(stream.Id, node, stream.Track, stream, null, site, capacity, stream.Cost!,
            Options(new Unit(stream.Cost!, capacity, stream.CaptureRate, stream.Track, stream.Process, stream.IsPower)));
    }

    /// <summary>The trains of a DAC site; train numbers start at 1.</summary>
    public IEnumerable<CaseSupply> Of(DacSite dac, int node)
    {
        IReadOnlyList<CaseOption> options = Options(new Unit(dac.TrainCost, dac.TrainRate, new Fraction(1), Track.Dac, "dac", IsPower: false));
        return Enumerable.Range(1, dac.MaxTrains).Select(train =>
            new CaseSupply($"{dac.Id}#{train}", node, Track.Dac, null, dac, null, dac.TrainRate, dac.TrainCost, options));
    }

    private List<CaseOption> Options(Unit unit) => [.. Enumerable.Range(0, last + 1).SelectMany(first => StartingIn(first, unit))];

    /// <summary>A unit that starts in a period either stays, or stops after the period in which its credit ends.</summary>
    private IEnumerable<CaseOption> StartingIn(int first, Unit unit)
    {
        CreditWindow window = incentives.CreditFor(unit.Track == Track.Dac, unit.IsPower, study.Periods[first].FirstDay, numbers.CaptureBuildYears);
        string? whyNone = window.WhyNotFor(unit.Capacity, unit.CaptureRate);
        yield return Option(first, last, unit, window, whyNone);
        int creditEnds = LastPeriodWithCredit(window);
        if (whyNone is null && creditEnds >= first && creditEnds < last)
        {
            yield return Option(first, creditEnds, unit, window, whyNone);
        }
    }

    private CaseOption Option(int first, int to, Unit unit, CreditWindow window, string? whyNone)
    {
        bool pays = whyNone is null;
        return new CaseOption(
            first,
            to,
            OpeningCost(first, to, unit),
            [.. Each(t => numbers.VariableCost(unit.Cost).Value * present.Annuity(t))],
            [.. Each(t => pays ? YearsOf(window, t).Sum(y => window.DedicatedByYear[y].Value * present.OfYear(y)) : 0)],
            [.. Each(t => pays ? YearsOf(window, t).Sum(y => window.DedicatedByYear[y].Value) : 0)],
            [.. Each(t => pays && YearsOf(window, t).Any() ? window.LeastPerYear.Value : 0)],
            whyNone);
    }

    private double OpeningCost(int first, int to, Unit unit) =>
        (unit.Cost.Capex.Value * numbers.Learned(unit.Process, study.Periods[first].From) * present.Capital(first, to, numbers.LifeOf(unit.Track)))
        + (unit.Cost.FixedOm.Value * present.Annuity(first, to));

    private int LastPeriodWithCredit(CreditWindow window) =>
        Enumerable.Range(0, last + 1).LastOrDefault(t => YearsOf(window, t).Any(), -1);

    private IEnumerable<int> YearsOf(CreditWindow window, int period) =>
        study.Periods[period].CalendarYears.Where(window.DedicatedByYear.ContainsKey);

    private IEnumerable<double> Each(Func<int, double> value) => Enumerable.Range(0, last + 1).Select(value);

    /// <summary>What the options of a unit depend on.</summary>
    private sealed record Unit(CaptureCost Cost, TonnesPerYear Capacity, Fraction CaptureRate, Track Track, string Process, bool IsPower);
}
