using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class NemsNetworkTest
{
    private const string Nodes = "id,type,name,state,lat,lon\nf1000001,cement,A,KS,38,-98\nt1,uniform_ts_node,,KS,38,-97\ns1,storage,S,OK,36,-97\nd1,co2_eor,,TX,35,-100\n";
    private const string Head = "route_id,from,to,kind,operational,existing_tpy,miles,cost_region,capex_2018usd_per_tpy,max_tpy\n";

    [Fact]
    public void Terrain_is_the_price_of_an_arc_over_one_of_the_same_miles_on_the_plains()
    {
        // On the plains 10 miles cost 2 and 20 miles 3: so 10 miles at 3 are 1.5 times reference terrain, and of 15 miles, 2.5 by proportion, 5 is twice.
        CandidateNetwork network = Read(
            "a,f1000001,t1,,N,,10,GP,2,\nb,t1,s1,,N,,20,GP,3,\nc,f1000001,s1,,N,,10,SE,3,\nd,f1000001,d1,,N,,15,SE,5,\ne,t1,d1,,N,,40,NE,12,\n").OrThrow();
        Assert.Equal([1, 1, 1.5, 2, 2], network.Edges.Select(edge => Math.Round(edge.WeightedLength.Value / edge.Length.Value, 9)));
        Assert.Equal(16.09344, network.Edges[0].Length.Value, 1e-9);
        Assert.Equal([new GeoPoint(-98, 38), new GeoPoint(-97, 38)], network.Edges[0].Route);
    }

    [Fact]
    public void Dummies_are_left_out_existing_lines_keep_their_capacity_and_of_two_arcs_the_cheaper_one_counts()
    {
        CandidateNetwork network = Read(
            "a,f1000001,t1,,N,,10,GP,2,\nb,t1,f1000001,,N,,5,GP,1,\nc,f1000001,d1,,N,,100,GP,0,\nd,t1,s1,,Y,4000000,50,GP,,\ne,t1,d1,,N,,0,GP,4,\n").OrThrow();
        Assert.Equal(["t1--f1000001", "t1--s1"], network.Edges.Select(edge => edge.Id).Order());
        Assert.Equal(4e6, network.Edges.Single(edge => edge.Id == "t1--s1").ExistingCapacity.Value);
    }

    [Fact]
    public void Nodes_host_what_the_dataset_calls_by_their_name_or_by_the_number_of_the_facility()
    {
        Site site = Datasets.Shipped.Sites[0];
        string nodes = $"id,type,name,state,lat,lon\nf{site.Id},cement,,KS,38,-98\n{Datasets.Shipped.Formations[0].Id},storage,,OK,36,-97\n";
        CandidateNetwork network = NemsNetwork.Read(Datasets.Folder(("nodes.csv", nodes), ("arcs.csv", Head)), Datasets.Shipped).OrThrow();
        Assert.Equal([site.Id], network.Nodes[0].Hosts);
        Assert.Equal([new StorageAccess(Datasets.Shipped.Formations[0].Id, 1)], network.StorageAccess);
    }

    [Fact]
    public void All_that_is_wrong_with_the_files_is_told_at_once()
    {
        string nodes = "id,type,name,state,lat,lon\na,cement,,KS,north,-98\nb,cement,,KS,38,-97\n";
        Checked<CandidateNetwork> read = NemsNetwork.Read(
            Datasets.Folder(("nodes.csv", nodes), ("arcs.csv", $"{Head}x,a,nobody,,N,,10,GP,2,\ny,b,b,,N,,10,GP,2,\n")), Datasets.Shipped);
        Assert.Equal(["nodes.csv a", "arcs.csv a - nobody", "arcs.csv b - b"], read.Problems.Select(problem => problem.Where));
    }

    [Theory]
    [InlineData("id,type,name,state,lat\n", "lon")]
    [InlineData("id,type,name,state,lat,lon\na,cement\n", "2 cells; the header has 6")]
    public void A_table_of_another_form_is_refused(string nodes, string expected) => Assert.Contains(
        expected,
        string.Join('\n', NemsNetwork.Read(Datasets.Folder(("nodes.csv", nodes), ("arcs.csv", Head)), Datasets.Shipped).Problems.Select(p => p.Where + p.What)),
        StringComparison.Ordinal);

    [Fact]
    public void A_folder_without_arcs_is_not_one() => Assert.False(NemsNetwork.IsIn(Datasets.Folder(("nodes.csv", Nodes))));

    [Fact]
    public void The_public_arcs_make_a_network()
    {
        CandidateNetwork network = NemsNetwork.Read(Path.Combine(Datasets.RawOrSkip(), "nems_ccats"), Datasets.Shipped).OrThrow();
        // 885 nodes; 5,778 arcs of which 316 are dummies: the readme of the files.
        Assert.Equal(885, network.Nodes.Count);
        Assert.InRange(network.Edges.Count, 5_000, 5_778 - 316);
        Assert.Equal(network.Edges.Count, network.Edges.Select(edge => (Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To))).Distinct().Count());
        // EIA's dearest region costs some two and a half times its plains; the Rocky Mountains read a little cheaper on some lengths.
        Assert.All(network.Edges, edge => Assert.InRange(edge.WeightedLength.Value / edge.Length.Value, 0.9, 2.6));
        Assert.NotEmpty(network.StorageAccess);
        Assert.True(network.Nodes.Count(node => node.Hosts.Count > 0) > 200);
    }

    private static Checked<CandidateNetwork> Read(string arcs) =>
        NemsNetwork.Read(Datasets.Folder(("nodes.csv", Nodes), ("arcs.csv", Head + arcs)), Datasets.Shipped);
}
