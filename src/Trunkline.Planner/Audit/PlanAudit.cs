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
        violations.AddRange(PeriodFigures.Audit(audited));
        violations.AddRange(ReceiptFigures.Audit(audited));
        violations.AddRange(KnownPlaces.Audit(audited, audited.Network));
        Dictionary<string, double> money = Rules.Costs.ToDictionary(c => c.Name, c => Present(audited, c));
        PlanTotals totals = audited.Plan.Totals;
        double cost = money["capture-costs"] + money["dac-costs"] + money["transport-costs"] + money["storage-costs"] + money["storage-fees"];
        double net = money.Values.Sum();
        violations.AddRange(Compare("capture-costs", totals.Capture, money["capture-costs"], cost));
        violations.AddRange(Compare("dac-costs", totals.Dac, money["dac-costs"], cost));
        violations.AddRange(Compare("transport-costs", totals.Transport, money["transport-costs"], cost));
        violations.AddRange(Compare("storage-costs", totals.Storage, money["storage-costs"], cost));
        violations.AddRange(Compare("storage-fees", totals.StorageFees, money["storage-fees"], cost));
        violations.AddRange(Compare("carbon-credits", totals.CreditsDiscounted, -money["carbon-credits"], cost));
        violations.AddRange(Compare("price-income", totals.PriceIncome, -money["price-income"], cost));
        violations.AddRange(Compare("cost", totals.Cost, cost, cost));
        violations.AddRange(Compare("net", totals.Net, net, cost));
        violations.AddRange(Proof(totals));
        return new PlanAuditResult(violations.Count == 0, violations, new Usd(cost), new Usd(net));
    }

    private static double Present(AuditedPlan audited, ICost cost) =>
        audited.PaymentsOf(cost).Sum(p => p.Amount / Math.Pow(1 + audited.Study.DiscountRate.Value, p.After));

    private static IEnumerable<Violation> Compare(string name, Usd stated, double recomputed, double scale)
    {
        // Said so that what is not a number does not pass.
        if (!(Math.Abs(stated.Value - recomputed) <= MoneySlack * Math.Max(1e6, Math.Abs(scale))))
        {
            yield return new Violation(name, "totals", $"the plan says {stated}, its decisions cost {new Usd(recomputed)}");
        }
    }

    /// <summary>The bound cannot be recomputed here, but it cannot lie above the plan either, and the gaps must follow from it.</summary>
    private static IEnumerable<Violation> Proof(PlanTotals totals)
    {
        double missing = totals.Net.Value - totals.Bound.Value;
        if (!(missing >= -MoneySlack * Math.Max(1e6, Math.Abs(totals.Cost.Value))))
        {
            yield return new Violation("bound", "totals", $"the bound {totals.Bound} lies above the plan's net {totals.Net}");
        }

        if (totals.Cost.Value > 0 && !(Math.Abs(totals.Gap - (missing / totals.Cost.Value)) <= MoneySlack))
        {
            yield return new Violation("gap", "totals", $"the plan says {totals.Gap}, its net, bound and cost give {missing / totals.Cost.Value}");
        }
    }

    /// <summary>Things the dataset has never heard of, which no rule could judge.</summary>
    private static IEnumerable<Violation> Strangers(AuditedPlan audited) =>
        audited.Plan.Captures.Where(c => audited.CostOf(c) is null).Select(c => new Violation("capture-within-stream", c.StreamId, "has no known cost in the dataset"))
            .Concat(audited.Plan.Storages.Where(s => audited.FormationOf(s) is null && audited.UseOf(s) is null)
                .Select(s => new Violation("injection-rate", s.SinkId, "is not in the dataset")))
            .Concat(audited.Plan.Pipes.SelectMany(p => audited.PeriodIndices.Where(v => p.Bought[v].Value != 0 && audited.TrendCapacity(p.Trend[v]) == 0)
                .Select(v => new Violation("pipe-size", p.EdgeId, $"trend '{p.Trend[v]}' is not in the dataset"))));
}
