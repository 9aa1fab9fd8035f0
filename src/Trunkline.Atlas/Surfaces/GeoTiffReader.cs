using System.Globalization;
using BitMiracle.LibTiff.Classic;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Reads the first band of a GeoTIFF: striped or tiled, any compression the library knows, whole numbers or floating, north up.</summary>
internal sealed class GeoTiffReader
{
    private readonly string _path;
    private readonly Tiff _tiff;
    private readonly int _columns, _rows, _bits, _samples;
    private readonly SampleFormat _format;

    private GeoTiffReader(string path, Tiff tiff)
    {
        (_path, _tiff) = (path, tiff);
        (_columns, _rows) = (Whole(TiffTag.IMAGEWIDTH, 0), Whole(TiffTag.IMAGELENGTH, 0));
        (_bits, _samples) = (Whole(TiffTag.BITSPERSAMPLE, 1), Whole(TiffTag.PLANARCONFIG, 1) == 1 ? Whole(TiffTag.SAMPLESPERPIXEL, 1) : 1);
        _format = (SampleFormat)Whole(TiffTag.SAMPLEFORMAT, (int)SampleFormat.UINT);
    }

    public static Checked<Raster> Read(string path, MapProjection? projection)
    {
        if (TiffDirectory.ClaimsTooMuch(path))
        {
            return Checked<Raster>.Wrong([new Problem(path, "The file is damaged: its directory claims more than the file holds.", "Copy it again.")]);
        }

        var complaints = new TiffComplaints();
        Tiff.SetErrorHandler(complaints);
        try
        {
            using Tiff? tiff = Tiff.Open(path, "r");
            return tiff is null
                ? Checked<Raster>.Wrong([new Problem(path, $"This is not a TIFF file that can be opened. {complaints.First}", "Name an ESRI ASCII grid or a GeoTIFF.")])
                : new GeoTiffReader(path, tiff).Read(projection, complaints);
        }
        catch (Exception fault) when (IsOfDamage(fault))
        {
            return Checked<Raster>.Wrong([new Problem(path, $"The file is damaged: {fault.Message}", "Copy it again.")]);
        }
    }

    // What the library throws where a tag's bytes are not what the tag should hold; it has no type of its own for that.
    private static bool IsOfDamage(Exception fault) => fault is InvalidCastException or IndexOutOfRangeException or ArgumentException or NullReferenceException
        or OverflowException or FormatException or IOException or NotSupportedException or DivideByZeroException or InvalidOperationException;

    private Checked<Raster> Read(MapProjection? projection, TiffComplaints complaints)
    {
        List<Problem> problems = [.. new[] { RasterFile.WrongSize(_path, _columns, _rows), WrongForm(), WrongLength() }.OfType<Problem>()];
        (double Width, double Height, double Left, double Top)? frame = Frame(problems);
        Checked<MapProjection> system = projection is null ? GeoTiffKeys.Projection(_tiff, _path) : Checked<MapProjection>.Right(projection);
        problems.AddRange(system.Problems);
        if (problems.Count > 0)
        {
            return Checked<Raster>.Wrong(problems);
        }

        float[] values = new float[_columns * _rows];
        if (!(_tiff.IsTiled() ? Tiles(values) : Strips(values)))
        {
            return Checked<Raster>.Wrong([new Problem(_path, $"The file is damaged: {complaints.First}", "Copy it again.")]);
        }

        problems.AddRange(MarkNoData(values));
        (double width, double height, double left, double top) = frame!.Value;
        return Checked<Raster>.From(new Raster(_columns, _rows, width, height, left, top, system.OrThrow(), values), problems);
    }

    private Problem? WrongForm()
    {
        bool known = (_format, _bits) is (SampleFormat.UINT or SampleFormat.INT, 8 or 16 or 32) or (SampleFormat.IEEEFP, 32 or 64);
        return known ? null : new Problem(_path, $"Numbers of {_bits} bits in the form {_format} are not read.", "Write 8, 16 or 32 bit whole numbers or 32 or 64 bit floating ones.");
    }

    // A damaged header may claim more than any packing makes of so few bytes: room for all of it would be asked for before that shows.
    private Problem? WrongLength()
    {
        long bytes = new FileInfo(_path).Length;
        double block = _tiff.IsTiled() ? _tiff.TileSize() : _tiff.StripSize();
        double claimed = Math.Max((double)_columns * _rows * _bits / 8, block);
        return block > 0 && claimed <= bytes * TiffDirectory.MostPacking ? null : new Problem(_path, $"A file of {bytes:N0} bytes cannot hold {_columns:N0} columns and {_rows:N0} rows.", "Copy it again.");
    }

