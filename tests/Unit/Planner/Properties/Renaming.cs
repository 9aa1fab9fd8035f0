using Trunkline.Atlas;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Properties;

/// <summary>The same world under other names, which sort the other way round, and listed backwards.</summary>
internal static class Renaming
{
    public static TinyWorld Of(TinyWorld world) => world.With(d => d with
    {
        Sites = [.. d.Sites.Select(s => s with { Id = New(s.Id), Name = "Elsewhere" }).Reverse()],
        Streams = [.. d.Streams.Select(s => s with { Id = New(s.Id), SiteId = New(s.SiteId) }).Reverse()],
        DacSites = [.. d.DacSites.Select(s => s with { Id = New(s.Id) })],
        Formations = [.. d.Formations.Select(f => f with { Id = New(f.Id) })],
        Uses = [.. d.Uses.Select(u => u with { Id = New(u.Id) })],
        Network = Of(d.Network!),
    });

    private static CandidateNetwork Of(CandidateNetwork network)
    {
        int last = network.Nodes.Count - 1;
        return new CandidateNetwork(
            [.. network.Nodes.Select(n => n with { Id = New(n.Id), Hosts = [.. n.Hosts.Select(New)] }).Reverse()],
            [.. network.Edges.Select(e => e with { Id = New(e.Id), From = last - e.From, To = last - e.To }).Reverse()],
            [.. network.StorageAccess.Select(a => new StorageAccess(New(a.FormationId), last - a.Node))]);
    }

    private static string New(string id) => string.Concat(id.Select(c => char.IsAsciiDigit(c) ? (char)('9' - c + '0') : c)).Insert(0, "x");
}
