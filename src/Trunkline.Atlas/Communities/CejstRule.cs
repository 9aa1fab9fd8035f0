namespace Trunkline.Atlas.Communities;

/// <summary>
/// The rule by which the screening tool's first version calls a tract disadvantaged: a burden at or above the 90th percentile where incomes are low (65th percentile), or a
/// burden of the workforce at or above the 90th percentile where at least 10 % of the adults have no high school degree. Neighbours and tribal lands come on top and are not computed.
/// </summary>
/// <remarks>US Digital Service, usds/justice40-tool, score_narwhal.py; column names as in the tool's file of version 1.0.</remarks>
internal static class CejstRule
{
    private const double Burdened = 0.90;
    private const double LowIncomePercentile = 0.65;
    private const double NoDegreeShare = 0.10;
    private const double Percent = 100;

    public const string LowIncome = "Adjusted percent of individuals below 200% Federal Poverty Line (percentile)";
    public const string NoDegree = "Percent individuals age 25 or over with less than high school degree";
    private const string HomeValue = "Median value ($) of owner-occupied housing units (percentile)";
    private const string Room = "Does the tract have at least 35 acres in it?";
    private const string Isolation = "Linguistic isolation (percent) (percentile)";

    private static readonly Burden[] Burdens =
    [
        new("climate", "Expected agricultural loss rate (Natural Hazards Risk Index) (percentile)"),
        new("climate", "Expected building loss rate (Natural Hazards Risk Index) (percentile)"),
        new("climate", "Expected population loss rate (Natural Hazards Risk Index) (percentile)"),
        new("climate", "Share of properties at risk of flood in 30 years (percentile)"),
        new("climate", "Share of properties at risk of fire in 30 years (percentile)"),
        new("energy", "Energy burden (percentile)"),
        new("energy", "PM2.5 in the air (percentile)"),
        new("transport", "Diesel particulate matter exposure (percentile)"),
        new("transport", "Traffic proximity and volume (percentile)"),
        new("transport", "DOT Travel Barriers Score (percentile)"),
        new("housing", "Housing burden (percent) (percentile)"),
        new("housing", "Percent pre-1960s housing (lead paint indicator) (percentile)") { Unless = HomeValue },
        new("housing", "Share of the tract's land area that is covered by impervious surface or cropland as a percent (percentile)") { OnlyWith = Room },
        new("housing", "Tract experienced historic underinvestment") { IsFlag = true },
        new("housing", "Share of homes with no kitchen or indoor plumbing (percentile)") { Whole = 1 },
        new("legacy", "Proximity to hazardous waste sites (percentile)"),
        new("legacy", "Proximity to NPL (Superfund) sites (percentile)"),
        new("legacy", "Proximity to Risk Management Plan (RMP) facilities (percentile)"),
        new("legacy", "Is there at least one Formerly Used Defense Site (FUDS) in the tract?") { IsFlag = true },
        new("legacy", "Is there at least one abandoned mine in this census tract?") { IsFlag = true },
        new("water", "Wastewater discharge (percentile)"),
        new("water", "Leaky underground storage tanks (percentile)"),
        new("health", "Current asthma among adults aged greater than or equal to 18 years (percentile)"),
        new("health", "Diagnosed diabetes among adults aged greater than or equal to 18 years (percentile)"),
        new("health", "Coronary heart disease among adults aged greater than or equal to 18 years (percentile)"),
        new("health", "Low life expectancy (percentile)"),
        new("workforce", "Low median household income as a percent of area median income (percentile)") { IsWorkforce = true },
        new("workforce", Isolation) { IsWorkforce = true },
        new("workforce", "Unemployment (percent) (percentile)") { IsWorkforce = true },
        new("workforce", "Percent of individuals < 100% Federal Poverty Line (percentile)") { IsWorkforce = true },
    ];

    private static readonly HashSet<string> Islands =
        new(StringComparer.Ordinal) { "American Samoa", "Guam", "Northern Mariana Islands", "Virgin Islands", "U.S. Virgin Islands" };

    /// <summary>Every column that is read.</summary>
    public static IEnumerable<string> Columns =>
        Burdens.SelectMany(b => new[] { b.Column, b.Unless, b.OnlyWith }).OfType<string>().Concat([LowIncome, NoDegree]).Distinct();

    /// <summary>What the rule gives for a row; null where the rule does not reach.</summary>
    public static CejstFinding? Of(CejstRow row, string state)
    {
        if (Islands.Contains(state))
        {
            return null;
        }

        bool isPoor = row.Number(LowIncome) >= LowIncomePercentile, lacksDegrees = row.Number(NoDegree) >= NoDegreeShare * Percent;
        Burden[] over = [.. Burdens.Where(b => (b.IsWorkforce ? lacksDegrees : isPoor) && IsOver(b, row, state))];
        return new CejstFinding(over.Length, over.Select(b => b.Category).Distinct().Count());
    }

    private static bool IsOver(Burden burden, CejstRow row, string state) =>
        !(burden.Column == Isolation && state == "Puerto Rico")
        && (burden.OnlyWith is null || row.Flag(burden.OnlyWith) == true)
        && (burden.Unless is null || row.Number(burden.Unless) < Burdened * Percent)
        && (burden.IsFlag ? row.Flag(burden.Column) == true : row.Number(burden.Column) >= Burdened * burden.Whole);

    /// <summary>One column that can weigh on a tract.</summary>
    private sealed record Burden(string Category, string Column)
    {
        /// <summary>Figure of a percentile of 100 %: the file writes most percentiles as 0 to 100 and some as 0 to 1.</summary>
        public double Whole { get; init; } = Percent;

        public bool IsFlag { get; init; }

        public bool IsWorkforce { get; init; }

        /// <summary>A percentile that must lie below the threshold.</summary>
        public string? Unless { get; init; }

        /// <summary>A flag that must be set.</summary>
        public string? OnlyWith { get; init; }
    }
}
