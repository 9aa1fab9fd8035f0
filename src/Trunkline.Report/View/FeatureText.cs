using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Writes one map layer as GeoJSON for a browser: short numbers, one flat set of properties a feature.</summary>
internal sealed class FeatureText : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;

    public FeatureText()
    {
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
    }

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a feature; its properties come next, then its shape.</summary>
    public void Begin(string id)
    {
        Count++;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("id", id);
    }

    public void Say(string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    public void Say(string name, bool value) => json.WriteBoolean(name, value);

    public void Say(string name, int? value) => Say(name, (double?)value);

    public void Say(string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(number.ToString("G6", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal)
                ? number.ToString("0.######", CultureInfo.InvariantCulture)
                : text);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>One property a period: <c>rate0</c>, <c>rate1</c> and so on.</summary>
    public void ByPeriod(string name, IEnumerable<double?> values)
    {
        foreach ((int t, double? value) in values.Index())
        {
            Say($"{name}{t}", value);
        }
    }

    public void End(GeoPoint place)
    {
        Shape("Point");
        Write(place);
        Close();
    }

    public void End(IReadOnlyList<GeoPoint> line)
    {
        Shape("LineString");
        Ring(line);
        Close();
    }

    /// <param name="ring">Closed.</param>
    public void EndPolygon(IReadOnlyList<GeoPoint> ring)
    {
        Shape("Polygon");
        json.WriteStartArray();
        Ring(ring);
        json.WriteEndArray();
        Close();
    }

    /// <summary>The whole layer.</summary>
    public byte[] ToBytes()
    {
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public void Dispose() => json.Dispose();

    private void Shape(string type)
    {
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", type);
        json.WritePropertyName("coordinates");
    }

    private void Close()
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Ring(IReadOnlyList<GeoPoint> points)
    {
        json.WriteStartArray();
        foreach (GeoPoint point in points)
        {
            Write(point);
        }

        json.WriteEndArray();
    }

    private void Write(GeoPoint place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.Longitude, 4));
        json.WriteNumberValue(Math.Round(place.Latitude, 4));
        json.WriteEndArray();
    }
}
