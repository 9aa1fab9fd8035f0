using Trunkline.Atlas;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>CO2 taken from the air is booked to dedicated storage: what dedicated storage takes covers it.</summary>
/// <remarks>docs/formulation.md#dac-dedicated</remarks>
public sealed class DacDedicated : IRule
{
    public string Name => "dac-dedicated";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from t in planning.PeriodIndices
        let fromAir = x.CapturedIn(t).Where(c => planning.Supplies[c.Supply].Track == Track.Dac).Select(c => new Term(1, c.Column)).ToList()
        where fromAir.Count > 0
        let dedicated = Enumerable.Range(0, planning.Sinks.Count).Where(j => planning.Sinks[j].IsDedicated).Select(j => new Term(-1, x.Injected(j, t)))
        select new Row($"{Name}[{x.Year(t)}]", [.. fromAir, .. dedicated], Sense.AtMost, 0);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from t in audited.PeriodIndices
        let fromAir = audited.Plan.Captures.Where(c => c.Track == "dac").Sum(c => c.Rate[t].Value)
        let dedicated = audited.Plan.Storages.Where(s => audited.FormationOf(s) is not null).Sum(s => s.Rate[t].Value)
        where fromAir > dedicated + audited.Slack
        select new Violation(Name, audited.Periods[t].ToString(), $"takes {fromAir:0} t/y from the air, dedicated storage takes {dedicated:0}");
}
