using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;

namespace Trunkline.Server.Register;

/// <summary>A policy in the graph.</summary>
internal sealed record GraphNode(string Id, Bilingual Titles, LegalForce Force, InstrumentKind Kind, string Jurisdiction, DateOnly? Begins);

/// <summary>How policies act upon each other on a day.</summary>
internal sealed record GraphSeen(DateOnly AsOf, IReadOnlyList<GraphNode> Nodes, IReadOnlyList<EdgeSeen> Edges, IReadOnlyList<PolicyCluster> Clusters);

/// <summary>The evolution of the law as a graph.</summary>
internal static class GraphEndpoints
{
    public static void MapGraph(this IEndpointRouteBuilder api) => api.MapGet("/register/graph", Graph).WithName("getGraph").WithTags("Register");

    /// <summary>Who amends, repeals, replaces or implements whom.</summary>
    /// <param name="asOf">The day; today where left out.</param>
    /// <param name="around">A record: only what arrows lead to from it.</param>
    internal static Results<Ok<GraphSeen>, ProblemHttpResult> Graph(Law law, DateOnly? asOf, string? around)
    {
        PolicyRegister register = law.Register;
        DateOnly day = asOf ?? law.Today;
        if (around is not null && register.Find(around) is null)
        {
            return Problems.NotFound($"record '{around}'");
        }

        HashSet<string> nodes = [.. around is null ? register.Graph.Nodes : register.Graph.Around(around, day)];
        return TypedResults.Ok(new GraphSeen(
            day,
            [.. register.Records.Where(r => nodes.Contains(r.Id)).Select(r => new GraphNode(
                r.Id, r.Document.Titles, r.ForceOn(day), r.Document.InstrumentKind, r.Document.Jurisdiction, r.Document.Events.Select(e => (DateOnly?)e.Date).FirstOrDefault()))],
            [.. register.Graph.EdgesOn(day).Where(e => nodes.Contains(e.Source) && nodes.Contains(e.Target)).Select(EdgeSeen.Of)],
            [.. register.Graph.Clusters.Where(c => c.Members.Any(nodes.Contains))]));
    }
}
