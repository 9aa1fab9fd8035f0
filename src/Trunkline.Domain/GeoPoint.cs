using System.Globalization;

namespace Trunkline.Domain;

/// <summary>A place on the WGS 84 / NAD 83 ellipsoid, in decimal degrees, east and north positive.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    /// <summary>IUGG mean radius, km.</summary>
    public const double MeanEarthRadiusKm = 6371.0088;

    /// <summary>Great-circle distance on the mean sphere (error below 0.6 %).</summary>
    public Kilometres DistanceTo(GeoPoint other)
    {
        double phi1 = Radians(Latitude), phi2 = Radians(other.Latitude);
        double halfPhi = (phi2 - phi1) / 2, halfLambda = Radians(other.Longitude - Longitude) / 2;
        double h = (Math.Sin(halfPhi) * Math.Sin(halfPhi))
            + (Math.Cos(phi1) * Math.Cos(phi2) * Math.Sin(halfLambda) * Math.Sin(halfLambda));
        return new Kilometres(2 * MeanEarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h))));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Longitude:0.####} {Latitude:0.####}");

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
