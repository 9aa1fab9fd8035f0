using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// What a step between two neighbouring cells costs, in kilometres of reference terrain: its length on the ground, times the mean of the
/// two multipliers, times the right-of-way factor where both cells lie on an existing line, and more by its grade where the surface says so.
/// A surface that brings a cost for each step is taken at its word; only the right-of-way factor is put to it.
/// </summary>
public sealed class TerrainCost
{
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
        Lengths = new GroundLengths(grid);
        (LeastStep, MostStep) = Range();
    }

    public SurfaceGrid Grid { get; }

    public double RightOfWayFactor { get; }

    /// <summary>True for the cells that an existing line passes.</summary>
    public bool[] OnLine { get; }

    /// <summary>True where a step costs as much as its way back.</summary>
    public bool IsSymmetric => Grid.Surface.StepCosts is null && (Grid.Surface.Climb is not { } climb || climb.Uphill == climb.Downhill);

    /// <summary>How long steps are on the ground.</summary>
    internal GroundLengths Lengths { get; }

    /// <summary>No step costs less.</summary>
    internal double LeastStep { get; }

    /// <summary>No step costs more.</summary>
    internal double MostStep { get; }

    /// <summary>True where off all lines a step is its length times the mean multiplier and nothing else.</summary>
    internal bool IsPlain => Grid.Surface.StepCosts is null && Grid.Surface.Climb is null;

    /// <summary>Cost of a step from a cell to the neighbour in a direction, both passable, in kilometres of reference terrain.</summary>
    public double StepCost(int cell, int direction)
    {
        int neighbour = cell + _offset[direction];
        CostSurface surface = Grid.Surface;
        double cost = surface.StepCosts is { } costs
            ? costs[((long)cell * Compass.Directions) + direction]
            : 0.5 * StepLength(cell, direction) * ((double)surface.Multiplier[cell] + surface.Multiplier[neighbour]) * Grade(cell, neighbour, direction);
        return OnLine[cell] && OnLine[neighbour] ? cost * RightOfWayFactor : cost;
    }

    /// <summary>Mean of a step's cost and that of its way back: what a corridor weighs that may be used either way.</summary>
    internal double MeanStepCost(int cell, int direction) => IsSymmetric
        ? StepCost(cell, direction)
        : 0.5 * (StepCost(cell, direction) + StepCost(cell + _offset[direction], Compass.Back(direction)));

    /// <summary>Ground length of a step, kilometres.</summary>
    public double StepLength(int cell, int direction) => Lengths.Of(Grid.RowOf(cell), Grid.ColumnOf(cell), direction);

    /// <summary>
    /// The neighbour in a direction, or <see cref="SurfaceGrid.Outside"/> where the grid ends, where the neighbour is not passable, or where
    /// a diagonal step would slip through the corner between two impassable cells.
    /// </summary>
    public int Neighbour(int cell, int row, int column, int direction)
    {
        row += Compass.RowsOf(direction);
        column += Compass.ColumnsOf(direction);
        bool isOnGrid = row >= 0 && row < Grid.Surface.Rows && column >= 0 && column < Grid.Surface.Columns;
        return isOnGrid && float.IsFinite(Grid.Surface.Multiplier[cell + _offset[direction]]) && !SlipsBetween(cell, direction)
            ? cell + _offset[direction]
            : SurfaceGrid.Outside;
    }

    /// <summary>True for a diagonal step through the corner between two cells that no pipe may enter.</summary>
    internal bool SlipsBetween(int cell, int direction)
    {
        int rows = Compass.RowsOf(direction), columns = Compass.ColumnsOf(direction);
        float[] multiplier = Grid.Surface.Multiplier;
        return rows != 0 && columns != 0 && !float.IsFinite(multiplier[cell + columns]) && !float.IsFinite(multiplier[cell + (rows * Grid.Surface.Columns)]);
    }

    private double Grade(int cell, int neighbour, int direction)
    {
        if (Grid.Surface.Climb is not { } climb)
        {
            return 1;
        }

        double grade = (climb.Height[neighbour] - (double)climb.Height[cell]) / (1000 * StepLength(cell, direction));
        return grade > 0 ? 1 + (climb.Uphill * grade) : grade < 0 ? 1 - (climb.Downhill * grade) : 1;
    }

    private (double Least, double Most) Range()
    {
        CostSurface surface = Grid.Surface;
        (double least, double most) = Range(surface.StepCosts ?? surface.Multiplier);
        if (surface.StepCosts is null)
        {
            (least, most) = (least * Lengths.Least, most * Lengths.Most * SteepestFactor(surface.Climb));
        }

        return (least * Math.Min(1, RightOfWayFactor), most * Math.Max(1, RightOfWayFactor));
    }

    private static (double Least, double Most) Range(float[] values)
    {
        (float least, float most) = (float.PositiveInfinity, 0);
        foreach (float value in values)
        {
            (least, most) = float.IsFinite(value) ? (Math.Min(least, value), Math.Max(most, value)) : (least, most);
        }

        return (least, most);
    }

    private double SteepestFactor(Climb? climb)
    {
        if (climb is null)
        {
            return 1;
        }

        (float least, float most) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (float height in climb.Height)
        {
            (least, most) = float.IsFinite(height) ? (Math.Min(least, height), Math.Max(most, height)) : (least, most);
        }

        return most > least ? 1 + (Math.Max(climb.Uphill, climb.Downhill) * (most - least) / (1000 * Lengths.Least)) : 1;
    }

    private static bool[] CellsOn(SurfaceGrid grid, IEnumerable<Corridor> lines)
    {
        bool[] on = new bool[grid.Count];
        foreach (Corridor line in lines)
        {
            PlanePoint[] points = [.. line.Points.Select(grid.Project)];
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
}
