using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>The register that ships in the repository, found upwards from the test's folder.</summary>
internal static class ShippedRegister
{
    private static readonly Lazy<string> FolderFound = new(Find);
    private static readonly Lazy<Dictionary<string, string>> FilesRead = new(() => RegisterFiles.In(FolderFound.Value).OrThrow().ToDictionary(f => f.Path, f => f.Text));
    private static readonly Lazy<PolicyRegister> Whole = new(() => RegisterReader.Read(FolderFound.Value).OrThrow());

    public static string Folder => FolderFound.Value;

    public static PolicyRegister Register => Whole.Value;

    /// <summary>Its files by path; a fresh copy to break at will.</summary>
    public static Dictionary<string, string> Files() => new(FilesRead.Value, StringComparer.Ordinal);

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "data", "register");
            if (Directory.Exists(folder) && File.Exists(Path.Combine(at.FullName, "Trunkline.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("data/register was not found above the tests.");
    }
}
