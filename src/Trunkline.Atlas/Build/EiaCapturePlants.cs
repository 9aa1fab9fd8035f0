namespace Trunkline.Atlas.Build;

/// <summary>What EIA plans with for one existing plant: CO2 captured and its cost, 2018$ per tonne.</summary>
/// <param name="Investment">Yearly charge on investment per tonne; EIA does not say at what rate.</param>
internal sealed record EiaPlant(string FacilityId, string Process, double Co2, double Investment, double Om);

/// <summary>
/// EIA's table of capture plants. Only rows of a GHGRP facility with an investment above zero are figures: clusters, power plants and operating plants have
/// zero or blank there because other parts of EIA's model fill them, which is unknown and never free.
/// </summary>
internal static class EiaCapturePlants
{
    public const int DollarYear = 2018;

    private static readonly Dictionary<string, string> Processes = new()
    {
        ["ammonia"] = "ammonia",
        ["cement"] = "cement",
        ["ethanol"] = "ethanol-fermentation",
        ["ng_processing"] = "gas-processing",
    };

    /// <summary>Plants with a figure by facility and process, and the ids of the rows without one.</summary>
    public static (IReadOnlyDictionary<(string Facility, string Process), EiaPlant> Known, IReadOnlyList<(string Id, string Why)> Unused) Read(RawFolder raw)
    {
        Dictionary<(string, string), EiaPlant> known = [];
        List<(string, string)> unused = [];
        foreach (RawRow row in raw.Rows(RawFolder.EiaCapture))
        {
            string id = row.Text("facility_id")!, type = row.Text("facility_type")!;
            bool isFacility = id.Length > 1 && id[0] == 'f' && id.Skip(1).All(char.IsAsciiDigit);
            double investment = row.NumberOrNone("co2_cost_inv_2018$"), om = row.NumberOrNone("co2_cost_om_2018$");
            if (isFacility && investment > 0 && Processes.TryGetValue(type, out string? process))
            {
                known.Add((id[1..], process), new EiaPlant(id[1..], process, row.NumberOrNone("co2_volume"), investment, om));
            }
            else
            {
                unused.Add((id, WhyUnused(type, isFacility, investment)));
            }
        }

        return (known, unused);
    }

    private static string WhyUnused(string type, bool isFacility, double investment) =>
        investment <= 0 ? $"{type}: investment is zero or blank, filled by other parts of EIA's model; unknown, not free"
        : type == "pp_coal" ? "pp_coal: CO2 of one unit is about three times what its megawatts can emit; not used, power cost is built from NREL figures"
        : isFacility ? $"{type}: kind not used" : $"{type}: an aggregate of small plants, not one facility";
}
