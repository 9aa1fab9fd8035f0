namespace Trunkline.Atlas;

/// <summary>What a step costs in one kind of search; infinite where the step is not allowed.</summary>
internal interface IStepCost
{
    double Of(int cell, int direction);
}

/// <summary>Where a search ends.</summary>
internal interface ISearchGoal
{
    /// <summary>True when the search may end at this cell, whose cost is now final.</summary>
    bool EndsAt(int cell);
}

/// <summary>
/// Dijkstra's search over the cells of a grid. The arrays are made once and used again: an epoch stamp tells which entries belong to the
/// search at hand, so that a short search on a large grid costs only what it touches. One thread at a time.
/// </summary>
internal sealed class CellSearch(TerrainCost terrain)
{
    private const byte NoDirection = byte.MaxValue;

    private readonly double[] _cost = new double[terrain.Grid.Count];
    private readonly byte[] _arrival = new byte[terrain.Grid.Count];
    private readonly int[] _epoch = new int[terrain.Grid.Count];
    private readonly CellHeap _open = new();
    private int _now;

    /// <summary>Searches outward from the sources until the goal is met or nothing within the limit is left.</summary>
    /// <returns>The cell at which the goal was met, or <see cref="SurfaceGrid.Outside"/>.</returns>
    public int Run<TStep, TGoal>(TStep step, TGoal goal, IEnumerable<int> sources, double limit = double.PositiveInfinity)
        where TStep : struct, IStepCost
        where TGoal : ISearchGoal
    {
        _now++;
        _open.Clear();
        foreach (int source in sources)
        {
            Reach(source, 0, NoDirection);
        }

        while (_open.Count > 0)
        {
            (int cell, double cost) = _open.Pop();
            if (cost > _cost[cell])
            {
                continue;
            }

            if (goal.EndsAt(cell))
            {
                return cell;
            }

            Relax(step, cell, cost, limit);
        }

        return SurfaceGrid.Outside;
    }

    /// <summary>Cost of a cell reached in the last search.</summary>
    public double CostOf(int cell) => _epoch[cell] == _now ? _cost[cell] : double.PositiveInfinity;

    /// <summary>The cells from a source to this cell in the last search, both included.</summary>
    public int[] PathTo(int cell)
    {
        var path = new List<int> { cell };
        int columns = terrain.Grid.Surface.Columns;
        while (_arrival[cell] != NoDirection)
        {
            int back = Compass.Back(_arrival[cell]);
            cell += (Compass.RowsOf(back) * columns) + Compass.ColumnsOf(back);
            path.Add(cell);
        }

        path.Reverse();
        return [.. path];
    }

    private void Relax<TStep>(TStep step, int cell, double cost, double limit)
        where TStep : struct, IStepCost
    {
        int row = terrain.Grid.RowOf(cell), column = terrain.Grid.ColumnOf(cell);
        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            int neighbour = terrain.Neighbour(cell, row, column, direction);
            if (neighbour == SurfaceGrid.Outside)
            {
                continue;
            }

            double reached = cost + step.Of(cell, direction);
            if (reached <= limit && reached < CostOf(neighbour))
            {
                Reach(neighbour, reached, (byte)direction);
            }
        }
    }

    private void Reach(int cell, double cost, byte arrival)
    {
        (_cost[cell], _arrival[cell], _epoch[cell]) = (cost, arrival, _now);
        _open.Push(cell, cost);
    }
}

/// <summary>Every step at its terrain cost.</summary>
internal readonly struct TerrainStep(TerrainCost terrain) : IStepCost
{
    public double Of(int cell, int direction) => terrain.StepCost(cell, direction);
}

/// <summary>Ends at one cell.</summary>
internal readonly struct OneGoal(int goal) : ISearchGoal
{
    public bool EndsAt(int cell) => cell == goal;
}

/// <summary>Ends when the last of several cells has been reached.</summary>
internal sealed class AllGoals(IEnumerable<int> goals) : ISearchGoal
{
    private readonly HashSet<int> _left = [.. goals];

    public bool EndsAt(int cell) => _left.Remove(cell) && _left.Count == 0;
}

/// <summary>Ends at the first of several cells.</summary>
internal sealed class AnyGoal(IReadOnlySet<int> goals) : ISearchGoal
{
    public bool EndsAt(int cell) => goals.Contains(cell);
}
