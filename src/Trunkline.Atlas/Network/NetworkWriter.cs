using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Puts names, places and lengths to nodes and corridors. Lengths are measured along the very route that is given out.</summary>
internal sealed class NetworkWriter(TerrainCost terrain, NetworkSteps steps, IReadOnlyList<Terminal> terminals, TerminalCells cells)
{
    // Eleven metres: a thousandth of a national cell, and short to write.
    private const int Decimals = 4;

    private readonly ILookup<int, Terminal> _hosts = terminals.Index().ToLookup(t => cells.CellOf[t.Index], t => t.Item);
    private readonly HashSet<string> _snapped = [.. cells.Snaps.Select(snap => snap.Terminal)];
    private readonly RouteSmoother _smoother = new(terrain);
    private readonly RouteMeter _meter = new(terrain);

    public CandidateNetwork Write(IReadOnlyList<StepRun> runs, IReadOnlyList<(string Formation, List<int> Cells)> entries)
    {
        var vertices = new SortedSet<int>(runs.SelectMany(run => (int[])[run.From, run.To]));
        vertices.UnionWith(_hosts.Select(host => host.Key));
        vertices.UnionWith(entries.SelectMany(entry => entry.Cells));
        CandidateNode[] nodes = [.. vertices.Select(Node)];
        var number = vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        var edges = new CandidateEdge[runs.Count];
        Parallel.For(0, runs.Count, i => edges[i] = Edge(runs[i], nodes[number[runs[i].From]], nodes[number[runs[i].To]], number));
        var access = entries.SelectMany(entry => entry.Cells.Select(cell => new StorageAccess(entry.Formation, number[cell])));
        return new CandidateNetwork(nodes, Named(edges), [.. access])
        {
            Snaps = cells.Snaps,
            UnreachedFormations = [.. entries.Where(entry => entry.Cells.Count == 0).Select(entry => entry.Formation)],
        };
    }

    private CandidateNode Node(int vertex)
    {
        string[] hosts = [.. _hosts[vertex].Select(host => host.Id).Order(StringComparer.Ordinal)];
        int cell = vertex % terrain.Grid.Count;
        string corner = vertex < terrain.Grid.Count ? "" : "se";
        string id = hosts.Length > 0 ? hosts[0] : $"junction:r{terrain.Grid.RowOf(cell)}c{terrain.Grid.ColumnOf(cell)}{corner}";
        return new CandidateNode(id, PlaceOf(vertex), hosts);
    }

    // Terminals of one cell stand together at their mean place; those that were moved into the cell have no say in it.
    private GeoPoint PlaceOf(int vertex)
    {
        GeoPoint[] own = [.. _hosts[vertex].Where(host => !_snapped.Contains(host.Id)).Select(host => host.Place)];
        return Rounded(own.Length > 0
            ? new GeoPoint(own.Average(place => place.Longitude), own.Average(place => place.Latitude))
            : terrain.Grid.Unproject(steps.PointOf(vertex)));
    }

    private CandidateEdge Edge(StepRun run, CandidateNode from, CandidateNode to, Dictionary<int, int> number)
    {
        GeoPoint[] route = [from.Place, .. Inner(run, from.Place, to.Place).Select(point => Rounded(terrain.Grid.Unproject(point))), to.Place];
        route = [.. route.Where((place, i) => i == 0 || place != route[i - 1])];
        RouteMeasure measure = _meter.Measure([.. route.Select(terrain.Grid.Project)]);
        // Grades and prices of single steps belong to the cells and not to the smoothed line.
        double weighted = terrain.IsPlain ? measure.Weighted : run.Cost;
        return new CandidateEdge(
            $"{from.Id}--{to.Id}", number[run.From], number[run.To], new Kilometres(measure.Kilometres), new Kilometres(weighted),
            new TonnesPerYear(run.Capacity), route);
    }

    // An existing pipe keeps its own line; a corridor yet to be built loses its staircase.
    private IEnumerable<PlanePoint> Inner(StepRun run, GeoPoint from, GeoPoint to)
    {
        if (run.Steps[0].Span is not null)
        {
            return run.Steps.SelectMany(steps.Points);
        }

        // Nodes stand beside the middle of their cell; the path goes by way of it, so that it keeps to the cells that it was routed through.
        var middles = run.Steps.Select(step => steps.MiddleOf(step.A)).Append(steps.MiddleOf(run.To));
        return _smoother.Smooth([terrain.Grid.Project(from), .. middles, terrain.Grid.Project(to)]).Skip(1).SkipLast(1);
    }

    // Corridors beside an existing pipe between the same two nodes are told apart by number.
    private static CandidateEdge[] Named(CandidateEdge[] edges)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. edges.Select(edge =>
            {
                int count = seen[edge.Id] = seen.GetValueOrDefault(edge.Id) + 1;
                return count == 1 ? edge : edge with { Id = $"{edge.Id}#{count}" };
            }),
        ];
    }

    private static GeoPoint Rounded(GeoPoint place) => new(Math.Round(place.Longitude, Decimals), Math.Round(place.Latitude, Decimals));
}
