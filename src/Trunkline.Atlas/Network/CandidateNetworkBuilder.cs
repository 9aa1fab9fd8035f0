using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Builds the candidate network of a request: Delaunay neighbours among terminals and pipeline ends, least-cost paths between them that share
/// corridors (<see cref="CorridorLayout"/> states the guarantee), ways into each formation, existing pipelines with their own line,
/// all merged into nodes and corridors. The same request gives the same network.
/// </summary>
public static class CandidateNetworkBuilder
{
    // A pipeline beyond this distance of every terminal and formation is not on the way between any two of them.
    private const double PipelineMarginKm = 100;

    /// <summary>The network, or every problem of the request.</summary>
    /// <exception cref="OperationCanceledException">Cancelled on the way; half a network is of no use.</exception>
    public static Checked<CandidateNetwork> Build(CandidateRequest request, CancellationToken cancellation = default)
    {
        var grid = new SurfaceGrid(request.Surface);
        List<Problem> problems = [.. CandidateRequestCheck.Problems(request)];
        Checked<TerminalCells> terminals = TerminalCells.Find(grid, request.Terminals);
        problems.AddRange(terminals.Problems);
        return problems.Count > 0 ? Checked<CandidateNetwork>.Wrong(problems) : Checked<CandidateNetwork>.Right(Build(request, grid, terminals.OrThrow(), cancellation));
    }

    private static CandidateNetwork Build(CandidateRequest request, SurfaceGrid grid, TerminalCells terminals, CancellationToken cancellation)
    {
        Corridor[] pipelines = [.. PipelinesInReach(request, grid)];
        var terrain = new TerrainCost(grid, pipelines.Concat(request.RightsOfWay), request.RightOfWayFactor);
        ExistingLine[] lines = [.. pipelines.Select(pipeline => new ExistingLine(grid, pipeline))];
        FormationArea[] areas = [.. request.Formations.Select(formation => new FormationArea(grid, formation))];
        var places = new SortedSet<int>(terminals.CellOf);

        var layout = new CorridorLayout(terrain);
        new NetworkLayer(terrain, layout, cancellation).Lay(places, lines, areas);
        var access = new FormationAccess(grid, layout, places);
        var entries = areas.Select(area => (area.Formation.Id, Cells: access.Choose(area))).ToList();

        var kept = new HashSet<int>(places.Concat(entries.SelectMany(entry => entry.Cells)));
        var steps = new NetworkSteps(terrain, layout, lines);
        List<StepRun> runs = new CorridorGraph(steps.All(), kept.Contains).Corridors();
        var writer = new NetworkWriter(terrain, steps, request.Terminals, terminals);
        return writer.Write(runs, entries);
    }

    private static IEnumerable<Corridor> PipelinesInReach(CandidateRequest request, SurfaceGrid grid)
    {
        var window = new PlaneWindow();
        foreach (Terminal terminal in request.Terminals)
        {
            window.Take(grid.Project(terminal.Place), grid.PlaneLength(terminal.Place, PipelineMarginKm));
        }

        foreach (Formation formation in request.Formations)
        {
            window.Take(grid.Project(formation.Centre), grid.PlaneLength(formation.Centre, formation.Radius.Value + PipelineMarginKm));
        }

        return request.ExistingPipelines.Where(line => line.Points.Any(point => window.Holds(grid.Project(point))));
    }
}
