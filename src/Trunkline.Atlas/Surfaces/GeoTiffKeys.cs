using System.Globalization;
using BitMiracle.LibTiff.Classic;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What the GeoTIFF keys (OGC 19-008) say of the coordinate system: a number that is known, or a method with its parameters.</summary>
internal static class GeoTiffKeys
{
    public const int UserDefined = 32767;
    public const int Directory = 34735;
    public const int DoubleParameters = 34736;
    public const int TextParameters = 34737;

    private const int RasterType = 1025, GeographicSystem = 2048, ProjectedSystem = 3072, Method = 3075, LinearUnit = 3076;

    /// <summary>True where the tie point is the middle of a cell.</summary>
    public static bool IsPoint(Tiff tiff) => Keys(tiff).GetValueOrDefault(RasterType) == 2;

    /// <summary>The numbers of a tag, none where it is absent.</summary>
    public static double[] Doubles(Tiff tiff, int tag)
    {
        byte[] bytes = tiff.GetField((TiffTag)tag) is { Length: > 0 } field ? field[^1].GetBytes() : [];
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToDouble(bytes, i * 8))];
    }

    /// <summary>The system, or why it cannot be used.</summary>
    public static Checked<MapProjection> Projection(Tiff tiff, string path)
    {
        Dictionary<int, double> keys = Keys(tiff);
        if (keys.TryGetValue(ProjectedSystem, out double number) && number != UserDefined)
        {
            return MapProjection.OfCode($"EPSG:{number:0}", path);
        }

        if (keys.ContainsKey(Method))
        {
            return ByMethod(keys) is { } wkt ? MapProjection.OfWkt(wkt, path) : Checked<MapProjection>.Wrong(
                [new Problem(path, $"The projection method {keys[Method]:0} of its GeoTIFF keys is not known.", "Give the system with --crs, or as WKT 1 in a .prj file beside it.")]);
        }

        return keys.TryGetValue(GeographicSystem, out double degrees)
            ? MapProjection.OfCode(degrees == UserDefined ? "EPSG:4269" : $"EPSG:{degrees:0}", path)
            : Checked<MapProjection>.Wrong([RasterFile.NoProjection(path)]);
    }

    private static string? ByMethod(Dictionary<int, double> keys)
    {
        double Key(double otherwise, params ReadOnlySpan<int> ids)
        {
            foreach (int id in ids)
            {
                if (keys.TryGetValue(id, out double value))
                {
                    return value;
                }
            }

            return otherwise;
        }

        double metres = Key(9001, LinearUnit) switch { 9002 => 0.3048, 9003 => 1200.0 / 3937, _ => 1 };
        (string Name, double Value)[] origin = [("false_easting", Key(0, 3082, 3086, 3090)), ("false_northing", Key(0, 3083, 3087, 3091))];
        double latitude = Key(0, 3081, 3085, 3089), longitude = Key(0, 3080, 3084, 3088), first = Key(0, 3078), second = Key(first, 3079), scale = Key(1, 3092, 3093);
        (string Name, double Value)[] parallels = [("standard_parallel_1", first), ("standard_parallel_2", second)];
        string geographic = KnownProjections.Wkt((int)Key(4269, GeographicSystem)) ?? KnownProjections.Wkt(4269)!;
        return Key(0, Method) switch
        {
            1 => Text("Transverse_Mercator", [("latitude_of_origin", latitude), ("central_meridian", longitude), ("scale_factor", scale)]),
            8 => Text("Lambert_Conformal_Conic_2SP", [.. parallels, ("latitude_of_origin", latitude), ("central_meridian", longitude)]),
            9 => Text("Lambert_Conformal_Conic_1SP", [("latitude_of_origin", latitude), ("central_meridian", longitude), ("scale_factor", scale)]),
            10 => Text("Lambert_Azimuthal_Equal_Area", [("latitude_of_center", latitude), ("longitude_of_center", longitude)]),
            11 => Text("Albers_Conic_Equal_Area", [.. parallels, ("latitude_of_center", latitude), ("longitude_of_center", longitude)]),
            _ => null,
        };

        string Text(string method, (string Name, double Value)[] own) => KnownProjections.Text("from GeoTIFF keys", geographic, method, [.. own, .. origin], metres);
    }

    // Four numbers a key: id, where its value stands (0: here), how many, value or place.
    private static Dictionary<int, double> Keys(Tiff tiff)
    {
        byte[] bytes = tiff.GetField((TiffTag)Directory) is { Length: > 0 } field ? field[^1].GetBytes() : [];
        double[] numbers = Doubles(tiff, DoubleParameters);
        Dictionary<int, double> keys = [];
        for (int at = 8; at + 8 <= bytes.Length; at += 8)
        {
            (int id, int place, int value) = (BitConverter.ToUInt16(bytes, at), BitConverter.ToUInt16(bytes, at + 2), BitConverter.ToUInt16(bytes, at + 6));
            if (place == 0 || (place == DoubleParameters && value < numbers.Length))
            {
                keys[id] = place == 0 ? value : numbers[value];
            }
        }

        return keys;
    }
}
