using Trunkline.Atlas;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>The discounted money of a solution, by kind, from the case's coefficients.</summary>
public sealed record CaseMoney(double Capture, double Dac, double Transport, double Storage, double StorageFees, double Credits, double PriceIncome)
{
    /// <summary>Gross cost.</summary>
    public double Cost => Capture + Dac + Transport + Storage + StorageFees;

    /// <summary>The objective.</summary>
    public double Net => Cost - Credits - PriceIncome;

    public static CaseMoney Of(PlanningCase planning, DesignSolution solution)
    {
        ArgumentNullException.ThrowIfNull(planning);
        ArgumentNullException.ThrowIfNull(solution);
        double capture = 0, dac = 0, credits = 0, income = 0;
        for (int i = 0; i < planning.Supplies.Count; i++)
        {
            if (solution.Option[i] < 0)
            {
                continue;
            }

            CaseOption option = planning.Supplies[i].Options[solution.Option[i]];
            double gross = option.OpeningCost + planning.PeriodIndices.Sum(t => option.UnitCost[t] * solution.Supplied[i][t]);
            (capture, dac) = planning.Supplies[i].Track == Track.Dac ? (capture, dac + gross) : (capture + gross, dac);
            credits += planning.PeriodIndices.Sum(t => option.Credit[t] * solution.Supplied[i][t]);
            income += planning.PeriodIndices.Sum(t => planning.Price[t] * solution.Supplied[i][t]);
        }

        double lost = Over(planning.Sinks.Count, j => planning.PeriodIndices.Sum(t => planning.Sinks[j].CreditLoss[t] * solution.Absorbed[j][t]));
        return new CaseMoney(capture, dac, Over(planning.Edges.Count, e => TransportOf(planning, solution, e)),
            Over(planning.Sinks.Count, j => StorageOf(planning, solution, j)),
            Over(planning.Sinks.Count, j => planning.PeriodIndices.Sum(t => planning.Sinks[j].Fee[t] * solution.Absorbed[j][t])), credits - lost, income);
    }

    private static double TransportOf(PlanningCase planning, DesignSolution solution, int e)
    {
        CaseEdge edge = planning.Edges[e];
        double perScale = 0;
        foreach (int t in planning.PeriodIndices)
        {
            perScale += planning.FlowCost[t] * Math.Abs(solution.Flow[e][t]);
            if (solution.Bought[e][t] is { } bought)
            {
                perScale += planning.Trends[bought.Trend].Fixed[t] + (planning.Trends[bought.Trend].Slope[t] * bought.Capacity);
            }
        }

        return edge.Scale * perScale;
    }

    private static double StorageOf(PlanningCase planning, DesignSolution solution, int j) =>
        planning.PeriodIndices.Sum(t =>
            (planning.Sinks[j].ProjectCost[t] * solution.Modules[j][t]) + (planning.Sinks[j].UnitCost[t] * solution.Absorbed[j][t]));

    private static double Over(int count, Func<int, double> value) => Enumerable.Range(0, count).Sum(value);
}
