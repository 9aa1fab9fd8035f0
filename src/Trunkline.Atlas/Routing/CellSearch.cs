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
    /// <summary>Cells that the search will certainly come by; it opens its window around them.</summary>
    IReadOnlyCollection<int> Around { get; }

    /// <summary>True when the search may end at this cell. May be asked more than once.</summary>
    bool EndsAt(int cell);
}

/// <summary>
/// Dijkstra's search over the cells of a grid, exact, with cells settled bucket by bucket (<see cref="BucketQueue"/>) inside a window that
/// grows with the search (<see cref="SearchWindow"/>). Ways are not stored: a cell's forerunner is the neighbour whose cost and step add up to
/// its own, the first by direction where several do. One thread at a time.
/// </summary>
internal sealed class CellSearch(TerrainCost terrain)
{
    private const int Margin = 16;

    private readonly BucketQueue _open = new();
    private readonly SearchWindow _window = new(terrain.Grid.Surface.Rows, terrain.Grid.Surface.Columns);
    private readonly double[] _room = new double[Compass.Directions];
    private readonly int _rows = terrain.Grid.Surface.Rows;
    private readonly int _columns = terrain.Grid.Surface.Columns;
    private Func<int, int, double> _stepCost = (_, _) => double.PositiveInfinity;
    private double _limit;

    /// <summary>Cells settled since the search was made.</summary>
    public long Settled { get; private set; }

    /// <summary>Bytes that the window takes.</summary>
    public long WindowBytes => _window.Cost.LongLength * sizeof(double);

    /// <summary>Searches outward from the sources until the goal is met or nothing within the limit is left.</summary>
    /// <returns>The cell at which the goal was met, the cheapest and of equal ones the first; or <see cref="SurfaceGrid.Outside"/>.</returns>
    public int Run<TStep, TGoal>(TStep step, TGoal goal, IEnumerable<int> sources, double limit = double.PositiveInfinity)
        where TStep : struct, IStepCost
        where TGoal : ISearchGoal
    {
        int[] from = [.. sources];
        _window.Open([.. from, .. goal.Around], Margin);
        _open.Reset(step.Least, step.Most);
        _stepCost = step.Of;
        _limit = limit;
        foreach (int source in from)
        {
            _window.Cost[_window.PlaceOf(source)] = 0;
            _open.Push(_window.PlaceOf(source), 0);
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
        int place = _window.PlaceOf(cell);
        return place < 0 ? double.PositiveInfinity : _window.Cost[place];
    }

    /// <summary>The cells from a source to this cell in the last search, both included.</summary>
    public int[] PathTo(int cell)
    {
        var path = new List<int> { cell };
        while (CostOf(cell) > 0)
        {
            cell = ForerunnerOf(cell);
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
            double cost = _window.Cost[place];
            if (_open.BucketOf(cost) != _open.Current)
            {
                continue;
            }

            (int row, int column, bool isRing) = _window.Locate(place);
            if (isRing)
            {
                Func<int, int> moved = _window.Widen();
                _open.Renumber(moved);
                place = moved(place);
            }

            int cell = (row * _columns) + column;
            if (goal.EndsAt(cell))
            {
                (met ??= []).Add(cell);
            }

            Settled++;
            Relax(step, cell, row, column, place, cost);
        }

        return met is null ? SurfaceGrid.Outside : met.OrderBy(CostOf).ThenBy(cell => cell).First();
    }

    private void Relax<TStep>(TStep step, int cell, int row, int column, int place, double cost)
        where TStep : struct, IStepCost
    {
        bool isInside = row > 0 && column > 0 && row < _rows - 1 && column < _columns - 1;
        if (typeof(TStep) == typeof(TerrainStep) && isInside && terrain.IsPlain && !terrain.OnLine[cell])
        {
            RelaxPlain(cell, place, cost, terrain.Lengths.Halves(row, column, _room));
            return;
        }

        for (int direction = 0; direction < Compass.Directions; direction++)
        {
            if (terrain.Neighbour(cell, row, column, direction) == SurfaceGrid.Outside)
            {
                continue;
            }

            double reached = cost + step.Of(cell, direction);
            int there = place + (Compass.RowsOf(direction) * _window.Stride) + Compass.ColumnsOf(direction);
            ref double known = ref _window.Cost[there];
            if (reached < known)
            {
                Reach(there, reached, ref known);
            }
        }
    }

    // The same as above for the common case, without asking again what is known: not at the edge, no line, no grade. Impassable neighbours are
    // infinite or not a number, and neither is ever less than what is there.
    private void RelaxPlain(int cell, int place, double cost, ReadOnlySpan<double> halves)
    {
        unchecked
        {
            ref float multiplier = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(terrain.Grid.Surface.Multiplier), cell);
            ref double here = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_window.Cost), place);
            ref double half = ref MemoryMarshal.GetReference(halves);
            double own = multiplier;
            int columns = _columns, stride = _window.Stride;
            Slant(0, -columns - 1, -stride - 1, -columns, -1, ref multiplier, ref here, ref half);
            Straight(1, -columns, -stride, ref multiplier, ref here, ref half);
            Slant(2, -columns + 1, -stride + 1, -columns, 1, ref multiplier, ref here, ref half);
            Straight(3, -1, -1, ref multiplier, ref here, ref half);
            Straight(4, 1, 1, ref multiplier, ref here, ref half);
            Slant(5, columns - 1, stride - 1, columns, -1, ref multiplier, ref here, ref half);
            Straight(6, columns, stride, ref multiplier, ref here, ref half);
            Slant(7, columns + 1, stride + 1, columns, 1, ref multiplier, ref here, ref half);

            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            void Straight(int direction, int onGrid, int inWindow, ref float multiplier, ref double here, ref double half)
            {
                double reached = cost + (Unsafe.Add(ref half, direction) * (own + Unsafe.Add(ref multiplier, onGrid)));
                ref double known = ref Unsafe.Add(ref here, inWindow);
                if (reached < known)
                {
                    Reach(place + inWindow, reached, ref known);
                }
            }

