using System.Globalization;
using System.Text;
using BitMiracle.LibTiff.Classic;

namespace Trunkline.Atlas;

/// <summary>Writes a surface as GeoTIFF (<c>.tif</c>) or ESRI ASCII grid with its projection beside it: -9999 no data, -1 no-go.</summary>
public static class SurfaceWriter
{
    private const float NoData = -9999;
    private const int TileSide = 256;

    private static readonly Tiff.TiffExtendProc? _next = Tiff.SetTagExtender(Extend);

    /// <returns>The files written.</returns>
    public static IReadOnlyList<string> Write(CostSurface surface, string path)
    {
        string beside = Path.ChangeExtension(path, ".prj");
        if (Path.GetExtension(path).ToUpperInvariant() is ".TIF" or ".TIFF")
        {
            WriteTiff(surface, path);
        }
        else
        {
            WriteText(surface, path);
        }

        if (surface.Projection.IsNowhere)
        {
            return [path];
        }

        File.WriteAllText(beside, surface.Projection.Wkt + "\n");
        return [path, beside];
    }

    private static void WriteText(CostSurface surface, string path)
    {
        using StreamWriter text = new(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        CultureInfo plain = CultureInfo.InvariantCulture;
        text.Write(string.Create(plain, $"ncols {surface.Columns}\nnrows {surface.Rows}\nxllcorner {surface.Left:R}\n"));
        text.Write(string.Create(plain, $"yllcorner {surface.Top - (surface.Rows * surface.CellSize):R}\ncellsize {surface.CellSize:R}\nNODATA_value {NoData:0}\n"));
        for (int cell = 0; cell < surface.Multiplier.Length; cell++)
        {
            text.Write(Stored(surface.Multiplier[cell]).ToString("0.####", plain));
            text.Write((cell + 1) % surface.Columns == 0 ? '\n' : ' ');
        }
    }

    private static void WriteTiff(CostSurface surface, string path)
    {
        _ = _next;
        using Tiff tiff = Tiff.Open(path, "w") ?? throw new IOException($"{path} cannot be written.");
        tiff.SetField(TiffTag.IMAGEWIDTH, surface.Columns);
        tiff.SetField(TiffTag.IMAGELENGTH, surface.Rows);
        tiff.SetField(TiffTag.BITSPERSAMPLE, 32);
        tiff.SetField(TiffTag.SAMPLEFORMAT, SampleFormat.IEEEFP);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, 1);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.COMPRESSION, Compression.ADOBE_DEFLATE);
        tiff.SetField(TiffTag.TILEWIDTH, TileSide);
        tiff.SetField(TiffTag.TILELENGTH, TileSide);
        tiff.SetField((TiffTag)33550, 3, new[] { surface.CellSize, surface.CellSize, 0 });
        tiff.SetField((TiffTag)33922, 6, new[] { 0, 0, 0, surface.Left, surface.Top, 0 });
        tiff.SetField((TiffTag)42113, NoData.ToString("0", CultureInfo.InvariantCulture));
        // User-defined system; its full text stands in the .prj file beside.
        short model = (short)(surface.Projection.IsGeographic ? 2 : 1);
        tiff.SetField((TiffTag)GeoTiffKeys.Directory, 8, new short[] { 1, 1, 0, 1, 1024, 0, 1, model });
        byte[] tile = new byte[TileSide * TileSide * sizeof(float)];
        for (int row = 0; row < surface.Rows; row += TileSide)
        {
            for (int column = 0; column < surface.Columns; column += TileSide)
            {
                FillTile(surface, row, column, tile);
                tiff.WriteEncodedTile(tiff.ComputeTile(column, row, 0, 0), tile, tile.Length);
            }
        }
    }

    private static void FillTile(CostSurface surface, int top, int left, byte[] tile)
    {
        for (int i = 0; i < TileSide * TileSide; i++)
        {
            int row = top + (i / TileSide), column = left + (i % TileSide);
            float value = row < surface.Rows && column < surface.Columns ? Stored(surface.Multiplier[(row * surface.Columns) + column]) : NoData;
            BitConverter.TryWriteBytes(tile.AsSpan(i * sizeof(float)), value);
        }
    }

    private static float Stored(float multiplier) => float.IsNaN(multiplier) ? NoData : float.IsInfinity(multiplier) ? SurfaceImport.UsualNoGo : multiplier;

    // The library writes only tags that it has been told of.
    private static void Extend(Tiff tiff)
    {
        TiffFieldInfo Field(int tag, TiffType type, string name, bool counted = true) =>
            new((TiffTag)tag, -1, -1, type, FieldBit.Custom, true, counted, name);
        TiffFieldInfo[] fields =
        [
            Field(33550, TiffType.DOUBLE, "ModelPixelScale"),
            Field(33922, TiffType.DOUBLE, "ModelTiepoint"),
            Field(GeoTiffKeys.Directory, TiffType.SHORT, "GeoKeyDirectory"),
            Field(42113, TiffType.ASCII, "GDAL_NODATA", counted: false),
        ];
        tiff.MergeFieldInfo(fields, fields.Length);
        _next?.Invoke(tiff);
    }
}
