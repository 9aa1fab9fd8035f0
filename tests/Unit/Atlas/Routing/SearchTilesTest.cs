using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class SearchTilesTest
{
    private static readonly Gen<(CostSurface Surface, int Cell, int Direction)> Steps =
        from rows in Gen.Int[1, 40]
        from columns in Gen.Int[1, 70]
        from cell in Gen.Int[0, (rows * columns) - 1]
        from direction in Gen.Int[0, Compass.Directions - 1]
        select (Surfaces.Of(rows, columns, Enumerable.Range(1, rows * columns).Select(i => (float)i)), cell, direction);

    [Fact]
    public void A_step_leads_to_the_neighbour_on_the_grid_and_beyond_the_grid_to_a_wall() => Steps.Sample(c =>
    {
        var tiles = new SearchTiles(c.Surface, new bool[c.Surface.Multiplier.Length]);
        int place = tiles.OpenPlaceOf(c.Cell), there = tiles.Neighbour(tiles.TileAt(place), place, c.Direction);
        int row = (c.Cell / c.Surface.Columns) + Compass.RowsOf(c.Direction), column = (c.Cell % c.Surface.Columns) + Compass.ColumnsOf(c.Direction);
        bool isOnGrid = row >= 0 && row < c.Surface.Rows && column >= 0 && column < c.Surface.Columns;
        Assert.Equal(isOnGrid ? (row * c.Surface.Columns) + column + 1 : float.NaN, tiles.Multiplier[there]);
        Assert.Equal(double.PositiveInfinity, tiles.Cost[there]);
        if (isOnGrid)
        {
            Assert.Equal(tiles.PlaceOf((row * c.Surface.Columns) + column), there);
        }
    });

    [Fact]
    public void North_and_south_are_steps_too() => Steps.Sample(c =>
    {
        var tiles = new SearchTiles(c.Surface, new bool[c.Surface.Multiplier.Length]);
        int place = tiles.OpenPlaceOf(c.Cell);
        ref readonly SearchTiles.Tile tile = ref tiles.TileAt(place);
        Assert.Equal(tiles.Neighbour(tile, place, 1), SearchTiles.Above(tile, place));
        Assert.Equal(tiles.Neighbour(tile, place, 6), SearchTiles.Below(tile, place));
        Assert.Equal(c.Cell, ((tile.Top + SearchTiles.RowOf(place)) * c.Surface.Columns) + tile.Left + SearchTiles.ColumnOf(place));
    });

    [Fact]
    public void Only_what_a_search_comes_to_is_open_and_a_new_search_starts_with_nothing()
    {
        CostSurface surface = Surfaces.Flat(200, 400);
        var tiles = new SearchTiles(surface, new bool[surface.Multiplier.Length]);
        int cell = (100 * 400) + 200, place = tiles.OpenPlaceOf(cell);
        tiles.Cost[place] = 7;
        _ = tiles.TileAt(place);
        Assert.Equal(place, tiles.PlaceOf(cell));
        Assert.True(tiles.PlaceOf(cell - SearchTiles.Columns) >= 0);
        Assert.Equal(-1, tiles.PlaceOf(cell - (3 * SearchTiles.Columns)));
        tiles.Clear();
        Assert.Equal(-1, tiles.PlaceOf(cell));
        Assert.Equal(double.PositiveInfinity, tiles.Cost[tiles.OpenPlaceOf(cell)]);
    }

    [Fact]
    public void A_tile_says_whether_a_line_passes_it()
    {
        CostSurface surface = Surfaces.Flat(20, 40);
        bool[] onLine = new bool[800];
        onLine[(3 * 40) + 35] = true;
        var tiles = new SearchTiles(surface, onLine);
        Assert.False(tiles.TileAt(tiles.OpenPlaceOf(0)).HasLines);
        Assert.True(tiles.TileAt(tiles.OpenPlaceOf(39)).HasLines);
    }
}
