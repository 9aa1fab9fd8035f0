using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What lies along a corridor: for maps, for the people who live there, and for whoever has to get the permits.</summary>
/// <param name="Terrain">How hard the ground is on the whole.</param>
/// <param name="MeanMultiplier">Mean terrain multiplier along the way, rights of way not discounted.</param>
/// <param name="Counties">Counties passed, in the order in which the route first meets them; null where no outlines are at hand.</param>
/// <param name="People">People who live near, by distance; null where no population is at hand.</param>
/// <param name="Followed">Existing lines whose corridor the route follows, longest first.</param>
/// <param name="Crossings">How often each kind of line or border is crossed; a kind of which nothing is known is not listed.</param>
/// <param name="NoGoAvoided">How much of the straight line between the ends lies in cells that no pipe may enter, and that the route goes around.</param>
public sealed record CorridorFacts(
    TerrainClass Terrain,
    double MeanMultiplier,
    IReadOnlyList<CountyPassed>? Counties,
    IReadOnlyList<PeopleNear>? People,
    IReadOnlyList<LineFollowed> Followed,
    IReadOnlyList<LineCrossings> Crossings,
    Kilometres NoGoAvoided)
{
    /// <summary>People within a distance, or null where that is not known.</summary>
    public double? PeopleWithin(double kilometres) => People?.Where(near => near.Within.Value == kilometres).Select(near => (double?)near.People).FirstOrDefault();
}

/// <summary>Mean multiplier over the reference terrain's: below 0.8, to 1.2, to 1.6, above.</summary>
public enum TerrainClass
{
    Easy,
    Ordinary,
    Hard,
    VeryHard,
}

/// <summary>A county that a corridor passes.</summary>
/// <param name="Fips">Of the outlines at hand.</param>
/// <param name="Length">Inside the county, to about a kilometre.</param>
public sealed record CountyPassed(string Fips, string Name, Kilometres Length);

/// <summary>People who live within a distance of a corridor: those of the population cells whose middle lies so near.</summary>
public sealed record PeopleNear(Kilometres Within, double People);

/// <summary>An existing line that a corridor follows, and over which length: cells that both pass one after another.</summary>
public sealed record LineFollowed(string Line, string Name, Kilometres Length);

/// <summary>Lines of one kind that a corridor crosses; one that is crossed again and again counts once.</summary>
public sealed record LineCrossings(string Kind, int Lines);

/// <summary>Classes of terrain as they are written in files.</summary>
public static class CorridorWords
{
    public static string Of(TerrainClass terrain) => terrain switch
    {
        TerrainClass.Easy => "easy",
        TerrainClass.Ordinary => "ordinary",
        TerrainClass.Hard => "hard",
        _ => "very-hard",
    };
}
