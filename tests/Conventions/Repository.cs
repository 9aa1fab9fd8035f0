namespace Trunkline.Tests.Conventions;

/// <summary>The files under test: what a clone holds, without what is built or ignored.</summary>
internal static class Repository
{
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".slnx", ".json", ".md", ".csv", ".geojson", ".txt", ".sh", ".cff", ".yml", ".yaml", ".html", ".css", ".js", ".ts", ".tsx", ".lp", ".editorconfig", ".gitignore", ".gitattributes"];

    /// <summary>Folders that building and running make; .gitignore lists them too.</summary>
    private static readonly string[] Made = [".git", ".vs", ".idea", "artifacts", "bin", "obj", "out", "TestResults", "node_modules", "dist", "shots"];

    /// <summary>The folder that holds Trunkline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file but what is made by building and running, relative to the root, with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Those that people read or write.</summary>
    public static IEnumerable<string> TextFiles => Files.Where(f =>
        TextEndings.Contains(Path.GetExtension(f).ToLowerInvariant()) || (!Path.HasExtension(f) && !f.Contains("images/", StringComparison.Ordinal)));

    public static string Full(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Full(relative));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trunkline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No Trunkline.slnx above the test program.");
    }

    private static List<string> ListFiles() =>
        [.. Below(new DirectoryInfo(Root)).Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> Below(DirectoryInfo folder) => folder.EnumerateFiles().Concat(
        folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name) && d.LinkTarget is null).SelectMany(Below));
}
