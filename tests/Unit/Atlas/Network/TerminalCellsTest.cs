using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class TerminalCellsTest
{
    private static readonly CostSurface Surface = Surfaces.Drawn("11~#1");

    [Theory]
    [InlineData(2, "no data (sea, abroad)")]
    [InlineData(3, "no pipe may enter")]
    public void A_terminal_off_the_land_is_named_with_the_nearest_usable_cell_and_its_distance(int column, string where)
    {
        var grid = new SurfaceGrid(Surface);
        GeoPoint place = Surfaces.Place(Surface, 0, column), nearest = Surfaces.Place(Surface, 0, column == 2 ? 1 : 4);
        Problem problem = Assert.Single(TerminalCells.Displaced(grid, [new Terminal("plant-7", place)]));
        Assert.Equal("terminal plant-7", problem.Where);
        Assert.Contains(where, problem.What, StringComparison.Ordinal);
        Assert.Contains(nearest.ToString(), problem.What, StringComparison.Ordinal);
        Assert.Contains($"{place.DistanceTo(nearest).Value:0.0} km", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void One_beyond_the_surface_and_one_nowhere_are_told_too()
    {
        var grid = new SurfaceGrid(Surface);
        IReadOnlyList<Problem> problems = TerminalCells.Displaced(grid, [new Terminal("far", new GeoPoint(10, 50)), new Terminal("none", new GeoPoint(double.NaN, 0)), new Terminal("fine", Surfaces.Place(Surface, 0, 0))]);
        Assert.Equal(["terminal far", "terminal none"], problems.Select(p => p.Where));
        Assert.Contains("beyond the surface", problems[0].What, StringComparison.Ordinal);
    }
}
