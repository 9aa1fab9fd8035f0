using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Writes down the ways in which a stream or a DAC train may be run. docs/formulation.md#open-once and #credit-window</summary>
internal sealed class SupplyCase
{
    private readonly Study study;
    private readonly Coefficients numbers;
    private readonly PresentValue present;
    private readonly IncentiveSchedule incentives;
    private readonly int last;
    private readonly double[] nothing;

    // What units that start alike have in common is worked out once: a nation has thousands of units and few kinds of them.
    private readonly Dictionary<(bool IsDac, bool IsPower), Start[]> starts = [];
    private readonly Dictionary<(string Process, Track Track), Opening[]> openings = [];

    public SupplyCase(Study study, Coefficients numbers, PresentValue present, IncentiveSchedule incentives)
    {
        (this.study, this.numbers, this.present, this.incentives) = (study, numbers, present, incentives);
        last = study.Periods.Count - 1;
        nothing = new double[last + 1];
    }

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

    /// <summary>A unit that starts in a period either stays, or stops after the period in which its credit ends.</summary>
    private List<CaseOption> Options(Unit unit)
    {
        double variable = numbers.VariableCost(unit.Cost).Value;
        double[] unitCost = Each(t => variable * present.Annuity(t));
        Start[] startsOf = Known(starts, (unit.Track == Track.Dac, unit.IsPower), StartsOf);
        Opening[] openingsOf = Known(openings, (unit.Process, unit.Track), OpeningsOf);
        List<CaseOption> options = [];
        for (int first = 0; first <= last; first++)
        {
            Start start = startsOf[first];
            string? whyNone = start.Window.WhyNotFor(unit.Capacity, unit.CaptureRate);
            options.Add(Option(first, last, unit, unitCost, openingsOf[first], start, whyNone));
            if (whyNone is null && start.CreditEnds >= first && start.CreditEnds < last)
            {
                options.Add(Option(first, start.CreditEnds, unit, unitCost, openingsOf[first], start, whyNone));
            }
        }

        return options;
    }

    private CaseOption Option(int first, int to, Unit unit, double[] unitCost, Opening opening, Start start, string? whyNone) => new(
        first,
        to,
        (unit.Cost.Capex.Value * opening.Learned * opening.Capital[to]) + (unit.Cost.FixedOm.Value * opening.Annuity[to]),
        unitCost,
        whyNone is null ? start.Credit : nothing,
        whyNone is null ? start.RealCredit : nothing,
        whyNone is null ? start.Least : nothing,
        whyNone);

    private Start[] StartsOf((bool IsDac, bool IsPower) kind) => [.. study.Periods.Select(p =>
    {
        CreditWindow window = incentives.CreditFor(kind.IsDac, kind.IsPower, p.FirstDay, numbers.CaptureBuildYears);
        return new Start(
            window,
            Enumerable.Range(0, last + 1).LastOrDefault(t => YearsOf(window, t).Any(), -1),
            Each(t => YearsOf(window, t).Sum(y => window.DedicatedByYear[y].Value * present.OfYear(y))),
            Each(t => YearsOf(window, t).Sum(y => window.DedicatedByYear[y].Value)),
            Each(t => YearsOf(window, t).Any() ? window.LeastPerYear.Value : 0));
    })];

    private Opening[] OpeningsOf((string Process, Track Track) kind) => [.. Enumerable.Range(0, last + 1).Select(first => new Opening(
        numbers.Learned(kind.Process, study.Periods[first].From),
        Each(to => to < first ? 0 : present.Capital(first, to, numbers.LifeOf(kind.Track))),
        Each(to => to < first ? 0 : present.Annuity(first, to))))];

    private IEnumerable<int> YearsOf(CreditWindow window, int period) =>
        study.Periods[period].CalendarYears.Where(window.DedicatedByYear.ContainsKey);

    private double[] Each(Func<int, double> value)
    {
        double[] all = new double[last + 1];
        for (int t = 0; t < all.Length; t++)
        {
            all[t] = value(t);
        }

        return all;
    }

    private static TValue Known<TKey, TValue>(Dictionary<TKey, TValue> known, TKey key, Func<TKey, TValue> make)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out TValue? value))
        {
            value = make(key);
            known.Add(key, value);
        }

        return value;
    }

    /// <summary>What the options of a unit depend on.</summary>
    private sealed record Unit(CaptureCost Cost, TonnesPerYear Capacity, Fraction CaptureRate, Track Track, string Process, bool IsPower);

    /// <summary>The credit of units that start in one period, by period where it is paid.</summary>
    /// <param name="CreditEnds">Last period with a year of credit, -1 where none.</param>
    private sealed record Start(CreditWindow Window, int CreditEnds, double[] Credit, double[] RealCredit, double[] Least);

    /// <summary>What opening in one period multiplies capital and fixed cost by, by last period of the run.</summary>
    private sealed record Opening(double Learned, double[] Capital, double[] Annuity);
}
