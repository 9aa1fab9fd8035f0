using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas.SimCcs;

/// <summary>Cells and places, and the grid found again from terminals and routes.</summary>
public sealed class SimCcsGridTest
{
    private static readonly SimCcsGrid Grid = new(10, 6, -100, 30, 0.5);

    [Fact]
    public void Cells_are_numbered_from_the_north_west()
    {
        Assert.Equal(1, Grid.CellOf(new GeoPoint(-99.9, 32.9)));
        Assert.Equal(60, Grid.CellOf(new GeoPoint(-95.1, 30.1)));
        Assert.Equal(new GeoPoint(-99.25, 32.25), Grid.CentreOf(12));
        Assert.Null(Grid.CellOf(new GeoPoint(-100.1, 31)));
        Assert.Null(Grid.CellOf(new GeoPoint(-99, 33.1)));
        Assert.All(Enumerable.Range(1, 60), cell => Assert.Equal(cell, Grid.CellOf(Grid.CentreOf(cell))));
    }

    [Fact]
    public void A_degree_of_latitude_is_111_km() =>
        Assert.Equal(Math.PI * 6371 / 180, Grid.LengthOf([12, 22, 32]), 9);

    /// <summary>The published constants: 1321 columns of 30 arc-seconds, western edge between -91.7500 and -91.7494, northern edge 28.49163 to 28.49183 plus 752 rows.</summary>
    [Fact]
    public void The_southeast_grid_is_found_from_its_terminals()
    {
        SimCcsScenario read = SimCcsReader.Read(TinyScenario.SoutheastOrSkip()).OrThrow();
        Assert.Equal(1321, read.Grid.Columns);
        Assert.Equal(8.333334e-3, read.Grid.CellSize, 8);
        Assert.InRange(read.Grid.West, -91.7501, -91.7493);
        Assert.InRange(read.Grid.North, 28.49163 + (752 / 120.0) - 1e-4, 28.49183 + (752 / 120.0) + 1e-4);
        var published = new SimCcsGrid(1321, 752, -91.75, 28.49167, 8.333334e-3);
        Assert.All(read.Sources, s => Assert.Equal(published.CellOf(s.Place), s.Cell));
        Assert.All(read.Sinks, s => Assert.Equal(published.CellOf(s.Place), s.Cell));
    }

    [Fact]
    public void Random_grids_are_found_again()
    {
        var random = new Random(7);
        for (int i = 0; i < 200; i++)
        {
            var truth = new SimCcsGrid(random.Next(60, 400), random.Next(60, 400), random.Next(-170, 0) + random.NextDouble(), random.Next(-30, 30), random.Next(1, 60) / 3600.0);
            SimCcsGridFit.Terminal[] terminals = [.. Enumerable.Range(0, 30).Select(_ => Terminal(truth, random))];
            int middle = (truth.Columns * (truth.Rows / 2)) + (truth.Columns / 2);
            SimCcsGrid? found = SimCcsGridFit.Find([[middle, middle + 1, middle + truth.Columns, middle - 1]], terminals);
            Assert.NotNull(found);
            Assert.Equal(truth.Columns, found.Columns);
            Assert.Equal(truth.CellSize, found.CellSize, 1e-3 * truth.CellSize * 10);
            Assert.All(terminals, t => Assert.Equal(t.Cell, found.CellOf(t.Place)));
        }
    }

    [Fact]
    public void Too_few_terminals_do_not_tell_a_grid() =>
        Assert.Null(SimCcsGridFit.Find([[12, 13, 24, 34]], [new(new GeoPoint(-99.25, 32.25), 12), new(new GeoPoint(-98.25, 31.25), 24)]));

    [Fact]
    public void Steps_of_a_route_tell_the_columns()
    {
        Assert.Equal([10], SimCcsGridFit.ColumnCounts([[12, 13, 24, 33, 32]]));
        Assert.Equal([9, 10, 11], SimCcsGridFit.ColumnCounts([[12, 22]]).Order());
        Assert.Empty(SimCcsGridFit.ColumnCounts([[12, 13, 14]]));
        Assert.Empty(SimCcsGridFit.ColumnCounts([[12, 22], [12, 42]]));
    }

    private static SimCcsGridFit.Terminal Terminal(SimCcsGrid grid, Random random)
    {
        int cell = random.Next(1, (grid.Columns * grid.Rows) + 1);
        GeoPoint centre = grid.CentreOf(cell);
        double Jitter() => (random.NextDouble() - 0.5) * 0.98 * grid.CellSize;
        return new SimCcsGridFit.Terminal(new GeoPoint(centre.Longitude + Jitter(), centre.Latitude + Jitter()), cell);
    }
}
