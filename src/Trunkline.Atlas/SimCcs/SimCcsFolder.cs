using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Finds the files of a scenario, in SimCCS' own layout or all in one folder. Upper and lower case are taken for the same.</summary>
internal sealed class SimCcsFolder(string folder)
{
    private const string ScenariosFolder = "Scenarios";

    private static readonly string[] GridFiles =
        [.. new[] { "Construction Costs", "Routing Costs", "RightOfWay Costs" }.SelectMany(name => new[] { $"{name}.txt", $"{name}.csv" })];

    public string Name => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));

    public string? Sources => First("Sources/Sources.csv", "Sources.csv", "Sources/Sources.txt", "Sources.txt");

    public string? Sinks => First("Sinks/Sinks.csv", "Sinks.csv", "Sinks/Sinks.txt", "Sinks.txt");

    public string? Trends => First("Transport/Linear.txt", "Linear.txt");

    public string? Network => First("Network/CandidateNetwork/CandidateNetwork.txt", "CandidateNetwork.txt");

    public string? NodePairs => First("Network/DelaunayNetwork/DelaunayPaths.txt", "DelaunayPaths.txt");

    /// <summary>A cost file, whose header tells the grid: beside the scenario, or in the dataset that the scenario is part of.</summary>
    public string? GridHeader => First([
        .. GridFiles,
        .. GridFiles.Select(f => $"BaseData/CostNetwork/{f}"),
        .. GridFiles.Select(f => $"../../BaseData/CostNetwork/{f}")]);

    /// <summary>The path as problems show it: below the folder that was named.</summary>
    public string Shown(string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');

    /// <summary>What is wrong before a file is opened.</summary>
    public IEnumerable<Problem> Problems()
    {
        if (!Directory.Exists(folder))
        {
            return [new Problem(folder, "There is no such folder.", "Name a SimCCS scenario's folder.")];
        }

        if (Sources is null && Network is null && Find(folder, ScenariosFolder) is { } scenarios && Directory.Exists(scenarios))
        {
            string names = string.Join(", ", Directory.GetDirectories(scenarios).Select(Path.GetFileName)
                .Where(n => !n!.StartsWith('.')).Order(StringComparer.Ordinal));
            return [new Problem(folder, "This is a dataset, not a scenario.", $"Name one of its scenarios, {folder}/{ScenariosFolder}/…: {names}.")];
        }

        return MissingFiles();
    }

    private IEnumerable<Problem> MissingFiles() =>
        from file in new[]
        {
            (Path: Sources, Name: "Sources/Sources.csv", Meaning: "the plants"), (Path: Sinks, Name: "Sinks/Sinks.csv", Meaning: "the storage sites"),
            (Path: Trends, Name: "Transport/Linear.txt", Meaning: "the pipe costs"),
            (Path: Network, Name: "Network/CandidateNetwork/CandidateNetwork.txt", Meaning: "the candidate network"),
        }
        where file.Path is null
        select new Problem($"{folder}/{file.Name}", $"The file with {file.Meaning} is missing.", "Put it there, or all files side by side in one folder.");

    private string? First(params IEnumerable<string> candidates) => candidates.Select(Existing).FirstOrDefault(p => p is not null);

    private string? Existing(string relative)
    {
        string? path = folder;
        foreach (string part in relative.Split('/'))
        {
            path = part == ".." ? Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))) : Find(path, part);
            if (path is null)
            {
                return null;
            }
        }

        return File.Exists(path) ? path : null;
    }

    private static string? Find(string within, string name) => !Directory.Exists(within) ? null
        : Directory.EnumerateFileSystemEntries(within)
            .Where(e => string.Equals(Path.GetFileName(e), name, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).FirstOrDefault();
}