    // ModelTransformation, or ModelPixelScale with ModelTiepoint; a raster whose points are cell middles is moved by half a cell.
    private (double Width, double Height, double Left, double Top)? Frame(List<Problem> problems)
    {
        double[] scale = GeoTiffKeys.Doubles(_tiff, 33550), tie = GeoTiffKeys.Doubles(_tiff, 33922), matrix = GeoTiffKeys.Doubles(_tiff, 34264);
        (double width, double height, double left, double top) frame;
        if (matrix.Length >= 8 && matrix[1] == 0 && matrix[4] == 0)
        {
            frame = (matrix[0], -matrix[5], matrix[3], matrix[7]);
        }
        else if (scale.Length >= 2 && tie.Length >= 6)
        {
            frame = (scale[0], scale[1], tie[3] - (tie[0] * scale[0]), tie[4] + (tie[1] * scale[1]));
        }
        else
        {
            problems.Add(new Problem(_path, "It does not say where on earth it lies, or it is turned.", "Write it north up with a pixel scale and a tie point ('gdalwarp' does)."));
            return null;
        }

        if (!(frame.width > 0 && frame.height > 0))
        {
            problems.Add(new Problem(_path, $"Cells of {frame.width} by {frame.height} make no raster.", "Write it north up, with cells above zero."));
            return null;
        }

        return GeoTiffKeys.IsPoint(_tiff) ? frame with { left = frame.left - (frame.width / 2), top = frame.top + (frame.height / 2) } : frame;
    }

    private bool Strips(float[] values)
    {
        int rowsInStrip = Math.Min(Whole(TiffTag.ROWSPERSTRIP, _rows), _rows);
        byte[] strip = new byte[_tiff.StripSize()];
        for (int row = 0; row < _rows; row += rowsInStrip)
        {
            if (_tiff.ReadEncodedStrip(_tiff.ComputeStrip(row, 0), strip, 0, -1) < 0)
            {
                return false;
            }

            for (int i = 0; i < Math.Min(rowsInStrip, _rows - row); i++)
            {
                Copy(strip, i * _columns, values, (row + i) * _columns, _columns);
            }
        }

        return true;
    }

    private bool Tiles(float[] values)
    {
        int width = Whole(TiffTag.TILEWIDTH, 1), height = Whole(TiffTag.TILELENGTH, 1);
        byte[] tile = new byte[_tiff.TileSize()];
        for (int row = 0; row < _rows; row += height)
        {
            for (int column = 0; column < _columns; column += width)
            {
                if (_tiff.ReadEncodedTile(_tiff.ComputeTile(column, row, 0, 0), tile, 0, -1) < 0)
                {
                    return false;
                }

                for (int i = 0; i < Math.Min(height, _rows - row); i++)
                {
                    Copy(tile, i * width, values, ((row + i) * _columns) + column, Math.Min(width, _columns - column));
                }
            }
        }

        return true;
    }

    private void Copy(byte[] from, int pixel, float[] to, int at, int count)
    {
        int size = _bits / 8;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> bytes = from.AsSpan((pixel + i) * size * _samples, size);
            to[at + i] = (_format, _bits) switch
            {
                (SampleFormat.IEEEFP, 32) => BitConverter.ToSingle(bytes),
                (SampleFormat.IEEEFP, 64) => (float)BitConverter.ToDouble(bytes),
                (SampleFormat.INT, 8) => unchecked((sbyte)bytes[0]),
                (SampleFormat.INT, 16) => BitConverter.ToInt16(bytes),
                (SampleFormat.INT, 32) => BitConverter.ToInt32(bytes),
                (_, 8) => bytes[0],
                (_, 16) => BitConverter.ToUInt16(bytes),
                _ => BitConverter.ToUInt32(bytes),
            };
        }
    }

    // GDAL's mark for no data; without one, what is not a number is no data, and with another one it is a fault.
    private IEnumerable<Problem> MarkNoData(float[] values)
    {
        string? text = _tiff.GetField((TiffTag)42113) is { Length: > 0 } field ? field[^1].ToString()?.Trim('\0', ' ') : null;
        bool hasMark = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double mark) && double.IsFinite(mark);
        int wrong = -1, count = 0;
        for (int cell = 0; cell < values.Length; cell++)
        {
            // A mark beyond single precision, the least double for example, has become infinite as the value has.
            bool isMark = hasMark && values[cell] == (float)mark, odd = !isMark && !float.IsFinite(values[cell]);
            (wrong, count) = odd ? (wrong < 0 ? cell : wrong, count + 1) : (wrong, count);
            values[cell] = odd || isMark ? float.NaN : values[cell];
        }

        return hasMark && count > 0
            ? [new Problem($"{_path} row {wrong / _columns}, column {wrong % _columns}", $"{count:N0} cells are not a number, although the mark for no data is {mark}.", $"Write {mark} there, or numbers.")]
            : [];
    }

    private int Whole(TiffTag tag, int otherwise) => _tiff.GetFieldDefaulted(tag) is { Length: > 0 } field ? field[0].ToInt() : otherwise;
}

/// <summary>Keeps what the TIFF library complains of, instead of letting it print.</summary>
internal sealed class TiffComplaints : TiffErrorHandler
{
    public string First { get; private set; } = string.Empty;

    public override void ErrorHandler(Tiff tif, string method, string format, params object[] args) => Keep(format, args);

    public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) => Keep(format, args);

    public override void WarningHandler(Tiff tif, string method, string format, params object[] args)
    {
    }

    public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args)
    {
    }

    private void Keep(string format, object[] args) =>
        First = First.Length > 0 ? First : string.Format(CultureInfo.InvariantCulture, format, args);
}
