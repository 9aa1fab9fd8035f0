using System.Globalization;

namespace Trunkline.Tests.Unit.Planner.SimCcs;

/// <summary>A free MPS file as SimCCS writes them: columns with their entries, the sense of each row.</summary>
internal sealed class MpsColumns
{
    public Dictionary<string, char> Senses { get; } = [];

    public Dictionary<string, List<(string Row, double Value)>> Columns { get; } = [];

    public Dictionary<string, double> RightHandSides { get; } = [];

    public static MpsColumns Read(string path) => Parse(File.ReadLines(path));

    public static MpsColumns Parse(IEnumerable<string> lines)
    {
        var read = new MpsColumns();
        string section = "";
        foreach (string line in lines.Where(l => l.Length > 0))
        {
            string[] cells = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (!char.IsWhiteSpace(line[0]))
            {
                section = cells[0];
            }
            else if (section == "ROWS")
            {
                read.Senses[cells[1]] = cells[0][0];
            }
            else if (section == "COLUMNS" && cells[1] != "'MARKER'")
            {
                read.Columns.TryAdd(cells[0], []);
                read.Columns[cells[0]].Add((cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture)));
            }
            else if (section == "RHS")
            {
                read.RightHandSides[cells[1]] = double.Parse(cells[2], CultureInfo.InvariantCulture);
            }
        }

        return read;
    }
}
