using SkiaSharp;
using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Lines of one kind on a picture.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="Colour">As <c>#rrggbb</c>.</param>
/// <param name="Width">Pixels.</param>
public sealed record PictureLines(string Name, string Colour, float Width, IReadOnlyList<IReadOnlyList<GeoPoint>> Lines);

/// <summary>Dots of one kind on a picture.</summary>
public sealed record PictureDots(string Name, string Colour, float Radius, IReadOnlyList<GeoPoint> Places);

/// <summary>Draws a cost surface with what lies on it as PNG: light where it is cheap, dark where it is dear.</summary>
public sealed class RoutePicture
{
    private const int Longest = 1800;
    private const int Frame = 24;
    private const int TitleRoom = 56;
    private const int LegendRoom = 76;
    private const int LegendLine = 32;
    private const float TextSize = 20;

    private static readonly SKColor _paper = SKColor.Parse("#ffffff");
    private static readonly SKColor _noData = SKColor.Parse("#e8eef4");
    private static readonly SKColor _noGo = SKColor.Parse("#8c8c8c");
    private static readonly SKColor[] _ramp = [.. new[] { "#fdf6e3", "#f3dfb4", "#dcb57d", "#b98753", "#7d5535" }.Select(SKColor.Parse)];

    private readonly CostSurface _surface;
    private readonly Language _language;
    private readonly double _scale;
    private readonly (double Left, double Top, int Columns, int Rows) _part;
    private readonly (float Least, float Most) _range;

    private RoutePicture(CostSurface surface, Language language, IReadOnlyList<GeoPoint> around)
    {
        (_surface, _language) = (surface, language);
        _part = Part(surface, around);
        _scale = (double)Longest / Math.Max(_part.Columns, _part.Rows);
        float[] open = [.. surface.Multiplier.Where(float.IsFinite)];
        Array.Sort(open);
        _range = open.Length == 0 ? (0, 1) : (open[open.Length / 50], open[open.Length - 1 - (open.Length / 50)]);
    }

    /// <summary>The picture as PNG bytes.</summary>
    /// <param name="around">Places that the picture closes in on, with a margin; none for the whole surface.</param>
    public static byte[] Draw(
        CostSurface surface, string title, Language language, IReadOnlyList<PictureLines> lines, IReadOnlyList<PictureDots> dots, IReadOnlyList<GeoPoint>? around = null) =>
        new RoutePicture(surface, language, around ?? []).Draw(title, lines, dots);

