using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// What is doubtful in a dataset. Most of it was found while the dataset was built and stands in <c>doubtful.csv</c> with what was done; the rest can be seen in
/// the tables themselves and is looked for here, so that a dataset that someone edited is looked at too.
/// </summary>
public static class DatasetCheck
{
    // A unit this cheap or dear is outside every published range and is worth a look.
    private const double LeastUsdPerTonne = 5;
    private const double MostUsdPerTonne = 400;
    private const double LeastCo2WorthALook = 12_500;

    private static readonly Fraction Rate = new(0.08);

    /// <summary>Every doubt, stored ones first, in order of kind and id.</summary>
    public static IReadOnlyList<Doubt> Doubts(Dataset data) =>
    [
        .. data.Doubts,
        .. StreamsAgainstSites(data).Concat(UnusualCosts(data)).Concat(SitesOffTheGrid(data))
            .OrderBy(d => d.Kind, StringComparer.Ordinal).ThenBy(d => d.Id, StringComparer.Ordinal),
    ];

    private static IEnumerable<Doubt> StreamsAgainstSites(Dataset data)
    {
        ILookup<string, CaptureStream> streams = data.Streams.ToLookup(s => s.SiteId);
        return
            from site in data.Sites
            let emitted = (site.FossilCo2 + site.BiogenicCo2).Value
            let split = streams[site.Id].Sum(s => s.Co2.Value)
            where split > (emitted * 1.001) + 1
            select new Doubt("streams", site.Id, "streams-exceed-site", Text($"The streams hold {split:0} t/y, the site emits {emitted:0}."), "Kept as it stands: mend the tables.");
    }

    private static IEnumerable<Doubt> UnusualCosts(Dataset data) =>
        !data.Parameters.Any(p => p.Id == KnownParameters.CaptureLife) ? [] :
        from stream in data.Streams
        where stream.Cost is not null && stream.Co2.Value >= LeastCo2WorthALook
        let cost = CaptureSummary.Levelised(stream, stream.Cost!, data, Rate).Value
        where cost is < LeastUsdPerTonne or > MostUsdPerTonne
        select new Doubt("streams", stream.Id, "unusual-cost", Text($"Capture costs {cost:0} $/t at 8 % over the unit's life."), "Kept as it stands.");

    private static IEnumerable<Doubt> SitesOffTheGrid(Dataset data)
    {
        if (data.Surface is not { } surface)
        {
            return [];
        }

        SurfaceGrid grid = new(surface);
        return data.Sites.Where(s => !grid.IsPassable(grid.CellAt(s.Place))).Select(s => new Doubt(
            "sites", s.Id, "off-terrain", Text($"{s.Name} at {s.Place} stands in a cell of water or no-go."), "Kept; pipes join it from the nearest passable cell."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
