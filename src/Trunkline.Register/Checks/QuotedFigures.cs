using System.Globalization;
using System.Text.RegularExpressions;

namespace Trunkline.Register;

/// <summary>Reads figures as laws write them: <c>$17</c>, <c>12,500</c>, <c>75 percent</c>, <c>$3.5 billion</c>, <c>seven cents</c>, <c>twelve-year</c>, <c>January 1, 2033</c>.</summary>
internal static partial class QuotedFigures
{
    private static readonly Dictionary<string, decimal> NumberWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["fifteen"] = 15,
        ["eighteen"] = 18,
        ["twenty"] = 20,
        ["twenty-five"] = 25,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy-five"] = 75,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["half"] = 0.5m,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = 1,
        ["percent"] = 0.01m,
        ["per cent"] = 0.01m,
        ["per centum"] = 0.01m,
        ["%"] = 0.01m,
        ["cent"] = 0.01m,
        ["cents"] = 0.01m,
        ["hundred"] = 100,
        ["thousand"] = 1e3m,
        ["million"] = 1e6m,
        ["billion"] = 1e9m,
        ["bn"] = 1e9m,
        ["m"] = 1e6m,
    };

    /// <summary>True where a quotation says the figure, in the figure's unit or in one that converts to it exactly.</summary>
    public static bool Carries(string quote, PolicyValue figure, string unit) => figure.MaybeNumber is { } number
        ? Numbers(quote).Any(said => Equal(said, number, unit))
        : PolicyValue.TryDate(figure.Words, out DateOnly day) && (CarriesDay(quote, day) || (day > DateOnly.MinValue && CarriesDay(quote, day.AddDays(-1))));

    private static bool Equal(decimal said, decimal figure, string unit) =>
        said == figure
        || (unit is "Mt/y" && said / 1e6m == figure)
        || (unit is "months" && said * 12 == figure)
        || (unit is "years" && said / 12 == figure);

    private static IEnumerable<decimal> Numbers(string quote)
    {
        foreach (Match match in Figure().Matches(quote))
        {
            string digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
            decimal number = digits.Length > 0
                ? decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal parsed) ? parsed : decimal.MinValue
                : NumberWords[match.Groups["word"].Value];
            if (number is >= 0 and < 1e15m)
            {
                yield return number;
                yield return number * Scales[match.Groups["scale"].Value];
            }
        }
    }

    /// <summary>The day as a law writes it, or the last day before it ("after December 31, 2032").</summary>
    private static bool CarriesDay(string quote, DateOnly day) =>
        new[] { "yyyy-MM-dd", "MMMM d, yyyy", "d MMMM yyyy", "MMM. d, yyyy" }
            .Any(form => quote.Contains(day.ToString(form, CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"(?:(?<digits>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?)|\b(?<word>twenty-five|seventy-five|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty|sixty|eighty|ninety|hundred|half)\b)(?:[\s-]*(?<scale>percent\b|per cent\b|per centum\b|%|cents?\b|hundred\b|thousand\b|million\b|billion\b|bn\b|m\b))?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Figure();
}
