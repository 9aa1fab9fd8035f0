using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class EthanolPlantsTest
{
    private static EthanolPlant Plant(string id, string company, string town, double longitude) => new(id, company, town, "IA", new GeoPoint(longitude, 42), 100_000);

    private static Facility Yard(string id, string name, string city, double longitude) =>
        Facilities.Plant(1000) with { Id = id, Name = name, City = city, State = "IA", Naics = "325193", Place = new GeoPoint(longitude, 42) };

    [Fact]
    public void The_nearest_yard_is_the_plant_whatever_its_name() => Assert.Equal(
        "2", EthanolPlants.Match([Plant("p", "Lincolnway", "Nevada", -93)], [Yard("1", "Lincolnway", "Ames", -93.2), Yard("2", "LWE", "Ames", -93.01)])["p"].Id);

    [Fact]
    public void Farther_away_a_word_of_the_name_must_agree()
    {
        EthanolPlant plant = Plant("p", "Lincolnway Energy", "Nevada", -93);

        Assert.Equal("1", EthanolPlants.Match([plant], [Yard("1", "LINCOLNWAY ENERGY LLC", "Ames", -93.2)])["p"].Id);
        Assert.Empty(EthanolPlants.Match([plant], [Yard("1", "Other Energy LLC", "Ames", -93.2)]));
        Assert.Empty(EthanolPlants.Match([plant], [Yard("1", "LINCOLNWAY ENERGY LLC", "Ames", -94)]));
    }

    [Fact]
    public void The_same_town_and_company_is_the_plant_even_where_the_point_is_anothers()
    {
        var matched = EthanolPlants.Match(
            [Plant("a", "Poet Biorefining", "Portland", -93), Plant("b", "Poet Biorefining", "Shelby", -93)],
            [Yard("1", "POET BIOREFINING - SHELBY", "SHELBY", -93), Yard("2", "POET BIOREFINING - PORTLAND", "PORTLAND", -94)]);

        Assert.Equal(("2", "1"), (matched["a"].Id, matched["b"].Id));
    }

    [Fact]
    public void A_sister_plant_in_the_same_yard_joins_the_facility()
    {
        var matched = EthanolPlants.Match(
            [Plant("dry", "Alto Dry Mill", "Pekin", -93), Plant("wet", "Alto Wet Mill", "Pekin", -93)], [Yard("1", "Alto Pekin, LLC", "Pekin", -93)]);

        Assert.Equal(("1", "1"), (matched["dry"].Id, matched["wet"].Id));
    }
}
