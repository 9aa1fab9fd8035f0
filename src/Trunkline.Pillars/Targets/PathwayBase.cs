using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The region's sites in the base year.</summary>
internal sealed class PathwayBase
{
    private readonly Plan plan;
    private readonly HashSet<string> power;

    public PathwayBase(PillarInput input)
    {
        plan = input.Plan;
        List<Site> sites = [.. input.Dataset.Sites.Where(s => input.Study.Region.Contains(s.State, s.Place))];
        power = [.. sites.Where(IsPower).Select(s => s.Id)];
        FossilMt = sites.Sum(s => s.FossilCo2.Megatonnes);
        BiogenicMt = sites.Sum(s => s.BiogenicCo2.Megatonnes);
        PowerMt = sites.Where(s => power.Contains(s.Id)).Sum(s => s.FossilCo2.Megatonnes);
        Sectors =
        [
            .. sites.GroupBy(s => s.Sector).Select(g => new SectorBase(g.Key, g.Count(), g.Sum(s => s.FossilCo2.Megatonnes), g.Sum(s => s.BiogenicCo2.Megatonnes)))
                .OrderByDescending(s => s.FossilMt).ThenBy(s => s.Sector, StringComparer.Ordinal),
        ];
    }

    public double FossilMt { get; }

    public double BiogenicMt { get; }

    /// <summary>Fossil CO2 of power plants.</summary>
    public double PowerMt { get; }

    public IReadOnlyList<SectorBase> Sectors { get; }

    /// <summary>Fossil CO2 captured at power plants, Mt a year.</summary>
    public double CapturedAtPower(int period) =>
        plan.Captures.Where(c => c.Track == "pointSource" && power.Contains(c.SiteId)).Sum(c => c.Rate[period].Megatonnes);

    /// <summary>A plant whose sector is power; an industrial site with a boiler that generates is not one.</summary>
    private static bool IsPower(Site site) => site.Sector == "power" || site.Sector.StartsWith("power-", StringComparison.Ordinal);
}
