using System.Globalization;
using System.Text;

namespace Trunkline.Report;

/// <summary>Lines of a map as SVG path text: simplified to what the eye can see, in relative steps of a tenth of a unit.</summary>
public static class MapPath
{
    private const double Tenths = 10;

    /// <summary>A line; empty where nothing is left of it.</summary>
    public static string Line(IReadOnlyList<MapPoint> points, double tolerance) => Steps(Simplified(points, tolerance), false);

    /// <summary>A closed ring; empty where it is smaller than the tolerance.</summary>
    public static string Ring(IReadOnlyList<MapPoint> points, double tolerance)
    {
        IReadOnlyList<MapPoint> kept = Simplified(points, tolerance);
        return kept.Count < 4 || Area(kept) < tolerance ? "" : Steps(kept, true);
    }

    /// <summary>The points that a line must keep to stay within the tolerance (Douglas and Peucker 1973).</summary>
    public static IReadOnlyList<MapPoint> Simplified(IReadOnlyList<MapPoint> points, double tolerance)
    {
        if (points.Count <= 2)
        {
            return points;
        }

        bool[] kept = new bool[points.Count];
        kept[0] = kept[^1] = true;
        Stack<(int From, int To)> spans = new([(0, points.Count - 1)]);
        while (spans.TryPop(out (int From, int To) span))
        {
            (int farthest, double distance) = Farthest(points, span.From, span.To);
            if (distance > tolerance)
            {
                kept[farthest] = true;
                spans.Push((span.From, farthest));
                spans.Push((farthest, span.To));
            }
        }

        return [.. points.Where((_, i) => kept[i])];
    }

    private static (int Index, double Distance) Farthest(IReadOnlyList<MapPoint> points, int from, int to)
    {
        (int index, double farthest) = (from, 0.0);
        for (int i = from + 1; i < to; i++)
        {
            double distance = Distance(points[i], points[from], points[to]);
            (index, farthest) = distance > farthest ? (i, distance) : (index, farthest);
        }

        return (index, farthest);
    }

    private static double Distance(MapPoint point, MapPoint from, MapPoint to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = (dx * dx) + (dy * dy);
        double along = length == 0 ? 0 : Math.Clamp((((point.X - from.X) * dx) + ((point.Y - from.Y) * dy)) / length, 0, 1);
        return Math.Sqrt(Math.Pow(point.X - from.X - (along * dx), 2) + Math.Pow(point.Y - from.Y - (along * dy), 2));
    }

    private static double Area(IReadOnlyList<MapPoint> ring) =>
        Math.Abs(ring.Zip(ring.Skip(1), (a, b) => (a.X * b.Y) - (b.X * a.Y)).Sum()) / 2;

    private static string Steps(IReadOnlyList<MapPoint> points, bool closed)
    {
        StringBuilder path = new();
        (int x, int y) = (0, 0);
        foreach (MapPoint point in closed ? points.Take(points.Count - 1) : points)
        {
            (int nextX, int nextY) = ((int)Math.Round(point.X * Tenths), (int)Math.Round(point.Y * Tenths));
            if (path.Length == 0 || nextX != x || nextY != y)
            {
                path.Append(path.Length == 0 ? 'M' : 'l').Append(Tenth(nextX - x)).Append(nextY - y < 0 ? "" : " ").Append(Tenth(nextY - y));
                (x, y) = (nextX, nextY);
            }
        }

        return closed ? path.Append('z').ToString() : path.ToString();
    }

    private static string Tenth(int tenths) => (tenths / Tenths).ToString("0.#", CultureInfo.InvariantCulture);
}
