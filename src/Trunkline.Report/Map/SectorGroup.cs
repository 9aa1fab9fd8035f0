using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>
/// Sectors that share a colour: as many as the eye tells apart. Colours are those of Okabe and Ito, safe for the common kinds of
/// colour blindness; the style sheet holds them under <c>g-</c> and the key.
/// </summary>
public sealed record SectorGroup(string Key, Bilingual Name, IReadOnlyList<string> Sectors)
{
    public static readonly SectorGroup Power = new("power", new("Power plants", "发电"), ["power-coal", "power-gas", "power-mixed"]);
    public static readonly SectorGroup CementLime = new("cement", new("Cement and lime", "水泥与石灰"), ["cement", "lime"]);
    public static readonly SectorGroup Metals = new("metals", new("Iron, steel and metals", "钢铁与金属"), ["steel", "aluminium", "metals"]);
    public static readonly SectorGroup Refining = new("refining", new("Refining and petrochemicals", "炼油与石化"), ["refining", "petrochemicals"]);
    public static readonly SectorGroup Hydrogen = new("hydrogen", new("Hydrogen and ammonia", "制氢与合成氨"), ["hydrogen", "ammonia"]);
    public static readonly SectorGroup Biomass = new("biomass", new("Ethanol, paper and biomass", "乙醇、造纸与生物质"), ["ethanol", "pulp-paper", "power-biomass"]);
    public static readonly SectorGroup Gas = new("gas", new("Gas processing and oil fields", "天然气净化与油气田"), ["gas-processing", "gas-transport", "oil-gas", "lng"]);
    public static readonly SectorGroup Other = new("other", new("Other industry", "其他工业"), []);
    public static readonly SectorGroup Dac = new("dac", new("Direct air capture", "直接空气捕集"), ["dac"]);

    /// <summary>In the order of stacks and legends.</summary>
    public static IReadOnlyList<SectorGroup> All { get; } = [Power, CementLime, Metals, Refining, Hydrogen, Biomass, Gas, Other, Dac];

    public static SectorGroup OfSector(string sector) => All.FirstOrDefault(group => group.Sectors.Contains(sector)) ?? Other;

    /// <summary>Direct air capture is told by its track, whatever its site's sector is called.</summary>
    public static SectorGroup Of(PlannedCapture capture) => capture.Track == "dac" ? Dac : OfSector(capture.Sector);
}
