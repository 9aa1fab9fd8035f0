using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Conversions worked by hand. CPI-U: 2018 251.107, 2019 255.657, 2022 292.655, 2023 304.702.</summary>
public sealed class CaptureCostingTest
{
    private const double From2018 = 1.213435;
    private const double From2019 = 1.191839;
    private const double From2022 = 1.041165;

    private static readonly CitedFigures Figures = new(2023);

    private static readonly EiaPlant Kiln = new("1000001", "cement", Co2: 1_000_000, Investment: 49.7, Om: 6);

    private static CaptureCosting Costing(params EiaPlant[] plants) =>
        new(Figures, plants.ToDictionary(p => (p.FacilityId, p.Process)));

    [Fact]
    public void A_cement_plant_of_eia_gets_its_capital_back_from_the_yearly_charge()
    {
        CaptureCost cost = Costing(Kiln).Of("1000001", "cement", 1_000_000, 0)!;

        // 49.7 $/t / 0.176 per year = 282.386 $ per t/y, times 1 Mt/y, in 2023$.
        Assert.Equal(282.386e6 * From2018, cost.Capex.Value, 1e4);
        Assert.Equal(6 * From2018, cost.VariableOm.Value, 1e-4);
        Assert.Equal((0, 0, 0), (cost.FixedOm.Value, cost.ElectricityMwhPerTonne, cost.HeatGjPerTonne));
    }

    [Fact]
    public void Half_the_tonnes_of_eia_cost_more_than_half()
    {
        double whole = Costing(Kiln).Of("1000001", "cement", 1_000_000, 0)!.Capex.Value;
        double half = Costing(Kiln).Of("1000001", "cement", 500_000, 0)!.Capex.Value;

        // 0.5^0.83 = 0.562529.
        Assert.Equal(0.562529, half / whole, 1e-5);
    }

    /// <summary>The levelised figures of the source's own check: 10 % over 20 years, 70 $/MWh, 4 $/MMBtu, 2019$.</summary>
    [Theory]
    [InlineData("ammonia", 389_000, 24.7)]
    [InlineData("ethanol-fermentation", 342_000, 28.1)]
    [InlineData("cement", 842_000, 76.6)]
    [InlineData("steel-blast-furnace", 3_324_000, 89.2)]
    public void A_reference_unit_of_npc_levelises_to_the_published_figure(string process, double captured, double published)
    {
        CaptureCost cost = Costing().Of("x", process, captured, 0)!;

        double capital = ((cost.Capex.Value * 0.1175) + cost.FixedOm.Value) / captured / From2019;
        double energy = (cost.ElectricityMwhPerTonne * 70) + (cost.HeatGjPerTonne * 4 / 1.055056);
        Assert.Equal(published, capital + energy, 0.1);
    }

    [Fact]
    public void A_levelised_figure_is_split_so_that_it_comes_back()
    {
        CaptureCost cost = Costing().Of("x", "hydrogen", 380_000, 0)!;

        double capital = ((cost.Capex.Value * 0.1175) + cost.FixedOm.Value) / 380_000 / From2018;
        Assert.Equal(60, capital + (0.16 * 70) + (2.74 * 3.7913), 0.01);
        Assert.Equal(Confidence.C, cost.Confidence);
    }

    [Fact]
    public void Gas_power_is_built_from_dollars_per_kilowatt()
    {
        CaptureCost cost = Costing().Of("x", "power-gas", 2_000_000, 0)!;

        // 7.740 MMBtu/MWh x 53.06 kg = 0.410684 t/MWh; x 0.9 = 0.369616 captured; x 8.76 x 0.55 = 1.780811 t per kW and year.
        Assert.Equal(1252 / 1.780811 * From2022 * 2e6, cost.Capex.Value, 1e5);
        Assert.Equal((68.9 - 31) / 1.780811 * From2022 * 2e6, cost.FixedOm.Value, 1e4);
        Assert.Equal((5.15 - 2) / 0.369616 * From2022, cost.VariableOm.Value, 1e-3);
        Assert.Equal(0.0803 / 0.369616, cost.ElectricityMwhPerTonne, 1e-4);
    }

    [Fact]
    public void A_mixed_plant_lies_between_its_fuels()
    {
        double gas = Costing().Of("x", "power-gas", 3e6, 0)!.Capex.Value, coal = Costing().Of("x", "power-coal", 6e6, 1)!.Capex.Value / 2;

        Assert.Equal((0.4 * gas) + (0.6 * coal), Costing().Of("x", "power-mixed", 6e6, 0.6)!.Capex.Value / 2, gas * 1e-9);
    }

    [Theory]
    [InlineData("lime")]
    [InlineData("refinery-heaters")]
    [InlineData("ethanol-boiler")]
    [InlineData("combustion")]
    [InlineData("power-biomass")]
    public void No_figure_is_no_cost(string process) => Assert.Null(Costing().Of("x", process, 1e6, 0));

    [Theory]
    [InlineData(0.0006, "power-gas", 0)]
    [InlineData(0.0045, "power-coal", 1)]
    [InlineData(0.002776, "power-mixed", 0.5)]
    public void Fuel_is_told_from_nitrous_oxide(double ratio, string process, double coalShare)
    {
        PowerFuel fuel = PowerFuel.Of(Facilities.Plant(fossil: 1e6) with { NitrousOxide = ratio * 1e6 }, Figures);

        Assert.Equal(process, fuel.Process);
        Assert.Equal(coalShare, fuel.CoalShare, 1e-3);
    }
}
