using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Cli;

/// <summary>A plan that <c>trunkline plan</c> has written.</summary>
internal static class StoredPlan
{
    private const string FileName = "plan.json";

    /// <summary>Reads a plan from its folder or its file.</summary>
    public static Checked<Plan> Read(string path)
    {
        string file = Directory.Exists(path) ? Path.Combine(path, FileName) : path;
        return File.Exists(file)
            ? PlanJson.Read(File.ReadAllBytes(file), file)
            : Checked<Plan>.Wrong([new Problem(path, "There is no plan.", "Name a folder that 'trunkline plan' wrote, for example out/us.")]);
    }

    /// <summary>The plan files in a folder and in the folders right under it, in order of path.</summary>
    public static IEnumerable<string> In(string folder) => Directory.Exists(folder)
        ? new[] { folder }.Concat(Directory.GetDirectories(folder)).Select(f => Path.Combine(f, FileName)).Where(File.Exists).Order(StringComparer.Ordinal)
        : File.Exists(folder) ? [folder] : [];
}
