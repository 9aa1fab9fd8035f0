using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Looks up what lies along corridors. May be asked from several threads; each corridor is answered for itself.</summary>
public sealed class CorridorSurvey
{
    private const double CountyStepKm = 1;
    private const string StateBorder = "state-border";

    private readonly TerrainCost _terrain;
    private readonly RouteMeter _meter;
    private readonly Dictionary<int, List<int>> _linesAt = [];
    private readonly IReadOnlyList<Corridor> _lines;
    private readonly CountyIndex? _counties;
    private readonly PeopleIndex? _people;
    private readonly LineIndex[] _crossable;

    /// <param name="terrain">The ground that the corridors were routed on.</param>
    /// <param name="lines">Existing lines that may be followed.</param>
    /// <param name="surroundings">What else the corridors are held against.</param>
    public CorridorSurvey(TerrainCost terrain, IReadOnlyList<Corridor> lines, CorridorSurroundings surroundings)
    {
        (_terrain, _lines) = (terrain, lines);
        _meter = new RouteMeter(terrain);
        _counties = surroundings.Counties is { } counties ? new CountyIndex(counties) : null;
        _people = surroundings.People is { } people ? new PeopleIndex(people) : null;
        _crossable = [.. surroundings.Crossable.Select(kind => new LineIndex(kind))];
        for (int line = 0; line < lines.Count; line++)
        {
            foreach (int cell in CellsOf(lines[line].Points).Distinct())
            {
                (_linesAt.TryGetValue(cell, out List<int>? at) ? at : _linesAt[cell] = []).Add(line);
            }
        }
    }

    /// <summary>What lies along a route.</summary>
    public CorridorFacts Of(IReadOnlyList<GeoPoint> route)
    {
        PlanePoint[] points = [.. route.Select(_terrain.Grid.Project)];
        IReadOnlyList<RouteStay> stays = _meter.Stays(points);
        double km = stays.Sum(stay => stay.Kilometres), passable = stays.Where(stay => _terrain.Grid.IsPassable(stay.Cell)).Sum(stay => stay.Kilometres);
        double mean = passable > 0
            ? stays.Where(stay => _terrain.Grid.IsPassable(stay.Cell)).Sum(stay => stay.Kilometres * _terrain.Grid.Surface.Multiplier[stay.Cell]) / passable
            : 1;
        IReadOnlyList<CountyPassed>? counties = _counties is null ? null : Counties(route);
        return new CorridorFacts(
            mean < 0.8 ? TerrainClass.Easy : mean <= 1.2 ? TerrainClass.Ordinary : mean <= 1.6 ? TerrainClass.Hard : TerrainClass.VeryHard,
            mean,
            counties,
            _people?.Near(route),
            Followed(stays),
            [.. _crossable.Select(kind => new LineCrossings(kind.Kind, kind.Crossed(route))), .. Borders(counties)],
            new Kilometres(NoGoOnStraight(points[0], points[^1])));
    }

    private static IEnumerable<LineCrossings> Borders(IReadOnlyList<CountyPassed>? counties) =>
        counties is null ? [] : [new LineCrossings(StateBorder, Math.Max(0, counties.Select(county => county.Fips[..Math.Min(2, county.Fips.Length)]).Distinct().Count() - 1))];

    // By the rule of the discount: half a stay counts for the cell before, half for the cell after.
    private List<LineFollowed> Followed(IReadOnlyList<RouteStay> stays)
    {
        SortedDictionary<int, double> followed = [];
        for (int i = 0; i + 1 < stays.Count; i++)
        {
            foreach (int line in LinesAt(stays[i].Cell).Intersect(LinesAt(stays[i + 1].Cell)))
            {
                double here = i == 0 ? stays[i].Kilometres : stays[i].Kilometres / 2, next = i + 2 == stays.Count ? stays[i + 1].Kilometres : stays[i + 1].Kilometres / 2;
                followed[line] = followed.GetValueOrDefault(line) + here + next;
            }
        }

        return [.. followed.OrderByDescending(line => line.Value).ThenBy(line => line.Key)
            .Select(line => new LineFollowed(_lines[line.Key].Id, _lines[line.Key].Name, new Kilometres(line.Value)))];
    }

    private List<CountyPassed> Counties(IReadOnlyList<GeoPoint> route)
    {
        List<CountyOutline> met = [];
        Dictionary<string, double> length = [];
        for (int i = 0; i + 1 < route.Count; i++)
        {
            double km = route[i].DistanceTo(route[i + 1]).Value;
            int parts = Math.Max(1, (int)Math.Ceiling(km / CountyStepKm));
            for (int part = 0; part < parts; part++)
            {
                double share = (part + 0.5) / parts;
                var place = new GeoPoint(
                    route[i].Longitude + (share * (route[i + 1].Longitude - route[i].Longitude)), route[i].Latitude + (share * (route[i + 1].Latitude - route[i].Latitude)));
                if (_counties!.At(place) is { } county)
                {
                    met.AddRange(length.ContainsKey(county.Fips) ? [] : [county]);
                    length[county.Fips] = length.GetValueOrDefault(county.Fips) + (km / parts);
                }
            }
        }

        return [.. met.Select(county => new CountyPassed(county.Fips, county.Name, new Kilometres(length[county.Fips])))];
    }

    private double NoGoOnStraight(PlanePoint from, PlanePoint to) =>
        _meter.Stays([from, to]).Where(stay => stay.Cell != SurfaceGrid.Outside && float.IsInfinity(_terrain.Grid.Surface.Multiplier[stay.Cell])).Sum(stay => stay.Kilometres);

    private IEnumerable<int> CellsOf(IReadOnlyList<GeoPoint> line) =>
        LineTrace.Along(_terrain.Grid, [.. line.Select(_terrain.Grid.Project)]).Select(piece => piece.Cell).Where(cell => cell != SurfaceGrid.Outside);

    private List<int> LinesAt(int cell) => _linesAt.TryGetValue(cell, out List<int>? lines) ? lines : [];
}
