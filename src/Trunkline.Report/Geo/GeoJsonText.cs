using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Trunkline.Report;

/// <summary>A layer as an RFC 7946 feature collection.</summary>
public static class GeoJsonText
{
    /// <summary>UTF-8 bytes; the same layer gives the same bytes.</summary>
    public static byte[] Of(Layer layer)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteString("name", layer.Table.Name);
            json.WriteStartArray("features");
            for (int i = 0; i < layer.Shapes.Count; i++)
            {
                WriteFeature(json, layer, i);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteFeature(Utf8JsonWriter json, Layer layer, int row)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        for (int column = 0; column < layer.Table.Columns.Count; column++)
        {
            json.WritePropertyName(layer.Table.Columns[column].Name);
            WriteValue(json, layer.Table.Rows[row][column]);
        }

        json.WriteEndObject();
        json.WriteStartObject("geometry");
        WriteShape(json, layer.Shapes[row]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case string words: json.WriteStringValue(words); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long whole: json.WriteNumberValue(whole); break;
            case double number: json.WriteNumberValue(number); break;
            default: throw new ArgumentException($"A table does not hold a {value.GetType().Name}.", nameof(value));
        }
    }

    private static void WriteShape(Utf8JsonWriter json, Geometry shape)
    {
        json.WriteString("type", shape.GeometryType);
        json.WritePropertyName("coordinates");
        switch (shape)
        {
            case Point point:
                WritePlace(json, point.Coordinate);
                break;
            case LineString line:
                WriteLine(json, line.Coordinates);
                break;
            case Polygon polygon:
                json.WriteStartArray();
                WriteLine(json, polygon.Shell.Coordinates);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A layer does not hold a {shape.GeometryType}.", nameof(shape));
        }
    }

    private static void WriteLine(Utf8JsonWriter json, Coordinate[] places)
    {
        json.WriteStartArray();
        foreach (Coordinate place in places)
        {
            WritePlace(json, place);
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, Coordinate place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(place.X);
        json.WriteNumberValue(place.Y);
        json.WriteEndArray();
    }
}
