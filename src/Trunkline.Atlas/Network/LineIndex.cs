using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Counts the lines of one kind that a route crosses. May be asked from several threads.</summary>
internal sealed class LineIndex
{
    private readonly STRtree<(int Line, Coordinate A, Coordinate B)> _tree = new();

    public LineIndex(CrossableLines lines)
    {
        Kind = lines.Kind;
        for (int line = 0; line < lines.Lines.Count; line++)
        {
            Coordinate[] points = [.. lines.Lines[line].Select(At)];
            for (int i = 0; i + 1 < points.Length; i++)
            {
                _tree.Insert(new Envelope(points[i], points[i + 1]), (line, points[i], points[i + 1]));
            }
        }

        _tree.Build();
    }

    public string Kind { get; }

    public int Crossed(IReadOnlyList<GeoPoint> route)
    {
        var crossed = new HashSet<int>();
        var robust = new RobustLineIntersector();
        for (int i = 0; i + 1 < route.Count; i++)
        {
            (Coordinate a, Coordinate b) = (At(route[i]), At(route[i + 1]));
            foreach ((int line, Coordinate from, Coordinate to) in _tree.Query(new Envelope(a, b)))
            {
                robust.ComputeIntersection(a, b, from, to);
                if (robust.HasIntersection)
                {
                    crossed.Add(line);
                }
            }
        }

        return crossed.Count;
    }

    private static Coordinate At(GeoPoint place) => new(place.Longitude, place.Latitude);
}
