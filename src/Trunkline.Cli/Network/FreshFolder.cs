using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>Where files may be put without touching what is there.</summary>
internal static class FreshFolder
{
    /// <summary>Why files cannot be put in this folder, or null where they can: it is missing or empty.</summary>
    public static Problem? Obstacle(string folder) =>
        File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            ? new Problem($"--out {folder}", "There is something already.", "Name a folder that does not exist, or an empty one.")
            : null;

    /// <summary>Why a file cannot be written here, or null where it can. A file that is there is replaced.</summary>
    public static Problem? ObstacleToFile(string file) =>
        Directory.Exists(file) ? new Problem($"--out {file}", "This is a folder.", "Name a file.")
        : Path.GetDirectoryName(Path.GetFullPath(file)) is { } parent && !Directory.Exists(parent)
            ? new Problem($"--out {file}", "Its folder is missing.", "Make the folder first, or name another file.")
            : null;
}
