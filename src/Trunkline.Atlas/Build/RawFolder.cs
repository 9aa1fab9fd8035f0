using System.Globalization;
using System.Security.Cryptography;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>One raw row by column name. Blank, <c>confidential</c>, <c>#N/A</c>, <c>Unavailable</c> and <c>-999</c> are all missing.</summary>
internal sealed class RawRow(IReadOnlyDictionary<string, string> cells)
{
    private static readonly HashSet<string> Missing = new(StringComparer.OrdinalIgnoreCase) { string.Empty, "confidential", "#N/A", "Unavailable", "-999" };

    /// <summary>The cell, or null where it is missing.</summary>
    public string? Text(string column) => cells.TryGetValue(column, out string? cell) && !Missing.Contains(cell) ? cell : null;

    /// <summary>The number, or null where it is missing.</summary>
    /// <exception cref="FormatException">The cell holds something that is neither missing nor a number.</exception>
    public double? Number(string column) => Text(column) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    /// <summary>The number, where missing means that nothing was reported.</summary>
    public double NumberOrNone(string column) => Number(column) ?? 0;
}

/// <summary>The public files that the national dataset is built from, as they lie in one folder. Reads, hashes, and says what is missing.</summary>
internal sealed class RawFolder(string folder)
{
    private const string Ccats = "nems_ccats/models/ccats/input/preprocessor/";

    public const string Emitters = "ghgrp/ghgrp_2023_direct_point_emitters.csv";
    public const string Ethanol = "industry/eia_ethanol_plants.csv";
    public const string EiaCapture = Ccats + "co2_facilities/co2_facility_lookup.csv";
    public const string EiaStorage = Ccats + "storage/storage_formations_lookup.csv";
    public const string EiaDemand = Ccats + "demand/hsm_on_co2inj_play.csv";
    public const string EiaNodes = "nems_ccats/nodes.csv";
    public const string Co2Pipelines = "pipelines/co2_pipelines_netl.geojson";
    public const string GasPipelines = "pipelines/gem_gas_pipelines_us_2022.geojson";
    public const string Surface = "cost_surface/cost_10km_aea.asc";
    public const string Counties = "communities/communities_county.csv";
    public const string Places = "communities/us_places_geonames.csv";
    public const string CountyShapes = "geo/counties-10m.json";
    public const string States = "geo/states-10m.json";
    public const string Nation = "geo/nation-10m.json";

    /// <summary>Every file needed and, for tables, the columns that are read.</summary>
    public static readonly IReadOnlyList<(string File, string[] Columns)> Needed =
    [
        (Emitters, ["Facility Id", "Facility Name", "City", "State", "County", "Latitude", "Longitude", "Primary NAICS Code", "Industry Type (subparts)", .. GhgrpFile.Read]),
        (Ethanol, ["objectid", "company", "site", "state", "capacity_mmgal_y", "lat", "lon"]),
        (EiaCapture, ["facility_id", "facility_type", "co2_volume", "co2_cost_inv_2018$", "co2_cost_om_2018$", "source"]),
        (EiaStorage, FormationTable.Read),
        (EiaDemand, ["play", "2026", "2050"]),
        (EiaNodes, ["id", "type", "state", "lat", "lon"]),
        (Co2Pipelines, []),
        (GasPipelines, []),
        (Surface, []),
        (Counties, ["fips", "county", "state", "lat", "lon", "pop_2022", "svi_overall_percentile"]),
        (Places, ["population", "lat", "lon"]),
        (CountyShapes, []),
        (States, []),
        (Nation, []),
    ];

    /// <summary>Missing files and columns, all at once.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        List<Problem> problems = [];
        foreach ((string file, string[] columns) in Needed)
        {
            if (!File.Exists(PathOf(file)))
            {
                problems.Add(new Problem(PathOf(file), "the raw file is missing.", "Give --from the folder of public data that holds it; see SOURCES.md for where it comes from."));
            }
            else if (columns.Length > 0)
            {
                string[] header = CsvText.Records(PathOf(file)).First().Cells;
                problems.AddRange(columns.Where(c => !header.Contains(c)).Select(c =>
                    new Problem($"{PathOf(file)}:1:{c}", "the column is missing.", "Use the edition named in SOURCES.md.")));
            }
        }

        return problems;
    }

    public IEnumerable<RawRow> Rows(string file)
    {
        string[]? header = null;
        foreach ((_, string[] cells) in CsvText.Records(PathOf(file)))
        {
            if (header is null)
            {
                header = cells;
                continue;
            }

            yield return new RawRow(header.Zip(cells).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second));
        }
    }

    public string Text(string file) => File.ReadAllText(PathOf(file));

    public byte[] Bytes(string file) => File.ReadAllBytes(PathOf(file));

    /// <summary>SHA-256 of a raw file, lower-case hex.</summary>
    public string Hash(string file) => Convert.ToHexStringLower(SHA256.HashData(Bytes(file)));

    private string PathOf(string file) => Path.Combine(folder, file);
}
