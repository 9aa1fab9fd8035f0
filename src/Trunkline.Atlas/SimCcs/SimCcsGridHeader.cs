using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Reads the grid from the eight header lines of a cost file: <c>key value</c>, separated by blanks, tabs or a comma.</summary>
internal static class SimCcsGridHeader
{
    private const int HeaderLines = 8;
    private static readonly char[] Separators = [' ', '\t', ','];

    /// <summary>The grid, or null where a line is missing or wrong.</summary>
    public static SimCcsGrid? Read(string path, string shown, List<Problem> problems)
    {
        int before = problems.Count;
        Dictionary<string, double> values = Values(path);
        double columns = Value("nCols"), rows = Value("nRows"), west = Value("xllCorner"), south = Value("yllCorner"), size = Value("cellSize");
        Require(columns >= 1 && columns == Math.Floor(columns), "nCols", "a whole number from 1");
        Require(rows >= 1 && rows == Math.Floor(rows) && columns * rows <= int.MaxValue, "nRows", "a whole number from 1");
        Require(west is >= -360 and <= 360, "xllCorner", "degrees of longitude");
        Require(south is >= -90 and <= 90, "yllCorner", "degrees of latitude");
        Require(size is > 1e-9 and <= 90, "cellSize", "degrees above zero");
        return problems.Count == before ? new SimCcsGrid((int)columns, (int)rows, west, south, size) : null;

        double Value(string key) => values.GetValueOrDefault(key.ToUpperInvariant(), double.NaN);

        void Require(bool isRight, string key, string wanted)
        {
            if (!isRight)
            {
                problems.Add(new Problem($"{shown}:{key}", "The grid's header does not say it.", $"Write among the first eight lines '{key}', a tab, and {wanted}."));
            }
        }
    }

    // Cost files have millions of lines: only the first ones are read.
    private static Dictionary<string, double> Values(string path)
    {
        Dictionary<string, double> values = [];
        foreach (string line in File.ReadLines(path).Take(HeaderLines))
        {
            string[] parts = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length >= 2 && double.TryParse(parts[^1], NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            {
                values[string.Concat(parts[..^1]).ToUpperInvariant()] = value;
            }
        }

        return values;
    }
}
