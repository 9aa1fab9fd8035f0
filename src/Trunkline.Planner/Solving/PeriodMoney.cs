using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>Real, undiscounted spending of a period: capital in the period it is paid, salvage left out, yearly money times the years.</summary>
internal sealed class PeriodMoney
{
    private readonly PlanningCase planning;
    private readonly DesignSolution solution;
    private readonly Coefficients numbers;

    public PeriodMoney(PlanningCase planning, DesignSolution solution) =>
        (this.planning, this.solution, numbers) = (planning, solution, new Coefficients(planning.Dataset, planning.Periods[0].From));

    /// <summary>Capture or DAC units.</summary>
    public double Units(int t, bool isDac) =>
        Enumerable.Range(0, planning.Supplies.Count)
            .Where(i => solution.Option[i] >= 0 && planning.Supplies[i].Track == Track.Dac == isDac)
            .Sum(i => Unit(i, t));

    public double Transport(int t) => Enumerable.Range(0, planning.Edges.Count).Where(e => !planning.Edges[e].IsFree).Sum(e => Pipe(e, t));

    public double Storage(int t) => Enumerable.Range(0, planning.Sinks.Count).Sum(j => Sink(j, t));

    /// <summary>What states charge for tonnes stored.</summary>
    public double StorageFees(int t) => Enumerable.Range(0, planning.Sinks.Count).Sum(j => planning.Sinks[j].RealFee[t] * solution.Absorbed[j][t]);

    /// <summary>Credit lost because CO2 goes to uses.</summary>
    public double CreditLost(int t) =>
        Enumerable.Range(0, planning.Sinks.Count).Sum(j => planning.Sinks[j].RealCreditLoss[t] * solution.Absorbed[j][t]);

    private int Length(int t) => planning.Periods[t].Length;

    private double Unit(int i, int t)
    {
        CaseSupply supply = planning.Supplies[i];
        CaseOption option = supply.Options[solution.Option[i]];
        if (!option.RunsIn(t))
        {
            return 0;
        }

        double yearly = supply.Cost.FixedOm.Value + (numbers.VariableCost(supply.Cost).Value * solution.Supplied[i][t]);
        double capital = supply.Cost.Capex.Value * numbers.Learned(supply.Stream?.Process ?? "dac", planning.Periods[option.First].From);
        return (capital * Purchases(option.First, option.Last, t, numbers.LifeOf(supply.Track).Value)) + (yearly * Length(t));
    }

    private double Pipe(int e, int t)
    {
        double scale = planning.Edges[e].Scale;
        double laid = Enumerable.Range(0, t + 1).Sum(v => scale * PipeCapital(solution.Bought[e][v], v));
        double now = scale * PipeCapital(solution.Bought[e][t], t);
        double electricity = numbers.BoosterElectricity * numbers.ElectricityPrice * scale * Math.Abs(solution.Flow[e][t]);
        return now + (((laid * numbers.PipeOm) + electricity) * Length(t));
    }

    /// <summary>Overnight capital of a purchase, boosters included, per km of weighted length; zero where nothing is bought.</summary>
    public double PipeCapital(Purchase? bought, int v)
    {
        if (bought is not { } purchase)
        {
            return 0;
        }

        PipeTrend trend = planning.Trends[purchase.Trend].Source;
        return numbers.Learned("pipe", planning.Periods[v].From)
            * (trend.FixedUsdPerKm + ((trend.SlopeUsdPerKmPerTonnePerYear + numbers.BoosterCapital) * purchase.Capacity));
    }

    private double Sink(int j, int t)
    {
        CaseSink sink = planning.Sinks[j];
        if (sink.Formation is not { } formation)
        {
            return sink.Use is { PriceKnown: true } use ? -use.Price.Value * solution.Absorbed[j][t] * Length(t) : 0;
        }

        double capital = (formation.Development + formation.Construction).Value * numbers.Learned("storage", planning.Periods[t].From);
        double running = solution.Modules[j].Take(t + 1).Sum() * ((formation.Injection.Value / numbers.StorageLife.Value) + formation.FixedOm.Value);
        return (solution.Modules[j][t] * capital) + ((running + (formation.VariableOm.Value * solution.Absorbed[j][t])) * Length(t));
    }

    /// <summary>How often a unit is bought in a period: when it opens, and at the end of each life while it runs.</summary>
    private int Purchases(int first, int last, int period, double life)
    {
        double start = planning.Periods[first].From, end = planning.Periods[last].To + 1;
        int count = 0;
        for (double bought = start; bought < end - 1e-9; bought += life)
        {
            count += bought >= planning.Periods[period].From && bought < planning.Periods[period].To + 1 ? 1 : 0;
        }

        return count;
    }
}
