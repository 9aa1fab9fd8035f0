using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// North America Albers Equal Area Conic, ESRI:102008: NAD 83, standard parallels 20 and 60 north, origin 40 north 96 west, metres.
/// The projection of the shipped cost surface. It keeps areas, not lengths: lengths are always taken on the ground.
/// </summary>
public static class AlbersProjection
{
    private const string Wkt =
        """
        PROJCS["North_America_Albers_Equal_Area_Conic",
          GEOGCS["GCS_North_American_1983",
            DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],
            PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],
          PROJECTION["Albers_Conic_Equal_Area"],
          PARAMETER["false_easting",0.0],PARAMETER["false_northing",0.0],
          PARAMETER["longitude_of_center",-96.0],PARAMETER["latitude_of_center",40.0],
          PARAMETER["standard_parallel_1",20.0],PARAMETER["standard_parallel_2",60.0],
          UNIT["Meter",1.0]]
        """;

    private static readonly MathTransform ToPlane = Transform();
    private static readonly MathTransform ToGround = ToPlane.Inverse();

    /// <summary>Where a place lies on the plane.</summary>
    public static PlanePoint Project(GeoPoint place)
    {
        (double x, double y) = ToPlane.Transform(place.Longitude, place.Latitude);
        return new PlanePoint(x, y);
    }

    /// <summary>Which place a point of the plane stands for.</summary>
    public static GeoPoint Unproject(PlanePoint point)
    {
        (double longitude, double latitude) = ToGround.Transform(point.X, point.Y);
        return new GeoPoint(longitude, latitude);
    }

    private static MathTransform Transform()
    {
        var projected = (ProjectedCoordinateSystem)new CoordinateSystemFactory().CreateFromWkt(Wkt);
        return new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(projected.GeographicCoordinateSystem, projected).MathTransform;
    }
}
