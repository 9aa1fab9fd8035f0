using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// Reads and writes SimCCS' cost files (<c>Construction Costs.txt</c>, <c>Routing Costs</c>, <c>RightOfWay Costs</c>): eight header lines, then two
/// lines a cell, its usable neighbours and the cost to each. Costs are directed and in kilometres of easy ground, as SimCCS takes them.
/// </summary>
public static class SimCcsCostFile
{
    private const int HeaderLines = 8;

    // SimCCS counts clockwise from the north-west.
    private static readonly int[] Clockwise = [0, 1, 2, 4, 7, 6, 5, 3];

    /// <summary>
    /// The file as a surface in degrees that prices each step, or everything that is wrong with it. The multiplier of a cell, which is only shown, is the
    /// mean of its steps' costs over their lengths.
    /// </summary>
    public static Checked<CostSurface> Read(string path)
    {
        if (!File.Exists(path))
        {
            return Checked<CostSurface>.Wrong([new Problem(path, "There is no such file.", "Name a cost file of SimCCS.")]);
        }

        List<Problem> problems = [];
        if (SimCcsGridHeader.Read(path, path, problems) is not { } grid || (long)grid.Columns * grid.Rows > int.MaxValue / Compass.Directions)
        {
            return Checked<CostSurface>.Wrong(problems.Count > 0 ? problems : [new Problem(path, "There are too many cells.", "Cut the grid into parts.")]);
        }

        float[] costs = new float[grid.Columns * grid.Rows * Compass.Directions];
        Array.Fill(costs, float.PositiveInfinity);
        ReadSteps(path, grid, costs, problems);
        CostSurface surface = Surface(grid, costs);
        if (problems.Count == 0 && !surface.Multiplier.Any(float.IsFinite))
        {
            problems.Add(new Problem(path, "No cell has a step to a neighbour.", "Write for each cell its neighbours, and on the next line the costs."));
        }

        return Checked<CostSurface>.From(surface, problems);
    }

    /// <summary>Writes a surface's steps; the surface must be in degrees (<see cref="SimCcsGridding"/> makes it so).</summary>
    public static void Write(TerrainCost terrain, string path)
    {
        SurfaceGrid grid = terrain.Grid;
        CostSurface surface = grid.Surface;
        using StreamWriter text = new(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        CultureInfo plain = CultureInfo.InvariantCulture;
        text.Write(string.Create(plain, $"All Nodes\t{grid.Count}\nActive Nodes\t{surface.Multiplier.Count(float.IsFinite)}\nnCols\t{surface.Columns}\nnRows\t{surface.Rows}\n"));
        text.Write(string.Create(plain, $"xllCorner\t{surface.Left:R}\nyllCorner\t{surface.Top - (surface.Rows * surface.CellSize):R}\ncellSize\t{surface.CellSize:R}\nNODATA_value\t-9999\n"));
        for (int cell = 0; cell < grid.Count; cell++)
        {
            (int To, double Cost)[] steps = [.. StepsOf(terrain, cell)];
            if (steps.Length > 0)
            {
                text.WriteLine(string.Join('\t', steps.Select(step => step.To + 1).Prepend(cell + 1)));
                text.WriteLine("\t" + string.Join('\t', steps.Select(step => step.Cost.ToString("0.######", plain))));
            }
        }
    }

    private static IEnumerable<(int To, double Cost)> StepsOf(TerrainCost terrain, int cell)
    {
        if (!terrain.Grid.IsPassable(cell))
        {
            yield break;
        }

        foreach (int direction in Clockwise)
        {
            int to = terrain.Neighbour(cell, terrain.Grid.RowOf(cell), terrain.Grid.ColumnOf(cell), direction);
            double cost = to == SurfaceGrid.Outside ? double.PositiveInfinity : terrain.StepCost(cell, direction);
            if (double.IsFinite(cost))
            {
                yield return (to, cost);
            }
        }
    }

    private static void ReadSteps(string path, SimCcsGrid grid, float[] costs, List<Problem> problems)
    {
        int number = 0;
        string[]? cells = null;
        foreach (string line in File.ReadLines(path))
        {
            if (++number <= HeaderLines || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string[] words = line.Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
            if (cells is null)
            {
                cells = words;
                continue;
            }

            if (Wrong(grid, cells, words, costs) is { } what && problems.Count < 20)
            {
                problems.Add(new Problem($"{path}:{number}", what, "Write a line with the cell and its neighbours, and below it as many costs as neighbours."));
            }

            cells = null;
        }
    }

    private static string? Wrong(SimCcsGrid grid, string[] cells, string[] words, float[] costs)
    {
        if (cells.Length != words.Length + 1)
        {
            return $"{words.Length} costs stand below {cells.Length - 1} neighbours.";
        }

        if (!int.TryParse(cells[0], out int from) || !grid.Holds(from))
        {
            return $"'{cells[0]}' is no cell of the grid.";
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (!int.TryParse(cells[i + 1], out int to) || !grid.Holds(to) || Direction(grid, from, to) is not (>= 0 and { } direction))
            {
                return $"'{cells[i + 1]}' is no neighbour of {from}.";
            }

            if (!Utf8Parser.TryParse(Encoding.ASCII.GetBytes(words[i]), out double cost, out int used) || used != words[i].Length || !(cost > 0) || !double.IsFinite(cost))
            {
                return $"'{words[i]}' is no cost above zero.";
            }

            costs[((from - 1) * Compass.Directions) + direction] = (float)cost;
        }

        return null;
    }

    // -1 where the two do not touch, which the last column and the first never do.
    private static int Direction(SimCcsGrid grid, int from, int to)
    {
        int rows = grid.RowOf(to) - grid.RowOf(from), columns = grid.ColumnOf(to) - grid.ColumnOf(from);
        return from == to || Math.Abs(rows) > 1 || Math.Abs(columns) > 1 ? -1 : Compass.Between(from - 1, to - 1, grid.Columns);
    }

    private static CostSurface Surface(SimCcsGrid grid, float[] costs)
    {
        CostSurface With(float[] multiplier) => new()
        {
            Columns = grid.Columns,
            Rows = grid.Rows,
            CellSize = grid.CellSize,
            Left = grid.West,
            Top = grid.North,
            Projection = MapProjection.Degrees,
            Multiplier = multiplier,
            StepCosts = costs,
        };

        float[] multiplier = new float[grid.Columns * grid.Rows];
        var lengths = new GroundLengths(new SurfaceGrid(With(multiplier)));
        for (int cell = 0; cell < multiplier.Length; cell++)
        {
            int from = cell;
            int[] open = [.. Enumerable.Range(0, Compass.Directions).Where(d => float.IsFinite(costs[(from * Compass.Directions) + d]))];
            multiplier[cell] = open.Length == 0
                ? CostSurface.NoData
                : (float)open.Average(d => costs[(from * Compass.Directions) + d] / lengths.Of(from / grid.Columns, from % grid.Columns, d));
        }

        return With(multiplier);
    }
}
