using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>The 134 saline formations of EIA's CCATS. Stage costs are 2008$ for one project; the columns called $/ton-yr are $ per tonne injected.</summary>
internal static class FormationTable
{
    public const int DollarYear = 2008;

    private const double Km2PerSquareMile = 2.589988;

    public static readonly string[] Read =
    [
        "formation_id", "storage_site", "formation_name", "state", "basin", "area_mi2", "longitude", "latitude", "max_co2_project_tonnes", "max_inj_projects",
        "Number of Wells per Project (wells/project)", "inj_rate_project_tonnes_yr", "capex_site_dev_2008$", "capex_construction_2008$", "capex_injection_2008$",
        "capex_pisc_2008$", "capex_closure_2008$", "fixedom_site_dev_2008$_per_yr", "fixedom_construction_2008$_per_yr", "fixedom_injection_2008$_per_yr",
        "fixedom_pisc_2008$_per_yr", "fixedom_closure_2008$_per_yr", "varom_injection_2008$_per_ton-yr", "project_$_tonne_2008$",
    ];

    public static IReadOnlyList<(Formation Formation, double EiaUsdPerTonne)> Formations(RawFolder raw, CitedFigures figures) =>
        [.. raw.Rows(RawFolder.EiaStorage).Select(r => (One(r, figures), r.NumberOrNone("project_$_tonne_2008$"))).OrderBy(f => f.Item1.Id, StringComparer.Ordinal)];

    private static Formation One(RawRow row, CitedFigures figures)
    {
        double price = figures.PriceFactor(DollarYear);
        double Money(string column) => row.Number(column)!.Value * price;
        double development = Money("capex_site_dev_2008$") + (figures["years.site-development"] * Money("fixedom_site_dev_2008$_per_yr"));
        double construction = Money("capex_construction_2008$") + (figures["years.site-construction"] * Money("fixedom_construction_2008$_per_yr"));
        double afterCare = Money("capex_pisc_2008$") + Money("capex_closure_2008$")
            + (figures["years.post-injection-care"] * (Money("fixedom_pisc_2008$_per_yr") + Money("fixedom_closure_2008$_per_yr")));
        return new Formation(
            row.Text("formation_id")!,
            row.Text("storage_site")!,
            row.Text("state")!,
            row.Text("basin") ?? string.Empty,
            new GeoPoint(row.Number("longitude")!.Value, row.Number("latitude")!.Value),
            row.Number("area_mi2")!.Value * Km2PerSquareMile,
            new TonnesPerYear(row.Number("inj_rate_project_tonnes_yr")!.Value),
            new Tonnes(row.Number("max_co2_project_tonnes")!.Value),
            (int)row.Number("max_inj_projects")!.Value,
            row.Number("Number of Wells per Project (wells/project)")!.Value,
            new Usd(development),
            new Usd(construction),
            new Usd(Money("capex_injection_2008$")),
            new Usd(afterCare),
            new UsdPerYear(Money("fixedom_injection_2008$_per_yr")),
            new UsdPerTonne(Money("varom_injection_2008$_per_ton-yr")),
            $"EIA AEO2025 CCATS storage_formations_lookup.csv {row.Text("formation_id")}, 2008$ by consumer prices",
            Confidence.A);
    }
}
