using System.Runtime.CompilerServices;
using Trunkline.Domain;

namespace Trunkline.Atlas.Communities;

/// <summary>
/// Finds counties: by the code that a site carries, otherwise by the outline that the place lies in. Where no outline is at hand (none given, sea, a county that goes by another code) the
/// county whose centre is nearest is taken, which near a border may be the neighbour.
/// </summary>
public sealed class CountyPlaces
{
    /// <summary>Degrees looked at around a place before all counties are.</summary>
    private const int Reach = 2;

    private readonly Dictionary<string, County> byFips;
    private readonly ILookup<string, County> byState;
    private readonly ILookup<(int East, int North), County> byCell;
    private readonly CountyIndex outlines;
    private readonly IReadOnlyList<CountyOutline>? drawn;

    // An index of a nation's outlines takes longer than all that is asked of it in a plan.
    private static readonly ConditionalWeakTable<IReadOnlyList<County>, CountyPlaces> KnownOf = [];

    public CountyPlaces(IReadOnlyList<County> counties, IReadOnlyList<CountyOutline>? outlines = null)
    {
        drawn = outlines;
        this.outlines = new CountyIndex(outlines ?? []);
        byFips = counties.ToDictionary(c => c.Fips, StringComparer.Ordinal);
        byState = counties.ToLookup(c => c.State, StringComparer.Ordinal);
        byCell = counties.ToLookup(c => Cell(c.Centre));
    }

    /// <summary>The counties of a dataset, made once for as long as the dataset's list of them is kept. May be asked from several threads.</summary>
    public static CountyPlaces In(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        if (!KnownOf.TryGetValue(dataset.Counties, out CountyPlaces? known) || !ReferenceEquals(known.drawn, dataset.CountyOutlines))
        {
            known = new CountyPlaces(dataset.Counties, dataset.CountyOutlines);
            KnownOf.AddOrUpdate(dataset.Counties, known);
        }

        return known;
    }

    /// <summary>The county with this code, or null where there is none.</summary>
    public County? Of(string fips) => byFips.GetValueOrDefault(fips);

    /// <summary>The county of a site; null where the dataset has none of its state.</summary>
    public County? Of(Site site) => site.CountyFips is { } fips && Of(fips) is { } county ? county : At(site.Place, site.State);

    /// <summary>The county of a place: by outline, else by nearest centre in the state; null where the dataset has none of that state.</summary>
    public County? At(GeoPoint place, string state) => Inside(place) ?? Nearest(place, state);

    /// <summary>The county of a place anywhere: by outline, else by nearest centre; null where the dataset has no counties.</summary>
    public County? At(GeoPoint place) => Inside(place) ?? Nearest(place);

    /// <summary>The county of a place in a state, by nearest centre; null where the dataset has none of that state.</summary>
    public County? Nearest(GeoPoint place, string state) => byState[state].MinBy(c => Squared(c.Centre, place));

    /// <summary>The county of a place anywhere, by nearest centre; null where the dataset has no counties.</summary>
    public County? Nearest(GeoPoint place)
    {
        (int east, int north) = Cell(place);
        County? near = Enumerable.Range(-Reach, (2 * Reach) + 1)
            .SelectMany(i => Enumerable.Range(-Reach, (2 * Reach) + 1).SelectMany(j => byCell[(east + i, north + j)]))
            .MinBy(c => Squared(c.Centre, place));

        // Whatever lies outside the cells looked at is at least so far away.
        double outside = Reach * Math.Cos(Math.Min(80, Math.Abs(place.Latitude) + Reach) * Math.PI / 180);
        return near is not null && Squared(near.Centre, place) <= outside * outside ? near : byFips.Values.MinBy(c => Squared(c.Centre, place));
    }

    private County? Inside(GeoPoint place) => outlines.At(place) is { } outline ? Of(outline.Fips) : null;

    private static (int East, int North) Cell(GeoPoint place) => ((int)Math.Floor(place.Longitude), (int)Math.Floor(place.Latitude));

    /// <summary>Good enough to tell near from far within a few degrees.</summary>
    private static double Squared(GeoPoint a, GeoPoint b)
    {
        double east = (a.Longitude - b.Longitude) * Math.Cos((a.Latitude + b.Latitude) * Math.PI / 360), north = a.Latitude - b.Latitude;
        return (east * east) + (north * north);
    }
}
