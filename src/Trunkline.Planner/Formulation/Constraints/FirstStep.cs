using Trunkline.Domain;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>What has been decided for the first periods is built as decided, and nothing else is begun in them.</summary>
/// <remarks>docs/formulation.md#first-step</remarks>
public sealed class FirstStep : IRule
{
    internal const string RuleName = "first-step";

    public string Name => RuleName;

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        planning.Study.Limits.FirstStep is { } decided ? [.. Units(planning, x, decided), .. Pipes(planning, x, decided), .. Projects(planning, x, decided)] : [];

    public IEnumerable<Violation> Audit(AuditedPlan audited)
    {
        if (audited.Study.Limits.FirstStep is not { } decided)
        {
            return [];
        }

        var built = FirstStepBuild.Of(audited.Plan, decided.Periods);
        return
        [
            .. Differences(audited, Units(decided), Units(built), 0, "units"),
            .. Differences(audited, Pipes(decided), Pipes(built), audited.Slack, "t/y of pipe"),
            .. Differences(audited, Projects(decided), Projects(built), 0, "projects"),
        ];
    }

    /// <summary>Ids in what has been decided that the case does not know.</summary>
    internal static IEnumerable<Problem> Unknown(PlanningCase planning)
    {
        if (planning.Study.Limits.FirstStep is not { } decided)
        {
            return [];
        }

        HashSet<string> known =
        [
            .. planning.Supplies.Select(s => s.Id), .. planning.Edges.Where(e => !e.IsFree).Select(e => e.Id),
            .. planning.Sinks.Where(s => s.IsDedicated).Select(s => s.Id), .. planning.Trends.Select(t => t.Source.Id),
        ];
        return decided.Captures.Select(c => c.Stream).Concat(decided.Pipes.SelectMany(p => new[] { p.Corridor, p.Trend })).Concat(decided.Projects.Select(p => p.Formation))
            .Where(id => !known.Contains(id)).Distinct().Order(StringComparer.Ordinal)
            .Select(id => new Problem($"study {planning.Study.Id} /limits/firstStep", $"'{id}' takes no part in this study.", "Name streams, corridors, formations and pipe cost lines of the study."));
    }

    private static IEnumerable<Row> Units(PlanningCase planning, Decisions x, FirstStepBuild decided)
    {
        Dictionary<(string, int), double> starts = Units(decided);
        return from i in Enumerable.Range(0, planning.Supplies.Count)
               from run in planning.Supplies[i].Options.Index().Where(o => o.Item.First < decided.Periods).GroupBy(o => o.Item.First, o => o.Index)
               select new Row(
                   RowName(planning.Supplies[i].Id, x.Year(run.Key)),
                   [.. run.Select(o => new Term(1, x.Open(i, o)))],
                   Sense.Equal,
                   starts.GetValueOrDefault((planning.Supplies[i].Id, run.Key)));
    }

    private static IEnumerable<Row> Pipes(PlanningCase planning, Decisions x, FirstStepBuild decided)
    {
        foreach ((int e, int c, int v) in Purchases(planning, decided.Periods))
        {
            FirstPipe? bought = decided.Pipes.FirstOrDefault(p => p.Corridor == planning.Edges[e].Id && p.Trend == planning.Trends[c].Source.Id && p.Period == v);
            string name = $"{planning.Edges[e].Id},{planning.Trends[c].Source.Id}";
            yield return new Row(RowName(name, x.Year(v)), [new Term(1, x.Built(e, c, v))], Sense.Equal, bought is null ? 0 : 1);
            if (bought is not null)
            {
                yield return new Row(RowName($"{name},size", x.Year(v)), [new Term(1, x.Size(e, c, v))], Sense.Equal, bought.TonnesPerYear);
            }
        }
    }

    private static IEnumerable<(int Edge, int Trend, int Period)> Purchases(PlanningCase planning, int periods) =>
        from e in Enumerable.Range(0, planning.Edges.Count)
        where !planning.Edges[e].IsFree
        from c in Enumerable.Range(0, planning.Trends.Count)
        from v in Enumerable.Range(0, periods)
        select (e, c, v);

    private static IEnumerable<Row> Projects(PlanningCase planning, Decisions x, FirstStepBuild decided)
    {
        Dictionary<(string, int), double> opened = Projects(decided);
        return from j in Enumerable.Range(0, planning.Sinks.Count)
               where planning.Sinks[j].IsDedicated
               from v in Enumerable.Range(0, decided.Periods)
               select new Row(
                   RowName(planning.Sinks[j].Id, x.Year(v)), [new Term(1, x.Projects(j, v))], Sense.Equal, opened.GetValueOrDefault((planning.Sinks[j].Id, v)));
    }

    private static Dictionary<(string, int), double> Units(FirstStepBuild step) => step.Captures.GroupBy(c => (c.Stream, c.Period)).ToDictionary(g => g.Key, g => (double)g.Count());

    private static Dictionary<(string, int), double> Pipes(FirstStepBuild step) =>
        step.Pipes.GroupBy(p => ($"{p.Corridor},{p.Trend}", p.Period)).ToDictionary(g => g.Key, g => g.Sum(p => p.TonnesPerYear));

    private static Dictionary<(string, int), double> Projects(FirstStepBuild step) =>
        step.Projects.GroupBy(p => (p.Formation, p.Period)).ToDictionary(g => g.Key, g => (double)g.Sum(p => p.Count));

    private static IEnumerable<Violation> Differences(
        AuditedPlan audited, Dictionary<(string Id, int Period), double> decided, Dictionary<(string Id, int Period), double> built, double slack, string what) =>
        from place in decided.Keys.Union(built.Keys)
        let wanted = decided.GetValueOrDefault(place)
        let found = built.GetValueOrDefault(place)
        where Math.Abs(wanted - found) > slack
        select new Violation(RuleName, $"{place.Id} {audited.Periods[place.Period]}", $"has {found:0.###} {what} where {wanted:0.###} were decided");

    private static string RowName(string what, int year) => $"{RuleName}[{what},{year}]";
}
