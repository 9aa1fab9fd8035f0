using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>Drops points of a line that lie close to the line without them (Douglas and Peucker 1973).</summary>
internal static class LineThinning
{
    /// <summary>The line with its ends and every point further than the tolerance (degrees) from the thinned line.</summary>
    public static IReadOnlyList<GeoPoint> Thin(IReadOnlyList<GeoPoint> line, double tolerance)
    {
        if (tolerance <= 0 || line.Count < 3)
        {
            return line;
        }

        bool[] keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        Stack<(int From, int To)> open = new([(0, line.Count - 1)]);
        while (open.TryPop(out (int From, int To) span))
        {
            (int furthest, double distance) = Furthest(line, span.From, span.To);
            if (distance > tolerance)
            {
                keep[furthest] = true;
                open.Push((span.From, furthest));
                open.Push((furthest, span.To));
            }
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    private static (int Index, double Distance) Furthest(IReadOnlyList<GeoPoint> line, int from, int to)
    {
        (int Index, double Distance) furthest = (from, 0);
        for (int i = from + 1; i < to; i++)
        {
            double distance = ToSegment(line[i], line[from], line[to]);
            if (distance > furthest.Distance)
            {
                furthest = (i, distance);
            }
        }

        return furthest;
    }

    // To the segment and not to the endless line: a point beyond an end may lie on the line and still be far away.
    private static double ToSegment(GeoPoint point, GeoPoint a, GeoPoint b)
    {
        double dx = b.Longitude - a.Longitude, dy = b.Latitude - a.Latitude, px = point.Longitude - a.Longitude, py = point.Latitude - a.Latitude;
        double square = (dx * dx) + (dy * dy);
        double t = square == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / square, 0, 1);
        return Math.Sqrt(Math.Pow(px - (t * dx), 2) + Math.Pow(py - (t * dy), 2));
    }
}
