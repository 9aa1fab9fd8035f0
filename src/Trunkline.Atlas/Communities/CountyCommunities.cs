using System.Globalization;
using System.Text;

namespace Trunkline.Atlas.Communities;

/// <summary>Tracts added up by county: how many people of a county live in tracts that the screening tool calls disadvantaged.</summary>
public static class CountyCommunities
{
    private const string Source = "Council on Environmental Quality, Climate and Economic Justice Screening Tool, version 1.0, tract file brought by the user";

    /// <summary>One a county, in order. Tracts of unknown population count as tracts and not as people.</summary>
    public static IReadOnlyList<CountyCommunity> Of(IReadOnlyList<CejstTract> tracts) =>
    [
        .. tracts.GroupBy(t => t.CountyFips).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CountyCommunity(
            g.Key,
            g.Count(),
            g.Count(t => t.Identified),
            g.Sum(t => t.Population ?? 0),
            g.Where(t => t.Identified).Sum(t => t.Population ?? 0),
            Source,
            Domain.Confidence.B)),
    ];

    /// <summary>The table as <c>county_communities.csv</c>, UTF-8.</summary>
    public static string Csv(IReadOnlyList<CountyCommunity> counties)
    {
        StringBuilder text = new(string.Join(',', DatasetSchema.CountyCommunities.Columns.Select(c => c.Name)) + "\n");
        foreach (CountyCommunity county in counties)
        {
            text.Append(CultureInfo.InvariantCulture, $"{county.Fips},{county.Tracts},{county.DisadvantagedTracts},{county.Population},{county.DisadvantagedPopulation},\"{county.Source}\",{county.Confidence}\n");
        }

        return text.ToString();
    }
}
