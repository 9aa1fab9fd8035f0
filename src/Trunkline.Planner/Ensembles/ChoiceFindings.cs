using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>How a first build does over a set of futures. Null where it leads to no plan in some of them.</summary>
/// <param name="Futures">How many there are.</param>
/// <param name="Failed">In how many it leads to no plan.</param>
/// <param name="Mean">Expected net.</param>
/// <param name="Tail">Mean net of the worst futures (CVaR).</param>
/// <param name="MostRegret">Most that it costs above the best that could have been done in a future.</param>
public sealed record BuildScore(int Futures, int Failed, double? Mean, double? Tail, double? MostRegret);

/// <summary>A first build with how it does in the futures that may be seen and in those that are held out.</summary>
/// <param name="Index">0 for the middle future's where it has one.</param>
public sealed record TriedBuild(int Index, FirstBuild Build, bool IsMiddle, BuildScore Seen, BuildScore HeldOut);

/// <summary>A first build chosen on the futures that may be seen, against the middle future's on those that are held out; differences are its figures less the middle's.</summary>
/// <param name="Criterion"><c>expected</c>, <c>cvar</c> or <c>regret</c>.</param>
/// <param name="Build">Index of the chosen one; 0 may be chosen too.</param>
/// <param name="MeanError">Standard error of the mean difference.</param>
/// <param name="Better">Share of the held-out futures in which it is better.</param>
public sealed record RobustChoice(string Criterion, int Build, double? Mean, double? MeanError, double? Tail, double? MostRegret, double? Better);

/// <summary>What it would be worth to know one thing before deciding; of futures that were seen, so rather too much.</summary>
public sealed record Knowing(string Name, Bilingual Title, double Worth);

/// <summary>What should change the decision: where one thing turns out so, another first build is better than the one of least expected net.</summary>
/// <param name="Saving">Mean over the seen futures where it is so.</param>
/// <param name="HeldOutSaving">The same where they are held out; null where there is none, or one of the two has no plan.</param>
public sealed record Signpost(string Name, Bilingual Title, Bilingual Where, int Build, double Saving, double? HeldOutSaving);

/// <summary>What to build first.</summary>
/// <param name="Through">Last year of what is decided.</param>
/// <param name="PerfectInformation">What knowing the future before deciding would be worth, over all futures; null where no first build works in all of them.</param>
/// <param name="Regrets">By first build, then scenario: net less the best of that future; null where there is no plan.</param>
public sealed record ChoiceFindings(
    int Through,
    double TailShare,
    IReadOnlyList<TriedBuild> Builds,
    IReadOnlyList<RobustChoice> Choices,
    double? PerfectInformation,
    IReadOnlyList<Knowing> Knowing,
    IReadOnlyList<Signpost> Signposts,
    IReadOnlyList<int> Numbers,
    IReadOnlyList<IReadOnlyList<double?>> Regrets)
{
    /// <summary>Null where nothing was to be decided, or nothing was tried.</summary>
    public static ChoiceFindings? Of(Ensemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        return ensemble.Sweep.Decision is { } choice && ensemble.Builds.Count > 0 && ensemble.Decided.Count > 0 ? new ChoiceTable(ensemble, choice).Read() : null;
    }
}

/// <summary>First builds against futures.</summary>
internal sealed class ChoiceTable
{
    private readonly Ensemble ensemble;
    private readonly SweepChoice choice;
    private readonly IReadOnlyList<Scenario> seen;
    private readonly IReadOnlyList<Scenario> heldOut;

    public ChoiceTable(Ensemble ensemble, SweepChoice choice)
    {
        (this.ensemble, this.choice) = (ensemble, choice);
        seen = [.. ensemble.Planned.Where(s => !s.HeldOut)];
        heldOut = [.. ensemble.Planned.Where(s => s.HeldOut)];
    }

    private IEnumerable<int> Builds => Enumerable.Range(0, ensemble.Builds.Count);

    private bool HasMiddle => ensemble.Builds[0].FromScenario == Scenario.Middle;

    /// <summary>Builds that lead to a plan in every future that may be seen.</summary>
    private IReadOnlyList<int> Sound => [.. Builds.Where(b => seen.Count > 0 && seen.All(s => Net(b, s) is not null))];

    public ChoiceFindings Read()
    {
        int? best = Sound.Count > 0 ? Sound.MinBy(b => Mean(b, seen)!.Value) : null;
        return new ChoiceFindings(
            ensemble.Study.Periods[choice.Periods - 1].To,
            choice.Tail,
            [.. Builds.Select(b => new TriedBuild(b, ensemble.Builds[b], HasMiddle && b == 0, Score(b, seen), Score(b, heldOut)))],
            best is null ? [] : [Choice("expected", b => Mean(b, seen)), Choice("cvar", b => Tail(b, seen)), Choice("regret", b => MostRegret(b, seen))],
            PerfectInformation(),
            best is null ? [] : [.. Known().OrderByDescending(k => k.Worth)],
            best is { } expected ? [.. Signposts(expected).OrderByDescending(s => s.Saving)] : [],
            [.. ensemble.Planned.Select(s => s.Number)],
            [.. Builds.Select(b => (IReadOnlyList<double?>)[.. ensemble.Planned.Select(s => Regret(b, s))])]);
    }

