namespace Trunkline.Planner;

/// <summary>Lists of ids as a study writes them: sorted, each once.</summary>
internal static class IdList
{
    public static IReadOnlyList<string> With(IReadOnlyList<string>? now, IReadOnlyList<string> more) =>
        [.. (now ?? []).Concat(more).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Null stays null: a study that never named any does not begin to.</summary>
    public static IReadOnlyList<string>? Without(IReadOnlyList<string>? now, IReadOnlyList<string> less) => now is null ? null : [.. now.Except(less, StringComparer.Ordinal)];
}
