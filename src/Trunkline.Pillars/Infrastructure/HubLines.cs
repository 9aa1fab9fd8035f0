using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The pipes of a plan as hubs use them: who sends through each, where it ends, what it costs.</summary>
internal sealed class HubLines
{
    /// <summary>Less than this many t/y is rounding.</summary>
    private const double Trace = 1;

    private readonly Plan plan;
    private readonly PlanMoney money;
    private readonly double[][] discountedTo;

    /// <param name="clusters">Which hub each sink belongs to.</param>
    public HubLines(Plan plan, PlanMoney money, PlanFlows flows, int[] clusters, int hubs)
    {
        (this.plan, this.money) = (plan, money);
        IsTrunk = [.. Enumerable.Range(0, plan.Pipes.Count).Select(p => SitesThrough(plan, flows, p) > 1)];
        discountedTo = [.. Enumerable.Range(0, plan.Pipes.Count).Select(p => Discounted(flows, p, clusters, hubs))];
    }

    /// <summary>True where two or more sites use the pipe in some period.</summary>
    public bool[] IsTrunk { get; }

    /// <summary>Pipes that carry anything for a hub.</summary>
    public IEnumerable<int> Of(int hub) => Enumerable.Range(0, plan.Pipes.Count).Where(p => discountedTo[p][hub] > Trace);

    /// <summary>A hub's part of a pipe's cost, by its discounted tonnes.</summary>
    public double Share(int pipe, int hub)
    {
        double all = discountedTo[pipe].Sum();
        return all > 0 ? discountedTo[pipe][hub] / all : 0;
    }

    /// <summary>Discounted tonne-kilometres that a hub sends through a pipe.</summary>
    public double TonneKm(int pipe, int hub) => discountedTo[pipe][hub] * plan.Pipes[pipe].Length.Value;

    /// <summary>t/y that a pipe can carry in a period.</summary>
    public double Capacity(int pipe, int period) =>
        plan.Pipes[pipe].ExistingCapacity.Value + plan.Pipes[pipe].Bought.Take(period + 1).Sum(b => b.Value);

    /// <summary>Most sites that use a pipe at once.</summary>
    public static int SitesThrough(Plan plan, PlanFlows flows, int pipe) => Enumerable.Range(0, plan.Periods.Count).Max(t =>
        flows.Through(pipe, t).Where(f => f.Rate > Trace).Select(f => plan.Captures[f.Capture].SiteId).Distinct().Count());

    private double[] Discounted(PlanFlows flows, int pipe, int[] clusters, int hubs)
    {
        double[] tonnes = new double[hubs];
        for (int t = 0; t < plan.Periods.Count; t++)
        {
            foreach ((int storage, double rate) in flows.Ending(pipe, t))
            {
                tonnes[clusters[storage]] += rate * money.Annuity(t);
            }
        }

        return tonnes;
    }
}
