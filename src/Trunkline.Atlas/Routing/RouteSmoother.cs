namespace Trunkline.Atlas;

/// <summary>
/// Takes the staircase out of a path through cell middles: a run is replaced by a straight line where that line stays on passable cells,
/// stays near the run, and does not cost more. So a smoothed route is never dearer than the path it came from.
/// </summary>
internal sealed class RouteSmoother(TerrainCost terrain)
{
    // How far a straight line may leave the path it replaces: cells, and a share of its own length. The grid's eight directions lead a path
    // up to a fifth of its length aside of the straight way; more leeway than that would carry it past the corridors it was routed beside.
    private const double LeewayCells = 1.5;
    private const double LeewayShare = 0.1;

    // Passing this much of an impassable cell is a rounded coordinate, not a crossing.
    private const double ClipKm = 0.05;

    // Up to this many points away each one is tried, beyond it every second, third and so on.
    private const int EachPointOf = 64;

    private readonly RouteMeter _meter = new(terrain);

    public List<PlanePoint> Smooth(IReadOnlyList<PlanePoint> path)
    {
        double[] weighted = Weighted(path);
        var smooth = new List<PlanePoint> { path[0] };
        int at = 0;
        while (at < path.Count - 1)
        {
            at = Farthest(path, weighted, at);
            smooth.Add(path[at]);
        }

        return smooth;
    }

    // The last point that a straight line from here may go to, among those at steps that widen with the distance: on a long path every point
    // need not be tried, and near ones are.
    private int Farthest(IReadOnlyList<PlanePoint> path, double[] weighted, int from)
    {
        int best = from + 1;
        for (int to = from + 2; to < path.Count && IsNear(path, from, to, 2); to += 1 + ((to - from) / EachPointOf))
        {
            if (IsNear(path, from, to, 1) && IsNoDearer(path, weighted, from, to))
            {
                best = to;
            }
        }

        return best;
    }

    private bool IsNoDearer(IReadOnlyList<PlanePoint> path, double[] weighted, int from, int to)
    {
        RouteMeasure straight = _meter.Measure([path[from], path[to]]);
        return straight.ImpassableKilometres <= ClipKm && straight.Weighted <= weighted[to] - weighted[from];
    }

    // Cost of the path from its start to each of its points.
    private double[] Weighted(IReadOnlyList<PlanePoint> path)
    {
        double[] weighted = new double[path.Count];
        for (int i = 1; i < path.Count; i++)
        {
            weighted[i] = weighted[i - 1] + _meter.Measure([path[i - 1], path[i]]).Weighted;
        }

        return weighted;
    }

    private bool IsNear(IReadOnlyList<PlanePoint> path, int from, int to, double times)
    {
        double leeway = times * ((LeewayCells * terrain.Grid.Surface.CellSize) + (LeewayShare * path[from].PlaneDistance(path[to])));
        for (int i = from + 1; i < to; i++)
        {
            if (Distance(path[i], path[from], path[to]) > leeway)
            {
                return false;
            }
        }

        return true;
    }

    private static double Distance(PlanePoint point, PlanePoint a, PlanePoint b)
    {
        double dx = b.X - a.X, dy = b.Y - a.Y, square = (dx * dx) + (dy * dy);
        double share = square == 0 ? 0 : Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / square, 0, 1);
        return point.PlaneDistance(a.Towards(b, share));
    }
}
