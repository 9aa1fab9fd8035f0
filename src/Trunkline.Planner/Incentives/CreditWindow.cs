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
/// <param name="Terms">Readings of what every year of the credit hangs on: deadline, threshold, credit period, design share.</param>
/// <param name="RateByYear">Readings of the amounts, by calendar year; same years as the amounts.</param>
public sealed record CreditWindow(
    IReadOnlyDictionary<int, UsdPerTonne> DedicatedByYear,
    IReadOnlyDictionary<int, UsdPerTonne> UseShortfallByYear,
    TonnesPerYear LeastPerYear,
    Fraction? LeastDesignShare,
    DateOnly ConstructionBegins,
    string? WhyNone,
    bool Projected,
    IReadOnlyList<Reading> Terms,
    IReadOnlyDictionary<int, RateReadings> RateByYear)
{
    /// <summary>Every reading behind the window.</summary>
    public IReadOnlyList<Reading> Receipt => [.. Terms, .. RateByYear.Values.SelectMany(r => new[] { r.Dedicated, r.Use })];

    /// <summary>No credit, and why.</summary>
    public static CreditWindow None(string why, DateOnly constructionBegins, IReadOnlyList<Reading> terms) => new(
        FrozenDictionary<int, UsdPerTonne>.Empty,
        FrozenDictionary<int, UsdPerTonne>.Empty,
        default,
        null,
        constructionBegins,
        why,
        Projected: false,
        terms,
        FrozenDictionary<int, RateReadings>.Empty);

    /// <summary>How many calendar years of a period the credit is paid.</summary>
    public int YearsWithin(Period period) => period.CalendarYears.Count(DedicatedByYear.ContainsKey);
}

/// <summary>What the law says a tonne earns in a year, by where it goes; nominal.</summary>
/// <param name="Use">Where it goes to enhanced oil recovery.</param>
public sealed record RateReadings(Reading Dedicated, Reading Use);
