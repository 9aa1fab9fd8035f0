using System.Globalization;

namespace Trunkline.Optimisation;

/// <summary>What the text formats share: numbers and names as every reader takes them.</summary>
internal static class ModelText
{
    /// <summary>Longest name that all readers keep.</summary>
    private const int LongestName = 255;

    /// <summary>A number in the fewest digits that give it back; without a limit, 1e30, which all readers take for infinite.</summary>
    public static string Number(double value) =>
        double.IsInfinity(value) ? (value > 0 ? "1e30" : "-1e30") : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Refuses names that some reader would misread (they are kept, never rewritten), and names used twice.</summary>
    public static void RefuseBadNames(LinearModel model)
    {
        var faults = Faults("column", [.. model.Columns.Select(c => c.Name)])
            .Concat(Faults("row", [.. model.Rows.Select(r => r.Name)])).Take(20).ToList();
        if (faults.Count > 0)
        {
            throw new ArgumentException("Names cannot be written: " + string.Join("; ", faults), nameof(model));
        }
    }

    private static IEnumerable<string> Faults(string what, string[] names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!IsPlain(name))
            {
                yield return $"{what} '{name}' must be 1 to {LongestName} letters, digits, '_' or '.', starting with a letter or '_', and not e with a digit";
            }
            else if (!seen.Add(name))
            {
                yield return $"{what} '{name}' is there twice";
            }
        }
    }

    // In LP files 3e12 is a number and e12 can be taken for the rest of one.
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= LongestName
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && !(name[0] is 'e' or 'E' && name.Length > 1 && char.IsAsciiDigit(name[1]))
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');
}
