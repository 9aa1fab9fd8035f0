namespace Trunkline.Atlas;

/// <summary>One column of a table.</summary>
/// <param name="Unit">As written for people; <c>text</c> for words and ids.</param>
/// <param name="Required">False where the column, or a cell of it, may be absent.</param>
public sealed record DatasetColumn(string Name, string Unit, string Meaning, bool Required = true);

/// <summary>One CSV table: its file, what a row is, and its columns in the order they are written.</summary>
public sealed record DatasetTable(string File, string What, IReadOnlyList<DatasetColumn> Columns);

/// <summary>The project's own schema: the tables that a dataset folder may hold. Reader, writer and document all read it from here.</summary>
public static class DatasetSchema
{
    /// <summary>The schema's edition; a reader refuses any other.</summary>
    public const int Version = 1;

    /// <summary>The one file that every dataset has.</summary>
    public const string DescriptionFile = "dataset.json";

    public const string ExistingPipelinesFile = "existing_pipelines.geojson";

    public const string RightsOfWayFile = "rights_of_way.geojson";

    public const string SurfaceFile = "cost_surface.asc";

    private static readonly DatasetColumn[] Place =
    [
        new("longitude", "degree", "WGS 84 / NAD 83, east positive"),
        new("latitude", "degree", "WGS 84 / NAD 83, north positive"),
    ];

    private static readonly DatasetColumn[] Evidence =
    [
        new("source", "text", "publisher, title, table or row", Required: false),
        new("confidence", "A, B or C", "A primary source read, B secondary source read, C not evidenced; C where absent", Required: false),
    ];

    public static readonly DatasetTable Sites = new(
        "sites.csv",
        "a facility that emits CO2",
        [
            new("site_id", "text", "EPA facility id, or eia- and the EIA number of an ethanol plant that EPA does not list"),
            new("name", "text", "facility name"),
            new("state", "text", "two-letter code"),
            new("county_fips", "text", "five digits", Required: false),
            .. Place,
            new("sector", "text", "one sector a facility"),
            new("fossil_co2_t_per_year", "t/y", "non-biogenic CO2 in the base year"),
            new("biogenic_co2_t_per_year", "t/y", "biogenic CO2 in the base year, fermentation included"),
        ]);

    public static readonly DatasetTable Streams = new(
        "streams.csv",
        "one capturable stream of a site: one process, one purity, one cost; no capex = no figure exists and the stream cannot be captured",
        [
            new("stream_id", "text", "site id, colon, process"),
            new("site_id", "text", "site in sites.csv"),
            new("process", "text", "process key, for example ethanol-fermentation"),
            new("track", "point-source, biogenic", "kind of CO2"),
            new("is_power", "true, false", "true where the electricity thresholds of 45Q apply; false where absent", Required: false),
            new("co2_t_per_year", "t/y", "CO2 in the stream before capture"),
            new("capture_rate", "share", "share of the stream that a unit captures"),
            .. CaptureCostColumns("whole stream", required: false),
        ]);

    public static readonly DatasetTable Formations = new(
        "formations.csv",
        "a saline formation: a circle of its area around its centre, filled by whole projects",
        [
            new("formation_id", "text", "stable id"),
            new("name", "text", "formation and part"),
            new("state", "text", "two-letter code of the permitting state"),
            new("basin", "text", "sedimentary basin", Required: false),
            .. Place,
            new("area_km2", "km2", "area of the formation; 0 is a point"),
            new("project_rate_t_per_year", "t/y", "injection rate of one project"),
            new("project_capacity_t", "t", "what one project holds over its life"),
            new("max_projects", "number", "most projects that fit"),
            new("wells_per_project", "number", "injection wells of one project; 1 where absent", Required: false),
            new("development_usd", "$", "site development of one project, its yearly cost over the development years included"),
            new("construction_usd", "$", "construction of one project, its yearly cost over the construction years included"),
            new("injection_usd", "$", "capital spent during injection, one project"),
            new("after_care_usd", "$", "post-injection care and closure of one project, capital and yearly costs summed, undiscounted"),
            new("fixed_om_usd_per_year", "$/y", "per year of injection, one project"),
            new("variable_om_usd_per_t", "$/t", "per tonne injected"),
            .. Evidence,
        ]);

    public static readonly DatasetTable Uses = new(
        "uses.csv",
        "a buyer of CO2 that keeps it underground",
        [
            new("use_id", "text", "stable id"),
            new("name", "text", "play"),
            new("state", "text", "two-letter code"),
            .. Place,
            new("kind", "text", "eor, or export-XX: CO2 handed over to be stored in the jurisdiction XX of the register; a price below zero is then a fee"),
            new("price_usd_per_t", "$/t", "price paid for CO2; empty = not known, no revenue is booked", Required: false),
            .. Evidence,
        ]);

    public static readonly DatasetTable UseDemand = new(
        "use_demand.csv",
        "the most a use takes in one calendar year; a year without a row is no demand",
        [
            new("use_id", "text", "use in uses.csv"),
            new("year", "year", "calendar year"),
            new("demand_t_per_year", "t/y", "most CO2 taken in that year"),
        ]);

    public static readonly DatasetTable Dac = new(
        "dac.csv",
        "a place where direct air capture could stand, in whole trains",
        [
            new("dac_id", "text", "stable id"),
            new("name", "text", "place"),
            new("state", "text", "two-letter code"),
            .. Place,
            new("train_rate_t_per_year", "t/y", "CO2 that one train captures"),
            new("max_trains", "number", "most trains"),
            .. CaptureCostColumns("one train", required: true),
        ]);

