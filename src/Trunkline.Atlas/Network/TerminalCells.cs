using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Which cell each terminal joins the network at.</summary>
/// <param name="CellOf">By position in the list of terminals.</param>
/// <param name="Snaps">Those that do not stand in their own cell.</param>
public sealed record TerminalCells(IReadOnlyList<int> CellOf, IReadOnlyList<SnapNote> Snaps)
{
    /// <summary>A terminal farther than this from any passable cell is refused.</summary>
    public const double FarthestSnapKm = 30;

    /// <summary>
    /// Puts each terminal into its cell; one that stands where no pipe may pass into the nearest cell where one may, with a note of how far
    /// that is. Terminals farther than <see cref="FarthestSnapKm"/> from any such cell are problems, each named with that cell.
    /// </summary>
    public static Checked<TerminalCells> Find(SurfaceGrid grid, IReadOnlyList<Terminal> terminals)
    {
        var problems = new List<Problem>();
        var snaps = new List<SnapNote>();
        int[] cells = new int[terminals.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = CellFor(grid, terminals[i], snaps, problems);
        }

        return Checked<TerminalCells>.From(new TerminalCells(cells, snaps), problems);
    }

    /// <summary>
    /// What is wrong with terminals that stand where no pipe may pass: in the sea, in a no-go cell, or beyond the grid. Nothing is moved; each problem names the
    /// terminal, the nearest usable cell and how far that is.
    /// </summary>
    public static IReadOnlyList<Problem> Displaced(SurfaceGrid grid, IReadOnlyList<Terminal> terminals) =>
        [.. terminals.Where(t => !IsOnEarth(t.Place) || !grid.IsPassable(grid.CellAt(t.Place))).Select(t => Displaced(grid, t))];

    private static Problem Displaced(SurfaceGrid grid, Terminal terminal)
    {
        if (!IsOnEarth(terminal.Place))
        {
            return new Problem($"terminal {terminal.Id}", $"has no usable place ({terminal.Place}).", "Give longitude and latitude in degrees.");
        }

        int own = grid.CellAt(terminal.Place), nearest = Nearest(grid, terminal.Place);
        string stands = own == SurfaceGrid.Outside ? "beyond the surface" : float.IsInfinity(grid.Surface.Multiplier[own]) ? "in a cell that no pipe may enter" : "where the surface has no data (sea, abroad)";
        if (nearest == SurfaceGrid.Outside)
        {
            return new Problem($"terminal {terminal.Id}", $"stands at {terminal.Place}, {stands}; no cell of the surface may be passed.", "Give a surface with positive multipliers on land.");
        }

        GeoPoint to = grid.PlaceOf(nearest);
        return new Problem(
            $"terminal {terminal.Id}",
            $"stands at {terminal.Place}, {stands}; the nearest usable cell is at {to}, {terminal.Place.DistanceTo(to).Value:0.0} km away.",
            "Give a place on passable land, for example that one.");
    }

    private static int CellFor(SurfaceGrid grid, Terminal terminal, List<SnapNote> snaps, List<Problem> problems)
    {
        if (!IsOnEarth(terminal.Place))
        {
            problems.Add(new Problem($"terminal {terminal.Id}", $"has no usable place ({terminal.Place}).", "Give longitude and latitude in degrees."));
            return SurfaceGrid.Outside;
        }

        int own = grid.CellAt(terminal.Place);
        if (grid.IsPassable(own))
        {
            return own;
        }

        int nearest = Nearest(grid, terminal.Place);
        if (nearest == SurfaceGrid.Outside)
        {
            problems.Add(new Problem("cost surface", "has no passable cell at all.", "Give a surface with positive multipliers on land."));
            return nearest;
        }

        GeoPoint to = grid.PlaceOf(nearest);
        Kilometres distance = terminal.Place.DistanceTo(to);
        if (distance.Value <= FarthestSnapKm)
        {
            snaps.Add(new SnapNote(terminal.Id, terminal.Place, to, distance));
        }
        else
        {
            problems.Add(TooFar(terminal, to, distance));
        }

        return nearest;
    }

    private static Problem TooFar(Terminal terminal, GeoPoint nearest, Kilometres distance) => new(
        $"terminal {terminal.Id}",
        $"stands at {terminal.Place}, where no pipe may pass; the nearest usable cell is at {nearest}, {distance.Value:0} km away.",
        $"Leave it out, or correct its place to within {FarthestSnapKm:0} km of passable land.");

    private static bool IsOnEarth(GeoPoint place) => Math.Abs(place.Longitude) <= 360 && Math.Abs(place.Latitude) <= 90;

    /// <summary>The passable cell whose middle is nearest, or <see cref="SurfaceGrid.Outside"/> where there is none on the whole surface.</summary>
    internal static int Nearest(SurfaceGrid grid, GeoPoint place)
    {
        int near = grid.CellsWithin(place, FarthestSnapKm).Where(grid.IsPassable)
            .OrderBy(cell => grid.PlaceOf(cell).DistanceTo(place).Value).FirstOrDefault(SurfaceGrid.Outside);
        return near != SurfaceGrid.Outside ? near : NearestOnPlane(grid, grid.Project(place));
    }

    private static int NearestOnPlane(SurfaceGrid grid, PlanePoint point)
    {
        (int best, double distance) = (SurfaceGrid.Outside, double.PositiveInfinity);
        for (int cell = 0; cell < grid.Count; cell++)
        {
            if (grid.IsPassable(cell) && grid.MiddleOf(cell).PlaneDistance(point) is double away && away < distance)
            {
                (best, distance) = (cell, away);
            }
        }

        return best;
    }
}
