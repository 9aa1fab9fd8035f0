using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>A candidate network that a small study brings ready-made: nodes.csv, edges.csv and storage_access.csv. Routes are straight lines.</summary>
internal static class ReadyNetwork
{
    /// <summary>The network, or null where there is no nodes.csv.</summary>
    public static CandidateNetwork? Read(string folder, List<Problem> problems)
    {
        if (!File.Exists(Path.Combine(folder, DatasetSchema.Nodes.File)))
        {
            NoStrays(folder, problems);
            return null;
        }

        List<CandidateNode> nodes = TableFile.Read(folder, DatasetSchema.Nodes, problems, Node);
        Dictionary<string, int> number = [];
        foreach (CandidateNode node in nodes)
        {
            if (!number.TryAdd(node.Id, number.Count))
            {
                problems.Add(new Problem(DatasetSchema.Nodes.File, $"'{node.Id}' stands twice.", "Keep one."));
            }
        }

        List<CandidateEdge> edges = TableFile.Read(folder, DatasetSchema.Edges, problems, row => Edge(row, nodes, number));
        List<StorageAccess> access = TableFile.Read(folder, DatasetSchema.StorageAccess, problems, row =>
            new StorageAccess(row.Text("formation_id"), NodeNumber(row, "node_id", number)));
        return new CandidateNetwork(nodes, edges, access);
    }

    private static void NoStrays(string folder, List<Problem> problems)
    {
        foreach (string file in new[] { DatasetSchema.Edges.File, DatasetSchema.StorageAccess.File }.Where(f => File.Exists(Path.Combine(folder, f))))
        {
            problems.Add(new Problem(file, "there is no nodes.csv.", "Add nodes.csv, or remove this file to have the network routed."));
        }
    }

    private static CandidateNode Node(TableRow row) => new(
        row.Text("node_id"),
        row.Place(),
        (row.OptionalText("hosts") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static CandidateEdge Edge(TableRow row, List<CandidateNode> nodes, Dictionary<string, int> number)
    {
        int from = NodeNumber(row, "from", number), to = NodeNumber(row, "to", number);
        double length = row.Number("length_km");
        GeoPoint[] route = from >= 0 && to >= 0 ? [nodes[from].Place, nodes[to].Place] : [];
        return new CandidateEdge(
            row.Text("edge_id"),
            from,
            to,
            new Kilometres(length),
            new Kilometres(row.OptionalNumber("weighted_length_km") ?? length),
            new TonnesPerYear(row.OptionalNumber("existing_t_per_year") ?? 0),
            route);
    }

    private static int NodeNumber(TableRow row, string column, Dictionary<string, int> number)
    {
        string id = row.Text(column);
        if (id.Length > 0 && !number.ContainsKey(id))
        {
            row.Wrong(column, $"there is no node '{id}'.", "Name a node of nodes.csv.");
        }

        return number.GetValueOrDefault(id, -1);
    }
}
