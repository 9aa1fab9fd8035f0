using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// Finds the grid of a scenario whose cost files are absent. Routes step to neighbouring cells, so the steps tell the number of columns; each
/// terminal lies inside its cell, so the terminals together tell the size and the corner of the cells.
/// </summary>
internal static class SimCcsGridFit
{
    /// <summary>Largest spread of cell sizes that fit for the grid to count as found.</summary>
    private const double LargestSpread = 1.05;

    private const double ArcSecondsPerDegree = 3600;

    /// <summary>A terminal whose place and cell are both known.</summary>
    public sealed record Terminal(GeoPoint Place, int Cell);

    /// <summary>The grid, or null where the files do not tell it. Its rows end at the southernmost cell in use.</summary>
    public static SimCcsGrid? Find(IReadOnlyList<IReadOnlyList<int>> routes, IReadOnlyList<Terminal> terminals)
    {
        int last = routes.SelectMany(r => r).Concat(terminals.Select(t => t.Cell)).DefaultIfEmpty(1).Max();
        SimCcsGrid[] grids = [.. ColumnCounts(routes).Select(columns => WithColumns(columns, last, terminals)).OfType<SimCcsGrid>()];
        return grids.Length == 1 ? grids[0] : null;
    }

    /// <summary>Every number of columns with which all steps lead to a neighbour; empty where there is none or no step leaves its row.</summary>
    public static IReadOnlyList<int> ColumnCounts(IReadOnlyList<IReadOnlyList<int>> routes)
    {
        int[] steps = [.. routes.SelectMany(r => r.Zip(r.Skip(1), (a, b) => Math.Abs(a - b))).Where(s => s != 1).Distinct().Order()];
        return steps.Length == 0 || steps[0] < 2 || steps[^1] - steps[0] > 2 ? []
            : [.. Enumerable.Range(steps[^1] - 1, 3).Where(w => w >= 2 && steps[^1] <= w + 1 && steps[0] >= w - 1)];
    }

    private static SimCcsGrid? WithColumns(int columns, int lastCell, IReadOnlyList<Terminal> terminals)
    {
        var unplaced = new SimCcsGrid(columns, ((lastCell - 1) / columns) + 1, 0, 0, 1);
        (double Coordinate, int Index)[] eastward = [.. terminals.Select(t => (t.Place.Longitude, unplaced.ColumnOf(t.Cell)))];
        (double Coordinate, int Index)[] southward = [.. terminals.Select(t => (-t.Place.Latitude, unplaced.RowOf(t.Cell)))];
        (double least, double most) = Both(Sizes(eastward), Sizes(southward));
        if (!(least > 0 && most >= least && most <= least * LargestSpread))
        {
            return null;
        }

        double size = RoundSize(least, most);
        double west = Edge(eastward, size);
        double north = -Edge(southward, size);
        return double.IsNaN(west) || double.IsNaN(north) ? null
            : unplaced with { West = west, South = north - (unplaced.Rows * size), CellSize = size };
    }

    private static (double Least, double Most) Both((double Least, double Most) a, (double Least, double Most) b) =>
        (Math.Max(a.Least, b.Least), Math.Min(a.Most, b.Most));

    // The n-th cell spans edge + (n - 1) size to edge + n size. For any two terminals the edges so implied overlap, which limits the size.
    private static (double Least, double Most) Sizes((double Coordinate, int Index)[] places)
    {
        double least = 0, most = double.PositiveInfinity;
        foreach (var low in places)
        {
            foreach (var high in places)
            {
                int cells = high.Index - 1 - low.Index;
                double apart = high.Coordinate - low.Coordinate;
                if (cells > 0)
                {
                    most = Math.Min(most, apart / cells);
                }
                else if (cells < 0)
                {
                    least = Math.Max(least, apart / cells);
                }
            }
        }

        return (least, most);
    }

    private static double Edge((double Coordinate, int Index)[] places, double size)
    {
        double least = places.Max(p => p.Coordinate - (p.Index * size));
        double most = places.Min(p => p.Coordinate - ((p.Index - 1) * size));
        return least < most ? (least + most) / 2 : double.NaN;
    }

    // Grids are cut in arc-seconds or simple parts of them: of all sizes that fit, the one that is the simplest fraction of an arc-second.
    private static double RoundSize(double least, double most) =>
        SimplestBetween(least * ArcSecondsPerDegree, most * ArcSecondsPerDegree) / ArcSecondsPerDegree;

    private static double SimplestBetween(double low, double high)
    {
        for (int parts = 1; parts <= 1000; parts++)
        {
            double whole = Math.Ceiling(low * parts);
            if (whole <= high * parts)
            {
                return whole / parts;
            }
        }

        return (low + high) / 2;
    }
}
