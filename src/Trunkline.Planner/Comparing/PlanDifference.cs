namespace Trunkline.Planner;

/// <summary>How far one plan has moved from another, thing by thing: what a map shows in colour.</summary>
/// <param name="Sites">By site id, all streams of a site together.</param>
/// <param name="Pipes">By corridor id.</param>
/// <param name="Storages">By sink id.</param>
public sealed record PlanDifference(IReadOnlyList<ThingChange> Sites, IReadOnlyList<ThingChange> Pipes, IReadOnlyList<ThingChange> Storages)
{
    /// <summary>Tonnes a year: less is the slack of a search, not a difference.</summary>
    private const double Trace = 1000;

    /// <summary>Everything that differs; both plans must have the same number of periods.</summary>
    /// <exception cref="ArgumentException">The plans have other periods.</exception>
    public static PlanDifference Of(Plan before, Plan after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!before.Periods.Select(p => (p.From, p.To)).SequenceEqual(after.Periods.Select(p => (p.From, p.To))))
        {
            throw new ArgumentException("The plans have other periods.", nameof(after));
        }

        return new PlanDifference(
            Changes(SiteRates(before), SiteRates(after)),
            Changes(PipeRates(before), PipeRates(after)),
            Changes(StorageRates(before), StorageRates(after)));
    }

    private static Dictionary<string, (string Name, double[] Rate)> SiteRates(Plan plan) => plan.Captures.GroupBy(c => c.SiteId).ToDictionary(
        g => g.Key,
        g => (g.First().SiteName, (double[])[.. plan.Periods.Select((_, t) => g.Sum(c => c.Rate[t].Value))]));

    private static Dictionary<string, (string Name, double[] Rate)> PipeRates(Plan plan) => plan.Pipes.ToDictionary(
        p => p.EdgeId, p => ($"{p.From} – {p.To}", (double[])[.. p.Flow.Select(f => Math.Abs(f.Value))]));

    private static Dictionary<string, (string Name, double[] Rate)> StorageRates(Plan plan) => plan.Storages.ToDictionary(
        s => s.SinkId, s => (s.Name, (double[])[.. s.Rate.Select(r => r.Value)]));

    private static ThingChange[] Changes(Dictionary<string, (string Name, double[] Rate)> before, Dictionary<string, (string Name, double[] Rate)> after) =>
    [
        .. from id in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
           let old = before.GetValueOrDefault(id)
           let now = after.GetValueOrDefault(id)
           let change = ThingChange.Of(id, now.Name ?? old.Name, old.Rate, now.Rate, Trace)
           where change is not null
           select change,
    ];
}

/// <summary>What happened to a thing between two plans.</summary>
public enum ThingChangeKind
{
    Added,
    Removed,
    Earlier,
    Later,
    More,
    Less,
}

/// <summary>A site, corridor or storage that does something else in another plan.</summary>
/// <param name="Before">t/y by period; null where it takes no part in the first plan.</param>
/// <param name="After">t/y by period; null where it takes no part in the second.</param>
public sealed record ThingChange(string Id, string Name, ThingChangeKind Kind, IReadOnlyList<double>? Before, IReadOnlyList<double>? After)
{
    /// <summary>Largest difference of any period, t/y.</summary>
    public double Size => Enumerable.Range(0, (Before ?? After)!.Count).Max(t => Math.Abs((After?[t] ?? 0) - (Before?[t] ?? 0)));

    internal static ThingChange? Of(string id, string name, double[]? before, double[]? after, double trace)
    {
        int was = First(before, trace), now = First(after, trace);
        ThingChangeKind? kind = (was, now) switch
        {
            (int.MaxValue, int.MaxValue) => null,
            (int.MaxValue, _) => ThingChangeKind.Added,
            (_, int.MaxValue) => ThingChangeKind.Removed,
            _ when now < was => ThingChangeKind.Earlier,
            _ when now > was => ThingChangeKind.Later,
            _ => Amount(before!, after!, trace),
        };
        return kind is { } known ? new ThingChange(id, name, known, before, after) : null;
    }

    private static ThingChangeKind? Amount(double[] before, double[] after, double trace)
    {
        double more = after.Sum() - before.Sum();
        bool differs = after.Zip(before, (a, b) => Math.Abs(a - b)).Any(d => d > trace);
        return !differs ? null : more >= 0 ? ThingChangeKind.More : ThingChangeKind.Less;
    }

    private static int First(double[]? rates, double trace)
    {
        int first = rates is null ? -1 : Array.FindIndex(rates, r => r > trace);
        return first < 0 ? int.MaxValue : first;
    }
}
