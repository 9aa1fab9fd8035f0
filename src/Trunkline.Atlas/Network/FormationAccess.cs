using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// Where the network enters a formation. Candidates are the laid cells inside the area that are a terminal, a junction, or the first cell
/// inside on a corridor that comes from outside (unless a terminal or junction inside is near). Of these at most <see cref="MostNodes"/> are
/// kept, since each is an arc of the design problem: the one nearest the centre, the <see cref="BusiestNodes"/> with most corridors, then
/// always the one farthest from those kept, until every candidate lies within <see cref="NearKm"/> of one.
/// </summary>
internal sealed class FormationAccess(SurfaceGrid grid, CorridorLayout layout, IReadOnlySet<int> terminals)
{
    private const int MostNodes = 12;
    private const int BusiestNodes = 3;
    private const double NearKm = 25;

    /// <summary>The cells at which the area is entered, in the order of choice; empty where nothing laid lies inside.</summary>
    public List<int> Choose(FormationArea area)
    {
        List<int> candidates = Candidates(area);
        if (candidates.Count == 0)
        {
            return [];
        }

        var place = candidates.ToDictionary(cell => cell, grid.PlaceOf);
        int central = candidates.MinBy(cell => place[cell].DistanceTo(area.Formation.Centre).Value);
        var busiest = candidates.Where(cell => layout.Degree(cell) > 2).OrderByDescending(layout.Degree).ThenBy(cell => cell).Take(BusiestNodes);
        List<int> chosen = [.. busiest.Prepend(central).Distinct()];
        while (chosen.Count < MostNodes)
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

    private List<int> Candidates(FormationArea area)
    {
        int[] laid = [.. area.Cells.Where(cell => terminals.Contains(cell) || layout.Degree(cell) > 0)];
        List<int> nodes = [.. laid.Where(cell => terminals.Contains(cell) || layout.Degree(cell) > 2)];
        var entries = laid.Except(nodes).Where(cell => layout.LaidNeighbours(cell).Any(next => !area.Cells.Contains(next)) || layout.Degree(cell) == 1);
        foreach (int entry in entries.ToList())
        {
            GeoPoint place = grid.PlaceOf(entry);
            if (!nodes.Exists(node => grid.PlaceOf(node).DistanceTo(place).Value <= NearKm))
            {
                nodes.Add(entry);
            }
        }

        return nodes;
    }

    private static (int Cell, double Away) Farthest(List<int> candidates, List<int> chosen, Dictionary<int, GeoPoint> place) =>
        candidates
            .Select(cell => (cell, away: chosen.Min(kept => place[kept].DistanceTo(place[cell]).Value)))
            .OrderByDescending(c => c.away).ThenBy(c => c.cell).First();
}
