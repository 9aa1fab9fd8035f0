using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class SurfaceGridTest
{
    private static readonly SurfaceGrid Grid = new(Surfaces.Flat(5, 9));

    [Fact]
    public void A_cell_holds_its_own_middle()
    {
        Assert.All(Enumerable.Range(0, Grid.Count), cell => Assert.Equal(cell, Grid.CellAt(Grid.PlaceOf(cell))));
    }

    [Theory]
    [InlineData(-45_001, 0)]
    [InlineData(45_000, 0)]
    [InlineData(0, 25_001)]
    [InlineData(0, -25_000)]
    public void Beyond_the_grid_there_is_no_cell(double x, double y) => Assert.Equal(SurfaceGrid.Outside, Grid.CellAt(new PlanePoint(x, y)));

    [Fact]
    public void Cells_within_a_distance_are_those_whose_middle_is()
    {
        GeoPoint place = Grid.PlaceOf(20);
        var expected = Enumerable.Range(0, Grid.Count).Where(cell => Grid.PlaceOf(cell).DistanceTo(place).Value <= 21);
        Assert.Equal(expected, Grid.CellsWithin(place, 21));
    }
}
