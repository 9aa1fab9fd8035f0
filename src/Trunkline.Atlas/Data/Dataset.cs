using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// What stands where: one folder of CSV and GeoJSON tables in the project's own schema, for a nation or for a two-node study.
/// A table that a study does not need may be absent; then its list is empty.
/// </summary>
/// <param name="Folder">Where it was read from.</param>
/// <param name="Hash">SHA-256 over the tables' bytes in name order, lower-case hex; a plan carries it.</param>
/// <param name="DollarYear">The one year whose dollars all money columns are in.</param>
/// <param name="Network">A ready candidate network where the folder brings one (nodes.csv and edges.csv), else null: it is routed on <paramref name="Surface"/>.</param>
public sealed record Dataset(
    string Folder,
    string Hash,
    int DollarYear,
    IReadOnlyList<Site> Sites,
    IReadOnlyList<CaptureStream> Streams,
    IReadOnlyList<Formation> Formations,
    IReadOnlyList<CarbonUse> Uses,
    IReadOnlyList<DacSite> DacSites,
    IReadOnlyList<PipeTrend> PipeTrends,
    IReadOnlyList<PipeSize> PipeSizes,
    IReadOnlyList<Corridor> ExistingPipelines,
    IReadOnlyList<Corridor> RightsOfWay,
    IReadOnlyList<Parameter> Parameters,
    IReadOnlyList<County> Counties,
    IReadOnlyList<Doubt> Doubts,
    IReadOnlyList<Credit> Credits,
    CostSurface? Surface,
    CandidateNetwork? Network)
{
    /// <summary>What a reader of any figure from this dataset must know.</summary>
    public IReadOnlyList<DatasetNote> Notes { get; init; } = [];

    /// <summary>Disadvantaged communities by county; empty where the user has brought no tracts.</summary>
    public IReadOnlyList<CountyCommunity> CountyCommunities { get; init; } = [];

    /// <summary>Outlines of counties; empty where the folder brings none. They are not in the hash: they draw what <see cref="Counties"/> lists.</summary>
    public IReadOnlyList<CountyOutline> CountyOutlines { get; init; } = [];

    /// <summary>A parameter by id.</summary>
    /// <exception cref="KeyNotFoundException">The dataset has no such parameter; the message names it and the file.</exception>
    public Parameter Parameter(string id) =>
        Parameters.FirstOrDefault(p => p.Id == id)
        ?? throw new KeyNotFoundException($"{Folder}/parameters.csv has no parameter '{id}'.");
}

/// <summary>A facility that emits CO2.</summary>
/// <param name="Id">EPA facility id, or <c>eia-</c> and the EIA id for an ethanol plant that GHGRP does not list.</param>
/// <param name="Sector">One sector a facility, for charts and filters, for example <c>cement</c>.</param>
/// <param name="FossilCo2">Non-biogenic CO2 in the base year.</param>
/// <param name="BiogenicCo2">Biogenic CO2 in the base year, fermentation included.</param>
/// <param name="CountyFips">Five digits as text, or null where the county is missing.</param>
public sealed record Site(
    string Id, string Name, string State, string? CountyFips, GeoPoint Place, string Sector, TonnesPerYear FossilCo2, TonnesPerYear BiogenicCo2);

/// <summary>The kinds of CO2 that a study may allow.</summary>
public enum Track
{
    /// <summary>Fossil or process CO2 taken at the stack.</summary>
    PointSource,

    /// <summary>Biogenic CO2 taken at the stack or fermenter.</summary>
    Biogenic,

    /// <summary>CO2 taken from the air.</summary>
    Dac,
}

/// <summary>One capturable stream of a site: one process, one purity, one cost.</summary>
/// <param name="Process">Process key, for example <c>ethanol-fermentation</c>.</param>
/// <param name="IsPower">True where 45Q's electricity thresholds apply.</param>
/// <param name="Co2">CO2 in the stream before capture.</param>
/// <param name="CaptureRate">Share of the stream that a unit captures.</param>
/// <param name="Cost">Null where no figure exists: the stream is listed and not capturable, never free.</param>
public sealed record CaptureStream(
    string Id, string SiteId, string Process, Track Track, bool IsPower, TonnesPerYear Co2, Fraction CaptureRate, CaptureCost? Cost);

/// <summary>What a unit that takes the whole stream costs, in the dataset's dollar year.</summary>
/// <param name="Capex">Overnight, for the whole stream.</param>
/// <param name="FixedOm">Per year.</param>
/// <param name="VariableOm">Per tonne captured, energy not included.</param>
/// <param name="ElectricityMwhPerTonne">Per tonne captured.</param>
/// <param name="HeatGjPerTonne">Per tonne captured.</param>
/// <param name="Source">Publisher, title, table or row.</param>
public sealed record CaptureCost(
    Usd Capex, UsdPerYear FixedOm, UsdPerTonne VariableOm, double ElectricityMwhPerTonne, double HeatGjPerTonne, string Source, Confidence Confidence);

