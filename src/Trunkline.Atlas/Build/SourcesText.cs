using System.Text;

namespace Trunkline.Atlas.Build;

/// <summary>Where the data come from: the text of SOURCES.md, with a fingerprint of each raw file, and the credit lines that licences ask for.</summary>
internal static class SourcesText
{
    public static readonly IReadOnlyList<Credit> Credits =
    [
        new("gem", "Gas pipelines: Global Energy Monitor, Global Gas Infrastructure Tracker, December 2022, CC BY 4.0, thinned", "CC BY 4.0", ShowOnMap: true),
        new("epa", "Emissions: US EPA, Greenhouse Gas Reporting Program, reporting year 2023", "public domain (US Government)", ShowOnMap: false),
        new("eia", "Capture plants, storage, EOR demand, ethanol plants: US Energy Information Administration, AEO2025 NEMS inputs and Form EIA-819", "public domain (US Government)", ShowOnMap: false),
        new("netl", "CO2 pipelines and terrain cost: National Energy Technology Laboratory; terrain grid MIT licence", "MIT; public domain (US Government)", ShowOnMap: false),
        new("cdc", "Social Vulnerability Index 2022: CDC/ATSDR", "public domain (US Government)", ShowOnMap: false),
        new("geonames", "Towns in the population grid: GeoNames, CC BY 4.0, summed by cell", "CC BY 4.0", ShowOnMap: false),
        new("us-atlas", "State, county and national outlines: us-atlas 3.0.1 (Michael Bostock, ISC) from US Census Bureau 2017", "ISC", ShowOnMap: false),
        new("trunkline", "Dataset: Trunkline contributors, CC BY 4.0", "CC BY 4.0", ShowOnMap: false),
    ];

    /// <summary>SOURCES.md.</summary>
    public static string Write(RawFolder raw)
    {
        StringBuilder text = new(CitedFigures.Text("sources.md"));
        text.Append("\n## Fingerprints of the raw files\n\nSHA-256 of each file as it was read.\n\n| file | SHA-256 |\n|---|---|\n");
        foreach ((string file, _) in RawFolder.Needed)
        {
            text.Append($"| `{file}` | `{raw.Hash(file)}` |\n");
        }

        return text.ToString();
    }
}
