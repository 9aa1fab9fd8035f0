using System.Globalization;

namespace Trunkline.Atlas;

/// <summary>
/// The coordinate systems that are known by number, as WKT 1. Parameters are those of the EPSG registry and, for 102003 and 102008, of Esri's.
/// ProjNET brings no registry; every other system is given as text.
/// </summary>
internal static class KnownProjections
{
    public const int NorthAmericaAlbers = 102008;

    private const string Nad83 = """GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";
    private const string Wgs84 = """GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";
    private const string Etrs89 = """GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]""";

    /// <summary>For messages.</summary>
    public const string Listed = "4326, 4269, 4258, 5070, 102003, 102008, 3005, 3035, 3347, 3978, 32601-32660, 32701-32760, 26901-26923, 25828-25838";

    /// <summary>WKT 1 of a number, or null where it is not known.</summary>
    public static string? Wkt(int code) => code switch
    {
        4326 => Wgs84,
        4269 => Nad83,
        4258 => Etrs89,
        5070 => Albers("NAD83 / Conus Albers", 29.5, 45.5, 23, -96, 0, 0),
        102003 => Albers("USA_Contiguous_Albers_Equal_Area_Conic", 29.5, 45.5, 37.5, -96, 0, 0),
        NorthAmericaAlbers => Albers("North_America_Albers_Equal_Area_Conic", 20, 60, 40, -96, 0, 0),
        3005 => Albers("NAD83 / BC Albers", 50, 58.5, 45, -126, 1_000_000, 0),
        3035 => Text("ETRS89 / LAEA Europe", Etrs89, "Lambert_Azimuthal_Equal_Area",
            [("latitude_of_center", 52), ("longitude_of_center", 10), ("false_easting", 4_321_000), ("false_northing", 3_210_000)]),
        3347 => Conformal("NAD83 / Statistics Canada Lambert", 49, 77, 63.390675, -91.8666666666667, 6_200_000, 3_000_000),
        3978 => Conformal("NAD83 / Canada Atlas Lambert", 49, 77, 49, -95, 0, 0),
        >= 32601 and <= 32660 => Mercator($"WGS 84 / UTM zone {code - 32600}N", Wgs84, code - 32600, 0),
        >= 32701 and <= 32760 => Mercator($"WGS 84 / UTM zone {code - 32700}S", Wgs84, code - 32700, 10_000_000),
        >= 26901 and <= 26923 => Mercator($"NAD83 / UTM zone {code - 26900}N", Nad83, code - 26900, 0),
        >= 25828 and <= 25838 => Mercator($"ETRS89 / UTM zone {code - 25800}N", Etrs89, code - 25800, 0),
        _ => null,
    };

    /// <summary>A projected system in metres as WKT 1.</summary>
    public static string Text(string name, string geographic, string method, IEnumerable<(string Name, double Value)> parameters, double metresPerUnit = 1)
    {
        IEnumerable<string> listed = parameters.Select(p => $"PARAMETER[\"{p.Name}\",{p.Value.ToString("R", CultureInfo.InvariantCulture)}]");
        string unit = metresPerUnit.ToString("R", CultureInfo.InvariantCulture);
        return $"PROJCS[\"{name}\",{geographic},PROJECTION[\"{method}\"],{string.Join(',', listed)},UNIT[\"{(metresPerUnit == 1 ? "metre" : "unit")}\",{unit}]]";
    }

    private static string Albers(string name, double first, double second, double latitude, double longitude, double east, double north) =>
        Text(name, Nad83, "Albers_Conic_Equal_Area",
            [("standard_parallel_1", first), ("standard_parallel_2", second), ("latitude_of_center", latitude), ("longitude_of_center", longitude),
                ("false_easting", east), ("false_northing", north)]);

    private static string Conformal(string name, double first, double second, double latitude, double longitude, double east, double north) =>
        Text(name, Nad83, "Lambert_Conformal_Conic_2SP",
            [("standard_parallel_1", first), ("standard_parallel_2", second), ("latitude_of_origin", latitude), ("central_meridian", longitude),
                ("false_easting", east), ("false_northing", north)]);

    private static string Mercator(string name, string geographic, int zone, double north) =>
        Text(name, geographic, "Transverse_Mercator",
            [("latitude_of_origin", 0), ("central_meridian", (6 * zone) - 183), ("scale_factor", 0.9996), ("false_easting", 500_000), ("false_northing", north)]);
}
