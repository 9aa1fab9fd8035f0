using System.Collections.Frozen;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>What 45Q pays a capture unit, in real dollars of the study's year, by calendar year of the credit period.</summary>
/// <param name="DedicatedByYear">$/t where the CO2 goes to dedicated storage; empty where there is no credit.</param>
/// <param name="UseShortfallByYear">$/t that is lost where it goes to enhanced oil recovery instead; 0 under parity; same years.</param>
/// <param name="LeastPerYear">Least capture in a year that earns anything.</param>
/// <param name="LeastDesignShare">Least share of its CO2 that the unit is designed to capture, for power; null where the law asks for none.</param>
/// <param name="ConstructionBegins">Day on which construction begins, so many build years before the start.</param>
/// <param name="WhyNone">Why there is no credit, or null where there is one.</param>
/// <param name="Projected">True where a figure rests on projected inflation.</param>
/// <param name="Receipt">The register's readings behind every figure.</param>
public sealed record CreditWindow(
    IReadOnlyDictionary<int, UsdPerTonne> DedicatedByYear,
    IReadOnlyDictionary<int, UsdPerTonne> UseShortfallByYear,
    TonnesPerYear LeastPerYear,
    Fraction? LeastDesignShare,
    DateOnly ConstructionBegins,
    string? WhyNone,
    bool Projected,
    IReadOnlyList<Reading> Receipt)
{
    /// <summary>No credit, and why.</summary>
    public static CreditWindow None(string why, DateOnly constructionBegins, IReadOnlyList<Reading> receipt) => new(
        FrozenDictionary<int, UsdPerTonne>.Empty, FrozenDictionary<int, UsdPerTonne>.Empty, default, null, constructionBegins, why, Projected: false, receipt);

    /// <summary>How many calendar years of a period the credit is paid.</summary>
    public int YearsWithin(Period period) => period.CalendarYears.Count(DedicatedByYear.ContainsKey);
}
