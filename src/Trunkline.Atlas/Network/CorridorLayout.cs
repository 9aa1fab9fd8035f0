namespace Trunkline.Atlas;

/// <summary>
/// The steps between cells that the network uses, laid pair by pair. A pair that the steps already laid join at no more than
/// <see cref="Stretch"/> times its least cost needs nothing new. Otherwise its path is searched with laid steps made cheaper, so that paths
/// share corridors; such a path costs at most <see cref="Sharing"/> times the least. Hence the guarantee, in grid costs: every pair given is
/// joined by the network at no more than <see cref="Stretch"/> times its least cost.
/// </summary>
internal sealed class CorridorLayout(TerrainCost terrain)
{
    /// <summary>Most that the network may add to the least cost of a pair of neighbours.</summary>
    public const double Stretch = 1.15;

    // Laid steps are searched at 1 / Sharing of their cost. Not above Stretch, or the guarantee would not hold.
    private const double Sharing = 1.1;

    /// <summary>Most that an alternative way may cost, in least costs of its pair.</summary>
    public const double Detour = 1.25;

    private const double KeepOff = 1.5;

    private readonly byte[] _laid = new byte[terrain.Grid.Count];
    private readonly CellSearch _search = new(terrain);

    /// <summary>True where the step is part of the network.</summary>
    public bool IsLaid(int cell, int direction) => (_laid[cell] & (1 << direction)) != 0;

    /// <summary>Number of laid steps at a cell.</summary>
    public int Degree(int cell) => System.Numerics.BitOperations.PopCount(_laid[cell]);

    /// <summary>Lays steps along touching cells.</summary>
    public void Lay(IReadOnlyList<int> cells)
    {
        for (int i = 0; i + 1 < cells.Count; i++)
        {
            int direction = Compass.Between(cells[i], cells[i + 1], terrain.Grid.Surface.Columns);
            _laid[cells[i]] |= (byte)(1 << direction);
            _laid[cells[i + 1]] |= (byte)(1 << Compass.Back(direction));
        }
    }

    /// <summary>Joins a cell to the nearest of several, unless the network already does at little more than the least cost.</summary>
    /// <param name="stretch">How many times the least cost is little more.</param>
    public void Join<TGoal>(int from, TGoal goal, double leastCost, double stretch = Stretch)
        where TGoal : ISearchGoal
    {
        if (_search.Run(new LaidStep(this, terrain), goal, [from], leastCost * stretch) == SurfaceGrid.Outside)
        {
            JoinAnew([from], goal, Math.Min(Sharing, stretch));
        }
    }

    /// <summary>Lays a path from the nearest of some cells to the nearest of others.</summary>
    /// <param name="sharing">How much dearer than the cheapest path it may be for the sake of steps that are laid already.</param>
    /// <returns>False where no way exists.</returns>
    public bool JoinAnew<TGoal>(IEnumerable<int> from, TGoal goal, double sharing = Sharing)
        where TGoal : ISearchGoal
    {
        int reached = _search.Run(new SharedStep(this, terrain, sharing), goal, from);
        if (reached != SurfaceGrid.Outside)
        {
            Lay(_search.PathTo(reached));
        }

        return reached != SurfaceGrid.Outside;
    }

    /// <summary>
    /// Lays another way between two cells that keeps off the present one: cells on it and beside it are searched at <see cref="KeepOff"/> times
    /// their cost. Nothing is laid where the way so found costs more than <see cref="Detour"/> times the least.
    /// </summary>
    /// <returns>The cells of the way, or null where none was laid.</returns>
    public int[]? LayAlternative(int from, int to, IReadOnlySet<int> taken, double leastCost)
    {
        if (_search.Run(new AsideStep(terrain, taken), new OneGoal(to), [from]) == SurfaceGrid.Outside)
        {
            return null;
        }

        int[] path = _search.PathTo(to);
        int columns = terrain.Grid.Surface.Columns;
        double cost = path.Zip(path.Skip(1)).Sum(step => terrain.StepCost(step.First, Compass.Between(step.First, step.Second, columns)));
        if (cost > Detour * leastCost)
        {
            return null;
        }

        Lay(path);
        return path;
    }

    /// <summary>The cheapest way between two cells over laid steps, none where there is none.</summary>
    public int[] LaidPath(int from, int to) =>
        _search.Run(new LaidStep(this, terrain), new OneGoal(to), [from]) == to ? _search.PathTo(to) : [];

    /// <summary>Cost of the cheapest way from a cell to each cell within a limit.</summary>
    public Dictionary<int, double> Costs(int from, double limit, IEnumerable<int> cells)
    {
        _search.Run(new TerrainStep(terrain), new NoGoal(), [from], limit);
        return cells.Where(cell => _search.CostOf(cell) <= limit).ToDictionary(cell => cell, _search.CostOf);
    }

    /// <summary>Cost of the cheapest way from a cell to the first of several, infinite where none exists.</summary>
    public double LeastCost(int from, AnyGoal goal)
    {
        int reached = _search.Run(new TerrainStep(terrain), goal, [from]);
        return reached == SurfaceGrid.Outside ? double.PositiveInfinity : _search.CostOf(reached);
    }

    /// <summary>Numbers the connected parts of the network: the least cell of each part, by cell; a place that nothing joins is its own part.</summary>
    public Dictionary<int, int> Parts(IEnumerable<int> places)
    {
        var part = new Dictionary<int, int>();
        var seeds = Enumerable.Range(0, _laid.Length).Where(cell => _laid[cell] != 0).Union(places).Order();
        var open = new Stack<int>();
        foreach (int seed in seeds)
        {
            open.Push(seed);
            while (open.TryPop(out int cell))
            {
                if (part.TryAdd(cell, seed))
                {
                    LaidNeighbours(cell).ToList().ForEach(open.Push);
                }
            }
        }

        return part;
    }

    /// <summary>The cells that laid steps lead to.</summary>
    public IEnumerable<int> LaidNeighbours(int cell) =>
        from direction in Enumerable.Range(0, Compass.Directions)
        where IsLaid(cell, direction)
        select cell + (Compass.RowsOf(direction) * terrain.Grid.Surface.Columns) + Compass.ColumnsOf(direction);

    private readonly struct LaidStep(CorridorLayout layout, TerrainCost terrain) : IStepCost
    {
        public double Least => terrain.LeastStep;

        public double Most => terrain.MostStep;

        public double Of(int cell, int direction) =>
            layout.IsLaid(cell, direction) ? terrain.StepCost(cell, direction) : double.PositiveInfinity;
    }

    private readonly struct SharedStep(CorridorLayout layout, TerrainCost terrain, double sharing) : IStepCost
    {
        public double Least => terrain.LeastStep / sharing;

        public double Most => terrain.MostStep;

        public double Of(int cell, int direction) =>
            layout.IsLaid(cell, direction) ? terrain.StepCost(cell, direction) / sharing : terrain.StepCost(cell, direction);
    }

    private readonly struct AsideStep(TerrainCost terrain, IReadOnlySet<int> taken) : IStepCost
    {
        public double Least => terrain.LeastStep;

        public double Most => terrain.MostStep * KeepOff;

        public double Of(int cell, int direction) => terrain.StepCost(cell, direction) * (taken.Contains(cell) ? KeepOff : 1);
    }
}
