using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>What one table says about another: ids stand once, and every id named exists.</summary>
internal static class DatasetReferences
{
    public static IEnumerable<Problem> Check(Dataset data)
    {
        HashSet<string> sites = [.. data.Sites.Select(s => s.Id)];
        HashSet<string> formations = [.. data.Formations.Select(f => f.Id)];
        return
        [
            .. Twice(DatasetSchema.Sites.File, data.Sites.Select(s => s.Id)),
            .. Twice(DatasetSchema.Streams.File, data.Streams.Select(s => s.Id)),
            .. Twice(DatasetSchema.Formations.File, data.Formations.Select(f => f.Id)),
            .. Twice(DatasetSchema.Uses.File, data.Uses.Select(u => u.Id)),
            .. Twice(DatasetSchema.Dac.File, data.DacSites.Select(d => d.Id)),
            .. Twice(DatasetSchema.PipeTrends.File, data.PipeTrends.Select(t => t.Id)),
            .. Twice(DatasetSchema.Parameters.File, data.Parameters.Select(p => p.Id)),
            .. Twice(DatasetSchema.Counties.File, data.Counties.Select(c => c.Fips)),
            .. Twice(DatasetSchema.ExistingPipelinesFile, data.ExistingPipelines.Select(c => c.Id)),
            .. Twice(DatasetSchema.RightsOfWayFile, data.RightsOfWay.Select(c => c.Id)),
            .. Missing(DatasetSchema.Streams.File, data.Streams.Select(s => s.SiteId), sites, DatasetSchema.Sites.File),
            .. Network(data, sites, formations),
        ];
    }

    private static IEnumerable<Problem> Network(Dataset data, HashSet<string> sites, HashSet<string> formations)
    {
        if (data.Network is not { } network)
        {
            return [];
        }

        HashSet<string> hosts = [.. sites, .. data.DacSites.Select(d => d.Id), .. data.Uses.Select(u => u.Id)];
        string[] hosted = [.. network.Nodes.SelectMany(n => n.Hosts)];
        return
        [
            .. Twice(DatasetSchema.Edges.File, network.Edges.Select(e => e.Id)),
            .. Twice(DatasetSchema.Nodes.File + " hosts", hosted),
            .. Missing(DatasetSchema.Nodes.File + " hosts", hosted, hosts, "sites.csv, dac.csv or uses.csv"),
            .. Missing(DatasetSchema.StorageAccess.File, network.StorageAccess.Select(a => a.FormationId), formations, DatasetSchema.Formations.File),
        ];
    }

    private static IEnumerable<Problem> Twice(string where, IEnumerable<string> ids) =>
        ids.GroupBy(id => id).Where(g => g.Count() > 1).Select(g => new Problem(where, $"'{g.Key}' stands {g.Count()} times.", "An id stands once."));

    private static IEnumerable<Problem> Missing(string where, IEnumerable<string> ids, HashSet<string> known, string table) =>
        ids.Distinct().Where(id => !known.Contains(id)).Select(id => new Problem(where, $"'{id}' is not in {table}.", "Add it there or correct the id."));
}
