using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Server.Http;

/// <summary>How the API writes JSON: camelCase, codes in kebab-case, quantities as bare numbers, places as longitude and latitude, strict in what it reads.</summary>
internal static class ServerJson
{
    private const int DeepestBody = 64;

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.AllowOutOfOrderMetadataProperties = true;
        options.MaxDepth = DeepestBody;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter<Confidence>());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new QuantityJson());
        options.Converters.Add(new PlaceJson());
    }

    private sealed class PlaceJson : JsonConverter<GeoPoint>
    {
        public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [double longitude, double latitude]
                ? new GeoPoint(longitude, latitude)
                : throw new JsonException("A place is [longitude, latitude].");

        public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Longitude);
            writer.WriteNumberValue(value.Latitude);
            writer.WriteEndArray();
        }
    }
}
