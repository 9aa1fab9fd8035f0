using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>The shipped dataset, whole: every site that can be captured, air capture, uses, formations.</summary>
public sealed class NationalNetworkTest
{
    [Fact]
    public void The_nation_is_one_network_of_a_size_that_can_be_planned()
    {
        Dataset us = DatasetReader.Read(Path.Combine(RepositoryRoot(), "data", "us")).OrThrow();
        var capturable = us.Streams.Where(stream => stream.Cost is not null).Select(stream => stream.SiteId).ToHashSet();
        var sites = us.Sites.Where(site => capturable.Contains(site.Id)).Select(site => new Terminal(site.Id, site.Place));
        var others = us.DacSites.Select(site => new Terminal(site.Id, site.Place)).Concat(us.Uses.Select(use => new Terminal(use.Id, use.Place)));
        CandidateNetwork network = Requests.Built(new CandidateRequest(
            us.Surface!, [.. sites, .. others], us.Formations, us.ExistingPipelines, us.RightsOfWay, us.Parameter("route.right-of-way-factor").Value));

        Assert.InRange(network.Edges.Count, 4_000, 9_000);
        Assert.Single(Parts(network));
        Assert.Empty(network.UnreachedFormations);
        Assert.Equal(us.Formations.Select(f => f.Id).Order(), network.StorageAccess.Select(access => access.FormationId).Distinct().Order());
        // A way around a lake or a closed area is longer than the straight line, but not without measure.
        Assert.All(network.Edges, edge => Assert.True(edge.Length.Value < 2.5 * (50 + edge.Route[0].DistanceTo(edge.Route[^1]).Value), edge.Id));
    }

    private static IEnumerable<int> Parts(CandidateNetwork network)
    {
        int[] part = [.. Enumerable.Range(0, network.Nodes.Count)];
        int Root(int node) => part[node] == node ? node : part[node] = Root(part[node]);
        foreach (CandidateEdge edge in network.Edges)
        {
            part[Root(edge.From)] = Root(edge.To);
        }

        return part.Select((_, node) => Root(node)).Distinct();
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trunkline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
