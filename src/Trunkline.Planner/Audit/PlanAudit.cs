using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Checks a finished plan without a solver: every rule, and its money worked out again year by year.</summary>
public static class PlanAudit
{
    private const double MoneySlack = 1e-6;

    /// <summary>Rules broken and money that does not agree; passed where there is neither.</summary>
    public static PlanAuditResult Of(AuditedPlan audited)
    {
        ArgumentNullException.ThrowIfNull(audited);
        List<Violation> violations = [.. Strangers(audited)];
        if (violations.Count > 0)
        {
            return new PlanAuditResult(false, violations, default, default);
        }

        violations.AddRange(Rules.All.SelectMany(rule => rule.Audit(audited)));
        Dictionary<string, double> money = Rules.Costs.ToDictionary(c => c.Name, c => Present(audited, c));
        PlanTotals totals = audited.Plan.Totals;
        double cost = money["capture-costs"] + money["dac-costs"] + money["transport-costs"] + money["storage-costs"];
        double net = money.Values.Sum();
        violations.AddRange(Compare("capture-costs", totals.Capture, money["capture-costs"], cost));
        violations.AddRange(Compare("dac-costs", totals.Dac, money["dac-costs"], cost));
        violations.AddRange(Compare("transport-costs", totals.Transport, money["transport-costs"], cost));
        violations.AddRange(Compare("storage-costs", totals.Storage, money["storage-costs"], cost));
        violations.AddRange(Compare("carbon-credits", totals.CreditsDiscounted, -money["carbon-credits"], cost));
        violations.AddRange(Compare("price-income", totals.PriceIncome, -money["price-income"], cost));
        violations.AddRange(Compare("cost", totals.Cost, cost, cost));
        violations.AddRange(Compare("net", totals.Net, net, cost));
        return new PlanAuditResult(violations.Count == 0, violations, new Usd(cost), new Usd(net));
    }

    private static double Present(AuditedPlan audited, ICost cost) =>
        cost.Payments(audited).Sum(p => p.Amount / Math.Pow(1 + audited.Study.DiscountRate.Value, p.After));

    private static IEnumerable<Violation> Compare(string name, Usd stated, double recomputed, double scale)
    {
        if (Math.Abs(stated.Value - recomputed) > MoneySlack * Math.Max(1e6, Math.Abs(scale)))
        {
            yield return new Violation(name, "totals", $"the plan says {stated}, its decisions cost {new Usd(recomputed)}");
        }
    }

    /// <summary>Things the dataset has never heard of, which no rule could judge.</summary>
    private static IEnumerable<Violation> Strangers(AuditedPlan audited) =>
        audited.Plan.Captures.Where(c => audited.CostOf(c) is null).Select(c => new Violation("capture-within-stream", c.StreamId, "has no known cost in the dataset"))
            .Concat(audited.Plan.Storages.Where(s => audited.FormationOf(s) is null && audited.UseOf(s) is null)
                .Select(s => new Violation("injection-rate", s.SinkId, "is not in the dataset")))
            .Concat(audited.Plan.Pipes.SelectMany(p => p.Trend.Where(t => t is not null && audited.TrendCapacity(t) == 0)
                .Select(t => new Violation("pipe-size", p.EdgeId, $"trend '{t}' is not in the dataset"))));
}
