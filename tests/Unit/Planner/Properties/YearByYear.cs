using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>One run of a unit, in M$ and Mt.</summary>
internal sealed record UnitRun(int First, int Last, double Fixed, double[] PerTonne, double[] Least);

/// <summary>A unit as the exhaustive search sees it.</summary>
internal sealed record Unit(string Host, bool FromAir, double Capacity, IReadOnlyList<UnitRun> Runs);

/// <summary>
/// The money of docs/formulation.md written a third time, as cash in calendar years: nothing here is taken from the planner but the law's
/// yearly rates. M$ and Mt throughout, discounted to the first day.
/// </summary>
internal sealed class YearByYear(TinyWorld world)
{
    private readonly Study study = world.Study;
    private readonly Dataset data = world.Dataset;
    private readonly IncentiveSchedule law = world.Incentives;

    public int PeriodCount => study.Periods.Count;

    private int Start => study.Periods[0].From;

    private int End => study.Periods[^1].To + 1;

    public IEnumerable<Unit> Units() =>
        data.Streams.Select(s => new Unit(s.SiteId, false, s.Co2.Value * s.CaptureRate.Value / 1e6,
                [.. Runs(s.Cost!, s.Co2.Value * s.CaptureRate.Value, s.CaptureRate.Value, false, s.IsPower, s.Process, "life.capture")]))
            .Concat(data.DacSites.SelectMany(d => Enumerable.Repeat(
                new Unit(d.Id, true, d.TrainRate.Value / 1e6, [.. Runs(d.TrainCost, d.TrainRate.Value, 1, true, false, "dac", "life.dac")]), d.MaxTrains)));

    /// <summary>M$ of a pipe of this many Mt/y over a corridor counting as this many km.</summary>
    public (double Fixed, double PerCapacity) Pipe(PipeTrend trend, double km, int period)
    {
        int bought = study.Periods[period].From;
        double life = Value("life.pipe");
        double charged = At(bought) - (At(End) * (life >= End - bought ? 1 - ((End - bought) / life) : throw new NotSupportedException("Draw pipes that outlive the plan.")));
        for (int y = bought; y < End; y++)
        {
            charged += Value("pipe.om") * Mid(y);
        }

        charged *= Math.Pow(1 - Value("learning.pipe"), bought - Start);
        return (km * trend.FixedUsdPerKm * charged / 1e6, km * (trend.SlopeUsdPerKmPerTonnePerYear + Value("pipe.booster-capital")) * charged);
    }

    /// <summary>M$ for each Mt/y that flows through a period over so many km.</summary>
    public double Pumping(double km, int period) => km * Value("pipe.booster-electricity") * Value("price.electricity") * Mids(period);

    /// <summary>M$ of one storage project opened on the first day of a period.</summary>
    public double Project(Formation rock, int period)
    {
        int opened = study.Periods[period].From;
        double life = Value("life.storage"), years = End - opened;
        double capital = (rock.Development.Value + rock.Construction.Value) * Math.Pow(1 - Value("learning.storage"), opened - Start);
        double money = 0;
        for (double bought = opened; bought < End - 1e-9; bought += life)
        {
            money += capital * At(bought);
            money -= bought + life > End ? capital * (bought + life - End) / life * At(End) : 0;
        }

        for (int y = opened; y < End; y++)
        {
            money += ((rock.Injection.Value / life) + rock.FixedOm.Value) * Mid(y);
        }

        return (money + (rock.AfterCare.Value * Math.Min(1, years / life) * At(opened + life))) / 1e6;
    }

    /// <summary>M$ for each Mt/y that a formation takes through a period.</summary>
    public double Injecting(Formation rock, int period) =>
        study.Periods[period].CalendarYears.Sum(y => Mid(y) * (rock.VariableOm.Value + law.StorageFeeIn(rock.State, y).Real.Value));

    /// <summary>M$ for each Mt/y that a use takes through a period: less its price, plus the largest credit lost there by any unit.</summary>
    public double Using(CarbonUse use, int period) =>
        study.Periods[period].CalendarYears.Sum(y => Mid(y) * (Lost(y) - (use.PriceKnown ? use.Price.Value : 0)));

    public double Demand(CarbonUse use, int period) =>
        study.Periods[period].CalendarYears.Sum(y => use.DemandByYear.GetValueOrDefault(y).Value) / study.Periods[period].Length / 1e6;

    public bool MayOpen(Formation rock, int period) =>
        study.Periods[period].From - Start >= law.PermittingLead(rock.State).Value + Value("build-years.storage") - 1e-9;

    private IEnumerable<UnitRun> Runs(CaptureCost cost, double capacity, double share, bool air, bool power, string process, string life)
    {
        for (int first = 0; first < PeriodCount; first++)
        {
            CreditWindow credit = law.CreditFor(air, power, study.Periods[first].FirstDay, new Years(Value("build-years.capture")));
            bool paid = credit.WhyNone is null && capacity >= credit.LeastPerYear.Value && !(credit.LeastDesignShare is { } design && share < design.Value);
            int ends = !paid ? -1 : Enumerable.Range(0, PeriodCount).Last(t => study.Periods[t].From <= credit.DedicatedByYear.Keys.Max());
            foreach (int last in paid && ends < PeriodCount - 1 ? [PeriodCount - 1, ends] : new[] { PeriodCount - 1 })
            {
                double[] tonne = new double[PeriodCount], least = new double[PeriodCount];
                for (int t = first; t <= last; t++)
                {
                    tonne[t] = study.Periods[t].CalendarYears.Sum(y => Mid(y) * (Variable(cost) - (paid ? credit.DedicatedByYear.GetValueOrDefault(y).Value : 0) - Price(t)));
                    least[t] = paid && study.Periods[t].CalendarYears.Any(credit.DedicatedByYear.ContainsKey) ? credit.LeastPerYear.Value / 1e6 : 0;
                }

                yield return new UnitRun(first, last, Standing(cost, first, last, process, Value(life)), tonne, least);
            }
        }
    }

    /// <summary>Capital bought and bought again while the unit runs, what is left at the horizon, and fixed cost each year.</summary>
    private double Standing(CaptureCost cost, int first, int last, string process, double life)
    {
        int from = study.Periods[first].From, to = study.Periods[last].To + 1;
        double capital = cost.Capex.Value * Math.Pow(1 - Value($"learning.{process}"), from - Start), money = 0;
        for (double bought = from; bought < to - 1e-9; bought += life)
        {
            money += capital * At(bought);
            money -= to == End && bought + life > End ? capital * (bought + life - End) / life * At(End) : 0;
        }

        for (int y = from; y < to; y++)
        {
            money += cost.FixedOm.Value * Mid(y);
        }

        return money / 1e6;
    }

    private double Lost(int year) => Enumerable.Range(0, PeriodCount).Max(v =>
        law.CreditFor(false, false, study.Periods[v].FirstDay, new Years(Value("build-years.capture"))).UseShortfallByYear.GetValueOrDefault(year).Value);

    private double Variable(CaptureCost cost) =>
        cost.VariableOm.Value + (cost.ElectricityMwhPerTonne * Value("price.electricity")) + (cost.HeatGjPerTonne * Value("price.heat"));

    private double Price(int period) => study.Goal is Goal.CarbonPrice price ? price.Prices[period].Value : 0;

    private double Value(string parameter) => data.Parameter(parameter).Value;

    private double Mids(int period) => study.Periods[period].CalendarYears.Sum(Mid);

    private double Mid(int year) => At(year + 0.5);

    private double At(double year) => Math.Pow(1 + study.DiscountRate.Value, Start - year);
}
