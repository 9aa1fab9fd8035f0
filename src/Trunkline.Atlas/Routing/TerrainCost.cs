using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// What a step between two neighbouring cells costs, in kilometres of reference terrain: its length on the ground, times the mean of the
/// two multipliers, times the right-of-way factor where both cells lie on an existing line.
/// </summary>
public sealed class TerrainCost
{
    // Ground length of the step to the east, south-west, south and south-east neighbour; the other four are those of the neighbour.
    private readonly float[][] _stepKm;
    private readonly int[] _offset;

    /// <param name="grid">Where the cells lie.</param>
    /// <param name="lines">Lines whose corridor is cheaper to follow.</param>
    /// <param name="rightOfWayFactor">Multiplier where a line is followed, above 0 and at most 1.</param>
    public TerrainCost(SurfaceGrid grid, IEnumerable<Corridor> lines, double rightOfWayFactor)
    {
        Grid = grid;
        RightOfWayFactor = rightOfWayFactor;
        OnLine = CellsOn(grid, lines);
        _offset = [.. Enumerable.Range(0, Compass.Directions).Select(d => (Compass.RowsOf(d) * grid.Surface.Columns) + Compass.ColumnsOf(d))];
        _stepKm = GroundLengths(grid);
    }

    public SurfaceGrid Grid { get; }

    public double RightOfWayFactor { get; }

    /// <summary>True for the cells that an existing line passes.</summary>
    public bool[] OnLine { get; }

    /// <summary>Cost of a step from a cell to the neighbour in a direction, both passable, in kilometres of reference terrain.</summary>
    public double StepCost(int cell, int direction)
    {
        int neighbour = cell + _offset[direction];
        float[] multiplier = Grid.Surface.Multiplier;
        double cost = StepLength(cell, direction) * 0.5 * ((double)multiplier[cell] + multiplier[neighbour]);
        return OnLine[cell] && OnLine[neighbour] ? cost * RightOfWayFactor : cost;
    }

    /// <summary>Ground length of a step, kilometres.</summary>
    public double StepLength(int cell, int direction) =>
        direction > 3 ? _stepKm[direction - 4][cell] : _stepKm[3 - direction][cell + _offset[direction]];

    /// <summary>
    /// The neighbour in a direction, or <see cref="SurfaceGrid.Outside"/> where the grid ends, where the neighbour is not passable, or where
    /// a diagonal step would slip through the corner between two impassable cells.
    /// </summary>
    public int Neighbour(int cell, int row, int column, int direction)
    {
        int rows = Compass.RowsOf(direction), columns = Compass.ColumnsOf(direction);
        row += rows;
        column += columns;
        if (row < 0 || row >= Grid.Surface.Rows || column < 0 || column >= Grid.Surface.Columns)
        {
            return SurfaceGrid.Outside;
        }

        float[] multiplier = Grid.Surface.Multiplier;
        int neighbour = cell + _offset[direction];
        bool shut = !float.IsFinite(multiplier[neighbour])
            || (rows != 0 && columns != 0 && !float.IsFinite(multiplier[cell + columns])
                && !float.IsFinite(multiplier[cell + (rows * Grid.Surface.Columns)]));
        return shut ? SurfaceGrid.Outside : neighbour;
    }

    private static bool[] CellsOn(SurfaceGrid grid, IEnumerable<Corridor> lines)
    {
        bool[] on = new bool[grid.Count];
        foreach (Corridor line in lines)
        {
            PlanePoint[] points = [.. line.Points.Select(AlbersProjection.Project)];
            foreach (LinePiece piece in LineTrace.Along(grid, points))
            {
                if (piece.Cell != SurfaceGrid.Outside)
                {
                    on[piece.Cell] = true;
                }
            }
        }

        return on;
    }

    private static float[][] GroundLengths(SurfaceGrid grid)
    {
        int columns = grid.Surface.Columns;
        GeoPoint[] place = new GeoPoint[grid.Count];
        Parallel.For(0, grid.Surface.Rows, row =>
        {
            for (int cell = row * columns; cell < (row + 1) * columns; cell++)
            {
                place[cell] = grid.IsPassable(cell) ? grid.PlaceOf(cell) : default;
            }
        });
        return [.. Enumerable.Range(4, 4).Select(direction => GroundLengths(grid, place, direction))];
    }

    private static float[] GroundLengths(SurfaceGrid grid, GeoPoint[] place, int direction)
    {
        float[] km = new float[grid.Count];
        int rows = Compass.RowsOf(direction), columns = Compass.ColumnsOf(direction);
        for (int cell = 0; cell < km.Length; cell++)
        {
            int row = grid.RowOf(cell) + rows, column = grid.ColumnOf(cell) + columns;
            if (row < grid.Surface.Rows && column >= 0 && column < grid.Surface.Columns)
            {
                int neighbour = (row * grid.Surface.Columns) + column;
                bool open = grid.IsPassable(cell) && grid.IsPassable(neighbour);
                km[cell] = open ? (float)place[cell].DistanceTo(place[neighbour]).Value : float.NaN;
            }
        }

        return km;
    }
}