    private byte[] Draw(string title, IReadOnlyList<PictureLines> lines, IReadOnlyList<PictureDots> dots)
    {
        (int width, int height) = ((int)(_part.Columns * _scale), (int)(_part.Rows * _scale));
        using var bitmap = new SKBitmap(width + (2 * Frame), height + TitleRoom + LegendRoom + Frame);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(_paper);
        using SKTypeface face = Face(title);
        using var font = new SKFont(face, TextSize);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var titleFont = new SKFont(face, TextSize * 1.4f);
        titleFont.Size *= Math.Min(1, width / Math.Max(1, titleFont.MeasureText(title)));
        canvas.DrawText(title, Frame, TitleRoom - 20, titleFont, ink);
        using (SKBitmap ground = Ground(width, height))
        {
            canvas.DrawBitmap(ground, Frame, TitleRoom);
        }

        canvas.Save();
        canvas.ClipRect(new SKRect(Frame, TitleRoom, Frame + width, TitleRoom + height));
        foreach (PictureLines kind in lines)
        {
            DrawLines(canvas, kind);
        }

        foreach (PictureDots kind in dots)
        {
            DrawDots(canvas, kind);
        }

        canvas.Restore();
        DrawLegend(canvas, font, ink, (Frame + width, TitleRoom + height + 34), lines, dots);
        using SKData png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    // Latin letters and Chinese ones come from different files on most machines. The font manager that needs no system library answers no
    // question about a letter, so each family is asked, plain ones first.
    private SKTypeface Face(string title)
    {
        char needed = _language == Language.Zh || title.Any(letter => letter > 0x2E80) ? '中' : 'A';
        SKFontManager fonts = SKFontManager.Default;
        IEnumerable<SKTypeface?> families = fonts.FontFamilies.OrderBy(name => !name.Contains("Sans", StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal).Select(fonts.MatchFamily);
        return families.Prepend(fonts.MatchCharacter(needed)).FirstOrDefault(face => face is not null && face.ContainsGlyph(needed)) ?? SKTypeface.Default;
    }

    private SKBitmap Ground(int width, int height)
    {
        var ground = new SKBitmap(width, height);
        var pixels = new SKColor[width * height];
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                int column = (int)(((_part.Left - _surface.Left) / _surface.CellSize) + (x / _scale)), row = (int)(((_surface.Top - _part.Top) / _surface.CellSize) + (y / _scale));
                bool isOn = column >= 0 && row >= 0 && column < _surface.Columns && row < _surface.Rows;
                pixels[(y * width) + x] = isOn ? Colour(_surface.Multiplier[(row * _surface.Columns) + column]) : _noData;
            }
        });
        ground.Pixels = pixels;
        return ground;
    }

    private SKColor Colour(float multiplier)
    {
        if (!float.IsFinite(multiplier))
        {
            return float.IsNaN(multiplier) ? _noData : _noGo;
        }

        float place = Math.Clamp((multiplier - _range.Least) / Math.Max(1e-6f, _range.Most - _range.Least), 0, 1) * (_ramp.Length - 1);
        int low = Math.Min((int)place, _ramp.Length - 2);
        float share = place - low;
        byte Mixed(byte a, byte b) => (byte)(a + (share * (b - a)));
        SKColor from = _ramp[low], to = _ramp[low + 1];
        return new SKColor(Mixed(from.Red, to.Red), Mixed(from.Green, to.Green), Mixed(from.Blue, to.Blue));
    }

    private void DrawLines(SKCanvas canvas, PictureLines kind)
    {
        using SKPaint paint = Stroke(kind.Colour, kind.Width);
        foreach (IReadOnlyList<GeoPoint> line in kind.Lines.Where(line => line.Count > 1))
        {
            using var path = new SKPath();
            path.MoveTo(At(line[0]));
            foreach (GeoPoint place in line.Skip(1))
            {
                path.LineTo(At(place));
            }

            canvas.DrawPath(path, paint);
        }
    }

    private void DrawDots(SKCanvas canvas, PictureDots kind)
    {
        using var paint = new SKPaint { Color = SKColor.Parse(kind.Colour), IsAntialias = true };
        using SKPaint rim = Stroke("#ffffff", 1);
        foreach (GeoPoint place in kind.Places)
        {
            canvas.DrawCircle(At(place), kind.Radius, paint);
            canvas.DrawCircle(At(place), kind.Radius, rim);
        }
    }

    // One entry after another, on the next line where there is no room for it.
    private void DrawLegend(SKCanvas canvas, SKFont font, SKPaint ink, (float Right, float Y) room, IReadOnlyList<PictureLines> lines, IReadOnlyList<PictureDots> dots)
    {
        (float x, float y) = (Frame, room.Y);
        void Entry(string words, float signWidth, Action sign)
        {
            float width = signWidth + 8 + font.MeasureText(words);
            (x, y) = x > Frame && x + width > room.Right ? (Frame, y + LegendLine) : (x, y);
            sign();
            canvas.DrawText(words, x + signWidth + 8, y + 7, font, ink);
            x += width + 34;
        }

        Entry(string.Format(System.Globalization.CultureInfo.InvariantCulture, PictureWords.Ramp.In(_language), _range.Least, _range.Most), 164, () => DrawRamp(canvas, x, y));
        foreach ((SKColor colour, Bilingual words) in new[] { (_noGo, PictureWords.NoGo), (_noData, PictureWords.NoData) })
        {
            using var fill = new SKPaint { Color = colour };
            Entry(words.In(_language), 22, () => canvas.DrawRect(x, y - 9, 22, 18, fill));
        }

        foreach (PictureLines kind in lines.Where(kind => kind.Lines.Count > 0))
        {
            using SKPaint paint = Stroke(kind.Colour, Math.Max(2, kind.Width));
            Entry(kind.Name, 30, () => canvas.DrawLine(x, y, x + 30, y, paint));
        }

        foreach (PictureDots kind in dots.Where(kind => kind.Places.Count > 0))
        {
            using var paint = new SKPaint { Color = SKColor.Parse(kind.Colour), IsAntialias = true };
            Entry(kind.Name, 16, () => canvas.DrawCircle(x + 8, y, Math.Max(4, kind.Radius), paint));
        }
    }

    private void DrawRamp(SKCanvas canvas, float x, float y)
    {
        for (int i = 0; i < 100; i++)
        {
            using var step = new SKPaint { Color = Colour(_range.Least + (i / 100f * (_range.Most - _range.Least))) };
            canvas.DrawRect(x + (i * 1.6f), y - 9, 2, 18, step);
        }
    }

    private SKPoint At(GeoPoint place)
    {
        PlanePoint point = _surface.Projection.Project(place);
        return new SKPoint(Frame + (float)((point.X - _part.Left) / _surface.CellSize * _scale), TitleRoom + (float)((_part.Top - point.Y) / _surface.CellSize * _scale));
    }

    private static SKPaint Stroke(string colour, float width) => new()
    {
        Color = SKColor.Parse(colour),
        StrokeWidth = width,
        IsStroke = true,
        IsAntialias = true,
        StrokeJoin = SKStrokeJoin.Round,
        StrokeCap = SKStrokeCap.Round,
    };

    // The cells to be shown: all, or those around some places.
    private static (double Left, double Top, int Columns, int Rows) Part(CostSurface surface, IReadOnlyList<GeoPoint> around)
    {
        if (around.Count == 0)
        {
            return (surface.Left, surface.Top, surface.Columns, surface.Rows);
        }

        PlanePoint[] points = [.. around.Select(surface.Projection.Project)];
        double west = points.Min(p => p.X), east = points.Max(p => p.X), north = points.Max(p => p.Y), south = points.Min(p => p.Y);
        double margin = (0.06 * Math.Max(east - west, north - south)) + (8 * surface.CellSize);
        int columns = (int)Math.Ceiling((east - west + (2 * margin)) / surface.CellSize), rows = (int)Math.Ceiling((north - south + (2 * margin)) / surface.CellSize);
        // A picture of one long thin line would have no room for its legend.
        rows = Math.Max(rows, columns / 3);
        columns = Math.Max(columns, rows / 2);
        return (((west + east) / 2) - (columns * surface.CellSize / 2), ((north + south) / 2) + (rows * surface.CellSize / 2), columns, rows);
    }
}

/// <summary>The legend's words.</summary>
internal static class PictureWords
{
    public static readonly Bilingual Ramp = new("terrain multiplier {0:0.0} to {1:0.0}", "地形系数 {0:0.0} 至 {1:0.0}");
    public static readonly Bilingual NoGo = new("no-go", "禁区");
    public static readonly Bilingual NoData = new("no data", "无数据");
}
