using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Counts the people near a route: those of population cells whose middle lies within a distance of it. May be asked from several threads.</summary>
internal sealed class PeopleIndex
{
    // A ring narrower than a cell would count whole cells or nothing.
    private const double FinestCellKm = 1.0;
    private static readonly double[] Wide = [10, 25];
    private static readonly double[] Narrow = [1, 5];

    private readonly Raster _people;
    private readonly SurfaceGrid _grid;
    private readonly GeoPoint[] _places;
    private readonly double _farthestKm;

    public PeopleIndex(Raster people)
    {
        _people = people;
        _grid = new SurfaceGrid(new CostSurface
        {
            Columns = people.Columns,
            Rows = people.Rows,
            CellSize = people.CellWidth,
            Left = people.Left,
            Top = people.Top,
            Projection = people.Projection,
            Multiplier = [],
        });
        _places = new GeoPoint[people.Values.Length];
        Parallel.For(0, people.Rows, row =>
        {
            for (int cell = row * people.Columns; cell < (row + 1) * people.Columns; cell++)
            {
                _places[cell] = people.Values[cell] > 0 ? _grid.PlaceOf(cell) : default;
            }
        });
        Distances = [.. _grid.CellKilometres <= FinestCellKm ? Narrow : [], .. Wide];
        _farthestKm = Distances[^1];
    }

    /// <summary>The distances that this population is fine enough for, km.</summary>
    public IReadOnlyList<double> Distances { get; }

    public IReadOnlyList<PeopleNear> Near(IReadOnlyList<GeoPoint> route)
    {
        Dictionary<int, double> nearest = [];
        foreach (GeoPoint place in Along(route))
        {
            PlanePoint middle = _grid.Project(place);
            double reach = _grid.PlaneLength(place, _farthestKm) * 1.1;
            int top = Row(middle.Y + reach), bottom = Row(middle.Y - reach), left = Column(middle.X - reach), right = Column(middle.X + reach);
            for (int row = top; row <= bottom; row++)
            {
                for (int cell = (row * _people.Columns) + left; cell <= (row * _people.Columns) + right; cell++)
                {
                    if (_people.Values[cell] > 0)
                    {
                        double km = _places[cell].DistanceTo(place).Value;
                        nearest[cell] = Math.Min(km, nearest.GetValueOrDefault(cell, double.PositiveInfinity));
                    }
                }
            }
        }

        // In cell order: a sum of many numbers must not depend on the order in which a table gives them.
        var counted = nearest.OrderBy(cell => cell.Key).Select(cell => (Km: cell.Value, People: (double)_people.Values[cell.Key])).ToList();
        return [.. Distances.Select(km => new PeopleNear(new Kilometres(km), counted.Where(cell => cell.Km <= km).Sum(cell => cell.People)))];
    }

    // Points so close that the distance to the nearest is that to the line within a hundredth of the smallest ring.
    private IEnumerable<GeoPoint> Along(IReadOnlyList<GeoPoint> route)
    {
        double apart = 0.3 * Distances[0];
        for (int i = 0; i + 1 < route.Count; i++)
        {
            int parts = Math.Max(1, (int)Math.Ceiling(route[i].DistanceTo(route[i + 1]).Value / apart));
            for (int part = 0; part < parts; part++)
            {
                double share = (double)part / parts;
                yield return new GeoPoint(
                    route[i].Longitude + (share * (route[i + 1].Longitude - route[i].Longitude)), route[i].Latitude + (share * (route[i + 1].Latitude - route[i].Latitude)));
            }
        }

        yield return route[^1];
    }

    private int Row(double y) => (int)Math.Clamp(Math.Floor((_people.Top - y) / _people.CellHeight), 0, _people.Rows - 1);

    private int Column(double x) => (int)Math.Clamp(Math.Floor((x - _people.Left) / _people.CellWidth), 0, _people.Columns - 1);
}
