using System.Globalization;
using System.Text;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// People by cell of the cost surface. A county's people stand in its places (GeoNames, 1,000 people and more) as far as those go, and the rest is
/// spread evenly over its cells; where the places count more people than the county, which happens as a city is written at one point of several
/// counties, they are scaled down to it. So every county has its people of the census, wherever a cell may lie.
/// </summary>
internal sealed class PeopleGrid
{
    private const string NoData = "-9999";

    private readonly SurfaceGrid _grid;
    private readonly Dictionary<string, Outline> _outlines;
    private readonly double[] _people;
    private readonly Dictionary<string, Bounds> _boxes = [];

    private PeopleGrid(CostSurface surface, IReadOnlyList<Outline> outlines)
    {
        _grid = new SurfaceGrid(surface);
        _outlines = outlines.ToDictionary(outline => outline.Id);
        _people = new double[_grid.Count];
    }

    /// <summary>The outlines of the contiguous states' counties.</summary>
    public static IReadOnlyList<Outline> Outlines(RawFolder raw, double tolerance)
    {
        HashSet<string> states = [.. ContiguousStates.All.Select(state => state.Fips)];
        return [.. Topology.Read(raw.Bytes(RawFolder.CountyShapes), "counties", tolerance).Where(o => states.Contains(o.Id[..2])).OrderBy(o => o.Id, StringComparer.Ordinal)];
    }

    /// <summary>The grid as ESRI ASCII text, whole people; -9999 where the surface has no data.</summary>
    public static string Write(RawFolder raw, CostSurface surface, IReadOnlyList<County> counties)
    {
        var grid = new PeopleGrid(surface, Outlines(raw, 0));
        grid.Fill(counties, [.. raw.Rows(RawFolder.Places).Select(r => (Place: new GeoPoint(r.Number("lon")!.Value, r.Number("lat")!.Value), People: r.Number("population")!.Value))]);
        return grid.Text();
    }

    private void Fill(IReadOnlyList<County> counties, List<(GeoPoint Place, double People)> places)
    {
        Dictionary<string, string> groupOf = Groups(counties);
        Dictionary<string, double> total = counties.GroupBy(c => groupOf.GetValueOrDefault(c.Fips, c.State)).ToDictionary(g => g.Key, g => g.Sum(c => c.Population ?? 0));
        var cells = _outlines.Values.GroupBy(o => groupOf[o.Id]).ToDictionary(g => g.Key, g => CellsOf([.. g]));
        var towns = places.Select(p => (p.Place, p.People, County: CountyAt(p.Place))).Where(p => p.County is not null)
            .GroupBy(p => groupOf[p.County!.Id]).ToDictionary(g => g.Key, g => g.Select(p => (Cell: _grid.CellAt(p.Place), p.People)).Where(p => p.Cell != SurfaceGrid.Outside).ToList());
        foreach ((string group, double people) in total.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Spread(people, towns.GetValueOrDefault(group) ?? [], cells.GetValueOrDefault(group) ?? []);
        }
    }

    // A county whose outline or people are missing (Connecticut's regions came after the outlines) is taken together with the others of its state.
    private Dictionary<string, string> Groups(IReadOnlyList<County> counties)
    {
        HashSet<string> known = [.. counties.Select(c => c.Fips)];
        Dictionary<string, string> state = ContiguousStates.All.ToDictionary(s => s.Fips, s => s.Code);
        return _outlines.Keys.ToDictionary(fips => fips, fips => known.Contains(fips) ? fips : state[fips[..2]]);
    }

    private int[] CellsOf(IReadOnlyList<Outline> outlines)
    {
        int[] inside = [.. outlines.SelectMany(o => AreaCells.Of(_grid, o.Rings)).Where(HasData).Distinct()];
        // A town that is a county of its own may hold no cell's middle.
        return inside.Length > 0 ? inside : [.. outlines.Select(o => _grid.CellAt(Middle(o))).Where(cell => cell != SurfaceGrid.Outside).Distinct()];
    }

    private void Spread(double people, List<(int Cell, double People)> towns, int[] cells)
    {
        double inTowns = towns.Sum(t => t.People), scale = inTowns > people ? people / inTowns : 1;
        towns.ForEach(t => _people[t.Cell] += t.People * scale);
        foreach (int cell in cells)
        {
            _people[cell] += Math.Max(0, people - inTowns) / cells.Length;
        }
    }

    private Outline? CountyAt(GeoPoint place) => _outlines.Values.FirstOrDefault(o => Box(o).Holds(place) && o.Contains(place));

    private Bounds Box(Outline outline)
    {
        if (!_boxes.TryGetValue(outline.Id, out Bounds box))
        {
            GeoPoint[] all = [.. outline.Rings.SelectMany(ring => ring)];
            box = _boxes[outline.Id] = new Bounds(all.Min(p => p.Longitude), all.Min(p => p.Latitude), all.Max(p => p.Longitude), all.Max(p => p.Latitude));
        }

        return box;
    }

    private static GeoPoint Middle(Outline outline) =>
        new(outline.Rings[0].Average(p => p.Longitude), outline.Rings[0].Average(p => p.Latitude));

    private bool HasData(int cell) => !float.IsNaN(_grid.Surface.Multiplier[cell]);

    private string Text()
    {
        CostSurface surface = _grid.Surface;
        StringBuilder text = new();
        CultureInfo plain = CultureInfo.InvariantCulture;
        text.Append(plain, $"ncols {surface.Columns}\nnrows {surface.Rows}\nxllcorner {surface.Left}\n");
        text.Append(plain, $"yllcorner {surface.Top - (surface.Rows * surface.CellSize)}\ncellsize {surface.CellSize}\nNODATA_value {NoData}\n");
        for (int row = 0; row < surface.Rows; row++)
        {
            IEnumerable<string> cells = Enumerable.Range(row * surface.Columns, surface.Columns)
                .Select(cell => HasData(cell) || _people[cell] > 0 ? Math.Round(_people[cell]).ToString(plain) : NoData);
            text.AppendJoin(' ', cells).Append('\n');
        }

        return text.ToString();
    }

    private readonly record struct Bounds(double West, double South, double East, double North)
    {
        public bool Holds(GeoPoint place) => place.Longitude >= West && place.Longitude <= East && place.Latitude >= South && place.Latitude <= North;
    }
}
