using System.Text.Json;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>One run as a solver process is asked for it: everything by value, except data that lie in folders.</summary>
/// <param name="Key">The run's key; it comes back with the answer.</param>
/// <param name="Study">Text of the scenario's study.</param>
/// <param name="StudyFile">Where that study would lie: its dataset is found from there.</param>
/// <param name="Register">Folder of the register.</param>
/// <param name="Overlays">Folder of the sweep's own overlays; null where there is none.</param>
/// <param name="DecidedPeriods">How many periods the result tells the first build of.</param>
/// <param name="Limits">What the solver may use for it.</param>
/// <param name="Parent">Text of the study whose plan it starts from; null where it starts from nothing. A solver makes that plan once and keeps it.</param>
public sealed record SolverTask(
    string Key, string Study, string StudyFile, string Register, string? Overlays, int DecidedPeriods, SolverLimits Limits, string? Parent = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>On one line.</summary>
    public string Line() => JsonSerializer.Serialize(this, Options);

    /// <summary>What <see cref="Line"/> wrote.</summary>
    /// <exception cref="JsonException">It did not.</exception>
    public static SolverTask Read(string line) => JsonSerializer.Deserialize<SolverTask>(line, Options) ?? throw new JsonException("A task is an object.");
}

/// <summary>The answer to a task.</summary>
/// <param name="Seconds">Of the solve, by the solver's own clock.</param>
public sealed record SolverAnswer(string Key, double Seconds, ScenarioResult Result)
{
    /// <summary>On one line.</summary>
    public string Line() => $"{Key} {Seconds.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} {System.Text.Encoding.UTF8.GetString(Result.Write())}";

    /// <summary>What <see cref="Line"/> wrote.</summary>
    /// <exception cref="FormatException">It did not.</exception>
    public static SolverAnswer Read(string line)
    {
        string[] parts = line.Split(' ', 3);
        return parts.Length == 3
            ? new SolverAnswer(parts[0], double.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), ScenarioResult.Read(System.Text.Encoding.UTF8.GetBytes(parts[2])))
            : throw new FormatException("An answer is a key, seconds and a result.");
    }
}
