using System.Text.Json;
using Trunkline.Domain;

namespace Trunkline.Server.Settings;

/// <summary>What is set: by the command line, else by the environment, else by the file. Each value remembers where it came from, so that what is wrong can be found.</summary>
internal sealed class SettingSources
{
    /// <summary>Names the file.</summary>
    public const string FileWord = "--config";

    /// <summary>The server stops when its standard input closes: whoever started it has gone.</summary>
    public const string EndsWithInputWord = "--ends-with-input";

    private readonly Dictionary<string, (string Value, string Where)> values = new(StringComparer.Ordinal);
    private readonly List<Problem> problems = [];

    public SettingSources(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment)
    {
        ReadWords(words);
        foreach (Setting setting in Setting.All.Where(s => environment.ContainsKey(s.Variable)))
        {
            values.TryAdd(setting.Name, (environment[setting.Variable], setting.Variable));
        }

        if ((File ?? environment.GetValueOrDefault("TRUNKLINE_CONFIG")) is { Length: > 0 } path)
        {
            ReadFile(path);
        }

        foreach (Setting setting in Setting.All.Where(s => s.Standard is { } standard && environment.ContainsKey(standard)))
        {
            values.TryAdd(setting.Name, (environment[setting.Standard!], setting.Standard!));
        }
    }

    public IReadOnlyList<Problem> Problems => problems;

    public bool EndsWithInput { get; private set; }

    private string? File { get; set; }

    public string? this[Setting setting] => values.TryGetValue(setting.Name, out (string Value, string Where) known) && known.Value.Length > 0 ? known.Value : null;

    /// <summary>Several values.</summary>
    public IReadOnlyList<string> List(Setting setting) => this[setting]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Where a value came from, or where one would be looked for.</summary>
    public string Where(Setting setting) => values.TryGetValue(setting.Name, out (string Value, string Where) known) ? known.Where : setting.IsWord ? setting.Word : setting.Variable;

    private void ReadWords(IReadOnlyList<string> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == EndsWithInputWord)
            {
                EndsWithInput = true;
            }
            else if (words[i] == FileWord && i + 1 < words.Count)
            {
                File = words[++i];
            }
            else if (Setting.All.FirstOrDefault(s => s.IsWord && s.Word == words[i]) is { } setting && i + 1 < words.Count)
            {
                values[setting.Name] = (words[++i], setting.Word);
            }
            else
            {
                string known = string.Join(", ", Setting.All.Where(s => s.IsWord).Select(s => s.Word));
                problems.Add(new Problem(words[i], "This is not an option, or its value is missing.", $"Known are {known}, {FileWord} and {EndsWithInputWord}."));
            }
        }
    }

    private void ReadFile(string path)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(System.IO.File.ReadAllText(path), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 4 });
            Take(path, json.RootElement, "");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or JsonException)
        {
            problems.Add(new Problem(path, wrong.Message, "Name a file with one JSON object; docs/operations.md lists what may stand in it."));
        }
    }

    private void Take(string path, JsonElement element, string name)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in element.EnumerateObject())
            {
                Take(path, member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}");
            }

            return;
        }

        string where = $"{path} /{name.Replace('.', '/')}";
        Setting? setting = Setting.All.FirstOrDefault(s => s.Name == name);
        if (setting is null)
        {
            problems.Add(new Problem(where, "This is no setting.", $"Known are {string.Join(", ", Setting.All.Select(s => s.Name))}."));
        }
        else if (Text(element, setting.IsList) is { } value)
        {
            values.TryAdd(name, (value, where));
        }
        else
        {
            problems.Add(new Problem(where, $"This is {element.ValueKind}.", setting.IsList ? "Give an array of texts." : "Give a text or a number."));
        }
    }

    private static string? Text(JsonElement element, bool isList) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Array when isList && element.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String) => string.Join(',', element.EnumerateArray().Select(e => e.GetString())),
        _ => null,
    };
}
