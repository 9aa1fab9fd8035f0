namespace Trunkline.Report;

/// <summary>Where a state's two letters go: the middle of its largest part, and how much room there is.</summary>
/// <param name="Room">Width of that part in drawing units.</param>
public sealed record StateLabel(MapPoint Place, double Room)
{
    /// <summary>Null where the state has no part on the map.</summary>
    public static StateLabel? Of(IReadOnlyList<IReadOnlyList<MapPoint>> rings)
    {
        IReadOnlyList<MapPoint>? largest = rings.MaxBy(ring => Math.Abs(SignedArea(ring)));
        return largest is null ? null : new StateLabel(Centroid(largest), largest.Max(point => point.X) - largest.Min(point => point.X));
    }

    private static double SignedArea(IReadOnlyList<MapPoint> ring) => ring.Zip(ring.Skip(1), Cross).Sum() / 2;

    private static double Cross(MapPoint a, MapPoint b) => (a.X * b.Y) - (b.X * a.Y);

    private static MapPoint Centroid(IReadOnlyList<MapPoint> ring)
    {
        double area = SignedArea(ring);
        double x = ring.Zip(ring.Skip(1), (a, b) => (a.X + b.X) * Cross(a, b)).Sum();
        double y = ring.Zip(ring.Skip(1), (a, b) => (a.Y + b.Y) * Cross(a, b)).Sum();
        return new MapPoint(x / (6 * area), y / (6 * area));
    }
}
