using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>
/// <c>plan.json</c>: a <see cref="Plan"/> as UTF-8 JSON, camelCase, places as <c>[longitude, latitude]</c>. The same plan gives the
/// same bytes. Numbers keep nine significant digits and places five decimals (one metre): what a written plan loses is noise, and
/// writing what was read gives the same bytes again.
/// </summary>
public static class PlanJson
{
    private const int SignificantDigits = 9;
    private const int PlaceDecimals = 5;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new QuantityJson(Rounded), new RoundedDouble(), new PlaceJson(), new JsonStringEnumConverter(null, false) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The bytes of <c>plan.json</c>, ending in a line feed.</summary>
    /// <exception cref="ArgumentException">A number of the plan is not finite.</exception>
    public static byte[] Write(Plan plan) => [.. JsonSerializer.SerializeToUtf8Bytes(plan, _options), (byte)'\n'];

    /// <summary>A receipt as it stands in <c>plan.json</c>.</summary>
    public static JsonNode Receipt(PolicyReceipt receipt) => JsonSerializer.SerializeToNode(receipt, _options)!;

    /// <summary>The plan in these bytes, or what is wrong with them: the first fault of shape, or every fault of sense.</summary>
    /// <param name="name">What the file is called in problems.</param>
    public static Checked<Plan> Read(ReadOnlySpan<byte> json, string name = "plan.json")
    {
        try
        {
            Plan? plan = JsonSerializer.Deserialize<Plan>(json, _options);
            return plan is null
                ? Checked<Plan>.Wrong([new Problem(name, "The file holds null.", "Give a plan written by 'trunkline plan'.")])
                : Checked<Plan>.From(plan, Faults(plan, name));
        }
        catch (JsonException fault)
        {
            return Checked<Plan>.Wrong([new Problem($"{name} {fault.Path}", fault.Message, "Give a plan written by 'trunkline plan'.")]);
        }
    }

    private static List<Problem> Faults(Plan plan, string name)
    {
        List<Problem> problems = [];
        if (plan.Format != Plan.CurrentFormat)
        {
            problems.Add(new Problem($"{name} /format", $"'{plan.Format}' is not a format this version reads.", $"Expected '{Plan.CurrentFormat}'."));
        }

        int periods = plan.Periods.Count;
        foreach ((string where, int count) in PerPeriodLists(plan).Where(list => list.Count != periods))
        {
            problems.Add(new Problem($"{name} {where}", $"{count} values for {periods} periods.", "Give one value a period."));
        }

        for (int i = 0; i < plan.Captures.Count; i++)
        {
            PlannedCapture capture = plan.Captures[i];
            if (capture.FirstPeriod < 0 || capture.LastPeriod >= periods || capture.FirstPeriod > capture.LastPeriod)
            {
                string what = $"Runs from period {capture.FirstPeriod} to {capture.LastPeriod} of {periods}.";
                problems.Add(new Problem($"{name} /captures/{i}", what, "Period indices start at 0 and are in order."));
            }
        }

        return problems;
    }

    private static IEnumerable<(string Where, int Count)> PerPeriodLists(Plan plan) =>
    [
        ("/study/goal", plan.Study.Goal.Count),
        ("/study/goalUsed", plan.Study.GoalUsed.Count),
        .. plan.Captures.Select((c, i) => ($"/captures/{i}/rate", c.Rate.Count)),
        .. plan.Captures.Select((c, i) => ($"/captures/{i}/creditUsd", c.CreditUsd.Count)),
        .. plan.Pipes.Select((p, i) => ($"/pipes/{i}/flow", p.Flow.Count)),
        .. plan.Pipes.Select((p, i) => ($"/pipes/{i}/bought", p.Bought.Count)),
        .. plan.Pipes.Select((p, i) => ($"/pipes/{i}/trend", p.Trend.Count)),
        .. plan.Pipes.Select((p, i) => ($"/pipes/{i}/nominalInches", p.NominalInches.Count)),
        .. plan.Storages.SelectMany((s, i) => s.Entries.Select((e, j) => ($"/storages/{i}/entries/{j}/rate", e.Rate.Count))),
        .. plan.Storages.Select((s, i) => ($"/storages/{i}/projects", s.Projects.Count)),
        .. plan.Storages.Select((s, i) => ($"/storages/{i}/rate", s.Rate.Count)),
    ];

    private static double Rounded(double value) => double.IsFinite(value)
        ? double.Parse(value.ToString($"G{SignificantDigits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0
        : throw new ArgumentException($"A plan holds only finite numbers, not {value}.", nameof(value));

    private sealed class RoundedDouble : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(Rounded(value));
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
            writer.WriteNumberValue(Math.Round(value.Longitude, PlaceDecimals));
            writer.WriteNumberValue(Math.Round(value.Latitude, PlaceDecimals));
            writer.WriteEndArray();
        }
    }
}
