using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// How long each step between neighbouring cells is on the ground, km. Lengths change slowly from cell to cell: they are worked out on a
/// lattice and interpolated between its points, which are so close that this is right to 1e-7; so the memory does not grow with the number
/// of cells in a given area. In degrees a length depends on the row alone.
/// </summary>
internal sealed class GroundLengths
{
    // Interpolating over a length L on a sphere of radius R is wrong by some (L / R)^2 / 8: 1e-7 at 5.7 km.
    private const double LatticeKm = 5.7;

    // The steps east, south-west, south and south-east; the other four are those of the neighbour.
    private const int Kinds = 4;

    private readonly int _spacing;
    private readonly int _latticeColumns;
    private readonly double[] _km;
    private readonly double[]? _halfByRow;

    public GroundLengths(SurfaceGrid grid)
    {
        CostSurface surface = grid.Surface;
        bool alikeInRow = surface.Projection.IsGeographic || surface.Projection.IsNowhere;
        double cellKm = grid.CellKilometres;
        _spacing = alikeInRow || !(cellKm * 2 < LatticeKm) ? 1 : (int)(LatticeKm / cellKm);
        int rows = ((surface.Rows - 1) / _spacing) + 2;
        _latticeColumns = alikeInRow ? 1 : ((surface.Columns - 1) / _spacing) + 2;
        _km = new double[rows * _latticeColumns * Kinds];
        Parallel.For(0, rows, row => FillRow(grid, row));
        Least = _km.Where(double.IsFinite).DefaultIfEmpty(1).Min();
        Most = _km.Where(double.IsFinite).DefaultIfEmpty(1).Max();
        _halfByRow = alikeInRow ? [.. Enumerable.Range(0, surface.Rows).SelectMany(HalvesOfRow)] : null;
    }

    /// <summary>Shortest step of all.</summary>
    public double Least { get; }

    /// <summary>Longest step of all.</summary>
    public double Most { get; }

    /// <summary>Length of a step from the cell in this row and column.</summary>
    public double Of(int row, int column, int direction)
    {
        if (direction < Kinds)
        {
            (row, column) = (row + Compass.RowsOf(direction), column + Compass.ColumnsOf(direction));
            direction = Compass.Back(direction);
        }

        int kind = direction - Kinds;
        if (_latticeColumns == 1)
        {
            return _km[(row * Kinds) + kind];
        }

        return _spacing == 1 ? _km[(((row * _latticeColumns) + column) * Kinds) + kind] : Between(row, column, kind);
    }

    /// <summary>Half the length of each of the eight steps from a cell not at the edge of the grid.</summary>
    /// <param name="room">Where to write them if they have to be worked out.</param>
    public ReadOnlySpan<double> Halves(int row, int column, double[] room)
    {
        if (_halfByRow is not null)
        {
            return _halfByRow.AsSpan(row * Compass.Directions, Compass.Directions);
        }

        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            room[direction] = 0.5 * Of(row, column, direction);
        }

        return room;
    }

    private double Between(int row, int column, int kind)
    {
        int above = row / _spacing, before = column / _spacing;
        double down = (double)(row - (above * _spacing)) / _spacing, across = (double)(column - (before * _spacing)) / _spacing;
        int at = (((above * _latticeColumns) + before) * Kinds) + kind, below = at + (_latticeColumns * Kinds);
        double upper = _km[at] + (across * (_km[at + Kinds] - _km[at]));
        double lower = _km[below] + (across * (_km[below + Kinds] - _km[below]));
        return upper + (down * (lower - upper));
    }

    private IEnumerable<double> HalvesOfRow(int row) =>
        Enumerable.Range(0, Compass.Directions).Select(direction => 0.5 * Of(direction < 3 ? Math.Max(row, 1) : row, 1, direction));

    private void FillRow(SurfaceGrid grid, int latticeRow)
    {
        int row = latticeRow * _spacing;
        // On a lattice of every cell the places of two rows serve all their steps; on a wide one each step has its own two.
        GeoPoint[][] rows = _spacing == 1 && !grid.Surface.Projection.IsNowhere ? [Places(grid, row), Places(grid, row + 1)] : [];
        for (int at = 0; at < _latticeColumns * Kinds; at++)
        {
            int column = at / Kinds * _spacing, direction = (at % Kinds) + Kinds;
            int down = Compass.RowsOf(direction), across = Compass.ColumnsOf(direction);
            _km[(latticeRow * _latticeColumns * Kinds) + at] = rows.Length > 0
                ? rows[0][column + 1].DistanceTo(rows[down][column + 1 + across]).Value
                : grid.Surface.Projection.Kilometres(grid.MiddleAt(row, column), grid.MiddleAt(row + down, column + across));
        }
    }

    private GeoPoint[] Places(SurfaceGrid grid, int row) =>
        [.. Enumerable.Range(-1, _latticeColumns + 2).Select(column => grid.Unproject(grid.MiddleAt(row, column)))];
}
