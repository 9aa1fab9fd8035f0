using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>Storage that is entered at common points, the lines that lead there, and those who use them.</summary>
/// <param name="Id"><c>hub-</c> and the id of the sink that takes most.</param>
/// <param name="IsShared">True where it has at least <see cref="LeastSites"/> members.</param>
/// <param name="StoredMt">All that it takes within the plan.</param>
/// <param name="Storage">Formations and uses, the largest first.</param>
/// <param name="Members">Sites that send a tenth of their CO2 there or more, the largest first.</param>
/// <param name="Periods">One a period.</param>
/// <param name="Corridors">Runs of trunk line of which it pays half or more, the largest flow first.</param>
/// <param name="Trunks">Every trunk pipe that carries anything for it, with its share of the cost.</param>
/// <param name="PipelineLaw">Ids of state records on transport in the states that it touches; what they say stands in the register.</param>
public sealed record Hub(
    string Id,
    Bilingual Name,
    bool IsShared,
    GeoPoint Place,
    double StoredMt,
    IReadOnlyList<HubStorage> Storage,
    IReadOnlyList<HubMember> Members,
    IReadOnlyList<HubPeriod> Periods,
    IReadOnlyList<HubCorridor> Corridors,
    IReadOnlyList<HubTrunk> Trunks,
    HubTariff Tariff,
    IReadOnlyList<string> PipelineLaw)
{
    /// <summary>Fewer sites than this share nothing worth the name.</summary>
    public const int LeastSites = 3;
}

/// <summary>A formation or use of a hub with its permit.</summary>
/// <param name="Projects">Opened by period; zero for a use.</param>
/// <param name="PermitBy">Authority that permits in the state; null for a use, which needs no such permit here.</param>
/// <param name="PermitMonths">What the register says the authority takes; null for a use.</param>
/// <param name="BuildYears">Years from permit to injection; null for a use.</param>
/// <param name="ReadyFrom">First year in which a project may inject; null for a use.</param>
/// <param name="ApplyBy">Day by which to apply so that the plan's first project opens in time; null where none opens.</param>
public sealed record HubStorage(
    string SinkId,
    string Name,
    string Kind,
    string State,
    IReadOnlyList<int> Projects,
    IReadOnlyList<double> MtPerYear,
    string? PermitBy,
    double? PermitMonths,
    double? BuildYears,
    int? ReadyFrom,
    DateOnly? ApplyBy);

/// <summary>A site that sends CO2 to a hub.</summary>
/// <param name="MtPerYear">What it sends there, by period.</param>
/// <param name="Share">Of all that it captures.</param>
public sealed record HubMember(string SiteId, string SiteName, string State, string Sector, IReadOnlyList<double> MtPerYear, double Share);

/// <summary>A trunk pipe of a hub.</summary>
/// <param name="Share">Of its cost, by discounted tonnes.</param>
public sealed record HubTrunk(string EdgeId, double Share);

/// <summary>A hub in a period.</summary>
/// <param name="InjectionMtPerYear">What its projects could take, and its uses' demand.</param>
/// <param name="StorageUtilisation">What it takes over what it could; null where it could take nothing.</param>
/// <param name="TrunkKm">Trunk line that lies; of a line that serves several hubs, its share.</param>
/// <param name="TrunkUtilisation">Flow over capacity on its trunk lines, weighted by those lengths; null where there is none.</param>
/// <param name="LargestInches">Widest trunk pipe laid so far of which it pays half or more; null where none.</param>
public sealed record HubPeriod(
    int From,
    int To,
    int Sites,
    double ReceivedMtPerYear,
    double InjectionMtPerYear,
    double? StorageUtilisation,
    double TrunkKm,
    double NewTrunkKm,
    double? TrunkUtilisation,
    double? LargestInches);

/// <summary>A run of trunk line: from its far end always along the larger branch.</summary>
/// <param name="FarEnd">Site at, or nearest to, the far end.</param>
/// <param name="PeakMtPerYear">Largest flow anywhere on it.</param>
/// <param name="CapexUsd">All that is laid on it, real, undiscounted.</param>
public sealed record HubCorridor(
    string Id, Bilingual Name, string FarEnd, string FarState, double Km, double PeakMtPerYear, int FirstYear, double? LargestInches, double CapexUsd, IReadOnlyList<string> EdgeIds);

/// <summary>
/// What every tonne would have to pay for the hub to recover its cost, the same for all who use it. Real dollars of the study's year; cost and tonnes both discounted at
/// <see cref="Rate"/>. A pipe that serves several hubs is charged to each by its tonnes.
/// </summary>
/// <param name="Rate">Real discount rate a year.</param>
/// <param name="TrunkUsdPerTonne">Lines that two or more sites use.</param>
/// <param name="StorageUsdPerTonne">Storage projects; negative where a use pays.</param>
/// <param name="FeesUsdPerTonne">What states charge.</param>
/// <param name="TrunkUsdPerTonneKm">The trunk part by distance.</param>
/// <param name="SpurUsdPerTonne">Lines of one site alone, which that site pays; a mean, outside the tariff.</param>
/// <param name="CostUsd">Discounted cost behind the tariff.</param>
/// <param name="SpurCostUsd">Discounted cost of the spurs.</param>
/// <param name="DiscountedMt">Discounted tonnes that pay.</param>
public sealed record HubTariff(
    double Rate,
    double UsdPerTonne,
    double TrunkUsdPerTonne,
    double StorageUsdPerTonne,
    double FeesUsdPerTonne,
    double? TrunkUsdPerTonneKm,
    double SpurUsdPerTonne,
    double CostUsd,
    double SpurCostUsd,
    double DiscountedMt);
