using Trunkline.Atlas;
using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class DatasetCheckTest
{
    private const string Sites =
        "site_id,name,state,longitude,latitude,sector,fossil_co2_t_per_year,biogenic_co2_t_per_year\na,Kiln,KS,-97.5,38.5,cement,100000,0\n";

    private const string Parameters =
        "parameter_id,value,unit\nlife.capture,20,y\nprice.electricity,70,$/MWh\nprice.heat,4,$/GJ\n";

    private static Dataset Data(int co2, string capex) => DatasetReader.Read(Datasets.Folder(
        ("dataset.json", Datasets.Description),
        ("sites.csv", Sites),
        ("parameters.csv", Parameters),
        ("streams.csv",
            "stream_id,site_id,process,track,co2_t_per_year,capture_rate,capex_usd,fixed_om_usd_per_year,variable_om_usd_per_t,electricity_mwh_per_t,heat_gj_per_t\n"
            + $"a:cement,a,cement,point-source,{co2},0.9,{capex},0,10,0.1,1\n"))).OrThrow();

    [Fact]
    public void A_plain_dataset_raises_no_doubt() => Assert.Empty(DatasetCheck.Doubts(Data(100_000, "2e7")));

    [Fact]
    public void Streams_that_exceed_their_site_are_told() =>
        Assert.Equal("streams-exceed-site", Assert.Single(DatasetCheck.Doubts(Data(120_000, "2e7"))).Kind);

    [Fact]
    public void A_capture_cost_out_of_all_proportion_is_told() =>
        Assert.Equal(("unusual-cost", "a:cement"), Assert.Single(DatasetCheck.Doubts(Data(100_000, "2e9")).Select(d => (d.Kind, d.Id))));

    [Fact]
    public void A_levelised_cost_by_hand()
    {
        Dataset data = Data(100_000, "2e7");

        // Capital recovery at 8 % over 20 years is 0.101852; 2e7 x that / 90,000 t = 22.634 $/t; O&M 10; 0.1 MWh x 70 = 7; 1 GJ x 4 = 4.
        Assert.Equal(43.634, CaptureSummary.Levelised(data.Streams[0], data.Streams[0].Cost!, data, new Fraction(0.08)).Value, 0.001);
        CaptureSummary summary = Assert.Single(CaptureSummary.Of(data, new Fraction(0.08)));
        Assert.Equal(("cement", 1, 90_000.0), (summary.Process, summary.StreamsWithCost, summary.Capturable.Value));
    }
}
