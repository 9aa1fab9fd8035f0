using Trunkline.Atlas;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class SimCcsCostFileTest
{
    // The form of the published files: eight header lines, leading tab before the costs, neighbours in any order.
    private const string Head = "All Nodes\t6\nActive Nodes\t3\nnCols\t3\nnRows\t2\nxllCorner\t-88.6\nyllCorner\t37.6\ncellSize\t0.0083\nNODATA_value\t-9999\n";

    [Fact]
    public void Steps_are_read_with_their_direction()
    {
        CostSurface surface = Read(Head + "1\t 2\t 5\n\t 0.67\t 1.1\n2\t1\n\t0.9\n5\t1\n\t1.3\n").OrThrow();
        var router = new LeastCostRouter(new TerrainCost(new SurfaceGrid(surface), [], 1));
        Assert.Equal(0.67, router.Path(0, 1)!.Cost, 1e-6);
        Assert.Equal(0.9, router.Path(1, 0)!.Cost, 1e-6);
        Assert.Equal(0.9 + 1.1, router.Path(1, 4)!.Cost, 1e-6);
        Assert.Equal(3, surface.Multiplier.Count(float.IsFinite));
    }

    [Theory]
    [InlineData("1\t2\t5\n\t0.67\n", "1 costs stand below 2 neighbours")]
    [InlineData("3\t4\n\t1\n", "'4' is no neighbour of 3")]
    [InlineData("1\t9\n\t1\n", "'9' is no neighbour of 1")]
    [InlineData("9\t1\n\t1\n", "'9' is no cell")]
    [InlineData("1\t2\n\t-1\n", "'-1' is no cost above zero")]
    [InlineData("1\t2\n\tx\n", "'x' is no cost above zero")]
    [InlineData("", "No cell has a step")]
    public void What_is_wrong_is_told_with_its_line(string body, string expected) =>
        Assert.Contains(expected, Read(Head + body).Problems[0].What, StringComparison.Ordinal);

    [Fact]
    public void What_is_written_is_read_again()
    {
        string folder = Datasets.NewFolder(), path = Path.Combine(folder, "Construction Costs.txt");
        var surface = new CostSurface { Rows = 2, Columns = 3, CellSize = 0.01, Left = -90, Top = 40, Projection = MapProjection.Degrees, Multiplier = [1, 2, float.NaN, 1.5f, CostSurface.NoGo, 3] };
        var terrain = new TerrainCost(new SurfaceGrid(surface), [], 1);
        SimCcsCostFile.Write(terrain, path);
        CostSurface again = SimCcsCostFile.Read(path).OrThrow();
        for (int cell = 0; cell < 6; cell++)
        {
            for (int direction = 0; direction < 8; direction++)
            {
                bool leads = surface.IsPassable(cell) && terrain.Neighbour(cell, cell / 3, cell % 3, direction) >= 0;
                float read = again.StepCosts![(cell * 8) + direction];
                Assert.True(leads ? Math.Abs(terrain.StepCost(cell, direction) - read) < 1e-5 : float.IsPositiveInfinity(read));
            }
        }
    }

    [Fact]
    public void A_network_goes_out_as_cells_that_touch_and_comes_in_again()
    {
        CostSurface surface = Surfaces.Flat(12, 20);
        CandidateNetwork network = Requests.Built(Requests.Of(surface, (0, 0), (11, 19), (0, 19)));
        CostSurface degrees = SimCcsGridding.InDegrees(surface);
        Assert.True(degrees.Projection.IsGeographic);
        string path = Path.Combine(Datasets.NewFolder(), "CandidateNetwork.txt");
        int leftOut = SimCcsGridding.WriteNetwork(network, new SurfaceGrid(degrees), path);
        List<Problem> problems = [];
        List<SimCcsEdge> edges = SimCcsNetworkFile.Read(path, "CandidateNetwork.txt", problems);
        Assert.Empty(problems);
        Assert.Equal(network.Edges.Count - leftOut, edges.Count);
        Assert.All(edges, edge => Assert.All(edge.Route.Zip(edge.Route.Skip(1)), step => Compass.Between(step.First - 1, step.Second - 1, degrees.Columns)));
        Assert.Equal(network.Edges.Sum(e => e.WeightedLength.Value), edges.Sum(e => e.ConstructionWeight), 0.01);
    }

    private static Checked<CostSurface> Read(string text)
    {
        string path = Path.Combine(Datasets.NewFolder(), "Construction Costs.txt");
        File.WriteAllText(path, text);
        return SimCcsCostFile.Read(path);
    }
}
