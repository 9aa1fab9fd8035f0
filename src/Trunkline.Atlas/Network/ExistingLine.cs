using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Where an existing line passes the middle of its stay in a cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="At">Distance from the line's start on the plane, metres.</param>
internal readonly record struct LineStop(int Cell, double At);

/// <summary>A CO2 pipeline that lies on the ground, laid over the grid as chains of touching passable cells.</summary>
internal sealed class ExistingLine
{
    private readonly PlanePoint[] _points;
    private readonly double[] _at;

    public ExistingLine(SurfaceGrid grid, Corridor corridor)
    {
        Capacity = corridor.Capacity ?? default;
        _points = [.. corridor.Points.Select(grid.Project)];
        _at = new double[_points.Length];
        for (int i = 1; i < _at.Length; i++)
        {
            _at[i] = _at[i - 1] + _points[i].PlaneDistance(_points[i - 1]);
        }

        Chains = [.. Split(grid, WithoutCorners(grid, Stops(grid))).Where(chain => chain.Count > 1)];
    }

    /// <summary>What the pipe carries; zero where unknown.</summary>
    public TonnesPerYear Capacity { get; }

    /// <summary>Unbroken runs of at least two cells; the line is broken where it passes a cell that no pipe may enter.</summary>
    public IReadOnlyList<IReadOnlyList<LineStop>> Chains { get; }

    /// <summary>The point at a distance along the line.</summary>
    public PlanePoint PointAt(double at)
    {
        int i = Array.BinarySearch(_at, at);
        i = i >= 0 ? i : ~i - 1;
        i = Math.Clamp(i, 0, _at.Length - 2);
        double length = _at[i + 1] - _at[i];
        return length > 0 ? _points[i].Towards(_points[i + 1], (at - _at[i]) / length) : _points[i];
    }

    /// <summary>The line between two distances along it, ends included, backwards where the second is the smaller.</summary>
    public IEnumerable<PlanePoint> Between(double from, double to)
    {
        (double low, double high) = (Math.Min(from, to), Math.Max(from, to));
        var inner = Enumerable.Range(0, _at.Length).Where(i => _at[i] > low && _at[i] < high).Select(i => _points[i]);
        return [PointAt(from), .. from <= to ? inner : inner.Reverse(), PointAt(to)];
    }

    private List<(LineStop Stop, double Stay)> Stops(SurfaceGrid grid)
    {
        var stops = new List<(LineStop Stop, double Stay)>();
        foreach (LinePiece piece in LineTrace.Along(grid, _points))
        {
            double length = _at[piece.Segment + 1] - _at[piece.Segment];
            double from = _at[piece.Segment] + (piece.From * length), stay = (piece.To - piece.From) * length;
            if (stops.Count > 0 && stops[^1].Stop.Cell == piece.Cell)
            {
                from -= stops[^1].Stay;
                stay += stops[^1].Stay;
                stops.RemoveAt(stops.Count - 1);
            }

            stops.Add((new LineStop(piece.Cell, from + (stay / 2)), stay));
        }

        return stops;
    }

    // A cell that the line only clips between two cells that touch at a corner is left out: the chain steps diagonally instead.
    private static List<LineStop> WithoutCorners(SurfaceGrid grid, List<(LineStop Stop, double Stay)> stops)
    {
        var kept = new List<LineStop>();
        for (int i = 0; i < stops.Count; i++)
        {
            bool clipped = i > 0 && i + 1 < stops.Count && kept[^1] == stops[i - 1].Stop
                && stops[i].Stay < Math.Min(stops[i - 1].Stay, stops[i + 1].Stay)
                && stops[i - 1].Stop.Cell != stops[i + 1].Stop.Cell && Touch(grid, stops[i - 1].Stop.Cell, stops[i + 1].Stop.Cell);
            if (!clipped)
            {
                kept.Add(stops[i].Stop);
            }
        }

        return kept;
    }

    private static IEnumerable<IReadOnlyList<LineStop>> Split(SurfaceGrid grid, List<LineStop> stops)
    {
        var run = new List<LineStop>();
        foreach (LineStop stop in stops)
        {
            bool passable = grid.IsPassable(stop.Cell);
            if (run.Count > 0 && !(passable && Touch(grid, run[^1].Cell, stop.Cell)))
            {
                yield return run;
                run = [];
            }

            if (passable)
            {
                run.Add(stop);
            }
        }

        yield return run;
    }

    private static bool Touch(SurfaceGrid grid, int a, int b) =>
        a != SurfaceGrid.Outside && b != SurfaceGrid.Outside
        && Math.Abs(grid.RowOf(a) - grid.RowOf(b)) <= 1 && Math.Abs(grid.ColumnOf(a) - grid.ColumnOf(b)) <= 1;
}
