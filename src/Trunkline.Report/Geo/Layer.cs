using NetTopologySuite.Geometries;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>A table whose rows have shapes, in longitude and latitude (WGS 84).</summary>
/// <param name="GeometryType">OGC name of the shapes: POINT, LINESTRING or POLYGON.</param>
/// <param name="Shapes">One a row.</param>
public sealed record Layer(PlanTable Table, string GeometryType, IReadOnlyList<Geometry> Shapes)
{
    private const int CircleSides = 96;
    private const int Wgs84 = 4326;
    private const double EarthRadiusKm = 6371.0088;

    private static readonly GeometryFactory _shapes = new(new PrecisionModel(), Wgs84);

    /// <summary>Every layer of a plan.</summary>
    public static IReadOnlyList<Layer> All(Plan plan)
    {
        Plan drawn = plan with
        {
            Pipes = [.. plan.Pipes.Where(pipe => pipe.Route.Count >= 2)],
            Storages = [.. plan.Storages.Where(storage => storage.RadiusKm is > 0)],
        };
        return
        [
            new(PlanTables.Captures(plan), "POINT", [.. plan.Captures.Select(capture => Point(capture.Place))]),
            new(PlanTables.Pipes(drawn), "LINESTRING", [.. drawn.Pipes.Select(pipe => Line(pipe.Route))]),
            new(PlanTables.Storage(drawn), "POLYGON", [.. drawn.Storages.Select(storage => Circle(storage.Centre, storage.RadiusKm!.Value))]),
            new(PlanTables.InjectionPoints(plan), "POINT", [.. PlanFigures.InjectionPoints(plan).Select(point => Point(point.Entry.Place))]),
        ];
    }

    /// <summary>The circle of this radius on the mean sphere, anticlockwise as GeoJSON asks.</summary>
    public static Polygon Circle(GeoPoint centre, double radiusKm)
    {
        double angle = radiusKm / EarthRadiusKm, phi = double.DegreesToRadians(centre.Latitude);
        Coordinate[] ring = new Coordinate[CircleSides + 1];
        for (int i = 0; i < CircleSides; i++)
        {
            double bearing = -2 * Math.PI * i / CircleSides;
            double sinPhi = (Math.Sin(phi) * Math.Cos(angle)) + (Math.Cos(phi) * Math.Sin(angle) * Math.Cos(bearing));
            double lambda = Math.Atan2(Math.Sin(bearing) * Math.Sin(angle) * Math.Cos(phi), Math.Cos(angle) - (Math.Sin(phi) * sinPhi));
            ring[i] = Rounded(new GeoPoint(centre.Longitude + double.RadiansToDegrees(lambda), double.RadiansToDegrees(Math.Asin(sinPhi))));
        }

        ring[CircleSides] = ring[0];
        return _shapes.CreatePolygon(ring);
    }

    private static Point Point(GeoPoint place) => _shapes.CreatePoint(Rounded(place));

    private static LineString Line(IReadOnlyList<GeoPoint> route) => _shapes.CreateLineString([.. route.Select(Rounded)]);

    private static Coordinate Rounded(GeoPoint place) => new(Math.Round(place.Longitude, 5), Math.Round(place.Latitude, 5));
}
