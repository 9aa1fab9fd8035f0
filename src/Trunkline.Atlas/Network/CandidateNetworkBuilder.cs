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
    public static Checked<CandidateNetwork> Build(CandidateRequest request, CancellationToken cancellation = default) => Build(request, null, cancellation);

    /// <summary>The same, told stage by stage.</summary>
    /// <param name="tell">Given the name of each stage as it begins.</param>
    public static Checked<CandidateNetwork> Build(CandidateRequest request, Action<string>? tell, CancellationToken cancellation)
    {
        var grid = new SurfaceGrid(request.Surface);
        List<Problem> problems = [.. CandidateRequestCheck.Problems(request)];
        Checked<TerminalCells> terminals = TerminalCells.Find(grid, request.Terminals);
        problems.AddRange(terminals.Problems);
        return problems.Count > 0 ? Checked<CandidateNetwork>.Wrong(problems) : Checked<CandidateNetwork>.Right(Build(request, grid, terminals.OrThrow(), tell ?? (_ => { }), cancellation));
    }

    private static CandidateNetwork Build(CandidateRequest request, SurfaceGrid grid, TerminalCells terminals, Action<string> tell, CancellationToken cancellation)
    {
        tell("terrain");
        Corridor[] pipelines = [.. PipelinesInReach(request, grid)];
        var terrain = new TerrainCost(grid, pipelines.Concat(request.RightsOfWay), request.RightOfWayFactor);
        ExistingLine[] lines = [.. pipelines.Select(pipeline => new ExistingLine(grid, pipeline))];
        FormationArea[] areas = [.. request.Formations.Select(formation => new FormationArea(grid, formation))];
        var places = new SortedSet<int>(terminals.CellOf);

        var layout = new CorridorLayout(terrain);
        new NetworkLayer(terrain, layout, cancellation, request.Style, tell).Lay(places, lines, areas);
        tell("corridors");
        var access = new FormationAccess(grid, layout, places);
        var entries = areas.Select(area => (area.Formation.Id, Cells: access.Choose(area))).ToList();

        var kept = new HashSet<int>(places.Concat(entries.SelectMany(entry => entry.Cells)));
        var steps = new NetworkSteps(terrain, layout, lines);
        List<StepRun> runs = Corridors(steps.All(), kept, request.Style);
        var writer = new NetworkWriter(terrain, steps, request.Terminals, terminals);
        CandidateNetwork network = writer.Write(runs, entries);
        tell("survey");
        return Surveyed(network, terrain, request, cancellation);
    }

    private static List<StepRun> Corridors(List<NetworkStep> steps, HashSet<int> kept, CandidateStyle style)
    {
        List<StepRun> runs = new CorridorGraph(steps, kept.Contains, style.Alternatives).Corridors();
        if (style.Pruning is not { } stretch)
        {
            return runs;
        }

        // What is left out leaves junctions behind at which only two corridors meet: they are merged once more.
        var dropped = CorridorPruning.Surplus(runs, stretch).SelectMany(run => run.Steps).Select(step => (Math.Min(step.A, step.B), Math.Max(step.A, step.B))).ToHashSet();
        return new CorridorGraph([.. steps.Where(step => !dropped.Contains((Math.Min(step.A, step.B), Math.Max(step.A, step.B))))], kept.Contains, style.Alternatives).Corridors();
    }

    private static CandidateNetwork Surveyed(CandidateNetwork network, TerrainCost terrain, CandidateRequest request, CancellationToken cancellation)
    {
        if (request.Surroundings is not { } surroundings)
        {
            return network;
        }

        Corridor[] lines = [.. request.ExistingPipelines, .. request.RightsOfWay];
        var survey = new CorridorSurvey(terrain, lines, surroundings);
        var edges = new CandidateEdge[network.Edges.Count];
        Parallel.For(0, edges.Length, new ParallelOptions { CancellationToken = cancellation }, i => edges[i] = network.Edges[i] with { Facts = survey.Of(network.Edges[i].Route) });
        return network with { Edges = edges };
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
