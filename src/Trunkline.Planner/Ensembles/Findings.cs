using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>What can be read off a sweep. Money is discounted, in the study's dollars; net is cost less credits and price income, so less is better.</summary>
/// <param name="Statuses">How many scenarios ended how.</param>
/// <param name="Core">What plans build, and in what share of the futures by when; the commonest first.</param>
/// <param name="Spreads">How the figures of plans are spread.</param>
/// <param name="Tornado">What net depends on; the strongest first.</param>
/// <param name="Choice">Null where no first build was looked for, or none could be.</param>
public sealed record Findings(
    string Id,
    Bilingual Title,
    int Scenarios,
    IReadOnlyList<StatusCount> Statuses,
    int ByClock,
    IReadOnlyList<int> PeriodEnds,
    IReadOnlyList<CoreThing> Core,
    IReadOnlyList<FigureSpread> Spreads,
    IReadOnlyList<TornadoBar> Tornado,
    ChoiceFindings? Choice)
{
    private const double LowThird = 1.0 / 3, HighThird = 2.0 / 3;

    /// <summary>Everything that can be read off; futures without a plan are counted and take no part in figures.</summary>
    public static Findings Of(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return new Findings(
            ensemble.Sweep.Id,
            ensemble.Sweep.Title,
            ensemble.Scenarios.Count,
            [.. ensemble.Own.Values.GroupBy(r => r.Status).OrderBy(g => g.Key).Select(g => new StatusCount(g.Key, g.Count(), g.First().Reason))],
            ensemble.Own.Values.Count(r => r.ByClock),
            [.. ensemble.Study.Periods.Select(p => p.To)],
            [.. CoreThing.Of(ensemble)],
            [.. FigureSpread.Of(ensemble)],
            [.. Bars(ensemble).OrderByDescending(b => b.Swing)],
            ChoiceFindings.Of(ensemble));
    }

    /// <summary>Groups of futures by what is uncertain: thirds of each parameter, branches of the law.</summary>
    internal static IEnumerable<(string Name, Bilingual Title, IReadOnlyList<FutureGroup> Groups)> Groupings(Sweep sweep, IReadOnlyList<Scenario> scenarios)
    {
        foreach ((int p, UncertainParameter parameter) in sweep.Parameters.Index())
        {
            (double, double)[] values = [.. scenarios.Select(s => (s.Values[p], s.Weight))];
            double low = Weighted.Quantile(values, LowThird), high = Weighted.Quantile(values, HighThird);
            FutureGroup[] thirds =
            [
                new(new Bilingual($"at most {low:0.###}", $"不超过 {low:0.###}"), [.. scenarios.Where(s => s.Values[p] <= low)]),
                new(new Bilingual($"above {low:0.###}, at most {high:0.###}", $"高于 {low:0.###}，不超过 {high:0.###}"), [.. scenarios.Where(s => s.Values[p] > low && s.Values[p] <= high)]),
                new(new Bilingual($"above {high:0.###}", $"高于 {high:0.###}"), [.. scenarios.Where(s => s.Values[p] > high)]),
            ];
            yield return (parameter.Name, parameter.Title, [.. thirds.Where(g => g.Scenarios.Count > 0)]);
        }

        if (sweep.Branches.Count > 1)
        {
            yield return ("policy", new Bilingual("Law", "法律"),
                [.. sweep.Branches.Select((b, i) => new FutureGroup(b.Title, [.. scenarios.Where(s => s.Branch == i)])).Where(g => g.Scenarios.Count > 0)]);
        }
    }

    private static IEnumerable<TornadoBar> Bars(Ensemble ensemble)
    {
        if (ensemble.Planned.Count == 0)
        {
            return [];
        }

        return from grouping in Groupings(ensemble.Sweep, ensemble.Planned)
               where grouping.Groups.Count > 1
               let means = grouping.Groups.Select(g => (g.Title, Mean: Weighted.Mean([.. g.Scenarios.Select(s => (ensemble.Own[s.Number].Net, s.Weight))]))).ToList()
               let low = means.MinBy(m => m.Mean)
               let high = means.MaxBy(m => m.Mean)
               select new TornadoBar(grouping.Name, grouping.Title, low.Title, low.Mean, high.Title, high.Mean);
    }
}

/// <summary>Futures that are alike in one thing.</summary>
public sealed record FutureGroup(Bilingual Title, IReadOnlyList<Scenario> Scenarios);

/// <summary>How many futures ended in a way, with one reason as an example.</summary>
public sealed record StatusCount(ScenarioStatus Status, int Count, Bilingual? Example);

/// <summary>Mean net where a thing is best and where it is worst for the plan: of thirds of a parameter, or of branches.</summary>
public sealed record TornadoBar(string Name, Bilingual Title, Bilingual BestWhere, double BestNet, Bilingual WorstWhere, double WorstNet)
{
    /// <summary>How far apart they are.</summary>
    public double Swing => WorstNet - BestNet;
}

/// <summary>A plant, corridor or hub and the share of the futures in which it is begun by the end of each period.</summary>
public sealed record CoreThing(string Kind, string Id, string Name, IReadOnlyList<double> ShareBy)
{
    /// <summary>Everything that any plan builds.</summary>
    public static IEnumerable<CoreThing> Of(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        double all = ensemble.Planned.Sum(s => s.Weight);
        return from scenario in ensemble.Planned
               from thing in ensemble.Own[scenario.Number].Begun
               group (thing, scenario.Weight) by (thing.Kind, thing.Id) into same
               let shares = ensemble.Study.Periods.Select(p => same.Where(b => b.thing.From <= p.To).Sum(b => b.Weight) / all).ToArray()
               orderby shares[^1] descending, shares.Sum() descending, same.Key.Kind, same.Key.Id
               select new CoreThing(same.Key.Kind, same.Key.Id, same.First().thing.Name, shares);
    }
}

/// <summary>How one figure of plans is spread over the futures.</summary>
/// <param name="Figure"><c>net</c>, <c>cost</c>, <c>credits</c> in $; <c>gap</c> as a share; <c>captured</c>, <c>stored</c> in Mt over all periods.</param>
/// <param name="Middle">In the middle future; null where it has no plan.</param>
public sealed record FigureSpread(string Figure, double? Middle, double Mean, double Least, double P5, double P25, double P50, double P75, double P95, double Most)
{
    private static readonly (string Name, Func<ScenarioResult, double> Read)[] Figures =
    [
        ("net", r => r.Net), ("cost", r => r.Cost), ("credits", r => r.Credits), ("gap", r => r.Gap), ("captured", r => r.CapturedMt), ("stored", r => r.StoredMt),
    ];

    /// <summary>Every figure; none where no future has a plan.</summary>
    public static IEnumerable<FigureSpread> Of(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return ensemble.Planned.Count == 0 ? [] : Figures.Select(f => Of(f.Name, f.Read, ensemble));
    }

    private static FigureSpread Of(string name, Func<ScenarioResult, double> read, Ensemble ensemble)
    {
        (double Value, double Weight)[] all = [.. ensemble.Planned.Select(s => (read(ensemble.Own[s.Number]), s.Weight))];
        double at(double share) => Weighted.Quantile(all, share);
        return new FigureSpread(
            name,
            ensemble.Middle is { IsPlanned: true } middle ? read(middle) : null,
            Weighted.Mean(all),
            all.Min(a => a.Value),
            at(0.05),
            at(0.25),
            at(0.5),
            at(0.75),
            at(0.95),
            all.Max(a => a.Value));
    }
}
