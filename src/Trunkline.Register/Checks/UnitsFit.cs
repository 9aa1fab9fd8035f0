using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A parameter's unit is one the planner knows, and each value is of its kind and of a size that makes sense.</summary>
internal static class UnitsFit
{
    private const decimal LeastStep = 0.0001m;
    private const decimal GreatestValue = 1e12m;
    private const decimal GreatestFactor = 1000;

    private static readonly string[] Units = ["USD/t", "USD", "USD/y", "CAD", "t", "t/y", "Mt/y", "months", "years", "year", "1", "date", "choice"];

    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Parameters.SelectMany(p => OfParameter(p).Concat(p.Content.Entries.Index().SelectMany(e => OfEntry(p.Content, e.Item, $"{p.File} /entries/{e.Index}"))));

    private static IEnumerable<Problem> OfParameter(Located<PolicyParameter> parameter)
    {
        PolicyParameter content = parameter.Content;
        if (!Units.Contains(content.Unit))
        {
            yield return new Problem($"{parameter.File} /unit", $"'{content.Unit}' is not a unit of the register.", $"Use one of {string.Join(", ", Units)}.");
        }

        if ((content.Unit == "choice") != (content.Choices is { Count: > 0 }))
        {
            yield return new Problem($"{parameter.File} /choices", "does not fit the unit.", "List the allowed words where the unit is 'choice', and only there.");
        }

        if (content.Rounding is < LeastStep)
        {
            yield return new Problem($"{parameter.File} /rounding", "is too small a step.", "Give the step to round to, for example 0.01.");
        }
    }

    /// <summary>What is wrong with the value of one entry.</summary>
    public static IEnumerable<Problem> OfEntry(PolicyParameter parameter, PolicyEntry entry, string where)
    {
        if ((entry.Value is null) == (entry.Interpolate is null))
        {
            yield return new Problem($"{where}/value", "is missing, or stands beside interpolate.", "Give either value or interpolate; no value is not zero.");
        }

        if (entry.Value is { } value && WrongKind(parameter, value) is { } fix)
        {
            yield return new Problem($"{where}/value", $"'{value}' does not fit unit {parameter.Unit}.", fix);
        }

        decimal greatest = parameter.Unit == "1" ? GreatestFactor : GreatestValue;
        if (Numbers(entry).Any(n => Math.Abs(n) > greatest))
        {
            yield return new Problem($"{where}/value", $"is beyond {greatest:0}.", $"Check the unit, which is {parameter.Unit}.");
        }

        if (entry.Interpolate is { } line && !Covers(line, entry.Year))
        {
            yield return new Problem($"{where}/interpolate", "does not reach over the years of the entry.", "Let the line begin before it ends, and year lie between its ends.");
        }

        if (entry.Value?.MaybeNumber is { } number && (entry.Low > number || entry.High < number))
        {
            yield return new Problem($"{where}/low", "value does not lie between low and high.", "Let low <= value <= high.");
        }
    }

    private static IEnumerable<decimal> Numbers(PolicyEntry entry) =>
        new[] { entry.Value?.MaybeNumber, entry.Interpolate?.From.Value, entry.Interpolate?.To.Value }.OfType<decimal>();

    private static string? WrongKind(PolicyParameter parameter, PolicyValue value) => parameter.Unit switch
    {
        "date" => PolicyValue.TryDate(value.Words, out _) ? null : "Write a day as \"2033-01-01\".",
        "choice" => value.Words is { } word && parameter.Choices?.Contains(word) == true ? null : "Write one of the choices.",
        _ => value.MaybeNumber is null ? "Write a number without quotes." : null,
    };

    private static bool Covers(Interpolation line, YearWindow? years) =>
        line.From.Year < line.To.Year && years?.From >= line.From.Year && years.To <= line.To.Year;
}
