using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class ProcessSplitTest
{
    private static readonly CitedFigures Figures = new(2023);

    private static (string, double)[] Split(Facility facility, string sector) =>
        [.. ProcessSplit.Of(facility, sector, Figures).Select(s => (s.Process, Math.Round(s.Co2, 6)))];

    [Fact]
    public void Columns_of_a_refinery_are_scaled_to_its_co2() => Assert.Equal(
        [("hydrogen", 190), ("refinery-heaters", 570), ("refinery-process", 190)],
        Split(Facilities.Plant(950, (GhgrpFile.Combustion, 600), (GhgrpFile.Hydrogen, 200), (GhgrpFile.Refining, 200)), "refining"));

    [Fact]
    public void Gases_other_than_co2_get_none() => Assert.Equal(
        [("combustion", 100)], Split(Facilities.Plant(100, (GhgrpFile.Combustion, 101), ("Municipal Landfills", 5000)), "waste"));

    [Fact]
    public void Methane_is_taken_from_the_oil_and_gas_column() => Assert.Equal(
        [("combustion", 100), ("gas-processing", 60)],
        Split(Facilities.Plant(160, (GhgrpFile.Combustion, 100), (GhgrpFile.GasProcessing, 100)) with { Methane = 40 }, "gas-processing"));

    [Fact]
    public void A_kiln_takes_in_its_fuel() => Assert.Equal(
        [("cement", 900)], Split(Facilities.Plant(900, (GhgrpFile.Combustion, 300), (GhgrpFile.Cement, 600)), "cement"));

    [Fact]
    public void A_big_mill_that_burns_most_of_its_carbon_has_blast_furnaces()
    {
        Assert.Equal([("steel-blast-furnace", 3e6)], Split(Facilities.Plant(3e6, (GhgrpFile.Combustion, 2e6), (GhgrpFile.Steel, 1e6)), "steel"));
        Assert.Equal(
            [("combustion", 2e5), ("steel-other", 1e6)], Split(Facilities.Plant(1.2e6, (GhgrpFile.Combustion, 2e5), (GhgrpFile.Steel, 1e6)), "steel"));
    }

    [Fact]
    public void Biogenic_co2_is_a_stream_of_its_own()
    {
        ProcessCo2[] streams = [.. ProcessSplit.Of(Facilities.Plant(100, (GhgrpFile.Combustion, 100)) with { BiogenicCo2 = 900 }, "pulp-paper", Figures)];

        Assert.Equal([("combustion", Track.PointSource), ("pulp-recovery", Track.Biogenic)], streams.Select(s => (s.Process, s.Track)));
        Assert.Equal(900, streams[1].Co2);
    }

    [Fact]
    public void A_facility_without_columns_keeps_its_co2() => Assert.Equal([("other", 42)], Split(Facilities.Plant(42), "other"));
}
