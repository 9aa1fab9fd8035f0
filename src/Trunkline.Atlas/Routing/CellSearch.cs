using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Trunkline.Atlas;

/// <summary>What a step costs in one kind of search; infinite where the step is not allowed.</summary>
internal interface IStepCost
{
    /// <summary>No finite step costs less.</summary>
    double Least { get; }

    /// <summary>No finite step costs more.</summary>
    double Most { get; }

    double Of(int cell, int direction);
}

/// <summary>Where a search ends.</summary>
internal interface ISearchGoal
{
    /// <summary>True when the search may end at this cell. May be asked more than once.</summary>
    bool EndsAt(int cell);
}

/// <summary>
/// Dijkstra's search over the cells of a grid, exact, with cells settled bucket by bucket (<see cref="BucketQueue"/>) in tiles that are opened
/// as the search comes to them (<see cref="SearchTiles"/>). Ways are not stored: a cell's forerunner is the neighbour whose cost and step add up
/// to its own, the first by direction where several do. One thread at a time.
/// </summary>
internal sealed class CellSearch(TerrainCost terrain)
{
    private readonly BucketQueue _open = new();
    private readonly SearchTiles _tiles = new(terrain.Grid.Surface, terrain.OnLine);
    private readonly double[] _room = new double[Compass.Directions];
    private readonly double[] _reached = new double[ThreeRows.Lanes];
    private readonly int _rows = terrain.Grid.Surface.Rows;
    private readonly int _columns = terrain.Grid.Surface.Columns;
    private readonly bool _isPlain = terrain.IsPlain;
    private Func<int, int, double> _stepCost = (_, _) => double.PositiveInfinity;
    private double _limit;

    /// <summary>Cells settled since the search was made.</summary>
    public long Settled { get; private set; }

    /// <summary>Bytes that the search holds by cell.</summary>
    public long Bytes => _tiles.Bytes;

    /// <summary>Searches outward from the sources until the goal is met or nothing within the limit is left.</summary>
    /// <returns>The cell at which the goal was met, the cheapest and of equal ones the first; or <see cref="SurfaceGrid.Outside"/>.</returns>
    public int Run<TStep, TGoal>(TStep step, TGoal goal, IEnumerable<int> sources, double limit = double.PositiveInfinity)
        where TStep : struct, IStepCost
        where TGoal : ISearchGoal
    {
        _tiles.Clear();
        _open.Reset(step.Least, step.Most);
        _stepCost = step.Of;
        _limit = limit;
        foreach (int source in sources)
        {
            int place = _tiles.OpenPlaceOf(source);
            _tiles.Cost[place] = 0;
            _open.Push(place, 0);
        }

        do
        {
            if (SettleBucket(step, goal) is int met and not SurfaceGrid.Outside)
            {
                return met;
            }
        }
        while (_open.Advance());
        return SurfaceGrid.Outside;
    }

    /// <summary>Cost of a cell reached in the last search.</summary>
    public double CostOf(int cell)
    {
        int place = _tiles.PlaceOf(cell);
        return place < 0 ? double.PositiveInfinity : _tiles.Cost[place];
    }

    /// <summary>The cells from a source to this cell in the last search, both included.</summary>
    public int[] PathTo(int cell)
    {
        var path = new List<int> { cell };
        while (CostOf(cell) > 0)
        {
            int before = ForerunnerOf(cell);
            cell = CostOf(before) < CostOf(cell) ? before : throw new InvalidOperationException($"Cell {cell} costs less than any way to it.");
            path.Add(cell);
        }

        path.Reverse();
        return [.. path];
    }

    private int ForerunnerOf(int cell)
    {
        (int best, double least) = (SurfaceGrid.Outside, double.PositiveInfinity);
        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            int before = terrain.Neighbour(cell, terrain.Grid.RowOf(cell), terrain.Grid.ColumnOf(cell), direction);
            double cost = before == SurfaceGrid.Outside ? double.PositiveInfinity : CostOf(before) + _stepCost(before, Compass.Back(direction));
            (best, least) = cost < least ? (before, cost) : (best, least);
        }

