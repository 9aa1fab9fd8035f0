namespace Trunkline.Atlas.Build;

/// <summary>One sector a facility, so that nothing is counted twice: the first rule that fits, the most telling process first.</summary>
internal static class SectorRule
{
    private static readonly (string Sector, Func<Facility, bool> Fits)[] Rules =
    [
        ("refining", f => f.Process(GhgrpFile.Refining) > 0 || f.Naics.StartsWith("32411", StringComparison.Ordinal)),
        ("ethanol", f => f.Naics == "325193"),
        ("steel", f => f.Process(GhgrpFile.Steel) > 0 || f.Naics.StartsWith("3311", StringComparison.Ordinal)),
        ("cement", f => f.Process(GhgrpFile.Cement) > 0),
        ("ammonia", f => f.Process(GhgrpFile.Ammonia) > 0),
        ("pulp-paper", f => f.Naics.StartsWith("3221", StringComparison.Ordinal) || f.Process(GhgrpFile.Pulp) > 0),
        ("petrochemicals", f => f.Process(GhgrpFile.Petrochemicals) > 0),
        ("hydrogen", f => f.Process(GhgrpFile.Hydrogen) > 0),
        ("power", f => IsPower(f)),
        ("lime", f => f.Process(GhgrpFile.Lime) > 0 && f.Naics.StartsWith("327", StringComparison.Ordinal)),
        ("glass", f => f.Process(GhgrpFile.Glass) > 0),
        ("aluminium", f => f.Process(GhgrpFile.Aluminum) > 0 || f.Naics.StartsWith("33131", StringComparison.Ordinal)),
        ("soda-ash", f => f.Process(GhgrpFile.SodaAsh) > 0),
        ("lng", f => f.Process(GhgrpFile.Lng) > 0),
        ("gas-processing", f => f.Process(GhgrpFile.GasProcessing) > 0),
        ("waste", f => f.Naics.StartsWith("562", StringComparison.Ordinal) || f.Naics.StartsWith("2213", StringComparison.Ordinal)),
        ("gas-transport", f => f.Naics.StartsWith("486", StringComparison.Ordinal) || f.Naics.StartsWith("2212", StringComparison.Ordinal)),
        ("oil-gas", f => f.Naics.StartsWith("211", StringComparison.Ordinal) || f.Naics.StartsWith("213", StringComparison.Ordinal)),
        ("mining", f => f.Naics.StartsWith("212", StringComparison.Ordinal)),
        ("food", f => f.Naics.StartsWith("311", StringComparison.Ordinal) || f.Naics.StartsWith("312", StringComparison.Ordinal)),
        ("chemicals", f => f.Naics.StartsWith("325", StringComparison.Ordinal)),
        ("minerals", f => f.Naics.StartsWith("327", StringComparison.Ordinal)),
        ("metals", f => f.Naics.StartsWith("331", StringComparison.Ordinal)),
    ];

    /// <summary>The facility's sector; power is told apart by fuel afterwards.</summary>
    public static string Of(Facility facility) => Rules.FirstOrDefault(r => r.Fits(facility)).Sector ?? "other";

    /// <summary>True for a plant that sells electricity: subpart D with most of its CO2, or NAICS 2211.</summary>
    public static bool IsPower(Facility f) =>
        f.Naics.StartsWith("2211", StringComparison.Ordinal) || f.Process(GhgrpFile.Electricity) > f.TotalCo2e / 2;
}
