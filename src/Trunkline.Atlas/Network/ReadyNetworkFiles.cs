using System.Text;
using Trunkline.Atlas.Build;

namespace Trunkline.Atlas;

/// <summary>Writes a candidate network as the tables of a dataset: nodes.csv, edges.csv, storage_access.csv. A study whose dataset has them routes nothing.</summary>
public static class ReadyNetworkFiles
{
    /// <param name="folder">Made where it does not exist.</param>
    public static void Write(CandidateNetwork network, string folder)
    {
        Directory.CreateDirectory(folder);
        Write(folder, DatasetSchema.Nodes, TableText.Csv(DatasetSchema.Nodes, network.Nodes, node => [node.Id, node.Place.Longitude, node.Place.Latitude, string.Join(';', node.Hosts)]));
        Write(folder, DatasetSchema.Edges, TableText.Csv(DatasetSchema.Edges, network.Edges, edge =>
        [
            edge.Id, network.Nodes[edge.From].Id, network.Nodes[edge.To].Id, edge.Length.Value, edge.WeightedLength.Value,
            edge.ExistingCapacity.Value > 0 ? edge.ExistingCapacity.Value : null,
        ]));
        Write(folder, DatasetSchema.StorageAccess, TableText.Csv(DatasetSchema.StorageAccess, network.StorageAccess, access => [access.FormationId, network.Nodes[access.Node].Id]));
    }

    private static void Write(string folder, DatasetTable table, string text) => File.WriteAllText(Path.Combine(folder, table.File), text, new UTF8Encoding(false));
}
