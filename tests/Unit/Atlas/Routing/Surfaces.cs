using CsCheck;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Small surfaces around the origin of the projection, with cells of 10 km.</summary>
internal static class Surfaces
{
    /// <summary>One character a cell: a digit is the multiplier, <c>#</c> no-go, <c>~</c> no data.</summary>
    public static CostSurface Drawn(params string[] rows) =>
        Of(rows.Length, rows[0].Length, string.Concat(rows).Select(c => c switch
        {
            '#' => CostSurface.NoGo,
            '~' => CostSurface.NoData,
            _ => c - '0',
        }));

    public static CostSurface Flat(int rows, int columns) => Of(rows, columns, Enumerable.Repeat(1f, rows * columns));

    public static CostSurface Of(int rows, int columns, IEnumerable<float> multiplier) => new()
    {
        Rows = rows,
        Columns = columns,
        CellSize = 10_000,
        Left = -5_000 * columns,
        Top = 5_000 * rows,
        Multiplier = [.. multiplier],
    };

    /// <summary>Up to seven by seven cells, a fifth of them impassable.</summary>
    public static readonly Gen<CostSurface> Any =
        from rows in Gen.Int[1, 7]
        from columns in Gen.Int[1, 7]
        from cells in Gen.Frequency((8, Gen.Float[0.2f, 4f]), (1, Gen.Const(CostSurface.NoData)), (1, Gen.Const(CostSurface.NoGo))).Array[rows * columns]
        select Of(rows, columns, cells);

    public static TerrainCost Terrain(CostSurface surface, params Corridor[] lines) => new(new SurfaceGrid(surface), lines, 0.5);

    /// <summary>A line through the middles of cells.</summary>
    public static Corridor Line(CostSurface surface, string id, TonnesPerYear? capacity, params (int Row, int Column)[] cells) =>
        new(id, id, [.. cells.Select(c => Place(surface, c.Row, c.Column))], default, capacity, "test");

    public static GeoPoint Place(CostSurface surface, int row, int column) => new SurfaceGrid(surface).PlaceOf((row * surface.Columns) + column);
}
