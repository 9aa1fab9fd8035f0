using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>A unit captures at most its stream's CO2 times its capture rate, and only while it runs.</summary>
/// <remarks>docs/formulation.md#capture-within-stream</remarks>
public sealed class CaptureWithinStream : IRule
{
    public string Name => "capture-within-stream";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from t in planning.PeriodIndices
        from c in x.CapturedIn(t)
        let supply = planning.Supplies[c.Supply]
        select new Row(
            $"{Name}[{supply.Id},{x.Year(supply.Options[c.Option].First)},{x.Year(supply.Options[c.Option].Last)},{x.Year(t)}]",
            [new Term(1, c.Column), new Term(-supply.Capacity.Value, x.Open(c.Supply, c.Option))],
            Sense.AtMost,
            0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from capture in audited.Plan.Captures
        let most = audited.CapacityOf(capture)
        from t in audited.PeriodIndices
        where capture.Rate[t].Value > most + audited.Slack || capture.Rate[t].Value < -audited.Slack
        select new Violation(Name, $"{capture.StreamId}, {audited.Periods[t]}", $"captures {capture.Rate[t]} of at most {most:0} t/y");
}
