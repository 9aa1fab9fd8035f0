using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class CorridorSurveyTest
{
    // Ten cells of 10 km from west to east, three rows; a no-go block in the middle row.
    private static readonly CostSurface Surface = Surfaces.Drawn("1111111111", "1111##1111", "1111111111");

    [Fact]
    public void Counties_are_passed_with_their_length_in_order()
    {
        CorridorFacts facts = Survey(Counties: [Box("01001", "West", 0, 5), Box("02001", "East", 5, 10)]).Of(Line(0, 0, 9));
        Assert.Equal(["01001", "02001"], facts.Counties!.Select(c => c.Fips));
        double half = Place(0, 0).DistanceTo(Place(0, 9)).Value / 2;
        Assert.Equal(half, facts.Counties![0].Length.Value, 1.5);
        Assert.Equal(half, facts.Counties![1].Length.Value, 1.5);
        Assert.Equal(1, facts.Crossings.Single(c => c.Kind == "state-border").Lines);
    }

    [Fact]
    public void People_are_counted_cell_by_cell()
    {
        // A person a cell in the upper row, a hundred in the lower one, which is 20 km from the line.
        float[] people = [.. Enumerable.Repeat(1f, 10), .. new float[10], .. Enumerable.Repeat(100f, 10)];
        var raster = new Raster(10, 3, 10_000, 10_000, Surface.Left, Surface.Top, Surface.Projection, people);
        CorridorFacts facts = Survey(People: raster).Of(Line(0, 0, 9));
        Assert.Equal([10.0, 25.0], facts.People!.Select(p => p.Within.Value));
        Assert.Equal(10, facts.PeopleWithin(10));
        Assert.Equal(1010, facts.PeopleWithin(25));
        Assert.Null(facts.PeopleWithin(1));
    }

    [Fact]
    public void One_and_five_kilometres_are_told_on_a_population_of_a_kilometre()
    {
        var raster = new Raster(1, 1, 1_000, 1_000, 0, 0, Surface.Projection, [5]);
        Assert.Equal([1.0, 5.0, 10.0, 25.0], Survey(People: raster).Of(Line(0, 0, 9)).People!.Select(p => p.Within.Value));
    }

    [Fact]
    public void What_is_not_at_hand_is_not_told()
    {
        CorridorFacts facts = Survey().Of(Line(0, 0, 9));
        Assert.Null(facts.Counties);
        Assert.Null(facts.People);
        Assert.Empty(facts.Crossings);
    }

    [Fact]
    public void No_go_on_the_straight_line_is_what_was_avoided()
    {
        GeoPoint[] around = [Place(1, 0), Place(0, 4), Place(0, 5), Place(1, 9)];
        Assert.Equal(Place(1, 4).DistanceTo(Place(1, 6)).Value, Survey().Of(around).NoGoAvoided.Value, 0.5);
        Assert.Equal(0, Survey().Of(Line(0, 0, 9)).NoGoAvoided.Value);
    }

    [Fact]
    public void A_line_that_is_followed_is_named_and_one_that_is_crossed_is_counted()
    {
        Corridor along = Surfaces.Line(Surface, "along", null, (0, 2), (0, 7));
        var surroundings = new CorridorSurroundings(null, null, [new CrossableLines("river", [[Place(0, 8), Place(2, 8)], [Place(2, 0), Place(2, 1)]])]);
        GeoPoint[] down = [Place(0, 0), Place(0, 7), new GeoPoint(Place(1, 9).Longitude, Place(1, 9).Latitude)];
        CorridorFacts facts = new CorridorSurvey(Surfaces.Terrain(Surface, along), [along], surroundings).Of(down);
        LineFollowed followed = Assert.Single(facts.Followed);
        Assert.Equal("along", followed.Line);
        Assert.Equal(Place(0, 2).DistanceTo(Place(0, 7)).Value, followed.Length.Value, 6.0);
        Assert.Equal(1, facts.Crossings.Single(c => c.Kind == "river").Lines);
    }

    [Fact]
    public void Terrain_is_a_class_of_the_mean_multiplier()
    {
        CostSurface hard = Surfaces.Drawn("1222");
        CorridorFacts facts = new CorridorSurvey(Surfaces.Terrain(hard), [], CorridorSurroundings.None).Of([Surfaces.Place(hard, 0, 0), Surfaces.Place(hard, 0, 3)]);
        // Half a cell of 1 and two and a half of 2: 5.5 over 3.
        Assert.Equal(5.5 / 3, facts.MeanMultiplier, 0.01);
        Assert.Equal(TerrainClass.VeryHard, facts.Terrain);
    }

    [Fact]
    public void Every_corridor_of_a_network_is_surveyed_where_that_is_asked_for()
    {
        CandidateRequest request = Requests.Of(Surface, (0, 0), (2, 9), (2, 0));
        Assert.All(Requests.Built(request).Edges, edge => Assert.Null(edge.Facts));
        Assert.All(Requests.Built(request with { Surroundings = CorridorSurroundings.None }).Edges, edge => Assert.NotNull(edge.Facts));
    }

    private static CorridorSurvey Survey(IReadOnlyList<CountyOutline>? Counties = null, Raster? People = null) =>
        new(Surfaces.Terrain(Surface), [], new CorridorSurroundings(Counties, People, []));

    private static GeoPoint[] Line(int row, int from, int to) => [Place(row, from), Place(row, to)];

    private static GeoPoint Place(int row, int column) => Surfaces.Place(Surface, row, column);

    // An outline over whole columns, drawn at the corners of cells.
    private static CountyOutline Box(string fips, string name, int from, int to)
    {
        GeoPoint At(int column, int row) => Surface.Projection.Unproject(new PlanePoint(Surface.Left + (column * 10_000), Surface.Top - (row * 10_000)));
        return new CountyOutline(fips, name, [[At(from, -1), At(to, -1), At(to, 4), At(from, 4), At(from, -1)]]);
    }
}
