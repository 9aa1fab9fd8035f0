using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Whether what a study forces can be forced at all.</summary>
internal static class ForcedPlaces
{
    /// <summary>One problem for each id that cannot, with the reason.</summary>
    public static IEnumerable<Problem> Problems(Study study, Dataset dataset, CandidateNetwork network, RegionMembers members)
    {
        HashSet<string> able = [.. members.Streams.Select(s => s.Site.Id), .. members.DacSites.Select(d => d.Id)];
        foreach (string id in study.Limits.Forced.Where(id => !able.Contains(id)).Order(StringComparer.Ordinal))
        {
            (string what, string fix) = WhyNot(id, study, dataset, network, members);
            yield return new Problem($"study {study.Id} /limits/forced", what, fix);
        }
    }

    private static (string What, string Fix) WhyNot(string id, Study study, Dataset dataset, CandidateNetwork network, RegionMembers members) =>
        study.Limits.Closed.Contains(id) ? ($"'{id}' is forced and closed.", "Take it out of one of the two.")
        : members.LeftOut.FirstOrDefault(l => l.Site.Id == id) is { } left ? ($"'{id}' cannot be forced: {InWords(left.Reason)}.", "Force a site whose capture cost is known and whose track is allowed.")
        : network.Edges.Any(e => e.Id == id) ? ($"'{id}' is a corridor, and corridors cannot be forced.", "Force the site at its end: the pipes that it needs are built with it.")
        : dataset.Formations.Any(f => f.Id == id) || dataset.Uses.Any(u => u.Id == id) ? ($"'{id}' is storage, and storage cannot be forced.", "Force a site beside it, or close the other storage.")
        : dataset.Sites.Any(s => s.Id == id) || dataset.DacSites.Any(d => d.Id == id) ? ($"'{id}' takes no part in this study.", "Widen the region, or allow its track.")
        : ($"'{id}' is no site and no DAC site.", "Give an id of the dataset.");

    private static string InWords(string reason) => reason switch
    {
        "cost-unknown" => "no capture cost is cited for it, and unknown is not free",
        "track-not-allowed" => "the study does not allow its track",
        "doubtful-location" => "its coordinates contradict its declared state",
        _ => reason,
    };
}
