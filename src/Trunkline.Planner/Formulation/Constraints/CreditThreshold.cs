using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>While a credit is paid, the unit captures at least the least amount that the law asks for.</summary>
/// <remarks>docs/formulation.md#credit-threshold</remarks>
public sealed class CreditThreshold : IRule
{
    public string Name => "credit-threshold";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from t in planning.PeriodIndices
        from c in x.CapturedIn(t)
        let supply = planning.Supplies[c.Supply]
        let option = supply.Options[c.Option]
        where option.Minimum[t] > 0
        select new Row(
            $"{Name}[{supply.Id},{x.Year(option.First)},{x.Year(option.Last)},{x.Year(t)}]",
            [new Term(1, c.Column), new Term(-option.Minimum[t], x.Open(c.Supply, c.Option))],
            Sense.AtLeast,
            0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from capture in audited.Plan.Captures
        let least = audited.CreditOf(capture)?.LeastPerYear.Value ?? 0
        from t in audited.PeriodIndices
        where capture.CreditUsd[t].Value > 0 && capture.Rate[t].Value < least - audited.Slack
        select new Violation(Name, $"{capture.StreamId}, {audited.Periods[t]}", $"is paid a credit for {capture.Rate[t]}, less than {least:0} t/y");
}
