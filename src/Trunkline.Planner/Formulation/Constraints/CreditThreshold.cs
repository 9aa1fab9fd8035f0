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

    /// <summary>The law decides in which years a credit is paid, not what the plan says it was paid.</summary>
    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from capture in audited.Plan.Captures
        let credit = audited.CreditOf(capture)
        where credit is not null
        from t in audited.PeriodIndices
        where t >= capture.FirstPeriod && t <= capture.LastPeriod && credit.YearsWithin(audited.Periods[t]) > 0
        where capture.Rate[t].Value < credit.LeastPerYear.Value - audited.Slack
        select new Violation(Name, $"{capture.StreamId}, {audited.Periods[t]}", $"is in its credit years with {capture.Rate[t]}, less than {credit.LeastPerYear}");
}
