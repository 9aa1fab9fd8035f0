using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>The part of the world that a plan's maps show, and where a place falls on them.</summary>
/// <param name="West">Kilometres east of the projection's centre at the left edge.</param>
/// <param name="North">Kilometres south of the projection's centre at the upper edge.</param>
/// <param name="PixelsPerKm">Drawing units a kilometre.</param>
public sealed record MapFrame(double West, double North, double PixelsPerKm, double Height)
{
    /// <summary>Width of every map in drawing units.</summary>
    public const double Width = 960;

    private const double LeastKm = 240;
    private const double Margin = 0.04;
    private const double Widest = 1.75, Tallest = 0.95;

    // The contiguous states; a plan that spans most of them is shown on all of them.
    private static readonly Extent _contiguous = Extent.Of(
        new GeoPoint[] { new(-124.8, 48.5), new(-117.1, 32.4), new(-97.3, 25.8), new(-80.5, 25), new(-66.9, 44.9), new(-95.2, 49.5) }.Select(Albers.Project));

    /// <summary>The frame that holds all that the plan builds.</summary>
    public static MapFrame Of(Plan plan)
    {
        Extent built = Extent.Of(Places(plan).Select(Albers.Project));
        Extent shown = built.IsEmpty || built.Area > 0.45 * _contiguous.Area ? built.And(_contiguous) : built;
        return Around(shown);
    }

    public MapPoint At(GeoPoint place)
    {
        MapPoint km = Albers.Project(place);
        return new MapPoint((km.X - West) * PixelsPerKm, (km.Y - North) * PixelsPerKm);
    }

    /// <summary>True where a point lies on the map or within this many units of it.</summary>
    public bool Shows(MapPoint point, double slack = 0) =>
        point.X >= -slack && point.X <= Width + slack && point.Y >= -slack && point.Y <= Height + slack;

    private static MapFrame Around(Extent extent)
    {
        double wide = Math.Max(LeastKm, extent.Wide) * (1 + (2 * Margin)), tall = Math.Max(LeastKm / Widest, extent.Tall) * (1 + (2 * Margin));
        wide = Math.Max(wide, tall * Tallest);
        tall = Math.Max(tall, wide / Widest);
        double scale = Width / wide;
        return new MapFrame(extent.CentreX - (wide / 2), extent.CentreY - (tall / 2), scale, Math.Round(tall * scale));
    }

    private static IEnumerable<GeoPoint> Places(Plan plan) =>
    [
        .. plan.Captures.Select(capture => capture.Place),
        .. plan.Pipes.SelectMany(pipe => pipe.Route),
        .. plan.Storages.SelectMany(storage => storage.Entries).Select(entry => entry.Place),
        .. plan.Storages.Select(storage => storage.Centre),
    ];

    private readonly record struct Extent(double X0, double Y0, double X1, double Y1)
    {
        public bool IsEmpty => X0 > X1;

        public double Wide => X1 - X0;

        public double Tall => Y1 - Y0;

        public double Area => Wide * Tall;

        public double CentreX => (X0 + X1) / 2;

        public double CentreY => (Y0 + Y1) / 2;

        public static Extent Of(IEnumerable<MapPoint> points) => points.Aggregate(
            new Extent(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue),
            (extent, point) => new(
                Math.Min(extent.X0, point.X), Math.Min(extent.Y0, point.Y), Math.Max(extent.X1, point.X), Math.Max(extent.Y1, point.Y)));

        public Extent And(Extent other) =>
            new(Math.Min(X0, other.X0), Math.Min(Y0, other.Y0), Math.Max(X1, other.X1), Math.Max(Y1, other.Y1));
    }
}
