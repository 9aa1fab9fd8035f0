namespace Trunkline.Tests.Acceptance;

/// <summary>An empty folder for one test, with a blank in its name, gone afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("trunkline-");

    public ScratchFolder() => Path = Directory.CreateDirectory(System.IO.Path.Combine(parent.FullName, "a folder")).FullName;

    public string Path { get; }

    /// <summary>Everything in the folder, by relative name.</summary>
    public IReadOnlyList<string> Content =>
        [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Select(e => System.IO.Path.GetRelativePath(Path, e)).Order(StringComparer.Ordinal)];

    /// <summary>A path in the folder.</summary>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, making its folder.</summary>
    public string Write(string name, string text)
    {
        string file = At(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => parent.Delete(recursive: true);
}