        return best;
    }

    // Costs in a bucket are final once it is empty, and not before.
    private int SettleBucket<TStep, TGoal>(TStep step, TGoal goal)
        where TStep : struct, IStepCost
        where TGoal : ISearchGoal
    {
        List<int>? met = null;
        while (_open.TryTake(out int place))
        {
            double cost = _tiles.Cost[place];
            if (_open.BucketOf(cost) != _open.Current)
            {
                continue;
            }

            int cell = Settle(step, place, cost);
            if (goal.EndsAt(cell))
            {
                (met ??= []).Add(cell);
            }
        }

        return met is null ? SurfaceGrid.Outside : met.OrderBy(CostOf).ThenBy(cell => cell).First();
    }

    // The cell's cost is final: its neighbours are tried by way of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Settle<TStep>(TStep step, int place, double cost)
        where TStep : struct, IStepCost
    {
        unchecked
        {
            ref readonly SearchTiles.Tile tile = ref _tiles.TileAt(place);
            int row = tile.Top + SearchTiles.RowOf(place), column = tile.Left + SearchTiles.ColumnOf(place), cell = (row * _columns) + column;
            bool isInside = row > 0 && column > 0 && row < _rows - 1 && column < _columns - 1;
            if (typeof(TStep) == typeof(TerrainStep) && _isPlain && isInside && !(tile.HasLines && terrain.OnLine[cell]))
            {
                RelaxPlain(tile, place, cost, ref MemoryMarshal.GetReference(terrain.Lengths.Halves(row, column, _room)));
            }
            else
            {
                Relax(step, tile, cell, row, column, place, cost);
            }

            Settled++;
            return cell;
        }
    }

    private void Relax<TStep>(TStep step, in SearchTiles.Tile tile, int cell, int row, int column, int place, double cost)
        where TStep : struct, IStepCost
    {
        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            if (terrain.Neighbour(cell, row, column, direction) == SurfaceGrid.Outside)
            {
                continue;
            }

            double reached = cost + step.Of(cell, direction);
            int there = _tiles.Neighbour(tile, place, direction);
            ref double known = ref _tiles.Cost[there];
            if (reached < known)
            {
                Reach(there, reached, ref known);
            }
        }
    }

    // The same for the common case, without asking again what is known: not at the edge of the grid, no line, no grade.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void RelaxPlain(in SearchTiles.Tile tile, int place, double cost, ref double half)
    {
        unchecked
        {
            int above = SearchTiles.Above(tile, place), below = SearchTiles.Below(tile, place);
            ref float multiplier = ref MemoryMarshal.GetArrayDataReference(_tiles.Multiplier);
            ref float north = ref Unsafe.Add(ref multiplier, above), own = ref Unsafe.Add(ref multiplier, place), south = ref Unsafe.Add(ref multiplier, below);
            bool isBetween = (uint)(SearchTiles.ColumnOf(place) - 1) < SearchTiles.Columns - 2;
            if (!isBetween || !float.IsFinite(north + Unsafe.Add(ref own, -1) + Unsafe.Add(ref own, 1) + south))
            {
                RelaxEach(tile, place, cost, ref half);
                return;
            }

            ref double known = ref MemoryMarshal.GetArrayDataReference(_tiles.Cost);
            ref double reached = ref MemoryMarshal.GetArrayDataReference(_reached);
            uint cheaper = ThreeRows.Cheaper(
                cost,
                ref half,
                new ThreeRows.Around<float>(ref north, ref own, ref south),
                new ThreeRows.Around<double>(ref Unsafe.Add(ref known, above), ref Unsafe.Add(ref known, place), ref Unsafe.Add(ref known, below)),
                ref reached);
            for (; cheaper != 0; cheaper &= cheaper - 1)
            {
                int lane = BitOperations.TrailingZeroCount(cheaper);
                int there = lane < 4 ? above + lane - 1 : lane < 8 ? place + lane - 5 : below + lane - 10;
                Reach(there, Unsafe.Add(ref reached, lane), ref Unsafe.Add(ref known, there));
            }
        }
    }

    // The same one by one, where neighbours lie in other tiles or two impassable cells may bar the corner between them.
    private void RelaxEach(in SearchTiles.Tile tile, int place, double cost, ref double half)
    {
        Span<int> around = stackalloc int[Compass.Directions];
        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            around[direction] = _tiles.Neighbour(tile, place, direction);
        }

        float[] multiplier = _tiles.Multiplier;
        double own = multiplier[place];
        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            double reached = cost + (Unsafe.Add(ref half, direction) * (own + multiplier[around[direction]]));
            ref double known = ref _tiles.Cost[around[direction]];
            if (reached < known && (Compass.IsStraight(direction)
                || float.IsFinite(multiplier[around[Compass.Above(direction)]]) || float.IsFinite(multiplier[around[Compass.Beside(direction)]])))
            {
                Reach(around[direction], reached, ref known);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reach(int place, double cost, ref double known)
    {
        if (cost > _limit)
        {
            return;
        }

        long bucket = _open.BucketOf(cost);
        // A cell that already waits in that very bucket need not wait twice; in the current one it may have been visited already.
        bool isWaiting = bucket != _open.Current && known < double.PositiveInfinity && _open.BucketOf(known) == bucket;
        known = cost;
        if (!isWaiting)
        {
            _open.Push(place, bucket);
        }
    }
}

/// <summary>Every step at its terrain cost.</summary>
internal readonly struct TerrainStep(TerrainCost terrain) : IStepCost
{
    public double Least => terrain.LeastStep;

    public double Most => terrain.MostStep;

    public double Of(int cell, int direction) => terrain.StepCost(cell, direction);
}

/// <summary>Ends at one cell.</summary>
internal readonly struct OneGoal(int goal) : ISearchGoal
{
    public bool EndsAt(int cell) => cell == goal;
}

/// <summary>Ends when the last of several cells has been reached.</summary>
internal sealed class AllGoals : ISearchGoal
{
    // A bit for each remainder that a goal leaves: most cells are sorted out by it, and the set is asked about the rest.
    private readonly ulong[] _maybe = new ulong[1 << 10];
    private readonly HashSet<int> _left;

    public AllGoals(IEnumerable<int> goals)
    {
        _left = [.. goals.Where(cell => cell != SurfaceGrid.Outside)];
        foreach (int cell in _left)
        {
            _maybe[(cell >> 6) & (_maybe.Length - 1)] |= 1UL << (cell & 63);
        }
    }

    public bool EndsAt(int cell) => (_maybe[(cell >> 6) & (_maybe.Length - 1)] >> (cell & 63) & 1) != 0 && _left.Remove(cell) && _left.Count == 0;
}

/// <summary>Ends at the first of several cells.</summary>
internal sealed class AnyGoal(IReadOnlySet<int> goals) : ISearchGoal
{
    public bool EndsAt(int cell) => goals.Contains(cell);
}

/// <summary>Ends when everything within the limit has been reached.</summary>
internal readonly struct NoGoal : ISearchGoal
{
    public bool EndsAt(int cell) => false;
}
