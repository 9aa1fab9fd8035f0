using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class DatasetReaderTest
{
    private const string Sites =
        """
        site_id,name,state,longitude,latitude,sector,fossil_co2_t_per_year,biogenic_co2_t_per_year
        a,"Kiln, old",KS,-97.5,38.5,cement,1000000,0
        """;

    private const string Streams =
        """
        stream_id,site_id,process,track,co2_t_per_year,capture_rate,capex_usd,fixed_om_usd_per_year,variable_om_usd_per_t,electricity_mwh_per_t,heat_gj_per_t
        a:cement,a,cement,point-source,1000000,0.9,3e8,1e7,2.5,0.16,2.74
        a:boiler,a,combustion,point-source,5000,0.9,,,,,
        """;

    private const string Formations =
        """
        formation_id,name,state,longitude,latitude,area_km2,project_rate_t_per_year,project_capacity_t,max_projects,development_usd,construction_usd,injection_usd,after_care_usd,fixed_om_usd_per_year,variable_om_usd_per_t
        s1,Arbuckle,KS,-97,38,0,500000,15000000,4,1e7,2e7,3e7,4e7,1e6,0.02
        """;

    private const string Nodes = "node_id,longitude,latitude,hosts\nn1,-97.5,38.5,a\nn2,-97,38,\n";

    private const string Edges = "edge_id,from,to,length_km\ne1,n1,n2,70\n";

    private const string Access = "formation_id,node_id\ns1,n2\n";

    private static string Tiny() => Datasets.Folder(
        ("dataset.json", Datasets.Description),
        ("sites.csv", Sites),
        ("streams.csv", Streams),
        ("formations.csv", Formations),
        ("nodes.csv", Nodes),
        ("edges.csv", Edges),
        ("storage_access.csv", Access));

    [Fact]
    public void A_small_folder_is_read_whole()
    {
        Dataset data = DatasetReader.Read(Tiny()).OrThrow();

        Assert.Equal(2023, data.DollarYear);
        Assert.Equal("Kiln, old", Assert.Single(data.Sites).Name);
        Assert.Null(data.Sites[0].CountyFips);
        Assert.Equal(new CaptureCost(new Usd(3e8), new UsdPerYear(1e7), new UsdPerTonne(2.5), 0.16, 2.74, "", Confidence.C), data.Streams[0].Cost);
        Assert.Null(data.Streams[1].Cost);
        Assert.Equal(1, data.Formations[0].WellsPerProject);
        CandidateEdge edge = Assert.Single(data.Network!.Edges);
        Assert.Equal((0, 1, 70.0, 70.0), (edge.From, edge.To, edge.Length.Value, edge.WeightedLength.Value));
        Assert.Equal([new GeoPoint(-97.5, 38.5), new GeoPoint(-97, 38)], edge.Route);
        Assert.Equal(["a"], data.Network.Nodes[0].Hosts);
        Assert.Equal([new StorageAccess("s1", 1)], data.Network.StorageAccess);
        Assert.Empty(data.Uses);
        Assert.Null(data.Surface);
    }

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        Dataset first = DatasetReader.Read(Tiny()).OrThrow();
        string again = Datasets.Folder([.. DatasetText.Files(first, new Bilingual("Tiny", "极小")).Select(f => (f.Key, f.Value))]);

        Dataset second = DatasetReader.Read(again).OrThrow();

        Assert.Equal(first.Sites, second.Sites);
        Assert.Equal(first.Streams, second.Streams);
        Assert.Equal(first.Formations, second.Formations);
        Assert.Equal(first.Network!.Edges.Select(e => e with { Route = [] }), second.Network!.Edges.Select(e => e with { Route = [] }));
        Assert.Equal(first.Network.StorageAccess, second.Network.StorageAccess);
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_file_row_and_column()
    {
        string folder = Datasets.Folder(
            ("dataset.json", """{"schemaVersion":2,"dollarYear":2023,"title":{"en":"x","zh":"x"}}"""),
            ("sites.csv", Sites.Replace("1000000,0", "many,-5", StringComparison.Ordinal) + "\nb,short\n"),
            ("streams.csv", Streams.Replace(",0.9,,,,,", ",1.2,,5,,,", StringComparison.Ordinal)),
            ("formations.csv", "formation_id,colour\ns1,red\n"),
            ("nodes.csv", Nodes),
            ("edges.csv", Edges.Replace("n2", "n9", StringComparison.Ordinal)));

        string[] where = [.. DatasetReader.Read(folder).Problems.Select(p => p.Where)];

        Assert.Contains("dataset.json /schemaVersion", where);
        Assert.Contains("sites.csv:2:fossil_co2_t_per_year", where);
        Assert.Contains("sites.csv:2:biogenic_co2_t_per_year", where);
        Assert.Contains("sites.csv:3", where);
        Assert.Contains("streams.csv:3:capture_rate", where);
        Assert.Contains("streams.csv:3:fixed_om_usd_per_year", where);
        Assert.Contains("formations.csv:1:colour", where);
        Assert.Contains("formations.csv:1:project_rate_t_per_year", where);
        Assert.Contains("edges.csv:2:to", where);
        Assert.Contains("streams.csv", where);
    }

    [Fact]
    public void An_id_stands_once_and_names_something_that_exists()
    {
        string folder = Datasets.Folder(
            ("dataset.json", Datasets.Description),
            ("sites.csv", Sites + "\n" + Sites.Split('\n')[1]),
            ("streams.csv", Streams.Replace("a:boiler,a", "a:boiler,z", StringComparison.Ordinal)));

        string[] told = [.. DatasetReader.Read(folder).Problems.Select(p => p.ToString())];

        Assert.Contains(told, t => t.Contains("'a' stands 2 times", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("'z' is not in sites.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_description_or_folder_is_a_problem()
    {
        Assert.Single(DatasetReader.Read(Datasets.NewFolder()).Problems);
        Assert.Single(DatasetReader.Read(Path.Combine(Datasets.NewFolder(), "none")).Problems);
    }

    [Fact]
    public void A_half_written_cost_is_not_free()
    {
        string folder = Datasets.Folder(
            ("dataset.json", Datasets.Description),
            ("sites.csv", Sites),
            ("streams.csv", Streams.Replace("3e8,1e7,2.5,0.16,2.74", "3e8,,2.5,0.16,", StringComparison.Ordinal)));

        Assert.Equal(
            ["streams.csv:2:fixed_om_usd_per_year", "streams.csv:2:heat_gj_per_t"], DatasetReader.Read(folder).Problems.Select(p => p.Where));
    }

    [Fact]
    public void An_unknown_pipeline_capacity_is_null_and_a_wrong_line_is_told()
    {
        const string line = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"p","length_km":10},"geometry":{"type":"LineString","coordinates":[[-97,38],[-97.1,38]]}}]}""";
        string right = Datasets.Folder(("dataset.json", Datasets.Description), ("existing_pipelines.geojson", line));
        string wrong = Datasets.Folder(
            ("dataset.json", Datasets.Description), ("existing_pipelines.geojson", line.Replace(",[-97.1,38]", "", StringComparison.Ordinal)), ("rights_of_way.geojson", "no"));

        Assert.Null(Assert.Single(DatasetReader.Read(right).OrThrow().ExistingPipelines).Capacity);
        Assert.Equal(
            ["existing_pipelines.geojson /features/0/geometry", "rights_of_way.geojson:1"], DatasetReader.Read(wrong).Problems.Select(p => p.Where));
    }

    [Fact]
    public void A_surface_keeps_no_data_and_no_go_apart()
    {
        string folder = Datasets.Folder(
            ("dataset.json", Datasets.Description),
            ("cost_surface.asc", "ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n1 -1 -9999\n2.5 1 1\n"));

        CostSurface surface = DatasetReader.Read(folder).OrThrow().Surface!;

        Assert.Equal((3, 2, 100.0, 220.0), (surface.Columns, surface.Rows, surface.Left, surface.Top));
        Assert.Equal([1f, CostSurface.NoGo, CostSurface.NoData, 2.5f, 1f, 1f], surface.Multiplier);
    }

    [Fact]
    public void One_changed_figure_changes_the_hash()
    {
        Dataset one = DatasetReader.Read(Tiny()).OrThrow();
        string folder = Tiny();
        File.WriteAllText(Path.Combine(folder, "edges.csv"), Edges.Replace("70", "71", StringComparison.Ordinal));

        Assert.Equal(one.Hash, DatasetReader.Read(Tiny()).OrThrow().Hash);
        Assert.NotEqual(one.Hash, DatasetReader.Read(folder).OrThrow().Hash);
    }
}
