using System.Globalization;
using Trunkline.Atlas;
using Trunkline.Atlas.Communities;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>How far each county is a disadvantaged community, by a stated method.</summary>
public sealed class DisadvantagedCounties
{
    private readonly Dictionary<string, double> shares;

    private DisadvantagedCounties(Dataset dataset, Dictionary<string, double> shares, Bilingual method) =>
        (this.shares, Method, Places) = (shares, method, CountyPlaces.In(dataset));

    /// <summary>The method in a sentence.</summary>
    public Bilingual Method { get; }

    /// <summary>Where the counties are.</summary>
    public CountyPlaces Places { get; }

    /// <summary>The method that a limit names.</summary>
    public static DisadvantagedCounties Of(Dataset dataset, CommunityLimit limit)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(limit);
        return limit.SviAtLeast is { } least ? ByIndex(dataset, least) : ByTracts(dataset);
    }

    /// <summary>Counties from a percentile of the vulnerability index on; a county without one does not count.</summary>
    public static DisadvantagedCounties ByIndex(Dataset dataset, Fraction least)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        string percentile = (least.Value * 100).ToString("0.#", CultureInfo.InvariantCulture);
        return new DisadvantagedCounties(
            dataset,
            dataset.Counties.Where(c => c.SviPercentile is not null).ToDictionary(c => c.Fips, c => c.SviPercentile >= least.Value ? 1.0 : 0.0),
            new Bilingual(
                $"A county counts whole where its CDC/ATSDR Social Vulnerability Index 2022 is at the {percentile}th percentile or above; one without an index does not count.",
                $"县的 CDC/ATSDR 2022 年社会脆弱性指数达到第 {percentile} 百分位及以上即整体计入；没有指数的县不计入。"));
    }

    /// <summary>The share of a county's people who live in tracts that the screening tool calls disadvantaged; a county without tracts does not count.</summary>
    public static DisadvantagedCounties ByTracts(Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return new DisadvantagedCounties(
            dataset,
            dataset.CountyCommunities.Where(c => c.Share is not null).ToDictionary(c => c.Fips, c => c.Share!.Value),
            new Bilingual(
                "A county counts by the share of its people who live in tracts that CEJST 1.0 calls disadvantaged; one without tracts in the file does not count.",
                "按县内居住在 CEJST 1.0 弱势普查区的人口比例计入；文件中没有普查区的县不计入。"));
    }

    /// <summary>0 to 1; null where the method knows nothing of the county.</summary>
    public double? ShareOf(County? county) => county is not null && shares.TryGetValue(county.Fips, out double share) ? share : null;
}
