using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Where the cells of a cost surface lie: cell, plane and ground, each from the others.</summary>
public sealed class SurfaceGrid
{
    /// <summary>What <see cref="CellAt(PlanePoint)"/> answers for a place beyond the grid.</summary>
    public const int Outside = -1;

    public SurfaceGrid(CostSurface surface) => Surface = surface;

    public CostSurface Surface { get; }

    /// <summary>Number of cells.</summary>
    public int Count => Surface.Rows * Surface.Columns;

    /// <summary>The cell that holds a place, or <see cref="Outside"/>.</summary>
    public int CellAt(GeoPoint place) => CellAt(AlbersProjection.Project(place));

    /// <summary>The cell that holds a point, or <see cref="Outside"/>. A cell owns its western and northern side.</summary>
    public int CellAt(PlanePoint point)
    {
        double column = Math.Floor((point.X - Surface.Left) / Surface.CellSize), row = Math.Floor((Surface.Top - point.Y) / Surface.CellSize);
        return column >= 0 && column < Surface.Columns && row >= 0 && row < Surface.Rows
            ? ((int)row * Surface.Columns) + (int)column
            : Outside;
    }

    public int RowOf(int cell) => cell / Surface.Columns;

    public int ColumnOf(int cell) => cell % Surface.Columns;

    /// <summary>Middle of a cell on the plane.</summary>
    public PlanePoint MiddleOf(int cell) =>
        new(Surface.Left + ((ColumnOf(cell) + 0.5) * Surface.CellSize), Surface.Top - ((RowOf(cell) + 0.5) * Surface.CellSize));

    /// <summary>South-eastern corner of a cell on the plane.</summary>
    public PlanePoint CornerOf(int cell) =>
        new(Surface.Left + ((ColumnOf(cell) + 1) * Surface.CellSize), Surface.Top - ((RowOf(cell) + 1) * Surface.CellSize));

    /// <summary>Middle of a cell on the ground.</summary>
    public GeoPoint PlaceOf(int cell) => AlbersProjection.Unproject(MiddleOf(cell));

    /// <summary>True where a pipe may pass; false beyond the grid.</summary>
    public bool IsPassable(int cell) => cell != Outside && Surface.IsPassable(cell);

    /// <summary>All cells whose middle lies within a ground distance of a place, in cell order.</summary>
    public IEnumerable<int> CellsWithin(GeoPoint place, double kilometres)
    {
        PlanePoint centre = AlbersProjection.Project(place);
        // The projection stretches lengths by less than a quarter anywhere on a North American grid.
        double reach = (kilometres * 1000 * 1.25) + Surface.CellSize;
        int top = Row(centre.Y + reach), bottom = Row(centre.Y - reach), left = Column(centre.X - reach), right = Column(centre.X + reach);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                int cell = (row * Surface.Columns) + column;
                if (PlaceOf(cell).DistanceTo(place).Value <= kilometres)
                {
                    yield return cell;
                }
            }
        }
    }

    private int Row(double y) => (int)Math.Clamp(Math.Floor((Surface.Top - y) / Surface.CellSize), 0, Surface.Rows - 1);

    private int Column(double x) => (int)Math.Clamp(Math.Floor((x - Surface.Left) / Surface.CellSize), 0, Surface.Columns - 1);
}
