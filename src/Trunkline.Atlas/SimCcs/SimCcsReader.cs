using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// Reads a SimCCS scenario: the folder in SimCCS' own layout, or its files side by side. docs/simccs.md tells the forms that are understood.
/// </summary>
public static class SimCcsReader
{
    private const string SourceKind = "SOURCE";
    private const string SinkKind = "SINK";

    /// <summary>The scenario, or every problem of every file.</summary>
    public static Checked<SimCcsScenario> Read(string path)
    {
        var folder = new SimCcsFolder(path);
        List<Problem> problems = [.. folder.Problems()];
        if (problems.Count > 0 && !Directory.Exists(path))
        {
            return Checked<SimCcsScenario>.Wrong(problems);
        }

        Parts parts = ReadParts(folder, problems);
        if (problems.Count > 0)
        {
            return Checked<SimCcsScenario>.Wrong(problems);
        }

        SimCcsGrid? grid = Grid(folder, parts, problems);
        return grid is null ? Checked<SimCcsScenario>.Wrong(problems) : Placed(folder.Name, parts, grid, problems);
    }

    private static Parts ReadParts(SimCcsFolder folder, List<Problem> problems)
    {
        return new Parts(
            Of(folder.Sources, SimCcsTables.Sources) ?? [],
            Of(folder.Sinks, SimCcsTables.Sinks) ?? [],
            Of(folder.Trends, SimCcsTrendFile.Read) ?? [],
            Of(folder.Network, SimCcsNetworkFile.Read) ?? [],
            Of(folder.NodePairs, SimCcsNodePairFile.Read) ?? []);

        T? Of<T>(string? path, Func<string, string, List<Problem>, T> read)
            where T : class => path is null ? null : read(path, folder.Shown(path), problems);
    }

    private static SimCcsGrid? Grid(SimCcsFolder folder, Parts parts, List<Problem> problems)
    {
        if (folder.GridHeader is { } header)
        {
            return SimCcsGridHeader.Read(header, folder.Shown(header), problems);
        }

        IEnumerable<SimCcsGridFit.Terminal> sources = parts.Sources.Where(s => parts.Cells.ContainsKey((SourceKind, s.Name)))
            .Select(s => new SimCcsGridFit.Terminal(s.Place, parts.Cells[(SourceKind, s.Name)]));
        IEnumerable<SimCcsGridFit.Terminal> sinks = parts.Sinks.Where(s => parts.Cells.ContainsKey((SinkKind, s.Name)))
            .Select(s => new SimCcsGridFit.Terminal(s.Place, parts.Cells[(SinkKind, s.Name)]));
        SimCcsGrid? fitted = SimCcsGridFit.Find([.. parts.Edges.Select(e => e.Route)], [.. sources, .. sinks]);
        if (fitted is null)
        {
            problems.Add(new Problem(
                "Construction Costs.txt",
                "It is missing, and routes and terminals do not tell the grid.",
                "Put the cost file there (its eight header lines are enough), or a DelaunayPaths.txt that agrees with routes and places."));
        }

        return fitted;
    }

    private static Checked<SimCcsScenario> Placed(string name, Parts parts, SimCcsGrid grid, List<Problem> problems)
    {
        SimCcsSource[] sources = [.. parts.Sources.Select(s => s with { Cell = CellOf(SourceKind, s.Name, s.Place) })];
        SimCcsSink[] sinks = [.. parts.Sinks.Select(s => s with { Cell = CellOf(SinkKind, s.Name, s.Place) })];
        problems.AddRange(parts.Edges.SelectMany(e => RouteProblems(e, grid)));
        int[] vertices = [.. parts.Edges.SelectMany(e => new[] { e.From, e.To })
            .Concat(sources.Select(s => s.Cell)).Concat(sinks.Select(s => s.Cell)).Distinct().Order()];
        return Checked<SimCcsScenario>.From(
            new SimCcsScenario(name, sources, sinks, parts.Trends, new SimCcsNetwork(vertices, parts.Edges), grid), problems);

        int CellOf(string kind, string label, GeoPoint place)
        {
            int? cell = grid.CellOf(place);
            int listed = parts.Cells.GetValueOrDefault((kind, label), cell ?? 0);
            if (cell is null)
            {
                problems.Add(new Problem($"{kind} {label}", $"{place} is off the grid.", "Check longitude and latitude, and the grid's corner."));
            }
            else if (listed != cell)
            {
                problems.Add(new Problem(
                    $"{kind} {label}", $"It lies in cell {cell} by its place and in cell {listed} by DelaunayPaths.txt.", "Make the network again for these places, or mend the place."));
            }

            return cell ?? 0;
        }
    }

    private static IEnumerable<Problem> RouteProblems(SimCcsEdge edge, SimCcsGrid grid)
    {
        string where = $"CandidateNetwork.txt: edge {edge.From} to {edge.To}";
        if (edge.Route.FirstOrDefault(c => !grid.Holds(c)) is > 0 and int outside)
        {
            yield return new Problem(where, $"Cell {outside} is not one of the grid's {grid.Columns} x {grid.Rows}.", "Check the grid's header against the network.");
            yield break;
        }

        foreach ((int a, int b) in edge.Route.Zip(edge.Route.Skip(1)))
        {
            // SimCCS itself steps from the last column to the first of the next row and back, and its files hold such steps.
            int apart = Math.Abs(a - b);
            if (apart != 1 && Math.Abs(apart - grid.Columns) > 1)
            {
                yield return new Problem(where, $"The route jumps from cell {a} to {b}.", $"Write every cell between; neighbours differ by 1 or {grid.Columns - 1} to {grid.Columns + 1}.");
                yield break;
            }
        }
    }

    private sealed record Parts(
        List<SimCcsSource> Sources,
        List<SimCcsSink> Sinks,
        List<SimCcsTrend> Trends,
        List<SimCcsEdge> Edges,
        Dictionary<(string Kind, string Label), int> Cells);
}
