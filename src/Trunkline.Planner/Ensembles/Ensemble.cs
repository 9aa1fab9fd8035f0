namespace Trunkline.Planner;

/// <summary>A sweep with what came of it.</summary>
/// <param name="Middle">Of the middle future; null where it is not done.</param>
/// <param name="Own">With everything open, by scenario; scenarios that are not done are missing.</param>
/// <param name="Builds">First builds that were tried; the middle future's first where it has a plan.</param>
/// <param name="Decided">What each first build comes to in each scenario.</param>
public sealed record Ensemble(
    Sweep Sweep,
    Study Study,
    IReadOnlyList<Scenario> Scenarios,
    ScenarioResult? Middle,
    IReadOnlyDictionary<int, ScenarioResult> Own,
    IReadOnlyList<FirstBuild> Builds,
    IReadOnlyDictionary<(int Number, int Build), ScenarioResult> Decided)
{
    /// <summary>From the results of a folder, by scenario and first build (-1 where everything is open).</summary>
    public static Ensemble Of(Sweep sweep, Study study, IReadOnlyList<Scenario> scenarios, IReadOnlyDictionary<(int Number, int Build), ScenarioResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        Dictionary<int, ScenarioResult> open = results.Where(r => r.Key.Build < 0).ToDictionary(r => r.Key.Number, r => r.Value);
        IReadOnlyList<FirstBuild> builds = FirstBuilds.Of(sweep, scenarios, open);
        return new Ensemble(
            sweep,
            study,
            scenarios,
            open.GetValueOrDefault(Scenario.Middle),
            open.Where(r => r.Key != Scenario.Middle).ToDictionary(r => r.Key, r => r.Value),
            builds,
            results.Where(r => r.Key.Build >= 0 && r.Key.Build < builds.Count).ToDictionary(r => r.Key, r => r.Value));
    }

    /// <summary>Scenarios that have a plan of their own.</summary>
    public IReadOnlyList<Scenario> Planned => [.. Scenarios.Where(s => Own.TryGetValue(s.Number, out ScenarioResult? r) && r.IsPlanned)];
}

/// <summary>Figures with weights.</summary>
public static class Weighted
{
    public static double Mean(IReadOnlyCollection<(double Value, double Weight)> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Sum(f => f.Value * f.Weight) / figures.Sum(f => f.Weight);
    }

    /// <summary>The least figure below or at which a share of the weight lies.</summary>
    public static double Quantile(IEnumerable<(double Value, double Weight)> figures, double share)
    {
        (double Value, double Weight)[] sorted = [.. figures.OrderBy(f => f.Value)];
        double wanted = share * sorted.Sum(f => f.Weight), below = 0;
        foreach ((double value, double weight) in sorted)
        {
            below += weight;
            if (below >= wanted - 1e-12)
            {
                return value;
            }
        }

        return sorted[^1].Value;
    }

    /// <summary>The mean of the highest figures that hold a share of the weight; the last counts in part.</summary>
    public static double Tail(IReadOnlyCollection<(double Value, double Weight)> figures, double share)
    {
        ArgumentNullException.ThrowIfNull(figures);
        double left = share * figures.Sum(f => f.Weight), all = left, sum = 0;
        foreach ((double value, double weight) in figures.OrderByDescending(f => f.Value))
        {
            double taken = Math.Min(left, weight);
            sum += taken * value;
            left -= taken;
        }

        return sum / all;
    }
}
