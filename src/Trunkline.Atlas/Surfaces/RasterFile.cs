using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Reads a raster in either form, ESRI ASCII grid or GeoTIFF, told apart by the first bytes.</summary>
public static class RasterFile
{
    /// <summary>Cells that a raster may have.</summary>
    public const long MostCells = 200_000_000;

    /// <summary>The raster, or everything that is wrong with the file.</summary>
    /// <param name="crs">What the coordinates mean, as a number (EPSG:5070), WKT 1, or a file with WKT 1; null where the file says it.</param>
    public static Checked<Raster> Read(string path, string? crs = null)
    {
        if (!File.Exists(path))
        {
            return Checked<Raster>.Wrong([new Problem(path, "There is no such file.", "Name an ESRI ASCII grid or a GeoTIFF.")]);
        }

        Checked<MapProjection>? given = crs is null ? FromSidecar(path) : FromWords(crs);
        return given is { IsRight: false } wrong
            ? Checked<Raster>.Wrong([.. wrong.Problems])
            : IsTiff(path) ? GeoTiffReader.Read(path, given?.Value) : AsciiGridReader.Read(path, given?.Value);
    }

    /// <summary>What is wrong where nothing says what the coordinates mean.</summary>
    internal static Problem NoProjection(string path) => new(
        path, "Nothing says which projection the grid is in.", $"Put its WKT 1 beside it as {Path.GetFileNameWithoutExtension(path)}.prj, or give --crs, for example --crs EPSG:5070.");

    /// <summary>A size that no raster has, or null.</summary>
    internal static Problem? WrongSize(string path, double columns, double rows) =>
        columns >= 1 && rows >= 1 && columns == Math.Floor(columns) && rows == Math.Floor(rows) && columns * rows <= MostCells
            ? null
            : new Problem(path, $"{columns} columns and {rows} rows make no raster.", $"Give whole numbers from 1, and at most {MostCells:N0} cells.");

    private static Checked<MapProjection> FromWords(string crs) =>
        crs.Contains('[', StringComparison.Ordinal) ? MapProjection.OfWkt(crs, "--crs")
        : File.Exists(crs) ? MapProjection.OfWkt(File.ReadAllText(crs), crs)
        : MapProjection.OfCode(crs, "--crs");

    private static Checked<MapProjection>? FromSidecar(string path)
    {
        string beside = Path.ChangeExtension(path, ".prj");
        return File.Exists(beside) ? MapProjection.OfWkt(File.ReadAllText(beside), beside) : null;
    }

    private static bool IsTiff(string path)
    {
        using FileStream stream = File.OpenRead(path);
        Span<byte> head = stackalloc byte[2];
        return stream.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && (head.SequenceEqual("II"u8) || head.SequenceEqual("MM"u8));
    }
}
