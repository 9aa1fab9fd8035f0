namespace Trunkline.Planner;

/// <summary>A first build that is tried against every future.</summary>
/// <param name="FromScenario">Whose plan begins so; 0 for the middle future.</param>
/// <param name="Share">Weight of the scenarios that may be seen and whose plans begin the same things.</param>
public sealed record FirstBuild(int FromScenario, double Share, FirstStepBuild Step);

/// <summary>Which first builds are worth trying: what the middle plan begins, and what plans of the scenarios begin most often. Held-out scenarios are not looked at.</summary>
public static class FirstBuilds
{
    /// <summary>The middle future's first, where it has a plan; then the others by how often they come up.</summary>
    /// <param name="own">Results with everything open, by scenario.</param>
    public static IReadOnlyList<FirstBuild> Of(Sweep sweep, IReadOnlyList<Scenario> scenarios, IReadOnlyDictionary<int, ScenarioResult> own)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ArgumentNullException.ThrowIfNull(own);
        if (sweep.Decision is not { } choice)
        {
            return [];
        }

        Scenario[] seen = [.. scenarios.Where(s => !s.HeldOut && own.TryGetValue(s.Number, out ScenarioResult? r) && r.FirstStep is not null)];
        double all = Math.Max(seen.Sum(s => s.Weight), double.Epsilon);
        FirstStepBuild? middle = own.GetValueOrDefault(Scenario.Middle)?.FirstStep;
        var kinds = seen.GroupBy(s => Kind(own[s.Number].FirstStep!), StringComparer.Ordinal)
            .Select(g => (g.Key, Share: g.Sum(s => s.Weight) / all, Widest: g.OrderByDescending(s => Width(own[s.Number].FirstStep!)).ThenBy(s => s.Number).First()))
            .OrderByDescending(g => g.Share).ThenBy(g => g.Widest.Number).ToList();
        string? middles = middle is null ? null : Kind(middle);
        FirstBuild[] first = middle is null ? [] : [new FirstBuild(Scenario.Middle, kinds.Where(k => k.Key == middles).Sum(k => k.Share), middle)];
        return
        [
            .. first,
            .. kinds.Where(k => k.Key != middles).Take(choice.Candidates - first.Length).Select(k => new FirstBuild(k.Widest.Number, k.Share, own[k.Widest.Number].FirstStep!)),
        ];
    }

    /// <summary>What is begun and when; how wide pipes are is not part of it: of builds that differ in that alone the widest is tried.</summary>
    private static string Kind(FirstStepBuild step) => string.Join('\n',
    [
        .. step.Captures.Select(c => $"{c.Period} {c.Stream}").Order(StringComparer.Ordinal),
        .. step.Pipes.Select(p => $"{p.Period} {p.Corridor}").Order(StringComparer.Ordinal),
        .. step.Projects.Select(p => $"{p.Period} {p.Formation} {p.Count}").Order(StringComparer.Ordinal),
    ]);

    private static double Width(FirstStepBuild step) => step.Pipes.Sum(p => p.TonnesPerYear);
}
