using Trunkline.Atlas;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;
using Trunkline.Report;

namespace Trunkline.Cli;

/// <summary>A candidate network with the ground it lies on.</summary>
/// <param name="Day">What a package says that it was last changed: the study's law, since no clock is read.</param>
/// <param name="Unhosted">Members of the study that no node of the network hosts.</param>
internal sealed record CandidateAnswer(CandidateNetwork Network, CostSurface Surface, DateOnly Day, int Unhosted);

/// <summary>Writes a candidate network in the form that the file's name asks for.</summary>
internal static class CandidateFiles
{
    private const string CostFile = "BaseData/CostNetwork/Construction Costs.txt";
    private const string NetworkFile = "Scenarios/candidates/Network/CandidateNetwork/CandidateNetwork.txt";

    /// <summary>Why nothing can be written here, or null.</summary>
    public static Problem? Obstacle(string output, bool simCcs) => IsFolder(output) || simCcs ? FreshFolder.Obstacle(output) : FreshFolder.ObstacleToFile(output);

    /// <returns>How many corridors the form had no room for.</returns>
    public static int Write(CandidateAnswer answer, string output, bool simCcs)
    {
        if (simCcs)
        {
            return WriteSimCcs(answer, output);
        }

        switch (Path.GetExtension(output).ToUpperInvariant())
        {
            case ".GPKG":
                GeoPackageFile.Write(output, CandidateLayers.Of(answer.Network), answer.Day);
                break;
            case ".GEOJSON" or ".JSON":
                using (FileStream stream = File.Create(output))
                {
                    CandidateNetworkGeoJson.Write(answer.Network, stream);
                }

                break;
            default:
                ReadyNetworkFiles.Write(answer.Network, output);
                break;
        }

        return 0;
    }

    private static int WriteSimCcs(CandidateAnswer answer, string folder)
    {
        string costs = Path.Combine(folder, CostFile), network = Path.Combine(folder, NetworkFile);
        Directory.CreateDirectory(Path.GetDirectoryName(costs)!);
        Directory.CreateDirectory(Path.GetDirectoryName(network)!);
        var grid = new SurfaceGrid(SimCcsGridding.InDegrees(answer.Surface));
        SimCcsCostFile.Write(new TerrainCost(grid, [], 1), costs);
        return SimCcsGridding.WriteNetwork(answer.Network, grid, network);
    }

    private static bool IsFolder(string output) => Path.GetExtension(output).ToUpperInvariant() is not (".GPKG" or ".GEOJSON" or ".JSON");
}
