using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>What of the dataset takes part in a study, and which streams are left out with the reason.</summary>
internal sealed record RegionMembers(
    IReadOnlyList<(CaptureStream Stream, Site Site)> Streams,
    IReadOnlyList<DacSite> DacSites,
    IReadOnlyList<Formation> Formations,
    IReadOnlyList<CarbonUse> Uses,
    IReadOnlyList<LeftOut> LeftOut)
{
    public static RegionMembers Of(Study study, Dataset dataset)
    {
        Dictionary<string, Site> sites = dataset.Sites.ToDictionary(s => s.Id);
        var excluded = dataset.Doubts.Where(d => d.Action.StartsWith("excluded", StringComparison.OrdinalIgnoreCase)).Select(d => d.Id).ToHashSet();
        IReadOnlySet<string> closed = study.Limits.Closed;
        var inRegion = dataset.Streams.Select(s => (Stream: s, Site: sites[s.SiteId]))
            .Where(s => study.Region.Contains(s.Site.State, s.Site.Place))
            .OrderBy(s => s.Stream.Id, StringComparer.Ordinal)
            .Select(s => (s.Stream, s.Site, WhyNot: Reason(s.Stream, study, excluded))).ToList();
        return new RegionMembers(
            [.. inRegion.Where(s => s.WhyNot is null).Select(s => (s.Stream, s.Site))],
            study.Tracks.Contains(Track.Dac) ? [.. dataset.DacSites.Where(d => study.Region.Contains(d.State, d.Place) && !closed.Contains(d.Id))] : [],
            [.. dataset.Formations.Where(f => study.Region.Contains(f.State, f.Centre) && !closed.Contains(f.Id))],
            [.. dataset.Uses.Where(u => study.Region.Contains(u.State, u.Place) && !closed.Contains(u.Id) && u.DemandByYear.Values.Any(d => d.Value > 0))],
            [.. inRegion.Where(s => s.WhyNot is not null).Select(s => new LeftOut(s.Stream, s.Site, s.WhyNot!))]);
    }

    private static string? Reason(CaptureStream stream, Study study, HashSet<string> excluded) =>
        excluded.Contains(stream.SiteId) ? "doubtful-location"
        : study.Limits.Closed.Contains(stream.SiteId) ? "closed"
        : stream.Cost is null ? "cost-unknown"
        : !study.Tracks.Contains(stream.Track) ? "track-not-allowed"
        : null;
}
