using Trunkline.Domain;
using static Trunkline.Atlas.Build.TableText;

namespace Trunkline.Atlas.Build;

/// <summary>A dataset as the text of its files. The one place that knows how many digits each column keeps.</summary>
public static class DatasetText
{
    /// <summary>File name to text, for every table that has rows.</summary>
    public static IReadOnlyDictionary<string, string> Files(Dataset data, Bilingual title)
    {
        Dictionary<string, string> files = new()
        {
            [DatasetSchema.DescriptionFile] = new DatasetDescription(DatasetSchema.Version, data.DollarYear, title, DatasetSchema.Tables).ToJson(),
        };
        AddSources(files, data);
        AddSinks(files, data);
        AddPipes(files, data);
        AddContext(files, data);
        AddNetwork(files, data.Network);
        return files;
    }

    private static void AddSources(Dictionary<string, string> files, Dataset data)
    {
        Add(files, DatasetSchema.Sites, data.Sites, s =>
            [s.Id, s.Name, s.State, s.CountyFips, .. Place(s.Place), s.Sector, Round(s.FossilCo2.Value, 1), Round(s.BiogenicCo2.Value, 1)]);
        Add(files, DatasetSchema.Streams, data.Streams, s =>
            [s.Id, s.SiteId, s.Process, TrackName(s.Track), s.IsPower, Round(s.Co2.Value, 1), s.CaptureRate.Value, .. Cost(s.Cost)]);
        Add(files, DatasetSchema.Dac, data.DacSites, d => [d.Id, d.Name, d.State, .. Place(d.Place), d.TrainRate.Value, d.MaxTrains, .. Cost(d.TrainCost)]);
    }

    private static void AddSinks(Dictionary<string, string> files, Dataset data)
    {
        Add(files, DatasetSchema.Formations, data.Formations, Formation);
        Add(files, DatasetSchema.Uses, data.Uses, u =>
            [u.Id, u.Name, u.State, .. Place(u.Place), u.Kind, u.PriceKnown ? Round(u.Price.Value, 4) : null, u.Source, u.Confidence.ToString()]);
        Add(files, DatasetSchema.UseDemand, data.Uses.SelectMany(u => u.DemandByYear.OrderBy(d => d.Key).Select(d => (u.Id, Year: d.Key, Demand: d.Value))), d =>
            [d.Id, d.Year, Round(d.Demand.Value, 1)]);
    }

    private static void AddPipes(Dictionary<string, string> files, Dataset data)
    {
        Add(files, DatasetSchema.PipeTrends, data.PipeTrends, t =>
            [t.Id, t.Capacity.Value, Round(t.FixedUsdPerKm, 6), Significant(t.SlopeUsdPerKmPerTonnePerYear, 12), t.Source, t.Confidence.ToString()]);
        Add(files, DatasetSchema.PipeSizes, data.PipeSizes, s => [s.NominalInches, s.Capacity.Value, Round(s.UsdPerKm, 6)]);
        AddText(files, DatasetSchema.ExistingPipelinesFile, data.ExistingPipelines.Count, () => GeoJsonText.Lines(data.ExistingPipelines));
        AddText(files, DatasetSchema.RightsOfWayFile, data.RightsOfWay.Count, () => GeoJsonText.Lines(data.RightsOfWay));
        AddText(files, DatasetSchema.SurfaceFile, data.Surface is null ? 0 : 1, () => SurfaceFile.Write(data.Surface!));
    }

    private static void AddContext(Dictionary<string, string> files, Dataset data)
    {
        Add(files, DatasetSchema.Parameters, data.Parameters, p => [p.Id, Significant(p.Value, 8), p.Unit, p.Source, p.Confidence.ToString()]);
        Add(files, DatasetSchema.Counties, data.Counties, c => [c.Fips, c.Name, c.State, .. Place(c.Centre), c.Population, c.SviPercentile]);
        Add(files, DatasetSchema.Doubtful, data.Doubts, d => [d.Table, d.Id, d.Kind, d.Detail, d.Action]);
        Add(files, DatasetSchema.Credits, data.Credits, c => [c.Id, c.Text, c.Licence, c.ShowOnMap]);
    }

    private static void AddNetwork(Dictionary<string, string> files, CandidateNetwork? network)
    {
        if (network is null)
        {
            return;
        }

        Add(files, DatasetSchema.Nodes, network.Nodes, n => [n.Id, .. Place(n.Place), string.Join(';', n.Hosts)]);
        Add(files, DatasetSchema.Edges, network.Edges, e =>
            [e.Id, network.Nodes[e.From].Id, network.Nodes[e.To].Id, e.Length.Value, e.WeightedLength.Value, e.ExistingCapacity.Value]);
        Add(files, DatasetSchema.StorageAccess, network.StorageAccess, a => [a.FormationId, network.Nodes[a.Node].Id]);
    }

    private static void Add<T>(Dictionary<string, string> files, DatasetTable table, IEnumerable<T> rows, Func<T, object?[]> cells)
    {
        T[] all = [.. rows];
        AddText(files, table.File, all.Length, () => Csv(table, all, cells));
    }

    private static void AddText(Dictionary<string, string> files, string file, int rows, Func<string> text)
    {
        if (rows > 0)
        {
            files.Add(file, text());
        }
    }

    private static object?[] Formation(Formation f) =>
    [
        f.Id, f.Name, f.State, f.Basin, .. Place(f.Centre), Round(f.AreaKm2, 1), Round(f.ProjectRate.Value, 1), Round(f.ProjectCapacity.Value, 0), f.MaxProjects,
        f.WellsPerProject, Round(f.Development.Value, 0), Round(f.Construction.Value, 0), Round(f.Injection.Value, 0), Round(f.AfterCare.Value, 0),
        Round(f.FixedOm.Value, 0), Round(f.VariableOm.Value, 4), f.Source, f.Confidence.ToString(),
    ];

    private static object?[] Place(GeoPoint place) => [Round(place.Longitude, 5), Round(place.Latitude, 5)];

    private static object?[] Cost(CaptureCost? cost) => cost is null
        ? [null, null, null, null, null, null, null]
        :
        [
            Round(cost.Capex.Value, 0), Round(cost.FixedOm.Value, 0), Round(cost.VariableOm.Value, 4), Round(cost.ElectricityMwhPerTonne, 4),
            Round(cost.HeatGjPerTonne, 4), cost.Source, cost.Confidence.ToString(),
        ];

    private static string TrackName(Track track) => track == Track.Biogenic ? "biogenic" : "point-source";
}
