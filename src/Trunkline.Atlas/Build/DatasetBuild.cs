using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// Builds the national dataset from public files: the contiguous United States, 2023 dollars. The same raw files give the same bytes. Either every raw file and
/// column is there and all is written, or the problems come back and nothing is.
/// </summary>
public static class DatasetBuild
{
    /// <summary>The dollars that all money is converted to.</summary>
    public const int DollarYear = 2023;

    private const double AreaTolerance = 0.02;
    private const string StatesFile = "states.geojson";
    private const string NationFile = "nation.geojson";
    private const string CountiesFile = "county_outlines.geojson";
    private const string PeopleFile = "people.asc";
    private const double CountyTolerance = 0.005;
    private const int CountyDecimals = 3;

    private static readonly Bilingual Title = new("United States, contiguous: CO2 sources, storage, pipelines and terrain", "美国本土：CO2 排放源、封存、管道与地形");

    /// <summary>Reads the raw files of one folder and writes the dataset into another.</summary>
    /// <param name="fromFolder">Holds <c>ghgrp/</c>, <c>nems_ccats/</c> and so on.</param>
    /// <param name="outFolder">Made where it does not exist; files that are not part of the dataset are left alone.</param>
    public static Checked<BuildReport> Run(string fromFolder, string outFolder)
    {
        RawFolder raw = new(fromFolder);
        IReadOnlyList<Problem> problems = raw.Problems();
        if (problems.Count > 0)
        {
            return Checked<BuildReport>.Wrong([.. problems]);
        }

        CitedFigures figures = new(DollarYear);
        List<Doubt> doubts = [];
        IReadOnlyList<County> counties = CountyFinder.Read(raw);
        SiteTable sites = new(raw, figures, counties, doubts);
        Dataset data = Assemble(raw, figures, counties, sites, doubts, outFolder);
        Dictionary<string, string> files = new(DatasetText.Files(data, Title))
        {
            [StatesFile] = States(raw),
            [NationFile] = Nation(raw),
            [CountiesFile] = CountyOutlines(raw),
            [PeopleFile] = PeopleGrid.Write(raw, data.Surface!, counties),
            ["notes.json"] = CitedFigures.Text("notes.json"),
            ["SOURCES.md"] = SourcesText.Write(raw),
        };
        return Write(outFolder, files, sites);
    }

    private static Dataset Assemble(
        RawFolder raw, CitedFigures figures, IReadOnlyList<County> counties, SiteTable sites, List<Doubt> doubts, string outFolder)
    {
        CostSurface surface = SurfaceCrop.Read(raw, figures, doubts);
        SurfaceGrid grid = new(surface);
        var formations = FormationTable.Formations(raw, figures);
        IReadOnlyList<PipeSize> sizes = PipeCosts.Sizes(figures);
        IReadOnlyList<CarbonUse> uses = UseTable.Uses(raw, doubts);
        IReadOnlyList<Corridor> pipelines = CorridorTables.Co2Pipelines(raw, doubts), rightsOfWay = CorridorTables.RightsOfWay(raw, doubts);
        return new Dataset(
            outFolder,
            string.Empty,
            DollarYear,
            [.. sites.Sites.OrderBy(s => s.Id, StringComparer.Ordinal)],
            [.. sites.Streams.OrderBy(s => s.Id, StringComparer.Ordinal)],
            [.. formations.Select(f => f.Formation)],
            uses,
            DacTable.Sites(formations, figures, place => grid.IsPassable(grid.CellAt(place))),
            PipeCosts.Trends(sizes),
            sizes,
            pipelines,
            rightsOfWay,
            ParameterTable.Parameters(figures),
            counties,
            [.. doubts.OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal)],
            SourcesText.Credits,
            surface,
            Network: null);
    }

    // States keep common borders: each shared arc is thinned once.
    private static string States(RawFolder raw)
    {
        Dictionary<string, Outline> outlines = Topology.Read(raw.Bytes(RawFolder.States), "states", AreaTolerance).ToDictionary(o => o.Id);
        return GeoJsonText.Areas(ContiguousStates.All.Select(s => (s.Code, s.Name, outlines[s.Fips].Rings.AsEnumerable())));
    }

    private static string CountyOutlines(RawFolder raw) => GeoJsonText.Areas(
        PeopleGrid.Outlines(raw, CountyTolerance).Select(o => (o.Id, o.Name, o.Rings.AsEnumerable())), CountyDecimals);

    private static string Nation(RawFolder raw)
    {
        Outline nation = Topology.Read(raw.Bytes(RawFolder.Nation), "nation", AreaTolerance).Single();
        return GeoJsonText.Areas([("US", "United States, contiguous", nation.Rings.Where(IsContiguous))]);
    }

    private static bool IsContiguous(IReadOnlyList<GeoPoint> ring) => ring.All(p => p.Longitude is > -126 and < -66 && p.Latitude is > 24 and < 50);

    // Into a folder beside first: a failure half-way leaves the old dataset whole.
    private static Checked<BuildReport> Write(string outFolder, Dictionary<string, string> files, SiteTable sites)
    {
        string staging = Path.TrimEndingDirectorySeparator(outFolder) + ".new";
        Directory.CreateDirectory(staging);
        foreach ((string file, string text) in files)
        {
            File.WriteAllBytes(Path.Combine(staging, file), Encoding.UTF8.GetBytes(text));
        }

        Checked<Dataset> read = DatasetReader.Read(staging);
        if (!read.IsRight)
        {
            Directory.Delete(staging, recursive: true);
            return Checked<BuildReport>.Wrong([.. read.Problems]);
        }

        Directory.CreateDirectory(outFolder);
        foreach (string file in files.Keys)
        {
            File.Move(Path.Combine(staging, file), Path.Combine(outFolder, file), overwrite: true);
        }

        Directory.Delete(staging, recursive: true);
        return Checked<BuildReport>.Right(new BuildReport(
            read.Value with { Folder = outFolder },
            [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, (long)Encoding.UTF8.GetByteCount(f.Value)))],
            sites.Facilities.Count(f => f.Co2 >= SiteTable.LeastCo2),
            new TonnesPerYear(sites.Facilities.Sum(f => f.FossilCo2)),
            new TonnesPerYear(sites.Facilities.Sum(f => f.BiogenicCo2))));
    }
}
