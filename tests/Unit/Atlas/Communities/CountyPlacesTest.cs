using Trunkline.Atlas;
using Trunkline.Atlas.Communities;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas.Communities;

/// <summary>Which county a place lies in: by code, by outline, by nearest centre.</summary>
public sealed class CountyPlacesTest
{
    /// <summary>Against a walk over every county, on places near and far from all of them.</summary>
    [Fact]
    public void The_quick_search_finds_the_nearest()
    {
        Random dice = new(7);
        County[] counties = [.. Enumerable.Range(0, 200).Select(i => new County($"{i:00000}", "c", "ND", new GeoPoint(-120 + (40 * dice.NextDouble()), 28 + (20 * dice.NextDouble())), 1, 0.5))];
        CountyPlaces places = new(counties);
        for (int i = 0; i < 500; i++)
        {
            GeoPoint place = new(-130 + (60 * dice.NextDouble()), 20 + (45 * dice.NextDouble()));
            double squared(County c)
            {
                double east = (c.Centre.Longitude - place.Longitude) * Math.Cos((c.Centre.Latitude + place.Latitude) * Math.PI / 360), north = c.Centre.Latitude - place.Latitude;
                return (east * east) + (north * north);
            }

            Assert.Equal(counties.MinBy(squared), places.Nearest(place));
        }
    }

    /// <summary>A site's own code wins; without one its state's nearest county is taken.</summary>
    [Fact]
    public void A_sites_own_code_wins()
    {
        County near = new("00001", "Near", "ND", new GeoPoint(-100, 47), 1, 0.1), far = new("00002", "Far", "ND", new GeoPoint(-98, 47), 1, 0.9), other = new("00003", "Other", "SD", new GeoPoint(-100, 46.9), 1, null);
        CountyPlaces places = new([near, far, other]);
        Site site(string? fips) => new("s", "s", "ND", fips, new GeoPoint(-100, 46.95), "cement", new(1), new(0));
        Assert.Equal((far, near), (places.Of(site("00002")), places.Of(site(null))));
        Assert.Equal(near, places.Of(site("99999")));
        Assert.Equal(other, places.Nearest(new GeoPoint(-100, 46.92)));
        Assert.Null(new CountyPlaces([]).Nearest(new GeoPoint(0, 0)));
    }

    /// <summary>
    /// Long county L from 100 W to 96 W, its neighbour N from 96 W to 95 W: at 96.2 W the nearer centre is N's (95.5 W against 98 W), the outline L's. Out at sea, and in an outline whose code
    /// no county has, the nearest centre is taken.
    /// </summary>
    [Fact]
    public void An_outline_goes_before_the_nearest_centre()
    {
        County wide = new("00001", "Long", "ND", new GeoPoint(-98, 47), 1, 0.1), narrow = new("00002", "Neighbour", "ND", new GeoPoint(-95.5, 47), 1, 0.9);
        CountyPlaces places = new([wide, narrow], [Box("00001", -100, -96), Box("00002", -96, -95), Box("99999", -94, -93)]);
        GeoPoint between = new(-96.2, 47);
        Assert.Equal((narrow, wide), (places.Nearest(between), places.At(between)));
        Assert.Equal(wide, places.At(between, "ND"));
        Assert.Equal((narrow, narrow), (places.At(new GeoPoint(-93.5, 47)), places.At(new GeoPoint(-90, 40))));
    }

    /// <summary>The index of a dataset is made once, and anew where its outlines are others.</summary>
    [Fact]
    public void A_datasets_counties_are_indexed_once()
    {
        County wide = new("00001", "Long", "ND", new GeoPoint(-98, 47), 1, 0.1), narrow = new("00002", "Neighbour", "ND", new GeoPoint(-95.5, 47), 1, 0.9);
        Dataset bare = Planner.TinyWorld.TwoNodes.Dataset with { Counties = [wide, narrow], CountyOutlines = [] };
        Dataset drawn = bare with { CountyOutlines = [Box("00001", -100, -96), Box("00002", -96, -95)] };
        GeoPoint between = new(-96.2, 47);
        Assert.Same(CountyPlaces.In(bare), CountyPlaces.In(bare with { DollarYear = 2000 }));
        Assert.Equal((narrow, wide, narrow), (CountyPlaces.In(bare).At(between), CountyPlaces.In(drawn).At(between), CountyPlaces.In(bare).At(between)));
    }

    /// <summary>The shipped outlines draw every county but Connecticut's regions, which go by newer codes.</summary>
    [Fact]
    public void The_nation_has_outlines()
    {
        Dataset nation = DatasetReader.Read(Path.Combine(Planner.TinyWorld.Root, "data", "us")).OrThrow();
        HashSet<string> drawn = [.. nation.CountyOutlines.Select(o => o.Fips)];
        Assert.All(nation.Counties.Where(c => !drawn.Contains(c.Fips)), c => Assert.Equal("CT", c.State));
        CountyPlaces places = new(nation.Counties, nation.CountyOutlines);
        Assert.All(nation.Sites.Where(s => s.CountyFips is not null).Take(500), s => Assert.NotNull(places.At(s.Place)));
    }

    private static CountyOutline Box(string fips, double west, double east) =>
        new(fips, fips, [[new(west, 46), new(east, 46), new(east, 48), new(west, 48), new(west, 46)]]);
}
