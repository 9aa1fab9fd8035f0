using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>An entry in force on a day, whatever its other circumstances.</summary>
/// <param name="Overlay">Id of the overlay it rests on instead of the law; null for law.</param>
public sealed record StandingEntry(PolicyParameter Parameter, PolicyEntry Entry, ReviewState State, Confidence Confidence, string? Overlay)
{
    /// <summary>The circumstances in which it holds, in words; empty where it always does.</summary>
    public string Where()
    {
        (string Name, object? Window)[] conditions =
        [
            .. (Entry.When ?? new Dictionary<string, AnyOf>()).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (w.Key, (object?)w.Value)),
            ("in service", Entry.InService),
            ("construction begun", Entry.BeginConstruction),
            ("year", Entry.Year),
        ];
        return string.Join(", ", conditions.Where(c => c.Window is not null).Select(c => $"{c.Name} {c.Window}"));
    }
}
