using System.Diagnostics;

namespace Trunkline.Tests.Conventions;

/// <summary>The files under test: what a clone holds, without what is built or ignored.</summary>
internal static class Repository
{
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".slnx", ".json", ".md", ".csv", ".geojson", ".txt", ".sh", ".cff", ".yml", ".yaml", ".html", ".css", ".js", ".ts", ".tsx", ".lp", ".editorconfig", ".gitignore", ".gitattributes"];

    /// <summary>The folder that holds Trunkline.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files and new ones that are not ignored, relative to the root, with forward slashes, in order.</summary>
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

    private static List<string> ListFiles()
    {
        var start = new ProcessStartInfo("git", ["-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using Process git = Process.Start(start)!;
        List<string> files = [.. git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. files.Where(f => File.Exists(Full(f))).Distinct().Order(StringComparer.Ordinal)]
            : throw new InvalidOperationException("git ls-files failed; the conventions are tested in a clone.");
    }
}