            // Not through the corner between two impassable cells.
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            void Slant(int direction, int onGrid, int inWindow, int above, int beside, ref float multiplier, ref double here, ref double half)
            {
                double reached = cost + (Unsafe.Add(ref half, direction) * (own + Unsafe.Add(ref multiplier, onGrid)));
                ref double known = ref Unsafe.Add(ref here, inWindow);
                if (reached < known && (float.IsFinite(Unsafe.Add(ref multiplier, above)) || float.IsFinite(Unsafe.Add(ref multiplier, beside))))
                {
                    Reach(place + inWindow, reached, ref known);
                }
            }
        }
    }

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
    public IReadOnlyCollection<int> Around => [goal];

    public bool EndsAt(int cell) => cell == goal;
}

/// <summary>Ends when the last of several cells has been reached.</summary>
internal sealed class AllGoals : ISearchGoal
{
    private readonly HashSet<int> _left;

    public AllGoals(IEnumerable<int> goals)
    {
        Around = [.. goals.Where(cell => cell != SurfaceGrid.Outside)];
        _left = [.. Around];
    }

    public IReadOnlyCollection<int> Around { get; }

    public bool EndsAt(int cell) => _left.Remove(cell) && _left.Count == 0;
}

/// <summary>Ends at the first of several cells.</summary>
internal sealed class AnyGoal(IReadOnlySet<int> goals) : ISearchGoal
{
    public IReadOnlyCollection<int> Around => [];

    public bool EndsAt(int cell) => goals.Contains(cell);
}

/// <summary>Ends when everything within the limit has been reached.</summary>
internal readonly struct NoGoal : ISearchGoal
{
    public IReadOnlyCollection<int> Around => [];

    public bool EndsAt(int cell) => false;
}
