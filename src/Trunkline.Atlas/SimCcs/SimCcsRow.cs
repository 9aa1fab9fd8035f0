using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Cells of one line, by position. Every getter reports what is wrong and goes on, so that all problems come at once.</summary>
internal sealed class SimCcsRow(string file, int line, IReadOnlyList<string> cells, List<Problem> problems)
{
    // Far above any grid in use, and sums of two still fit an int.
    private const int LargestCell = 1_000_000_000;

    /// <summary>True once a getter has reported a problem; the row is then not used.</summary>
    public bool IsWrong { get; private set; }

    public int Count => cells.Count;

    /// <summary>The cell, empty where the line is shorter.</summary>
    public string Cell(int index) => index < cells.Count ? cells[index] : "";

    /// <summary>Words that must be there.</summary>
    public string Text(int index, string name)
    {
        string text = Cell(index);
        if (text.Length == 0)
        {
            Wrong(name, "the cell is empty.", "Write a value.");
        }

        return text;
    }

    /// <summary>A number that must be there: an empty cell is not zero.</summary>
    public double Number(int index, string name, double least = 0, double most = double.MaxValue)
    {
        double? number = OptionalNumber(index, name, least, most);
        if (number is null && Cell(index).Length == 0)
        {
            Wrong(name, "the cell is empty.", "Write a number; 0 where it costs nothing.");
        }

        return number ?? 0;
    }

    /// <summary>A number, or null where the cell is empty.</summary>
    public double? OptionalNumber(int index, string name, double least = 0, double most = double.MaxValue)
    {
        string text = Cell(index);
        if (text.Length == 0)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            Wrong(name, $"'{text}' is not a number.", "Write a number with a point for decimals and no thousands separator.");
            return null;
        }

        if (number < least || number > most)
        {
            Wrong(name, $"{text} is outside what is possible.", $"Write a number from {least} to {(most == double.MaxValue ? "any size" : most)}.");
            return null;
        }

        return number;
    }

    /// <summary>A cell number of the grid, from 1.</summary>
    public int GridCell(int index, string name)
    {
        string text = Cell(index);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int cell) && cell is >= 1 and <= LargestCell)
        {
            return cell;
        }

        Wrong(name, $"'{text}' is not a cell number.", "Write a whole number from 1.");
        return 0;
    }

    /// <summary>A place in decimal degrees.</summary>
    public GeoPoint Place(int longitude, int latitude) =>
        new(Number(longitude, "X-LON", -180, 180), Number(latitude, "Y-LAT", -90, 90));

    public void Wrong(string name, string what, string fix)
    {
        IsWrong = true;
        problems.Add(new Problem($"{file}:{line}:{name}", what, fix));
    }
}
