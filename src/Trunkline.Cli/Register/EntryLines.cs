using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How an entry of a parameter is shown on one line: its value, and the circumstances in which it holds.</summary>
internal static class EntryLines
{
    public static string Of(PolicyEntry entry, string unit, Language language) =>
        string.Join(", ", new[] { $"{Value(entry)} {(unit is "1" or "date" or "choice" ? "" : unit)}".TrimEnd(), Circumstances(entry, language) }.Where(p => p.Length > 0));

    private static string Value(PolicyEntry entry) => entry switch
    {
        { Interpolate: { } line } => $"{line.From.Value:0.####} ({line.From.Year}) … {line.To.Value:0.####} ({line.To.Year})",
        { Low: { } low, High: { } high } => $"{entry.Value} ({low:0.####}–{high:0.####})",
        _ => entry.Value?.ToString() ?? "-",
    };

    private static string Circumstances(PolicyEntry entry, Language language) => string.Join(
        ", ",
        (entry.When ?? new Dictionary<string, AnyOf>()).Select(w => $"{w.Key} {w.Value}")
            .Append(Window(RegisterWords.InService, entry.InService, language))
            .Append(Window(RegisterWords.ConstructionBegun, entry.BeginConstruction, language))
            .Append(entry.Year is { } years ? $"{RegisterWords.Years.In(language)} {years.From}–{years.To}" : "")
            .Append(entry.Index is { } index ? $"× {index}" : "")
            .Where(p => p.Length > 0));

    private static string Window(Bilingual name, DateWindow? window, Language language) => window is null
        ? ""
        : $"{name.In(language)} {string.Join(" ", new[]
        {
            window.From is { } from ? string.Format(RegisterWords.FromDay.In(language), RegisterParts.Iso(from)) : null,
            window.Before is { } before ? string.Format(RegisterWords.BeforeDay.In(language), RegisterParts.Iso(before)) : null,
        }.OfType<string>())}";
}
