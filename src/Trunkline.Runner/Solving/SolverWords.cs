using System.Text.Json;
using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Runner;

/// <summary>What a solver process and whoever asks it say to each other besides tasks and answers, a line each.</summary>
internal static class SolverWords
{
    /// <summary>The last news have been heard: go on.</summary>
    public const string Go = "go";

    /// <summary>Nobody wants the answer to the last task any more: come to an end.</summary>
    public const string Stop = "stop";

    private const string News = "news ";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new QuantityJson(), new JsonStringEnumConverter() },
    };

    /// <summary>Anything on one line; every number whole.</summary>
    public static string Write<T>(T item) => JsonSerializer.Serialize(item, Options);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It did not.</exception>
    public static T Read<T>(string line)
        where T : class => JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("A line holds an object.");

    public static string NewsOf(string item) => News + item;

    /// <summary>The news in a line; null where it is an answer.</summary>
    public static string? NewsIn(string line) => line.StartsWith(News, StringComparison.Ordinal) ? line[News.Length..] : null;
}
