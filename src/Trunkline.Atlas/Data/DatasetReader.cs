using System.Security.Cryptography;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Reads a dataset folder in the project's own schema (<see cref="DatasetSchema"/>, docs/dataset.md), strictly: a dataset with nothing wrong in it, or
/// every problem at once, each with file, row and column, what is wrong and how to mend it.
/// </summary>
public static class DatasetReader
{
    /// <summary>The dataset in a folder. Only <c>dataset.json</c> must be there; the list of an absent table is empty.</summary>
    public static Checked<Dataset> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Checked<Dataset>.Wrong([new Problem(folder, "the folder does not exist.", "Name a folder that holds dataset.json and its tables.")]);
        }

        List<Problem> problems = [];
        DatasetDescription? description = DatasetDescription.Read(folder, problems);
        Dataset dataset = Tables(folder, description?.DollarYear ?? 0, problems);
        problems.AddRange(DatasetReferences.Check(dataset));
        return Checked<Dataset>.From(dataset, problems);
    }

    private static Dataset Tables(string folder, int dollarYear, List<Problem> problems) => new(
        folder,
        HashOf(folder),
        dollarYear,
        TableFile.Read(folder, DatasetSchema.Sites, problems, Site),
        TableFile.Read(folder, DatasetSchema.Streams, problems, Stream),
        TableFile.Read(folder, DatasetSchema.Formations, problems, Formation),
        Uses(folder, problems),
        TableFile.Read(folder, DatasetSchema.Dac, problems, Dac),
        TableFile.Read(folder, DatasetSchema.PipeTrends, problems, Trend),
        TableFile.Read(folder, DatasetSchema.PipeSizes, problems, Size),
        CorridorFile.Read(folder, DatasetSchema.ExistingPipelinesFile, problems),
        CorridorFile.Read(folder, DatasetSchema.RightsOfWayFile, problems),
        TableFile.Read(folder, DatasetSchema.Parameters, problems, Parameter),
        TableFile.Read(folder, DatasetSchema.Counties, problems, County),
        TableFile.Read(folder, DatasetSchema.Doubtful, problems, Doubt),
        TableFile.Read(folder, DatasetSchema.Credits, problems, Credit),
        SurfaceFile.Read(folder, problems),
        ReadyNetwork.Read(folder, problems))
    {
        Notes = NotesFile.Read(folder, problems),
        CountyCommunities = TableFile.Read(folder, DatasetSchema.CountyCommunities, problems, Community),
        CountyOutlines = CountyOutline.Beside(folder, problems),
    };

    private static string HashOf(string folder)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in DatasetSchema.Files.Where(f => File.Exists(Path.Combine(folder, f))))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(folder, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Site Site(TableRow row) => new(
        row.Text("site_id"),
        row.Text("name"),
        row.Text("state"),
        row.OptionalText("county_fips"),
        row.Place(),
        row.Text("sector"),
        new TonnesPerYear(row.Number("fossil_co2_t_per_year")),
        new TonnesPerYear(row.Number("biogenic_co2_t_per_year")));

    private static CaptureStream Stream(TableRow row) => new(
        row.Text("stream_id"),
        row.Text("site_id"),
        row.Text("process"),
        row.Choice("track", null, ("point-source", Track.PointSource), ("biogenic", Track.Biogenic)),
        row.Flag("is_power"),
        new TonnesPerYear(row.Number("co2_t_per_year")),
        new Fraction(row.Number("capture_rate", 0, 1)),
        row.OptionalText("capex_usd") is null ? NoCost(row) : Cost(row));

    private static CaptureCost? NoCost(TableRow row)
    {
        foreach (string column in new[] { "fixed_om_usd_per_year", "variable_om_usd_per_t", "electricity_mwh_per_t", "heat_gj_per_t" })
        {
            if (row.OptionalText(column) is not null)
            {
                row.Wrong(column, "a cost is given but capex_usd is empty.", "Write every cost column (0 where a cost is truly none), or leave all empty.");
            }
        }

        return null;
    }

    private static CaptureCost Cost(TableRow row) => new(
        new Usd(row.Number("capex_usd")),
        new UsdPerYear(row.Number("fixed_om_usd_per_year")),
        new UsdPerTonne(row.Number("variable_om_usd_per_t")),
        row.Number("electricity_mwh_per_t"),
        row.Number("heat_gj_per_t"),
        row.OptionalText("cost_source") ?? string.Empty,
        row.Confidence("cost_confidence"));

    private static Formation Formation(TableRow row) => new(
        row.Text("formation_id"),
        row.Text("name"),
        row.Text("state"),
        row.OptionalText("basin") ?? string.Empty,
        row.Place(),
        row.Number("area_km2"),
        new TonnesPerYear(row.Number("project_rate_t_per_year", double.Epsilon)),
        new Tonnes(row.Number("project_capacity_t", double.Epsilon)),
        row.Whole("max_projects"),
        row.OptionalNumber("wells_per_project") ?? 1,
        new Usd(row.Number("development_usd")),
        new Usd(row.Number("construction_usd")),
        new Usd(row.Number("injection_usd")),
        new Usd(row.Number("after_care_usd")),
        new UsdPerYear(row.Number("fixed_om_usd_per_year")),
        new UsdPerTonne(row.Number("variable_om_usd_per_t")),
        row.OptionalText("source") ?? string.Empty,
        row.Confidence("confidence"));

    private static List<CarbonUse> Uses(string folder, List<Problem> problems)
    {
        List<(string Use, int Year, TonnesPerYear Demand)> demand = TableFile.Read(folder, DatasetSchema.UseDemand, problems, row =>
            (row.Text("use_id"), row.Whole("year", 1900, 2200), new TonnesPerYear(row.Number("demand_t_per_year"))));
        List<CarbonUse> uses = TableFile.Read(folder, DatasetSchema.Uses, problems, row => Use(row, demand));
        foreach (var twice in demand.GroupBy(d => (d.Use, d.Year)).Where(g => g.Count() > 1))
        {
            problems.Add(new Problem(DatasetSchema.UseDemand.File, $"{twice.Key.Use} has two rows for {twice.Key.Year}.", "Keep one."));
        }

        foreach (string id in demand.Select(d => d.Use).Distinct().Where(id => uses.All(u => u.Id != id)))
        {
            problems.Add(new Problem(DatasetSchema.UseDemand.File, $"'{id}' is not in {DatasetSchema.Uses.File}.", "Add the use or remove its demand."));
        }

        return uses;
    }

    private static CarbonUse Use(TableRow row, IEnumerable<(string Use, int Year, TonnesPerYear Demand)> demand)
    {
        string id = row.Text("use_id");
        double? price = row.OptionalNumber("price_usd_per_t", -1000);
        return new CarbonUse(
            id,
            row.Text("name"),
            row.Text("state"),
            row.Place(),
            Kind(row),
            demand.Where(d => d.Use == id).DistinctBy(d => d.Year).ToDictionary(d => d.Year, d => d.Demand),
            price is not null,
            new UsdPerTonne(price ?? 0),
            row.OptionalText("source") ?? string.Empty,
            row.Confidence("confidence"));
    }

    private static string Kind(TableRow row)
    {
        string kind = row.Text("kind");
        if (kind != "eor" && !(kind.StartsWith("export-", StringComparison.Ordinal) && kind.Length > "export-".Length))
        {
            row.Wrong("kind", $"'{kind}' is not known.", "Write eor, or export- and the jurisdiction in which the CO2 is stored, for example export-no.");
        }

        return kind;
    }

    private static DacSite Dac(TableRow row) => new(
        row.Text("dac_id"),
        row.Text("name"),
        row.Text("state"),
        row.Place(),
        new TonnesPerYear(row.Number("train_rate_t_per_year", double.Epsilon)),
        row.Whole("max_trains"),
        Cost(row));

    private static PipeTrend Trend(TableRow row) => new(
        row.Text("trend_id"),
        new TonnesPerYear(row.Number("capacity_t_per_year", double.Epsilon)),
        row.Number("fixed_usd_per_km"),
        row.Number("slope_usd_per_km_per_t_per_year"),
        row.OptionalText("source") ?? string.Empty,
        row.Confidence("confidence"));

    private static PipeSize Size(TableRow row) =>
        new(row.Number("nominal_inches", double.Epsilon), new TonnesPerYear(row.Number("capacity_t_per_year", double.Epsilon)), row.Number("usd_per_km"));

    private static Parameter Parameter(TableRow row) => new(
        row.Text("parameter_id"),
        row.Number("value", double.MinValue),
        row.Text("unit"),
        row.OptionalText("source") ?? string.Empty,
        row.Confidence("confidence"));

    private static County County(TableRow row) => new(
        row.Text("fips"),
        row.Text("name"),
        row.Text("state"),
        row.Place(),
        row.OptionalNumber("population"),
        row.OptionalNumber("svi_percentile", 0, 1));

    private static CountyCommunity Community(TableRow row) => new(
        row.Text("fips"),
        row.Whole("tracts"),
        row.Whole("disadvantaged_tracts"),
        row.Number("population"),
        row.Number("disadvantaged_population"),
        row.OptionalText("source") ?? string.Empty,
        row.Confidence("confidence"));

    private static Doubt Doubt(TableRow row) =>
        new(row.Text("table"), row.Text("id"), row.Text("kind"), row.Text("detail"), row.Text("action"));

    private static Credit Credit(TableRow row) =>
        new(row.Text("credit_id"), row.Text("text"), row.Text("licence"), row.Flag("show_on_map"));
}
