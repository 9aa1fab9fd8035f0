using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>Finds the county at a place. May be asked from several threads.</summary>
internal sealed class CountyIndex
{
    private readonly STRtree<(CountyOutline County, IndexedPointInAreaLocator Area)> _tree = new();

    public CountyIndex(IReadOnlyList<CountyOutline> counties)
    {
        var shapes = new GeometryFactory();
        foreach (CountyOutline county in counties)
        {
            // Each ring on its own, the inside told by counting: a place in an odd number of rings is inside. Islands and holes need no sorting.
            foreach (IReadOnlyList<GeoPoint> ring in county.Rings.Where(ring => ring.Count >= 4))
            {
                Polygon polygon = shapes.CreatePolygon([.. ring.Select(p => new Coordinate(p.Longitude, p.Latitude)).SkipLast(1), new Coordinate(ring[0].Longitude, ring[0].Latitude)]);
                _tree.Insert(polygon.EnvelopeInternal, (county, new IndexedPointInAreaLocator(polygon)));
            }
        }

        _tree.Build();
    }

    /// <summary>The county, or null where there is none (sea, abroad).</summary>
    public CountyOutline? At(GeoPoint place)
    {
        var point = new Coordinate(place.Longitude, place.Latitude);
        return _tree.Query(new Envelope(point)).Where(entry => entry.Area.Locate(point) != Location.Exterior)
            .GroupBy(entry => entry.County).Where(rings => rings.Count() % 2 == 1).Select(rings => rings.Key).MinBy(county => county.Fips, StringComparer.Ordinal);
    }
}