    public static readonly DatasetTable PipeTrends = new(
        "pipe_trends.csv",
        "one line of the concave pipe cost: $ per km = fixed + slope x capacity, up to its capacity, on reference terrain",
        [
            new("trend_id", "text", "stable id"),
            new("capacity_t_per_year", "t/y", "largest capacity of one pipe on this line"),
            new("fixed_usd_per_km", "$/km", "intercept"),
            new("slope_usd_per_km_per_t_per_year", "$/km per t/y", "slope"),
            .. Evidence,
        ]);

    public static readonly DatasetTable PipeSizes = new(
        "pipe_sizes.csv",
        "a nominal pipe diameter, for showing a capacity as a pipe",
        [
            new("nominal_inches", "in", "nominal diameter"),
            new("capacity_t_per_year", "t/y", "what it carries over 100 miles without a booster"),
            new("usd_per_km", "$/km", "overnight capital cost on reference terrain"),
        ]);

    public static readonly DatasetTable Parameters = new(
        "parameters.csv",
        "a cited number that is not tied to a place",
        [
            new("parameter_id", "text", "stable id"),
            new("value", "see unit", "the number"),
            new("unit", "text", "unit of the value; money in the dataset's dollar year unless it names another"),
            .. Evidence,
        ]);

    public static readonly DatasetTable Counties = new(
        "counties.csv",
        "a county and its people",
        [
            new("fips", "text", "five digits"),
            new("name", "text", "county name"),
            new("state", "text", "two-letter code"),
            .. Place,
            new("population", "persons", "residents in 2022", Required: false),
            new("svi_percentile", "share", "CDC/ATSDR Social Vulnerability Index 2022, overall percentile, 1 = most vulnerable", Required: false),
        ]);

    public static readonly DatasetTable CountyCommunities = new(
        "county_communities.csv",
        "how many people of a county live in disadvantaged tracts; made by 'trunkline data communities' from a tract file that the user brings",
        [
            new("fips", "text", "five digits"),
            new("tracts", "number", "tracts of the file in the county"),
            new("disadvantaged_tracts", "number", "those that the file calls disadvantaged"),
            new("population", "persons", "residents of the tracts"),
            new("disadvantaged_population", "persons", "residents of the disadvantaged tracts"),
            .. Evidence,
        ]);

    public static readonly DatasetTable Doubtful = new(
        "doubtful.csv",
        "something doubtful in the public data, and what was done about it",
        [
            new("table", "text", "the table it concerns"),
            new("id", "text", "row id, or the raw file's id where the row was left out"),
            new("kind", "text", "kind of doubt"),
            new("detail", "text", "what was found"),
            new("action", "text", "what was done"),
        ]);

    public static readonly DatasetTable Credits = new(
        "credits.csv",
        "a credit line that a licence asks to be shown",
        [
            new("credit_id", "text", "stable id"),
            new("text", "text", "the line to show"),
            new("licence", "text", "licence name"),
            new("show_on_map", "true, false", "true where it must stand on every map; false where absent", Required: false),
        ]);

    public static readonly DatasetTable Nodes = new(
        "nodes.csv",
        "a place of a ready candidate network",
        [
            new("node_id", "text", "stable id"),
            .. Place,
            new("hosts", "text", "ids of the sites, DAC sites and uses that stand here, separated by ;", Required: false),
        ]);

    public static readonly DatasetTable Edges = new(
        "edges.csv",
        "a corridor of a ready candidate network, undirected",
        [
            new("edge_id", "text", "stable id"),
            new("from", "text", "node id"),
            new("to", "text", "node id"),
            new("length_km", "km", "on the ground"),
            new("weighted_length_km", "km", "length times the terrain multiplier; the length where absent", Required: false),
            new("existing_t_per_year", "t/y", "what the pipe that lies here carries; none where absent", Required: false),
        ]);

    public static readonly DatasetTable StorageAccess = new(
        "storage_access.csv",
        "a node from which a formation is entered at no further length",
        [
            new("formation_id", "text", "formation in formations.csv"),
            new("node_id", "text", "node in nodes.csv"),
        ]);

    /// <summary>Every CSV table that a built dataset may hold, in the order of the document; what the user brings stands beside them.</summary>
    public static readonly IReadOnlyList<DatasetTable> Tables =
    [
        Sites, Streams, Formations, Uses, UseDemand, Dac, PipeTrends, PipeSizes, Parameters, Counties, Doubtful, Credits, Nodes, Edges, StorageAccess,
    ];

    /// <summary>Every file that belongs to the dataset and enters its hash.</summary>
    public static IEnumerable<string> Files =>
        Tables.Append(CountyCommunities).Select(t => t.File).Concat([DescriptionFile, ExistingPipelinesFile, RightsOfWayFile, SurfaceFile]).Order(StringComparer.Ordinal);

    private static DatasetColumn[] CaptureCostColumns(string per, bool required) =>
    [
        new("capex_usd", "$", $"overnight capital cost, {per}", required),
        new("fixed_om_usd_per_year", "$/y", $"yearly cost, {per}; needed where capex is given", required),
        new("variable_om_usd_per_t", "$/t", "per tonne captured, energy not included; needed where capex is given", required),
        new("electricity_mwh_per_t", "MWh/t", "per tonne captured; needed where capex is given", required),
        new("heat_gj_per_t", "GJ/t", "fuel heat per tonne captured; needed where capex is given", required),
        new("cost_source", "text", "publisher, title, table or row", Required: false),
        new("cost_confidence", "A, B or C", "C where absent", Required: false),
    ];
}
