using Trunkline.Domain;

namespace Trunkline.Atlas.Communities;

/// <summary>Finds counties: by the code that a site carries, otherwise the county of the same state whose centre is nearest, which near a border may be the neighbour.</summary>
public sealed class CountyPlaces
{
    private readonly Dictionary<string, County> byFips;
    private readonly ILookup<string, County> byState;

    public CountyPlaces(IReadOnlyList<County> counties)
    {
        byFips = counties.ToDictionary(c => c.Fips, StringComparer.Ordinal);
        byState = counties.ToLookup(c => c.State, StringComparer.Ordinal);
    }

    /// <summary>The county with this code, or null where there is none.</summary>
    public County? Of(string fips) => byFips.GetValueOrDefault(fips);

    /// <summary>The county of a site; null where the dataset has none of its state.</summary>
    public County? Of(Site site) => site.CountyFips is { } fips && Of(fips) is { } county ? county : Nearest(site.Place, site.State);

    /// <summary>The county of a place in a state, by nearest centre; null where the dataset has none of that state.</summary>
    public County? Nearest(GeoPoint place, string state) => byState[state].MinBy(c => Squared(c.Centre, place));

    /// <summary>The county of a place anywhere, by nearest centre; null where the dataset has no counties.</summary>
    public County? Nearest(GeoPoint place) => byFips.Values.MinBy(c => Squared(c.Centre, place));

    /// <summary>Good enough to tell near from far within a few degrees.</summary>
    private static double Squared(GeoPoint a, GeoPoint b)
    {
        double east = (a.Longitude - b.Longitude) * Math.Cos((a.Latitude + b.Latitude) * Math.PI / 360), north = a.Latitude - b.Latitude;
        return (east * east) + (north * north);
    }
}
