using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>At least a given share of the capital at work in capture is at work in disadvantaged communities.</summary>
/// <remarks>docs/formulation.md#community-share</remarks>
public sealed class CommunityShare : IRule
{
    internal const string RuleName = "community-share";

    /// <summary>The rule is one row over the whole plan.</summary>
    internal const string RowName = $"{RuleName}[capital-at-work]";

    public string Name => RuleName;

    /// <summary>Capital that stands behind each tonne a year, $ per t/y: overnight, real, before learning, so that a tonne counts alike whenever its unit started.</summary>
    public static double CapitalBehind(CaptureCost cost, TonnesPerYear capacity)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return cost.Capex.Value / capacity.Value;
    }

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x)
    {
        if (planning.Communities is { } shares)
        {
            Dictionary<(int Supply, int Period), double> missing = Terms(planning, shares).ToDictionary(t => (t.Supply, t.Period), t => t.Short);
            yield return new Row(
                RowName,
                [
                    .. from t in planning.PeriodIndices
                       from c in x.CapturedIn(t)
                       where missing.ContainsKey((c.Supply, t))
                       select new Term(missing[(c.Supply, t)], c.Column),
                ],
                Sense.AtMost,
                0);
        }
    }

    public IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        if (audited.Communities is { } shares)
        {
            (double there, double all, double trace) = AtWork(audited);
            if (there + trace < shares.LeastShare * all)
            {
                yield return new Violation(
                    Name, "the whole plan", $"{there:0} of {all:0} $·y of capital are at work in disadvantaged communities, below the share of {shares.LeastShare:0.####}");
            }
        }
    }

    /// <summary>What falls short of the share for each t/y that a supply captures through a period, in $·y; negative where it helps. Terms of nothing are left out.</summary>
    internal static IEnumerable<(int Supply, int Period, double Short)> Terms(PlanningCase planning, CommunityShares shares) =>
        from i in Enumerable.Range(0, planning.Supplies.Count)
        let supply = planning.Supplies[i]
        let weight = supply.Site is { } site ? shares.WeightOf(site) : shares.WeightOf(supply.Dac!)
        let amount = (shares.LeastShare - weight) * CapitalBehind(supply.Cost, supply.Capacity)
        where amount != 0
        from t in planning.PeriodIndices
        select (i, t, amount * planning.Periods[t].Length);

    /// <summary>Capital at work over a plan: in disadvantaged communities, everywhere, and what rounding of the rates can make of it.</summary>
    private static (double There, double All, double Trace) AtWork(AuditedPlan audited)
    {
        double there = 0, all = 0, most = 0;
        foreach (PlannedCapture capture in audited.Plan.Captures.Where(c => audited.CostOf(c) is not null))
        {
            double behind = CapitalBehind(audited.CostOf(capture)!, capture.Capacity);
            double atWork = behind * audited.PeriodIndices.Sum(t => capture.Rate[t].Value * audited.Periods[t].Length);
            there += audited.CommunityWeight(capture) * atWork;
            all += atWork;
            most = Math.Max(most, behind);
        }

        return (there, all, audited.Slack * most * audited.Periods.Sum(p => p.Length));
    }
}
