using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Where the network enters a formation. Every terminal inside the area enters it where it stands: left to a few nodes, a site on top of a
/// formation would pay for tens of kilometres of pipe. Further candidates are the laid cells inside that are a junction, or the first cell
/// inside on a corridor that comes from outside (unless a terminal or junction inside is near). Of these at most <see cref="MostJunctions"/>
/// are kept, since each is an arc of the design problem: the one nearest the centre, the <see cref="BusiestJunctions"/> with most corridors,
/// then always the one farthest from all kept, until every candidate lies within <see cref="NearKm"/> of one.
/// </summary>
internal sealed class FormationAccess(SurfaceGrid grid, CorridorLayout layout, IReadOnlySet<int> terminals)
{
    private const int MostJunctions = 12;
    private const int BusiestJunctions = 3;
    private const double NearKm = 25;

    /// <summary>The cells at which the area is entered, in the order of choice; empty where nothing laid lies inside.</summary>
    public List<int> Choose(FormationArea area)
    {
        List<int> standing = [.. area.Cells.Where(terminals.Contains)];
        List<int> candidates = [.. standing, .. Candidates(area, standing)];
        if (candidates.Count == standing.Count)
        {
            return standing;
        }

        var place = candidates.ToDictionary(cell => cell, grid.PlaceOf);
        int central = candidates.MinBy(cell => place[cell].DistanceTo(area.Formation.Centre).Value);
        var busiest = candidates.Skip(standing.Count).Where(cell => layout.Degree(cell) > 2)
            .OrderByDescending(layout.Degree).ThenBy(cell => cell).Take(BusiestJunctions);
        List<int> chosen = [.. standing.Append(central).Concat(busiest).Distinct()];
        while (chosen.Count < standing.Count + MostJunctions)
        {
            (int farthest, double away) = Farthest(candidates, chosen, place);
            if (away <= NearKm)
            {
                break;
            }

            chosen.Add(farthest);
        }

        return chosen;
    }

    private IEnumerable<int> Candidates(FormationArea area, List<int> standing)
    {
        int[] laid = [.. area.Cells.Where(cell => !terminals.Contains(cell) && layout.Degree(cell) > 0)];
        List<int> junctions = [.. laid.Where(cell => layout.Degree(cell) > 2)];
        GeoPoint[] taken = [.. standing.Concat(junctions).Select(grid.PlaceOf)];
        var entries = laid.Where(cell => IsEntry(area, cell) && Array.TrueForAll(taken, near => near.DistanceTo(grid.PlaceOf(cell)).Value > NearKm));
        return junctions.Concat(entries);
    }

    // A corridor comes from outside here, or ends here.
    private bool IsEntry(FormationArea area, int cell) =>
        layout.Degree(cell) == 1 || (layout.Degree(cell) == 2 && layout.LaidNeighbours(cell).Any(next => !area.Cells.Contains(next)));

    private static (int Cell, double Away) Farthest(List<int> candidates, List<int> chosen, Dictionary<int, GeoPoint> place) =>
        candidates
            .Select(cell => (cell, away: chosen.Min(kept => place[kept].DistanceTo(place[cell]).Value)))
            .OrderByDescending(c => c.away).ThenBy(c => c.cell).First();
}
