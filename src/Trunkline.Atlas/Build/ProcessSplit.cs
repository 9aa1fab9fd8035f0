using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>One process's CO2 at one facility, before any cost.</summary>
internal sealed record ProcessCo2(string Process, Track Track, bool IsPower, double Co2);

/// <summary>
/// Splits a facility's CO2 into streams by process. EPA's process columns are CO2e without biogenic CO2: columns of other gases are left out, methane is taken
/// from the oil and gas columns where it stands, and what is left is scaled so that the streams add up to the facility's fossil CO2.
/// </summary>
internal static class ProcessSplit
{
    // A mill with blast furnaces burns furnace and coke gas: most of its CO2 is under combustion, and there is a lot of it.
    private const double LeastBlastFurnaceCo2 = 1e6;
    private const double LeastBlastFurnaceCombustion = 0.5;

    private static readonly Dictionary<string, string> Keys = new()
    {
        [GhgrpFile.Ammonia] = "ammonia",
        [GhgrpFile.Cement] = "cement",
        [GhgrpFile.Hydrogen] = "hydrogen",
        [GhgrpFile.Steel] = "steel-other",
        [GhgrpFile.Lime] = "lime",
        [GhgrpFile.Refining] = "refinery-process",
        [GhgrpFile.Petrochemicals] = "petrochemicals",
        [GhgrpFile.Pulp] = "pulp-makeup",
        [GhgrpFile.Glass] = "glass",
        [GhgrpFile.Aluminum] = "aluminium",
        [GhgrpFile.SodaAsh] = "soda-ash",
        [GhgrpFile.GasProcessing] = "gas-processing",
    };

    /// <summary>The facility's streams in order of process; their sum is its CO2.</summary>
    public static IReadOnlyList<ProcessCo2> Of(Facility facility, string sector, CitedFigures figures)
    {
        Dictionary<string, double> weight = Weights(facility);
        double total = weight.Values.Sum();
        IEnumerable<(string Process, double Co2)> fossil = total > 0
            ? weight.Select(w => (ProcessOf(w.Key, facility, sector, figures), w.Value / total * facility.FossilCo2))
            : [("other", facility.FossilCo2)];
        return
        [
            .. fossil.GroupBy(s => s.Process).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ProcessCo2(g.Key, Track.PointSource, g.Key.StartsWith("power-", StringComparison.Ordinal), g.Sum(s => s.Co2)))
                .Where(s => s.Co2 > 0),
            .. Biogenic(facility, sector),
        ];
    }

    private static Dictionary<string, double> Weights(Facility facility)
    {
        Dictionary<string, double> weight = facility.ProcessCo2e.Where(p => !GhgrpFile.WithoutCo2.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value);
        double withMethane = GhgrpFile.WithMethane.Sum(c => weight.GetValueOrDefault(c));
        double co2Share = withMethane > 0 ? Math.Max(0, withMethane - facility.Methane) / withMethane : 0;
        foreach (string column in GhgrpFile.WithMethane.Where(weight.ContainsKey))
        {
            weight[column] *= co2Share;
        }

        return weight;
    }

    private static string ProcessOf(string column, Facility facility, string sector, CitedFigures figures)
    {
        bool fuel = column == GhgrpFile.Combustion;
        return column == GhgrpFile.Electricity || (fuel && sector.StartsWith("power", StringComparison.Ordinal)) ? PowerFuel.Of(facility, figures).Process
            : sector == "cement" && fuel ? "cement"
            : sector == "steel" && (fuel || column == GhgrpFile.Steel) && HasBlastFurnace(facility) ? "steel-blast-furnace"
            : sector == "ethanol" && fuel ? "ethanol-boiler"
            : sector == "refining" && fuel ? "refinery-heaters"
            : fuel ? "combustion"
            : Keys.GetValueOrDefault(column, "other");
    }

    private static bool HasBlastFurnace(Facility f) =>
        f.FossilCo2 >= LeastBlastFurnaceCo2 && f.Process(GhgrpFile.Steel) > 0
        && f.Process(GhgrpFile.Combustion) >= LeastBlastFurnaceCombustion * f.TotalCo2e;

    private static IEnumerable<ProcessCo2> Biogenic(Facility facility, string sector)
    {
        bool power = sector.StartsWith("power", StringComparison.Ordinal);
        string process = sector == "pulp-paper" ? "pulp-recovery" : power ? "power-biomass" : "biogenic-other";
        return facility.BiogenicCo2 > 0 ? [new ProcessCo2(process, Track.Biogenic, power, facility.BiogenicCo2)] : [];
    }
}
