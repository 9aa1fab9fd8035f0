using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// How the ground is laid flat: any coordinate system that can be written as WKT 1 and that ProjNET knows. Plane coordinates are in the
/// system's own unit (metres, feet, or degrees where the system is geographic). The datum is not shifted: NAD 83 and WGS 84 count as one,
/// which is less than two metres. Lengths are never taken on the plane but on the ground, with the one exception of <see cref="Nowhere"/>.
/// </summary>
public sealed class MapProjection
{
    private readonly MathTransform? _toPlane;
    private readonly MathTransform? _toGround;

    private MapProjection(string name, string wkt, MathTransform? toPlane)
    {
        (Name, Wkt, _toPlane) = (name, wkt, toPlane);
        _toGround = toPlane?.Inverse();
    }

    /// <summary>
    /// North America Albers Equal Area Conic, ESRI:102008: NAD 83, standard parallels 20 and 60 north, origin 40 north 96 west, metres.
    /// The projection of the shipped cost surface.
    /// </summary>
    public static MapProjection NorthAmericaAlbers { get; } = OfWkt(KnownProjections.Wkt(KnownProjections.NorthAmericaAlbers)!, "ESRI:102008").OrThrow();

    /// <summary>Longitude and latitude in degrees.</summary>
    public static MapProjection Degrees { get; } = OfWkt(KnownProjections.Wkt(4326)!, "EPSG:4326").OrThrow();

    /// <summary>A flat plane in metres that lies nowhere on earth, for made-up grids: lengths are those of the plane.</summary>
    public static MapProjection Nowhere { get; } = new("a plane of its own", string.Empty, null);

    public string Name { get; }

    /// <summary>As WKT 1; empty for <see cref="Nowhere"/>.</summary>
    public string Wkt { get; }

    /// <summary>True where the plane's coordinates are degrees.</summary>
    public bool IsGeographic => _toPlane is null && !IsNowhere;

    internal bool IsNowhere => Wkt.Length == 0;

    /// <summary>A system by its WKT 1 text, or what is wrong with the text.</summary>
    /// <param name="where">Where the text was found, for the problem.</param>
    public static Checked<MapProjection> OfWkt(string wkt, string where)
    {
        try
        {
            return new CoordinateSystemFactory().CreateFromWkt(wkt) switch
            {
                ProjectedCoordinateSystem projected => Checked<MapProjection>.Right(new MapProjection(
                    projected.Name, wkt, new CoordinateTransformationFactory().CreateFromCoordinateSystems(projected.GeographicCoordinateSystem, projected).MathTransform)),
                GeographicCoordinateSystem degrees when IsInDegrees(degrees) => Checked<MapProjection>.Right(new MapProjection(degrees.Name, wkt, null)),
                _ => Unusable(where, "it is neither a projected system nor one of longitude and latitude in degrees."),
            };
        }
        // ProjNET tells bad text by whatever its parser met.
        catch (Exception e) when (e is ArgumentException or NotSupportedException or FormatException or InvalidOperationException or NullReferenceException
            or IndexOutOfRangeException or KeyNotFoundException or OverflowException)
        {
            return Unusable(where, e.Message);
        }
    }

    /// <summary>A system by an EPSG or ESRI number, <c>5070</c> or <c>EPSG:5070</c>; a problem where the number is not one that ships.</summary>
    public static Checked<MapProjection> OfCode(string code, string where)
    {
        string digits = code[(code.LastIndexOf(':') + 1)..];
        return int.TryParse(digits, out int number) && KnownProjections.Wkt(number) is { } wkt
            ? OfWkt(wkt, where)
            : Checked<MapProjection>.Wrong([new Problem(where, $"The coordinate system '{code}' is not known by number.", $"Known numbers: {KnownProjections.Listed}. Or give its WKT 1 text.")]);
    }

    /// <summary>Where a place lies on the plane.</summary>
    public PlanePoint Project(GeoPoint place)
    {
        if (_toPlane is null)
        {
            return new PlanePoint(place.Longitude, place.Latitude);
        }

        (double x, double y) = _toPlane.Transform(place.Longitude, place.Latitude);
        return new PlanePoint(x, y);
    }

    /// <summary>Which place a point of the plane stands for.</summary>
    public GeoPoint Unproject(PlanePoint point)
    {
        if (_toGround is null)
        {
            return new GeoPoint(point.X, point.Y);
        }

        (double longitude, double latitude) = _toGround.Transform(point.X, point.Y);
        return new GeoPoint(longitude, latitude);
    }

    /// <summary>Length of a straight piece between two points of the plane, on the ground, km.</summary>
    internal double Kilometres(PlanePoint a, PlanePoint b) =>
        IsNowhere ? a.PlaneDistance(b) / 1000 : Unproject(a).DistanceTo(Unproject(b)).Value;

    private static bool IsInDegrees(GeographicCoordinateSystem system) => Math.Abs(system.AngularUnit.RadiansPerUnit - (Math.PI / 180)) < 1e-9;

    private static Checked<MapProjection> Unusable(string where, string why) => Checked<MapProjection>.Wrong([new Problem(
        where, $"The coordinate system cannot be used: {why}", "Give WKT 1 text, as 'gdalsrsinfo -o wkt1' writes it, or a number such as EPSG:5070.")]);
}
