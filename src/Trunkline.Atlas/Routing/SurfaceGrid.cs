using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Where the cells of a cost surface lie: cell, plane and ground, each from the others.</summary>
public sealed class SurfaceGrid
{
    /// <summary>What <see cref="CellAt(PlanePoint)"/> answers for a place beyond the grid.</summary>
    public const int Outside = -1;

    public SurfaceGrid(CostSurface surface)
    {
        Surface = surface;
        CellKilometres = SideOf(surface);
    }

    public CostSurface Surface { get; }

    /// <summary>Number of cells.</summary>
    public int Count => Surface.Rows * Surface.Columns;

    /// <summary>Side of the middle cell on the ground, the shorter one where they differ.</summary>
    public double CellKilometres { get; }

    /// <summary>Where a place lies on the plane.</summary>
    public PlanePoint Project(GeoPoint place) => Surface.Projection.Project(place);

    /// <summary>Which place a point of the plane stands for.</summary>
    public GeoPoint Unproject(PlanePoint point) => Surface.Projection.Unproject(point);

    /// <summary>The cell that holds a place, or <see cref="Outside"/>.</summary>
    public int CellAt(GeoPoint place) => CellAt(Project(place));

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
    public PlanePoint MiddleOf(int cell) => MiddleAt(RowOf(cell), ColumnOf(cell));

    /// <summary>South-eastern corner of a cell on the plane.</summary>
    public PlanePoint CornerOf(int cell) =>
        new(Surface.Left + ((ColumnOf(cell) + 1) * Surface.CellSize), Surface.Top - ((RowOf(cell) + 1) * Surface.CellSize));

    /// <summary>Middle of a cell on the ground.</summary>
    public GeoPoint PlaceOf(int cell) => Unproject(MiddleOf(cell));

    /// <summary>True where a pipe may pass; false beyond the grid.</summary>
    public bool IsPassable(int cell) => cell != Outside && Surface.IsPassable(cell);

    /// <summary>All cells whose middle lies within a ground distance of a place, in cell order.</summary>
    public IEnumerable<int> CellsWithin(GeoPoint place, double kilometres)
    {
        PlanePoint centre = Project(place);
        // No projection in use stretches lengths by more than a quarter between the middle of its grid and the rest.
        double reach = (PlaneLength(place, kilometres) * 1.25) + Surface.CellSize;
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

    /// <summary>A ground length near a place as a length on the plane, the longer of eastward and northward.</summary>
    internal double PlaneLength(GeoPoint near, double kilometres)
    {
        PlanePoint here = Project(near);
        double east = Surface.Projection.Kilometres(here, here with { X = here.X + Surface.CellSize });
        double north = Surface.Projection.Kilometres(here, here with { Y = here.Y + Surface.CellSize });
        return kilometres * Surface.CellSize / Math.Min(east, north);
    }

    /// <summary>Middle of the cell in a row and column, which need not be on the grid.</summary>
    internal PlanePoint MiddleAt(int row, int column) =>
        new(Surface.Left + ((column + 0.5) * Surface.CellSize), Surface.Top - ((row + 0.5) * Surface.CellSize));

    private static double SideOf(CostSurface surface)
    {
        var middle = new PlanePoint(surface.Left + (surface.Columns * surface.CellSize / 2), surface.Top - (surface.Rows * surface.CellSize / 2));
        double east = surface.Projection.Kilometres(middle, middle with { X = middle.X + surface.CellSize });
        double north = surface.Projection.Kilometres(middle, middle with { Y = middle.Y + surface.CellSize });
        return Math.Min(east, north);
    }

    private int Row(double y) => (int)Math.Clamp(Math.Floor((Surface.Top - y) / Surface.CellSize), 0, Surface.Rows - 1);

    private int Column(double x) => (int)Math.Clamp(Math.Floor((x - Surface.Left) / Surface.CellSize), 0, Surface.Columns - 1);
}
