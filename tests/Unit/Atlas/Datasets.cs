using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>The datasets that tests read: the shipped one, the public files beside the repository, and small ones written by a test.</summary>
internal static class Datasets
{
    private static readonly Lazy<string> Root = new(FindRoot);
    private static readonly Lazy<Dataset> Whole = new(() => DatasetReader.Read(Us).OrThrow());

    public const string Description = """{"schemaVersion":1,"dollarYear":2023,"title":{"en":"Tiny","zh":"极小"}}""";

    public static string Us => Path.Combine(Root.Value, "data", "us");

    public static Dataset Shipped => Whole.Value;

    /// <summary>The folder of public files; the test is skipped where it is absent.</summary>
    public static string RawOrSkip()
    {
        string raw = Path.GetFullPath(Path.Combine(Root.Value, "..", "shared", "data"));
        string beside = Path.GetFullPath(Path.Combine(Root.Value, "..", "..", "shared", "data"));
        string found = Directory.Exists(raw) ? raw : beside;
        Assert.SkipUnless(Directory.Exists(found), "The public files are not here (../shared/data): the dataset cannot be built.");
        return found;
    }

    /// <summary>An empty folder of this test run.</summary>
    public static string NewFolder() => Directory.CreateTempSubdirectory("trunkline-test-").FullName;

    /// <summary>A folder with these files.</summary>
    public static string Folder(params (string File, string Text)[] files)
    {
        string folder = NewFolder();
        foreach ((string file, string text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Trunkline.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("Trunkline.slnx was not found above the tests.");
    }
}
