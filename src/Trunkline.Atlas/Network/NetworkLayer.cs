namespace Trunkline.Atlas;

/// <summary>Lays the whole network in its order: existing lines, neighbours from the cheapest pair up, loose parts, formations.</summary>
internal sealed class NetworkLayer(TerrainCost terrain, CorridorLayout layout, CancellationToken cancellation)
{
    public void Lay(IReadOnlySet<int> terminals, IReadOnlyList<ExistingLine> lines, IReadOnlyList<FormationArea> areas)
    {
        var chains = lines.SelectMany(line => line.Chains).ToList();
        chains.ForEach(chain => layout.Lay([.. chain.Select(stop => stop.Cell)]));
        int[] places = [.. terminals.Concat(chains.SelectMany(chain => (int[])[chain[0].Cell, chain[^1].Cell])).Distinct().Order()];
        LayNeighbours(places);
        JoinParts(places);
        LayIntoAreas(places, areas);
    }

    private void LayNeighbours(int[] places)
    {
        foreach ((int low, int high, double cost) in Costed(NeighbourPairs.Of(terrain.Grid, places)).OrderBy(p => p.Cost).ThenBy(p => p.Low).ThenBy(p => p.High))
        {
            cancellation.ThrowIfCancellationRequested();
            layout.Join(low, new OneGoal(high), cost);
        }
    }

    // One search from each cell to all its higher neighbours; each is independent of the others, so they may run side by side.
    private IEnumerable<(int Low, int High, double Cost)> Costed(List<(int Low, int High)> pairs)
    {
        var bySource = pairs.GroupBy(pair => pair.Low).ToArray();
        double[][] costs = new double[bySource.Length][];
        Parallel.For(
            0,
            bySource.Length,
            () => new LeastCostRouter(terrain),
            (i, _, router) =>
            {
                cancellation.ThrowIfCancellationRequested();
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