    private double? Net(int build, Scenario s) => ensemble.Decided.TryGetValue((s.Number, build), out ScenarioResult? r) && r.IsPlanned ? r.Net : null;

    /// <summary>The least net that was found in a future: its own plan's, or that of a first build where a search went further.</summary>
    private double Best(Scenario s) => Math.Min(ensemble.Own[s.Number].Net, Builds.Min(b => Net(b, s)) ?? double.PositiveInfinity);

    private double? Regret(int build, Scenario s) => Net(build, s) - Best(s);

    /// <summary>A figure of a build in each future, or null where it leads to no plan in one, or there is none.</summary>
    private static (double Value, double Weight)[]? Figures(IReadOnlyList<Scenario> futures, Func<Scenario, double?> figure)
    {
        (double? Value, double Weight)[] all = [.. futures.Select(s => (figure(s), s.Weight))];
        return all.Length > 0 && all.All(a => a.Value is not null) ? [.. all.Select(a => (a.Value!.Value, a.Weight))] : null;
    }

    private double? Mean(int build, IReadOnlyList<Scenario> futures) => Figures(futures, s => Net(build, s)) is { } nets ? Weighted.Mean(nets) : null;

    private double? Tail(int build, IReadOnlyList<Scenario> futures) => Figures(futures, s => Net(build, s)) is { } nets ? Weighted.Tail(nets, choice.Tail) : null;

    private double? MostRegret(int build, IReadOnlyList<Scenario> futures) => Figures(futures, s => Regret(build, s))?.Max(f => f.Value);

    private BuildScore Score(int build, IReadOnlyList<Scenario> futures) =>
        new(futures.Count, futures.Count(s => Net(build, s) is null), Mean(build, futures), Tail(build, futures), MostRegret(build, futures));

    private RobustChoice Choice(string criterion, Func<int, double?> score)
    {
        int chosen = Sound.MinBy(b => score(b)!.Value);
        if (!HasMiddle)
        {
            return new RobustChoice(criterion, chosen, null, null, null, null, null);
        }

        (double Value, double Weight)[]? differences = Figures(heldOut, s => Net(chosen, s) - Net(0, s));
        return new RobustChoice(
            criterion,
            chosen,
            differences is null ? null : Weighted.Mean(differences),
            differences is { Length: > 1 } ? Error(differences) : null,
            Tail(chosen, heldOut) - Tail(0, heldOut),
            MostRegret(chosen, heldOut) - MostRegret(0, heldOut),
            differences?.Where(d => d.Value < 0).Sum(d => d.Weight) / differences?.Sum(d => d.Weight));
    }

    private static double Error((double Value, double Weight)[] figures)
    {
        double mean = Weighted.Mean(figures), all = figures.Sum(f => f.Weight);
        return Math.Sqrt(figures.Sum(f => Math.Pow(f.Weight / all * (f.Value - mean), 2)) * figures.Length / (figures.Length - 1));
    }

    private double? PerfectInformation()
    {
        double[] means = [.. Builds.Select(b => Mean(b, ensemble.Planned)).OfType<double>()];
        return means.Length > 0 ? means.Min() - Weighted.Mean([.. ensemble.Planned.Select(s => (Best(s), s.Weight))]) : null;
    }

    private IEnumerable<Knowing> Known() =>
        from grouping in Findings.Groupings(ensemble.Sweep, seen)
        let all = seen.Sum(s => s.Weight)
        let knowing = grouping.Groups.Sum(g => g.Scenarios.Sum(s => s.Weight) / all * Sound.Min(b => Mean(b, g.Scenarios)!.Value))
        select new Knowing(grouping.Name, grouping.Title, Math.Max(0, Sound.Min(b => Mean(b, seen)!.Value) - knowing));

    private IEnumerable<Signpost> Signposts(int expected) =>
        from grouping in Findings.Groupings(ensemble.Sweep, seen)
        from futures in grouping.Groups
        let better = Sound.MinBy(b => Mean(b, futures.Scenarios)!.Value)
        where better != expected
        let saving = Mean(expected, futures.Scenarios)!.Value - Mean(better, futures.Scenarios)!.Value
        where saving > 0
        let later = LikeThese(grouping.Name, futures)
        select new Signpost(grouping.Name, grouping.Title, futures.Title, better, saving, Mean(expected, later) - Mean(better, later));

    /// <summary>The held-out futures that are alike in the same thing.</summary>
    private IReadOnlyList<Scenario> LikeThese(string name, FutureGroup group)
    {
        if (name == "policy" && ensemble.Sweep.Parameters.All(p => p.Name != name))
        {
            return [.. heldOut.Where(s => s.Branch == group.Scenarios[0].Branch)];
        }

        int p = ensemble.Sweep.Parameters.ToList().FindIndex(x => x.Name == name);
        double least = group.Scenarios.Min(s => s.Values[p]), most = group.Scenarios.Max(s => s.Values[p]);
        return [.. heldOut.Where(s => s.Values[p] >= least && s.Values[p] <= most)];
    }
}
