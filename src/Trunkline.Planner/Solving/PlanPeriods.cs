using Trunkline.Domain;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>The figures of each period: means over the period, and real money summed over it.</summary>
internal sealed class PlanPeriods(
    PlanningCase planning, DesignSolution solution, PeriodMoney money, IReadOnlyList<PlannedCapture> captures, IReadOnlyList<PlannedPipe> pipes)
{
    /// <summary>Mt/y are kept to the thousandth of a tonne; what is beyond is rounding of sums.</summary>
    private const int Decimals = 9;

    public PlanPeriod Of(int t)
    {
        Period period = planning.Periods[t];
        double used = Sinks(t, dedicated: false);
        return new PlanPeriod(
            period.From,
            period.To,
            Captured(t, _ => true),
            Captured(t, c => c.Track == "dac"),
            Captured(t, c => c.Track == "biogenic"),
            Sinks(t, dedicated: true),
            used,
            new Usd(captures.Sum(c => c.CreditUsd[t].Value) - money.CreditLost(t)),
            new Usd(money.Units(t, isDac: false)),
            new Usd(money.Units(t, isDac: true)),
            new Usd(money.Transport(t)),
            new Usd(money.Storage(t)),
            new Usd(money.StorageFees(t)),
            pipes.Where(p => p.Bought[t].Value > 0).Sum(p => p.Length.Value),
            pipes.Where(p => p.Flow[t].Value != 0).Sum(p => p.Length.Value),
            captures.Where(c => c.Rate[t].Value > 0).Select(c => c.SiteId).Distinct().Count(),
            Energy(t, i => planning.Supplies[i].Cost.ElectricityMwhPerTonne) / 1e6,
            Energy(t, i => planning.Supplies[i].Cost.HeatGjPerTonne) / 1e6);
    }

    private double Captured(int t, Func<PlannedCapture, bool> which) => Math.Round(captures.Where(which).Sum(c => c.Rate[t].Megatonnes), Decimals);

    private double Sinks(int t, bool dedicated) =>
        Math.Round(
            Enumerable.Range(0, planning.Sinks.Count).Where(j => planning.Sinks[j].IsDedicated == dedicated).Sum(j => solution.Absorbed[j][t]) / 1e6,
            Decimals);

    private double Energy(int t, Func<int, double> perTonne) =>
        Enumerable.Range(0, planning.Supplies.Count).Where(i => solution.Option[i] >= 0).Sum(i => solution.Supplied[i][t] * perTonne(i));
}
