using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// Candidate places for direct air capture: on top of the cheapest storage of each state that has some, then next-cheapest ones. No other siting (wind, land,
/// water) is looked at.
/// </summary>
internal static class DacTable
{
    private const int MostSites = 36;
    private const int MostPerState = 3;
    private const double LeastRate = 1e6;

    public static IReadOnlyList<DacSite> Sites(
        IReadOnlyList<(Formation Formation, double EiaUsdPerTonne)> formations, CitedFigures figures, Func<GeoPoint, bool> isBuildable)
    {
        var ranked = formations
            .Where(f => f.Formation.ProjectRate.Value * f.Formation.MaxProjects >= LeastRate && isBuildable(f.Formation.Centre))
            .GroupBy(f => f.Formation.State)
            .SelectMany(g => g.OrderBy(f => f.EiaUsdPerTonne).Take(MostPerState).Select((f, rank) => (f.Formation, f.EiaUsdPerTonne, rank)))
            .OrderBy(f => f.rank).ThenBy(f => f.EiaUsdPerTonne).ThenBy(f => f.Formation.Id, StringComparer.Ordinal);
        return [.. ranked.Take(MostSites).Select(f => One(f.Formation, figures)).OrderBy(d => d.Id, StringComparer.Ordinal)];
    }

    private static DacSite One(Formation formation, CitedFigures figures)
    {
        double rate = figures["dac.train-rate"];
        CaptureCost cost = new(
            new Usd(figures["dac.capex"] * rate),
            new UsdPerYear(figures["dac.fixed-om"] * rate),
            new UsdPerTonne(figures["dac.variable-om"]),
            figures["dac.electricity"],
            0,
            figures.Raw("dac.capex").Source,
            figures.Raw("dac.capex").Confidence);
        return new DacSite(
            $"dac-{formation.Id}", $"Air capture at {formation.Name}", formation.State, formation.Centre, new TonnesPerYear(rate), (int)figures["dac.max-trains"], cost);
    }
}
