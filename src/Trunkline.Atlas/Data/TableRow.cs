using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>One row of a CSV table with cells by column name. Every getter reports what is wrong and goes on, so that all problems come at once.</summary>
internal sealed class TableRow(string file, int line, IReadOnlyDictionary<string, string> cells, List<Problem> problems)
{
    /// <summary>True once a getter has reported a problem; the row is then not used.</summary>
    public bool IsWrong { get; private set; }

    /// <summary>Words that must be there.</summary>
    public string Text(string column)
    {
        string? text = OptionalText(column);
        if (text is null)
        {
            Wrong(column, "the cell is empty.", "Write a value.");
        }

        return text ?? string.Empty;
    }

    public string? OptionalText(string column) =>
        cells.TryGetValue(column, out string? cell) && cell.Length > 0 ? cell : null;

    /// <summary>A number that must be there.</summary>
    public double Number(string column, double least = 0, double most = double.MaxValue)
    {
        double? number = OptionalNumber(column, least, most);
        if (number is null && OptionalText(column) is null)
        {
            Wrong(column, "the cell is empty.", "Write a number.");
        }

        return number ?? 0;
    }

    /// <summary>A number, or null where the cell is empty.</summary>
    public double? OptionalNumber(string column, double least = 0, double most = double.MaxValue)
    {
        if (OptionalText(column) is not { } text)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            Wrong(column, $"'{text}' is not a number.", "Write a number with a point for decimals and no thousands separator.");
            return null;
        }

        if (number < least || number > most)
        {
            string limits = string.Create(CultureInfo.InvariantCulture, $"from {least} to {(most == double.MaxValue ? "any size" : most)}");
            Wrong(column, $"{text} is outside what is possible.", $"Write a number {limits}.");
            return null;
        }

        return number;
    }

    /// <summary>A whole number that must be there.</summary>
    public int Whole(string column, int least = 0, int most = int.MaxValue)
    {
        double number = Number(column, least, most);
        if (number != Math.Floor(number))
        {
            Wrong(column, $"{number} is not a whole number.", "Write a whole number.");
            return 0;
        }

        return (int)number;
    }

    /// <summary>True or false; false where the cell is empty.</summary>
    public bool Flag(string column) => Choice(column, "false", ("true", true), ("false", false));

    /// <summary>How far the figure can be trusted; C where the cell is empty.</summary>
    public Confidence Confidence(string column) =>
        Choice(column, "C", ("A", Domain.Confidence.A), ("B", Domain.Confidence.B), ("C", Domain.Confidence.C));

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string column, string? whenEmpty, params (string Word, T Meaning)[] choices)
    {
        string? text = OptionalText(column) ?? whenEmpty;
        foreach ((string word, T meaning) in choices)
        {
            if (text == word)
            {
                return meaning;
            }
        }

        Wrong(column, text is null ? "the cell is empty." : $"'{text}' is not known here.", $"Write one of {string.Join(", ", choices.Select(c => c.Word))}.");
        return choices[0].Meaning;
    }

    /// <summary>Where it stands.</summary>
    public GeoPoint Place() => new(Number("longitude", -180, 180), Number("latitude", -90, 90));

    /// <summary>Reports a problem with this row.</summary>
    public void Wrong(string column, string what, string fix)
    {
        IsWrong = true;
        problems.Add(new Problem($"{file}:{line}:{column}", what, fix));
    }
}
