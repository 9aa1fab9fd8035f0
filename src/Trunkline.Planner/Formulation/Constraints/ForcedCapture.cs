using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>On every site that the study forces a unit is built, and what is built there captures in full while it runs.</summary>
/// <remarks>docs/formulation.md#forced-capture</remarks>
public sealed class ForcedCapture : IRule
{
    internal const string RuleName = "forced-capture";

    public string Name => RuleName;

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x)
    {
        foreach (IGrouping<string, int> forced in Units(planning))
        {
            double smallest = forced.Min(i => planning.Supplies[i].Capacity.Value);
            yield return new Row(
                RowName(forced.Key),
                [.. from i in forced from o in Options(planning, i) select new Term(planning.Supplies[i].Capacity.Value, x.Open(i, o))],
                Sense.AtLeast,
                smallest);
            foreach (Row full in forced.SelectMany(i => InFull(planning, x, i)))
            {
                yield return full;
            }
        }
    }

    public IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        foreach (string id in audited.Study.Limits.Forced.Order(StringComparer.Ordinal))
        {
            PlannedCapture[] there = [.. audited.Plan.Captures.Where(c => c.SiteId == id)];
            if (there.Length == 0)
            {
                yield return new Violation(Name, id, "must capture and has no unit");
            }

            foreach (PlannedCapture capture in there)
            {
                for (int t = capture.FirstPeriod; t <= capture.LastPeriod; t++)
                {
                    double full = audited.CapacityOf(capture), captured = capture.Rate[t].Value;
                    if (captured + audited.Slack < full)
                    {
                        yield return new Violation(Name, $"{capture.StreamId} {audited.Periods[t]}", $"captures {captured:0} of {full:0} t/y on a site that must capture");
                    }
                }
            }
        }
    }

    /// <summary>What the row of a site is called.</summary>
    internal static string RowName(string place) => $"{RuleName}[{place}]";

    /// <summary>The units of each forced site, by its id.</summary>
    internal static IEnumerable<IGrouping<string, int>> Units(PlanningCase planning) =>
        Enumerable.Range(0, planning.Supplies.Count).Where(i => planning.MustCapture(planning.Supplies[i])).GroupBy(i => planning.Supplies[i].PlaceId);

    private static IEnumerable<Row> InFull(PlanningCase planning, Decisions x, int i) =>
        from o in Options(planning, i)
        from t in planning.PeriodIndices
        where planning.Supplies[i].Options[o].RunsIn(t)
        select new Row(
            $"{RuleName}[{planning.Supplies[i].Id},{x.Year(planning.Supplies[i].Options[o].First)},{x.Year(planning.Supplies[i].Options[o].Last)},{x.Year(t)}]",
            [new Term(1, x.Captured(i, o, t)), new Term(-planning.Supplies[i].Capacity.Value, x.Open(i, o))],
            Sense.AtLeast,
            0);

    private static IEnumerable<int> Options(PlanningCase planning, int i) => Enumerable.Range(0, planning.Supplies[i].Options.Count);
}
