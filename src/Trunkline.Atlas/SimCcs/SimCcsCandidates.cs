using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>A SimCCS scenario's network in the words of a candidate network: vertices at cell middles, sources and sinks as hosts.</summary>
public static class SimCcsCandidates
{
    public static CandidateNetwork Of(SimCcsScenario scenario)
    {
        ILookup<int, string> hosts = scenario.Sources.Select(s => (s.Cell, Id: $"source:{s.Id}")).Concat(scenario.Sinks.Select(s => (s.Cell, Id: $"sink:{s.Id}"))).ToLookup(h => h.Cell, h => h.Id);
        CandidateNode[] nodes = [.. scenario.Network.Vertices.Select(cell => new CandidateNode($"cell:{cell}", scenario.Grid.CentreOf(cell), [.. hosts[cell]]))];
        Dictionary<int, int> number = scenario.Network.Vertices.Index().ToDictionary(v => v.Item, v => v.Index);
        return new CandidateNetwork(
            nodes,
            [
                .. scenario.Network.Edges.Select(edge => new CandidateEdge(
                    $"cell:{edge.From}--cell:{edge.To}", number[edge.From], number[edge.To], new Kilometres(scenario.Grid.LengthOf(edge.Route)),
                    new Kilometres(edge.ConstructionWeight), default, [.. edge.Route.Select(scenario.Grid.CentreOf)])),
            ],
            []);
    }
}
