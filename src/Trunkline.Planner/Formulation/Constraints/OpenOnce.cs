using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>A unit opens once; it stays to the end, or stops after the period in which its credit ends, and never restarts.</summary>
/// <remarks>docs/formulation.md#open-once</remarks>
public sealed class OpenOnce : IRule
{
    public string Name => "open-once";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from i in Enumerable.Range(0, planning.Supplies.Count)
        select new Row(
            $"{Name}[{planning.Supplies[i].Id}]",
            [.. Enumerable.Range(0, planning.Supplies[i].Options.Count).Select(o => new Term(1, x.Open(i, o)))],
            Sense.AtMost,
            1);

    public IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        foreach (var twice in audited.Plan.Captures.GroupBy(c => c.StreamId).Where(g => g.Count() > 1))
        {
            yield return new Violation(Name, twice.Key, $"opens {twice.Count()} times");
        }

        foreach (PlannedCapture capture in audited.Plan.Captures)
        {
            if (capture.LastPeriod != audited.LastPeriod && capture.LastPeriod != audited.LastPeriodWithCredit(capture))
            {
                yield return new Violation(Name, capture.StreamId, "stops although its credit does not end then");
            }

            if (audited.PeriodIndices.Any(t => (t < capture.FirstPeriod || t > capture.LastPeriod) && capture.Rate[t].Value > audited.Slack))
            {
                yield return new Violation(Name, capture.StreamId, "captures outside its run");
            }
        }
    }
}
