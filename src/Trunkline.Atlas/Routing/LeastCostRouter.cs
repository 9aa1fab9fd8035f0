namespace Trunkline.Atlas;

/// <summary>A cheapest way between two cells.</summary>
/// <param name="Cells">From the first cell to the last, each touching the next.</param>
/// <param name="Cost">Sum of the step costs, kilometres of reference terrain.</param>
public sealed record LeastCostPath(IReadOnlyList<int> Cells, double Cost);

/// <summary>
/// Cheapest ways over a cost surface, cell to neighbouring cell in eight directions, never through a cell without a multiplier and never
/// around the edge of the grid. Equal costs are settled by cell number: the same question has the same answer.
/// Holds its own arrays; use one router on one thread.
/// </summary>
public sealed class LeastCostRouter(TerrainCost terrain)
{
    private readonly CellSearch _search = new(terrain);

    /// <summary>The cheapest path between two passable cells, or null where none exists.</summary>
    public LeastCostPath? Path(int from, int to) =>
        CanStand(from, to) && _search.Run(new TerrainStep(terrain), new OneGoal(to), [from]) == to
            ? new LeastCostPath(_search.PathTo(to), _search.CostOf(to))
            : null;

    /// <summary>The cost of the cheapest path to each of several cells, infinite where none exists. One search for all.</summary>
    public double[] Costs(int from, IReadOnlyList<int> to)
    {
        if (!terrain.Grid.IsPassable(from))
        {
            return [.. to.Select(_ => double.PositiveInfinity)];
        }

        _search.Run(new TerrainStep(terrain), new AllGoals(to), [from]);
        return [.. to.Select(cell => cell == SurfaceGrid.Outside ? double.PositiveInfinity : _search.CostOf(cell))];
    }

    private bool CanStand(int from, int to) => terrain.Grid.IsPassable(from) && terrain.Grid.IsPassable(to);
}
