using Trunkline.Atlas;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>At least a given share of what is invested in capture goes to disadvantaged communities.</summary>
/// <remarks>docs/formulation.md#community-share</remarks>
public sealed class CommunityShare : IRule
{
    internal const string RuleName = "community-share";

    /// <summary>The rule is one row over the whole plan.</summary>
    internal const string RowName = $"{RuleName}[investment]";

    /// <summary>A thousand dollars are rounding.</summary>
    private const double Trace = 1000;

    public string Name => RuleName;

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x)
    {
        if (planning.Communities is { } shares)
        {
            Dictionary<(int Supply, int Period), double> missing = Terms(planning, shares).ToDictionary(t => (t.Supply, t.Period), t => t.Short);
            yield return new Row(
                RowName,
                [
                    .. from i in Enumerable.Range(0, planning.Supplies.Count)
                       from o in Enumerable.Range(0, planning.Supplies[i].Options.Count)
                       where missing.ContainsKey((i, planning.Supplies[i].Options[o].First))
                       select new Term(missing[(i, planning.Supplies[i].Options[o].First)], x.Open(i, o)),
                ],
                Sense.AtMost,
                0);
        }
    }

    public IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        if (audited.Communities is { } shares)
        {
            (double there, double all) = Invested(audited);
            if (there + Trace < shares.LeastShare * all)
            {
                yield return new Violation(Name, "the whole plan", $"{there:0} of {all:0} $ go to disadvantaged communities, below the share of {shares.LeastShare:0.####}");
            }
        }
    }

    /// <summary>What falls short of the share, in $, where a supply starts in a period; negative where it helps. Terms of nothing are left out.</summary>
    internal static IEnumerable<(int Supply, int Period, double Short)> Terms(PlanningCase planning, CommunityShares shares)
    {
        var numbers = new Coefficients(planning.Dataset, planning.Periods[0].From);
        return
            from i in Enumerable.Range(0, planning.Supplies.Count)
            let supply = planning.Supplies[i]
            let weight = supply.Site is { } site ? shares.WeightOf(site) : shares.WeightOf(supply.Dac!)
            from v in planning.PeriodIndices
            let amount = (shares.LeastShare - weight) * Capital(supply.Cost, supply.Stream?.Process ?? "dac", planning.Periods[v].From, numbers)
            where amount != 0
            select (i, v, amount);
    }

    /// <summary>What a unit costs to build in a year: overnight, real, learning included; renewals are not counted again.</summary>
    private static double Capital(CaptureCost cost, string process, int year, Coefficients numbers) => cost.Capex.Value * numbers.Learned(process, year);

    /// <summary>What a plan invests in capture: in disadvantaged communities, and everywhere.</summary>
    private static (double There, double All) Invested(AuditedPlan audited)
    {
        double there = 0, all = 0;
        foreach (PlannedCapture capture in audited.Plan.Captures.Where(c => audited.CostOf(c) is not null))
        {
            double capital = Capital(audited.CostOf(capture)!, audited.ProcessOf(capture), audited.Periods[capture.FirstPeriod].From, audited.Numbers);
            there += audited.CommunityWeight(capture) * capital;
            all += capital;
        }

        return (there, all);
    }
}
