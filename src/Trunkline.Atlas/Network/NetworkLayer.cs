namespace Trunkline.Atlas;

/// <summary>Lays the whole network in its order: existing lines, neighbours from the cheapest pair up, loose parts, formations.</summary>
internal sealed class NetworkLayer(TerrainCost terrain, CorridorLayout layout, CancellationToken cancellation, CandidateStyle? style = null, Action<string>? tell = null)
{
    private readonly CandidateStyle _style = style ?? CandidateStyle.Plain;

    public void Lay(IReadOnlySet<int> terminals, IReadOnlyList<ExistingLine> lines, IReadOnlyList<FormationArea> areas)
    {
        var chains = lines.SelectMany(line => line.Chains).ToList();
        chains.ForEach(chain => layout.Lay([.. chain.Select(stop => stop.Cell)]));
        int[] places = [.. terminals.Concat(chains.SelectMany(chain => (int[])[chain[0].Cell, chain[^1].Cell])).Distinct().Order()];
        tell?.Invoke("neighbours");
        List<(int Low, int High, double Cost)> pairs = LayNeighbours(places);
        JoinParts(places);
        tell?.Invoke("formations");
        LayIntoAreas(places, areas);
        if (_style.Trunks)
        {
            tell?.Invoke("trunks");
            new TrunkLayer(terrain, layout, cancellation).Lay(places, areas);
        }

        if (_style.Alternatives > 1)
        {
            tell?.Invoke("alternatives");
            LayAlternatives(pairs);
        }
    }

    private List<(int Low, int High, double Cost)> LayNeighbours(int[] places)
    {
        List<(int Low, int High, double Cost)> pairs =
            [.. Costed(NeighbourPairs.Of(terrain.Grid, places)).OrderBy(p => p.Cost).ThenBy(p => p.Low).ThenBy(p => p.High)];
        foreach ((int low, int high, double cost) in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            layout.Join(low, new OneGoal(high), cost);
        }

        return pairs;
    }

    // Each further way keeps off all the ways of its pair that there are, and a cell beside them.
    private void LayAlternatives(List<(int Low, int High, double Cost)> pairs)
    {
        foreach ((int low, int high, double cost) in pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            var taken = new HashSet<int>(Beside(layout.LaidPath(low, high)));
            for (int way = 1; way < _style.Alternatives && layout.LayAlternative(low, high, taken, cost) is { } path; way++)
            {
                taken.UnionWith(Beside(path));
            }
        }
    }

    private IEnumerable<int> Beside(int[] path) =>
        from cell in path
        from down in Enumerable.Range(-1, 3)
        from across in Enumerable.Range(-1, 3)
        select cell + (down * terrain.Grid.Surface.Columns) + across;

    // One search from each cell to all its higher neighbours; each is independent of the others, so they may run side by side.
    private IEnumerable<(int Low, int High, double Cost)> Costed(List<(int Low, int High)> pairs)
    {
        var bySource = pairs.GroupBy(pair => pair.Low).ToArray();
        double[][] costs = new double[bySource.Length][];
        Parallel.For(
            0,
            bySource.Length,
            new ParallelOptions { CancellationToken = cancellation },
            () => new LeastCostRouter(terrain),
            (i, _, router) =>
            {
                costs[i] = router.Costs(bySource[i].Key, [.. bySource[i].Select(pair => pair.High)]);
                return router;
            },
            _ => { });
        return bySource.SelectMany((source, i) => source.Select((pair, j) => (pair.Low, pair.High, costs[i][j])))
            .Where(pair => double.IsFinite(pair.Item3));
    }

    // Two places on one land mass may be neighbours only by way of a place on another: such parts are joined where they lie nearest.
    private void JoinParts(int[] places)
    {
        Dictionary<int, int> part = layout.Parts(places);
        foreach (int root in part.Values.Distinct().Order().ToList())
        {
            part = layout.Parts(places);
            int own = part[root];
            var others = part.Where(cell => cell.Value != own).Select(cell => cell.Key).ToHashSet();
            if (others.Count > 0)
            {
                layout.JoinAnew(part.Where(cell => cell.Value == own).Select(cell => cell.Key).Order(), new AnyGoal(others));
            }
        }
    }

    private void LayIntoAreas(int[] places, IReadOnlyList<FormationArea> areas)
    {
        var bare = areas.Where(area => area.Cells.Count > 0 && !places.Any(area.Cells.Contains)).ToList();
        foreach ((int place, FormationArea area) in NeighboursOf(bare, places))
        {
            var goal = new AnyGoal(area.Cells);
            double cost = layout.LeastCost(place, goal);
            if (double.IsFinite(cost))
            {
                layout.Join(place, goal, cost);
            }
        }

        foreach (FormationArea area in bare.Where(area => !area.Cells.Any(cell => layout.Degree(cell) > 0)))
        {
            var network = places.Concat(Enumerable.Range(0, terrain.Grid.Count).Where(cell => layout.Degree(cell) > 0)).ToHashSet();
            layout.JoinAnew(area.Cells, new AnyGoal(network));
        }
    }

    // A formation without any place in it is neighbour to the places around its centre.
    private List<(int Place, FormationArea Area)> NeighboursOf(List<FormationArea> areas, int[] places)
    {
        var byCentre = areas.ToLookup(area => area.Cells.MinBy(cell => terrain.Grid.PlaceOf(cell).DistanceTo(area.Formation.Centre).Value));
        var around = NeighbourPairs.Of(terrain.Grid, places.Concat(byCentre.Select(centre => centre.Key)));
        return
        [
            .. from pair in around
               from turned in (IEnumerable<(int Low, int High)>)[pair, (pair.High, pair.Low)]
               where Array.BinarySearch(places, turned.Low) >= 0
               from area in byCentre[turned.High]
               select (turned.Low, area),
        ];
    }
}
