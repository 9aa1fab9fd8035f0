using System.Text;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Cli;

/// <summary>The folder that a comparison of two plans is written to.</summary>
internal static class ComparisonFolder
{
    private const string JsonFile = "compare.json";

    /// <summary>Why it cannot be written there, or null where it can.</summary>
    public static Problem? Obstacle(string folder) =>
        File.Exists(folder) ? new Problem($"--out {folder}", "This is a file.", "Name a folder.") : null;

    /// <summary>Writes the page and the same as JSON; files of these names are replaced.</summary>
    /// <returns>The page's path.</returns>
    public static string Write(string folder, LawComparison comparison, Plan plan, string json, Language language)
    {
        Directory.CreateDirectory(folder);
        string page = Path.Combine(folder, LawComparisonPage.File);
        File.WriteAllText(page, LawComparisonPage.Of(comparison, plan, language), new UTF8Encoding(false));
        File.WriteAllText(Path.Combine(folder, JsonFile), json, new UTF8Encoding(false));
        return page;
    }
}
