using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Communities;

/// <summary>One row of the screening tool's file. A blank cell is not known; anything else that is no number, or no flag, is a problem.</summary>
internal sealed class CejstRow(string where, IReadOnlyDictionary<string, string> cells, List<Problem> problems)
{
    public string? Text(string column) => cells[column] is { Length: > 0 } text ? text : null;

    public double? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            return number;
        }

        problems.Add(new Problem($"{where}:{column}", $"'{text}' is not a number.", "Write a number, or leave the cell blank where it is not known."));
        return null;
    }

    public bool? Flag(string column)
    {
        switch (Text(column))
        {
            case null: return null;
            case "True": return true;
            case "False": return false;
            default:
                problems.Add(new Problem($"{where}:{column}", $"'{Text(column)}' is neither True nor False.", "Write True or False, or leave the cell blank."));
                return null;
        }
    }
}
