using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>A facility as EPA's Greenhouse Gas Reporting Program lists it. Gases in t CO2e; CO2 itself in tonnes.</summary>
/// <param name="ProcessCo2e">Process column to t CO2e, biogenic not included, only columns with something in them.</param>
/// <param name="UsesCo2OnSite">True where part of the process CO2 goes into other products (urea) and does not leave the stack.</param>
internal sealed record Facility(
    string Id,
    string Name,
    string State,
    string? City,
    string? County,
    GeoPoint Place,
    string Naics,
    string Subparts,
    double FossilCo2,
    double BiogenicCo2,
    double Methane,
    double NitrousOxide,
    double TotalCo2e,
    IReadOnlyDictionary<string, double> ProcessCo2e,
    bool UsesCo2OnSite)
{
    /// <summary>CO2 of any origin.</summary>
    public double Co2 => FossilCo2 + BiogenicCo2;

    /// <summary>True where the facility reports under a subpart.</summary>
    public bool Reports(string subpart) =>
        Subparts.Split(',', StringSplitOptions.TrimEntries).Any(s => s == subpart || s.StartsWith(subpart + " ", StringComparison.Ordinal));

    /// <summary>t CO2e in a process column; none where it is blank.</summary>
    public double Process(string column) => ProcessCo2e.GetValueOrDefault(column);
}

/// <summary>Reads EPA's table of direct emitters, reporting year 2023.</summary>
internal static class GhgrpFile
{
    public const string Combustion = "Stationary Combustion";
    public const string Electricity = "Electricity Generation";
    public const string Ammonia = "Ammonia Manufacturing";
    public const string Cement = "Cement Production";
    public const string Hydrogen = "Hydrogen Production";
    public const string Steel = "Iron and Steel Production";
    public const string Lime = "Lime Production";
    public const string Refining = "Petroleum Refining";
    public const string Petrochemicals = "Petrochemical Production";
    public const string Pulp = "Pulp and Paper Manufacturing";
    public const string Glass = "Glass Production";
    public const string Aluminum = "Aluminum Production";
    public const string SodaAsh = "Soda Ash Manufacturing";
    public const string GasProcessing = "Petroleum and Natural Gas Systems – Processing";
    public const string Lng = "Petroleum and Natural Gas Systems – LNG Import/Export";
    public const string Offshore = "Petroleum and Natural Gas Systems – Offshore Production";

    private const string Fossil = "CO2 emissions (non-biogenic)";
    private const string Biogenic = "Biogenic CO2 emissions (metric tons)";
    private const string Methane = "Methane (CH4) emissions";
    private const string NitrousOxide = "Nitrous Oxide (N2O) emissions";
    private const string Total = "Total reported direct emissions";
    private const string UsedOnSite =
        "Is some CO2 collected on-site and used to manufacture other products and therefore not emitted from the affected manufacturing process unit(s)?"
        + " (as reported under Subpart G or S)";

    /// <summary>Columns of gases other than CO2: they hold no CO2 to split.</summary>
    public static readonly IReadOnlyList<string> WithoutCo2 =
    [
        "Adipic Acid Production", "Electronics Manufacture", "Fluorinated GHG Production", "HCFC–22 Production from HFC–23 Destruction",
        "Magnesium Production", "Nitric Acid Production", "Underground Coal Mines", "Municipal Landfills", "Industrial Wastewater Treatment",
        "Manufacture of Electric Transmission and Distribution Equipment", "Industrial Waste Landfills",
    ];

    /// <summary>Columns in which CO2 and methane stand together.</summary>
    public static readonly IReadOnlyList<string> WithMethane =
    [
        Offshore, GasProcessing, "Petroleum and Natural Gas Systems – Transmission/Compression",
        "Petroleum and Natural Gas Systems – Underground Storage", "Petroleum and Natural Gas Systems – LNG Storage", Lng,
    ];

    private static readonly string[] OtherProcesses =
    [
        Combustion, Electricity, Aluminum, Ammonia, Cement, "Ferroalloy Production", Glass, Hydrogen, Steel, "Lead Production", Lime,
        "Miscellaneous Use of Carbonates", Petrochemicals, Refining, "Phosphoric Acid Production", Pulp, "Silicon Carbide Production", SodaAsh,
        "Titanium Dioxide Production", "Zinc Production",
    ];

    /// <summary>All process columns.</summary>
    public static readonly IReadOnlyList<string> Processes = [.. OtherProcesses, .. WithMethane, .. WithoutCo2];

    /// <summary>Columns read besides name and place.</summary>
    public static readonly string[] Read = [Total, Fossil, Biogenic, Methane, NitrousOxide, UsedOnSite, .. Processes];

    public static IReadOnlyList<Facility> Facilities(RawFolder raw) => [.. raw.Rows(RawFolder.Emitters).Select(One).OrderBy(f => f.Id, StringComparer.Ordinal)];

    private static Facility One(RawRow row) => new(
        row.Text("Facility Id")!,
        row.Text("Facility Name")!,
        row.Text("State")!,
        row.Text("City"),
        row.Text("County"),
        new GeoPoint(row.NumberOrNone("Longitude"), row.NumberOrNone("Latitude")),
        row.Text("Primary NAICS Code") ?? string.Empty,
        row.Text("Industry Type (subparts)") ?? string.Empty,
        row.NumberOrNone(Fossil),
        row.NumberOrNone(Biogenic),
        row.NumberOrNone(Methane),
        row.NumberOrNone(NitrousOxide),
        row.NumberOrNone(Total),
        Processes.Where(c => row.NumberOrNone(c) > 0).ToDictionary(c => c, row.NumberOrNone),
        row.Text(UsedOnSite) == "Y");
}
