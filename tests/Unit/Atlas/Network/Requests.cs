using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>Small requests for candidate networks.</summary>
internal static class Requests
{
    public static CandidateRequest Of(CostSurface surface, params (int Row, int Column)[] terminals) => new(
        surface, [.. terminals.Select((cell, i) => new Terminal($"site:{i}", Surfaces.Place(surface, cell.Row, cell.Column)))], [], [], [], 0.5);

    public static Formation Formation(string id, GeoPoint centre, double radiusKm) => new(
        id, id, "KS", "Basin", centre, Math.PI * radiusKm * radiusKm, new TonnesPerYear(1), new Tonnes(1), 1, 1,
        default, default, default, default, default, default, "test", Confidence.C);

    public static CandidateNetwork Built(CandidateRequest request) => CandidateNetworkBuilder.Build(request).OrThrow();

    /// <summary>Cheapest way between two nodes of a network, infinite where there is none, by repeated relaxation.</summary>
    public static double Distance(CandidateNetwork network, int from, int to)
    {
        double[] cost = [.. Enumerable.Repeat(double.PositiveInfinity, network.Nodes.Count)];
        cost[from] = 0;
        for (int round = 0; round < cost.Length; round++)
        {
            foreach (CandidateEdge edge in network.Edges)
            {
                cost[edge.To] = Math.Min(cost[edge.To], cost[edge.From] + edge.WeightedLength.Value);
                cost[edge.From] = Math.Min(cost[edge.From], cost[edge.To] + edge.WeightedLength.Value);
            }
        }

        return cost[to];
    }

    public static int NodeOf(CandidateNetwork network, string terminal) => network.Nodes.Index().Single(node => node.Item.Hosts.Contains(terminal)).Index;
}
