using System.Buffers.Text;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Reads an ESRI ASCII grid word by word: header keys in any order and case, corner or centre, then the numbers, however they are broken into lines.</summary>
internal sealed class AsciiGridReader
{
    private readonly string _path;
    private readonly FileStream _stream;
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly byte[] _word = new byte[64];
    private int _at, _filled;

    private AsciiGridReader(string path, FileStream stream) => (_path, _stream) = (path, stream);

    public static Checked<Raster> Read(string path, MapProjection? projection)
    {
        using FileStream stream = File.OpenRead(path);
        return new AsciiGridReader(path, stream).Read(projection);
    }

    private Checked<Raster> Read(MapProjection? projection)
    {
        List<Problem> problems = [];
        ReadOnlySpan<byte> first = Head(out Dictionary<string, double> head);
        double columns = head.GetValueOrDefault("NCOLS", double.NaN), rows = head.GetValueOrDefault("NROWS", double.NaN);
        double width = head.GetValueOrDefault("CELLSIZE", head.GetValueOrDefault("DX", double.NaN)), height = head.GetValueOrDefault("CELLSIZE", head.GetValueOrDefault("DY", double.NaN));
        double left = head.TryGetValue("XLLCORNER", out double corner) ? corner : head.GetValueOrDefault("XLLCENTER", double.NaN) - (width / 2);
        double bottom = head.TryGetValue("YLLCORNER", out double lower) ? lower : head.GetValueOrDefault("YLLCENTER", double.NaN) - (height / 2);
        string[] missing = [.. new[] { ("ncols", columns), ("nrows", rows), ("cellsize", width * height), ("xllcorner", left), ("yllcorner", bottom) }.Where(k => !double.IsFinite(k.Item2)).Select(k => k.Item1)];
        problems.AddRange(missing.Select(key => new Problem(_path, $"The header line '{key} value' is missing.", "Write an ESRI ASCII grid.")));
        if (missing.Length == 0)
        {
            problems.AddRange(new[] { RasterFile.WrongSize(_path, columns, rows), width > 0 && height > 0 ? null : new Problem(_path, "The cell size is not above zero.", "Give it in the projection's unit.") }.OfType<Problem>());
        }

        if (projection is null)
        {
            problems.Add(RasterFile.NoProjection(_path));
        }

        if (problems.Count > 0)
        {
            return Checked<Raster>.Wrong(problems);
        }

        float[]? values = Values(first, (int)columns, (int)rows, (float)head.GetValueOrDefault("NODATA_VALUE", -9999), problems);
        return values is null
            ? Checked<Raster>.Wrong(problems)
            : Checked<Raster>.Right(new Raster((int)columns, (int)rows, width, height, left, bottom + (rows * height), projection!, values));
    }

    // Pairs of key and number, until a word that is a number stands where a key should.
    private ReadOnlySpan<byte> Head(out Dictionary<string, double> head)
    {
        head = [];
        while (true)
        {
            ReadOnlySpan<byte> key = Word();
            if (key.Length == 0 || Number(key, out _))
            {
                return key;
            }

            string name = Encoding.ASCII.GetString(key).TrimStart('\u003F').ToUpperInvariant();
            head[name] = Number(Word(), out double value) ? value : double.NaN;
        }
    }

    private float[]? Values(ReadOnlySpan<byte> word, int columns, int rows, float noData, List<Problem> problems)
    {
        float[] values = new float[columns * rows];
        int count = 0;
        for (; word.Length > 0 && count < values.Length; word = Word(), count++)
        {
            if (!Number(word, out double value) || !double.IsFinite(value))
            {
                problems.Add(new Problem(
                    $"{_path} row {count / columns}, column {count % columns}", $"'{Encoding.ASCII.GetString(word)}' is not a number.", $"Write a number, or {noData} where there is no data."));
                return null;
            }

            values[count] = (float)value == noData ? float.NaN : (float)value;
        }

        if (count < values.Length || word.Length > 0)
        {
            problems.Add(new Problem(
                _path,
                count < values.Length
                    ? $"The file ends in row {count / columns} after {count:N0} numbers; {rows} rows of {columns} need {values.Length:N0}."
                    : $"There are more than the {values.Length:N0} numbers that {rows} rows of {columns} need.",
                "Correct ncols and nrows, or copy the file again."));
            return null;
        }

        return values;
    }

    private static bool Number(ReadOnlySpan<byte> word, out double value)
    {
        bool isNumber = Utf8Parser.TryParse(word, out value, out int used) && used == word.Length;
        return isNumber && (word.Length == 0 || (word[^1] | 32) is < (byte)'a' or > (byte)'z');
    }

    /// <summary>The next word, empty at the end; valid until the next call.</summary>
    private ReadOnlySpan<byte> Word()
    {
        int length = 0;
        while (true)
        {
            if (_at == _filled)
            {
                _filled = _stream.Read(_buffer);
                _at = 0;
                if (_filled == 0)
                {
                    return _word.AsSpan(0, length);
                }
            }

            byte letter = _buffer[_at++];
            if (letter is > 32 and not 44)
            {
                _word[Math.Min(length++, _word.Length - 1)] = letter;
                length = Math.Min(length, _word.Length);
            }
            else if (length > 0)
            {
                return _word.AsSpan(0, length);
            }
        }
    }
}
