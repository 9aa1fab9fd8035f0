using Trunkline.Domain;

namespace Trunkline.Cli;

/// <summary>The data that ships with Trunkline: <c>us/</c>, <c>studies/</c>, <c>register/</c>.</summary>
internal static class ShippedData
{
    /// <summary>Name of the environment variable that says where the data are, for an installed program.</summary>
    public const string Variable = "TRUNKLINE_DATA";

    /// <summary>The folder, or null where neither the variable nor a parent of the program leads to one.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? Path.GetFullPath(given) : Above(AppContext.BaseDirectory);

    /// <summary>The policy register.</summary>
    public static string Register => Path.Combine(Folder ?? "data", "register");

    /// <summary>The studies that ship, by the name they can be called by, in order.</summary>
    public static IEnumerable<(string Name, string Folder)> Studies()
    {
        if (Folder is not { } data)
        {
            yield break;
        }

        if (HoldsStudy(Path.Combine(data, "us")))
        {
            yield return ("us", Path.Combine(data, "us"));
        }

        string small = Path.Combine(data, "studies");
        foreach (string folder in Subfolders(small).Where(HoldsStudy).Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileName(folder), folder);
        }
    }

    /// <summary>A shipped study by name, otherwise the path itself.</summary>
    public static string Study(string nameOrPath) =>
        Studies().Where(s => s.Name == nameOrPath).Select(s => s.Folder).FirstOrDefault() ?? nameOrPath;

    /// <summary>What is wrong where no data are found.</summary>
    public static Problem Missing => new(
        Variable, "The data that ship with Trunkline were not found.", $"Run from a clone, or set {Variable} to its data folder.");

    private static string[] Subfolders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    private static bool HoldsStudy(string folder) => File.Exists(Path.Combine(folder, "study.json"));

    private static string? Above(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string data = Path.Combine(folder.FullName, "data");
            if (Directory.Exists(Path.Combine(data, "us")) || Directory.Exists(Path.Combine(data, "register")))
            {
                return data;
            }
        }

        return null;
    }
}