/// <summary>A saline formation: an area, reached at its nearest point, filled by whole projects.</summary>
/// <param name="AreaKm2">Area; the formation is taken as the circle of this area around <paramref name="Centre"/>.</param>
/// <param name="ProjectRate">Injection rate of one project.</param>
/// <param name="ProjectCapacity">What one project holds over its life.</param>
/// <param name="Development">Site development capital of one project.</param>
/// <param name="Construction">Construction capital of one project.</param>
/// <param name="Injection">Capital spent during injection, one project.</param>
/// <param name="AfterCare">Post-injection care and closure of one project: capital and yearly costs summed, undiscounted, paid after injection ends.</param>
/// <param name="FixedOm">Per year of injection, one project.</param>
/// <param name="VariableOm">Per tonne injected.</param>
public sealed record Formation(
    string Id,
    string Name,
    string State,
    string Basin,
    GeoPoint Centre,
    double AreaKm2,
    TonnesPerYear ProjectRate,
    Tonnes ProjectCapacity,
    int MaxProjects,
    double WellsPerProject,
    Usd Development,
    Usd Construction,
    Usd Injection,
    Usd AfterCare,
    UsdPerYear FixedOm,
    UsdPerTonne VariableOm,
    string Source,
    Confidence Confidence)
{
    /// <summary>Radius of the equal-area circle.</summary>
    public Kilometres Radius => new(Math.Sqrt(AreaKm2 / Math.PI));
}

/// <summary>A buyer of CO2 that also keeps it underground, today enhanced oil recovery.</summary>
/// <param name="Kind"><c>eor</c>, or <c>export-</c> and a jurisdiction of the register: CO2 handed over to be stored there.</param>
/// <param name="DemandByYear">Most it takes, by calendar year.</param>
/// <param name="PriceKnown">False where no price offered for CO2 is evidenced; the plan then books no revenue and says so.</param>
/// <param name="Price">Price paid per tonne where known.</param>
public sealed record CarbonUse(
    string Id, string Name, string State, GeoPoint Place, string Kind,
    IReadOnlyDictionary<int, TonnesPerYear> DemandByYear, bool PriceKnown, UsdPerTonne Price, string Source, Confidence Confidence)
{
    private const string Export = "export-";

    /// <summary>Where CO2 that is handed over is stored, as a jurisdiction of the register, for example <c>no</c>; null where it stays.</summary>
    public string? Abroad => Kind.StartsWith(Export, StringComparison.Ordinal) ? Kind[Export.Length..] : null;

    /// <summary>True where the CO2 leaves the country.</summary>
    public bool IsAbroad => Abroad is not null;
}

/// <summary>A place where direct air capture could stand, in whole trains.</summary>
public sealed record DacSite(
    string Id, string Name, string State, GeoPoint Place, TonnesPerYear TrainRate, int MaxTrains, CaptureCost TrainCost);

/// <summary>One line of the concave pipe cost: $ per km = Fixed + Slope * capacity, up to a capacity, at the reference terrain.</summary>
public sealed record PipeTrend(string Id, TonnesPerYear Capacity, double FixedUsdPerKm, double SlopeUsdPerKmPerTonnePerYear, string Source, Confidence Confidence);

/// <summary>A nominal pipe diameter and what it carries; for showing, not for deciding.</summary>
public sealed record PipeSize(double NominalInches, TonnesPerYear Capacity, double UsdPerKm);

/// <summary>A line that exists on the ground: a CO2 pipeline or a right of way.</summary>
/// <param name="Capacity">Null where unknown: the line is then a right of way and carries nothing.</param>
public sealed record Corridor(string Id, string Name, IReadOnlyList<GeoPoint> Points, Kilometres Length, TonnesPerYear? Capacity, string Source);

/// <summary>A cited number that is not tied to a place: a price, a life, a rate.</summary>
public sealed record Parameter(string Id, double Value, string Unit, string Source, Confidence Confidence);

/// <summary>A county with its people and vulnerability index (null where missing).</summary>
public sealed record County(string Fips, string Name, string State, GeoPoint Centre, double? Population, double? SviPercentile);

/// <summary>Tracts of a county and their people, and the part of both that is called disadvantaged.</summary>
public sealed record CountyCommunity(
    string Fips, int Tracts, int DisadvantagedTracts, double Population, double DisadvantagedPopulation, string Source, Confidence Confidence)
{
    /// <summary>Share of the people in disadvantaged tracts, 0 to 1; null where nobody is counted.</summary>
    public double? Share => Population > 0 ? DisadvantagedPopulation / Population : null;
}

/// <summary>Something doubtful in the public data, and what was done about it.</summary>
public sealed record Doubt(string Table, string Id, string Kind, string Detail, string Action);

/// <summary>A credit line that a licence asks to be shown wherever the data are.</summary>
public sealed record Credit(string Id, string Text, string Licence, bool ShowOnMap);
