using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>
/// The same captures and flows, with every pipe bought again: in each period just what its flow lacks. What the difference costs is what laying wide pipes early saves on
/// these flows; a builder who may not oversize could choose other flows, so it is the most that the ban costs, not the least.
/// </summary>
internal static class OwnPeriodPipes
{
    /// <summary>Less than this many t/y is rounding.</summary>
    private const double Trace = 0.01;

    public static DesignSolution Of(PlanningCase planning, DesignSolution foresight) => new()
    {
        Option = foresight.Option,
        Supplied = foresight.Supplied,
        Flow = foresight.Flow,
        Bought = [.. foresight.Bought.Select((bought, e) => planning.Edges[e].IsFree ? bought : Resized(planning, e, bought, foresight.Flow[e]))],
        Modules = foresight.Modules,
        Absorbed = foresight.Absorbed,
    };

    private static Purchase?[] Resized(PlanningCase planning, int e, Purchase?[] before, double[] flow)
    {
        var bought = new Purchase?[before.Length];
        double laid = planning.Edges[e].Existing;
        foreach (int t in planning.PeriodIndices)
        {
            double lacking = Math.Abs(flow[t]) - laid;
            if (lacking <= Trace)
            {
                continue;
            }

            // A step beyond the largest pipe of one period cannot be bought at once; what was planned then stands.
            bought[t] = Cheapest(planning, t, lacking) ?? before[t];
            laid += bought[t]?.Capacity ?? 0;
        }

        return bought;
    }

    private static Purchase? Cheapest(PlanningCase planning, int period, double capacity) =>
        Enumerable.Range(0, planning.Trends.Count)
            .Where(c => planning.Trends[c].Source.Capacity.Value >= capacity)
            .OrderBy(c => planning.Trends[c].Fixed[period] + (planning.Trends[c].Slope[period] * capacity))
            .Select(c => (Purchase?)new Purchase(c, capacity)).FirstOrDefault();
}
