using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>The passable cells of a formation: the circle of its area around its centre.</summary>
internal sealed class FormationArea
{
    public FormationArea(SurfaceGrid grid, Formation formation)
    {
        Formation = formation;
        Cells = [.. grid.CellsWithin(formation.Centre, formation.Radius.Value).Where(grid.IsPassable)];
        if (Cells.Count == 0 && TerminalCells.Nearest(grid, formation.Centre) is int nearest and not SurfaceGrid.Outside
            && grid.PlaceOf(nearest).DistanceTo(formation.Centre).Value <= formation.Radius.Value + TerminalCells.FarthestSnapKm)
        {
            // A circle smaller than a cell, or just off the coast, is entered at the nearest cell, as a terminal would be.
            Cells = [nearest];
        }
    }

    public Formation Formation { get; }

    /// <summary>In cell order; empty where the formation lies beyond reach of land.</summary>
    public SortedSet<int> Cells { get; }
}
