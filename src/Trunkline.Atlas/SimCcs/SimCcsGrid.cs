using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// The grid of a SimCCS dataset. Cells are numbered from 1, row by row from the north-west corner: cell = (row - 1) * Columns + column, both from 1.
/// </summary>
/// <param name="Columns">Cells from west to east.</param>
/// <param name="Rows">Cells from north to south.</param>
/// <param name="West">Longitude of the western edge, degrees.</param>
/// <param name="South">Latitude of the southern edge, degrees.</param>
/// <param name="CellSize">Side of a cell, degrees.</param>
public sealed record SimCcsGrid(int Columns, int Rows, double West, double South, double CellSize)
{
    /// <summary>Radius that SimCCS measures lengths with, km.</summary>
    private const double SimCcsEarthRadiusKm = 6371;

    /// <summary>Latitude of the northern edge, degrees.</summary>
    public double North => South + (Rows * CellSize);

    /// <summary>The cell that holds a place, or null where the place is off the grid.</summary>
    public int? CellOf(GeoPoint place)
    {
        double column = Math.Floor((place.Longitude - West) / CellSize);
        double fromSouth = Math.Floor((place.Latitude - South) / CellSize);
        return column >= 0 && column < Columns && fromSouth >= 0 && fromSouth < Rows
            ? ((Rows - 1 - (int)fromSouth) * Columns) + (int)column + 1
            : null;
    }

    /// <summary>True for a cell number of this grid.</summary>
    public bool Holds(int cell) => cell >= 1 && cell <= (long)Columns * Rows;

    /// <summary>Row from the north, from 1.</summary>
    public int RowOf(int cell) => ((cell - 1) / Columns) + 1;

    /// <summary>Column from the west, from 1.</summary>
    public int ColumnOf(int cell) => ((cell - 1) % Columns) + 1;

    /// <summary>Centre of a cell.</summary>
    public GeoPoint CentreOf(int cell) =>
        new(West + ((ColumnOf(cell) - 0.5) * CellSize), South + ((Rows - RowOf(cell) + 0.5) * CellSize));

    /// <summary>Great-circle length along the centres of a route's cells, km, on the sphere that SimCCS uses.</summary>
    public double LengthOf(IReadOnlyList<int> route) =>
        route.Zip(route.Skip(1), (a, b) => Distance(CentreOf(a), CentreOf(b))).Sum();

    private static double Distance(GeoPoint a, GeoPoint b) => a.DistanceTo(b).Value * SimCcsEarthRadiusKm / GeoPoint.MeanEarthRadiusKm;
}
