using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>
/// Albers equal-area conic on the mean sphere with the parallels customary for the contiguous United States (29.5 and 45.5 degrees
/// north, centred on 96 degrees west): areas compare, shapes look familiar. For drawing only.
/// </summary>
public static class Albers
{
    private const double EarthRadiusKm = 6371.0088;

    private static readonly double _south = double.DegreesToRadians(29.5);
    private static readonly double _north = double.DegreesToRadians(45.5);
    private static readonly double _centreLongitude = double.DegreesToRadians(-96);
    private static readonly double _cone = (Math.Sin(_south) + Math.Sin(_north)) / 2;
    private static readonly double _constant = (Math.Cos(_south) * Math.Cos(_south)) + (2 * _cone * Math.Sin(_south));
    private static readonly double _centreRadius = RadiusAt(double.DegreesToRadians(37.5));

    /// <summary>Kilometres east and south of 96 W, 37.5 N.</summary>
    public static MapPoint Project(GeoPoint place)
    {
        double radius = RadiusAt(double.DegreesToRadians(place.Latitude));
        double turn = _cone * (double.DegreesToRadians(place.Longitude) - _centreLongitude);
        return new MapPoint(radius * Math.Sin(turn), (radius * Math.Cos(turn)) - _centreRadius);
    }

    private static double RadiusAt(double latitude) => EarthRadiusKm / _cone * Math.Sqrt(_constant - (2 * _cone * Math.Sin(latitude)));
}

/// <summary>A point of a drawing: right and down.</summary>
public readonly record struct MapPoint(double X, double Y);
