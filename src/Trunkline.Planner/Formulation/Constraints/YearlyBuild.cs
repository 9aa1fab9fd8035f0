using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>No more capture capacity starts in a period than can be built each year, times its years.</summary>
/// <remarks>docs/formulation.md#yearly-build</remarks>
public sealed class YearlyBuild : IRule
{
    public string Name => "yearly-build";

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from v in planning.PeriodIndices
        where planning.Study.Limits.YearlyBuild is not null
        let started = from i in Enumerable.Range(0, planning.Supplies.Count)
                      from o in Enumerable.Range(0, planning.Supplies[i].Options.Count)
                      where planning.Supplies[i].Options[o].First == v
                      select new Term(planning.Supplies[i].Capacity.Value, x.Open(i, o))
        select new Row($"{Name}[{x.Year(v)}]", [.. started], Sense.AtMost, planning.Study.Limits.YearlyBuild!.Value.Value * planning.Periods[v].Length);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from v in audited.PeriodIndices
        where audited.Study.Limits.YearlyBuild is not null
        let started = audited.Plan.Captures.Where(c => c.FirstPeriod == v).Sum(c => audited.CapacityOf(c))
        let most = audited.Study.Limits.YearlyBuild!.Value.Value * audited.Periods[v].Length
        where started > most + audited.Slack
        select new Violation(Name, audited.Periods[v].ToString(), $"starts {started:0} of at most {most:0} t/y");
}
