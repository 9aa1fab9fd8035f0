using System.Xml.Linq;

namespace Trunkline.Tests.Conventions;

/// <summary>The arrows between projects. Nothing points up or sideways.</summary>
public sealed class ArchitectureTest
{
    /// <summary>What each project may know about, itself; what those know it may use too.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Domain"] = [],
        ["Optimisation"] = [],
        ["NetworkDesign"] = ["Optimisation"],
        ["Register"] = ["Domain"],
        ["Atlas"] = ["Domain"],
        ["Planner"] = ["Register", "Atlas", "NetworkDesign"],
        ["Pillars"] = ["Planner"],
        ["Report"] = ["Pillars", "Planner"],
        ["Store"] = ["Planner"],
        ["Runner"] = ["Store", "Planner"],
        ["Cli"] = ["Report", "Runner"],
        ["Server"] = ["Report", "Runner"],
    };

    private static readonly string[] NamelessFolders = ["Core", "Common", "Shared", "Helpers", "Helper", "Utils", "Utilities", "Infrastructure", "Misc"];

    /// <summary>The one subject that bears such a name: the strategy's second pillar is infrastructure.</summary>
    private static readonly string[] SecondPillar = ["src/Trunkline.Pillars/Infrastructure", "tests/Unit/Pillars/Infrastructure"];

    private static IEnumerable<string> Projects => Repository.Files.Where(f => f.StartsWith("src/", StringComparison.Ordinal) && f.EndsWith(".csproj", StringComparison.Ordinal));

    [Fact]
    public void Project_references_follow_the_arrows() => Offenders.None(
        "A project knows only about those below it (see the table in ArchitectureTest):",
        from project in Projects
        let name = Name(project)
        from reference in References(project)
        where !Arrows.TryGetValue(name, out string[]? allowed) || !allowed.Contains(reference)
        select $"{name} -> {reference}");

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = Repository.Read("Trunkline.slnx");
        Offenders.None(
            "Projects that Trunkline.slnx does not list:",
            Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Where(f => !solution.Contains($"\"{f}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_source_file_stands_in_the_namespace_of_its_project() => Offenders.None(
        "Source files whose namespace does not begin with their project's:",
        from file in Repository.Files
        where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
        let project = file.Split('/')[1]
        let line = File.ReadLines(Repository.Full(file)).FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
        where line is not null && !line["namespace ".Length..].TrimEnd(';').StartsWith(project, StringComparison.Ordinal)
        select $"{file}: {line}");

    [Fact]
    public void No_folder_is_called_after_nothing() => Offenders.None(
        "Folders without a subject:",
        from file in Repository.Files
        let folder = Path.GetDirectoryName(file)!
        let pillar = SecondPillar.FirstOrDefault(p => folder == p || folder.StartsWith($"{p}/", StringComparison.Ordinal))
        let named = pillar is null ? folder : folder[pillar.Length..]
        from part in named.Split('/')
        where NamelessFolders.Contains(part, StringComparer.OrdinalIgnoreCase) || NamelessFolders.Any(n => part == $"Trunkline.{n}")
        select file);

    private static string Name(string project) => Path.GetFileNameWithoutExtension(project).Replace("Trunkline.", string.Empty, StringComparison.Ordinal);

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Repository.Full(project)).Descendants("ProjectReference").Select(r => Name(r.Attribute("Include")!.Value));
}
