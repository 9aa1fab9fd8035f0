using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Trunkline.Tests.Conventions;

/// <summary>What every clone must hold, and what no file may.</summary>
public sealed partial class HouseTest
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("CHANGELOG.md")]
    [InlineData("LICENSE")]
    [InlineData("CITATION.cff")]
    [InlineData("docs/decisions/0001-house.md")]
    [InlineData("trunkline")]
    [InlineData("check")]
    [InlineData(".ci/run")]
    public void The_house_has(string file) => Assert.True(File.Exists(Repository.Full(file)), $"{file} is missing.");

    [Fact]
    public void The_compiler_is_strict()
    {
        var properties = XDocument.Load(Repository.Full("Directory.Build.props")).Descendants("PropertyGroup").Elements()
            .ToDictionary(e => e.Name.LocalName, e => e.Value);
        Offenders.None(
            "Directory.Build.props does not say:",
            new Dictionary<string, string>
            {
                ["Nullable"] = "enable",
                ["TreatWarningsAsErrors"] = "true",
                ["AnalysisLevel"] = "latest-recommended",
                ["EnforceCodeStyleInBuild"] = "true",
                ["InvariantGlobalization"] = "true",
                ["Deterministic"] = "true",
                ["CheckForOverflowUnderflow"] = "true",
                ["RestorePackagesWithLockFile"] = "true",
            }.Where(wanted => properties.GetValueOrDefault(wanted.Key) != wanted.Value).Select(w => $"{w.Key} = {w.Value}"));
    }

    [Fact]
    public void No_project_loosens_the_compiler() => Offenders.None(
        "Projects that overrule Directory.Build.props:",
        from file in Repository.Files
        where file.EndsWith(".csproj", StringComparison.Ordinal)
        from element in XDocument.Load(Repository.Full(file)).Descendants()
        where element.Name.LocalName is "Nullable" or "TreatWarningsAsErrors" or "NoWarn" or "WarningsNotAsErrors" or "CheckForOverflowUnderflow" or "AnalysisLevel"
        // Decision 0015 measures what checked arithmetic costs the engine's loops.
        where (file, element.Name.LocalName) is not ("src/Trunkline.NetworkDesign/Trunkline.NetworkDesign.csproj", "CheckForOverflowUnderflow")
        select $"{file}: <{element.Name.LocalName}>");

    [Fact]
    public void Package_versions_are_exact_and_central() => Offenders.None(
        "Package versions outside Directory.Packages.props, or not exact:",
        (from file in Repository.Files
         where file.EndsWith(".csproj", StringComparison.Ordinal)
         from reference in XDocument.Load(Repository.Full(file)).Descendants("PackageReference")
         where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
         select $"{file}: {reference.Attribute("Include")?.Value}")
        .Concat(from version in XDocument.Load(Repository.Full("Directory.Packages.props")).Descendants("PackageVersion")
                where !ExactVersion().IsMatch(version.Attribute("Version")!.Value)
                select $"Directory.Packages.props: {version}"));

    [Fact]
    public void Every_project_has_its_lock_file() => Offenders.None(
        "Projects without packages.lock.json:",
        Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(f => !Repository.Files.Contains($"{Path.GetDirectoryName(f)}/packages.lock.json")));

    [Fact]
    public void No_file_names_a_machine_or_a_package_registry() => Offenders.None(
        "Text that is true on one machine only:",
        from file in Repository.TextFiles
        where file != "tests/Conventions/HouseTest.cs"
        from line in File.ReadLines(Repository.Full(file)).Select((text, index) => (text, number: index + 1))
        where OneMachine().IsMatch(line.text)
        select $"{file}:{line.number}: {line.text.Trim()[..Math.Min(120, line.text.Trim().Length)]}");

    [Fact]
    public void Every_small_study_is_complete() => Offenders.None(
        "Missing beside a small study:",
        from study in Directory.Exists(Repository.Full("data/studies")) ? Directory.GetDirectories(Repository.Full("data/studies")) : []
        from file in new[] { "study.json", "README.md" }
        where !File.Exists(Path.Combine(study, file))
        select Path.GetRelativePath(Repository.Root, Path.Combine(study, file)));

    [Fact]
    public void Scripts_can_be_run() => Offenders.None(
        "Scripts without the executable bit:",
        new[] { "trunkline", "check", ".ci/run" }.Where(f =>
            !OperatingSystem.IsWindows() && !File.GetUnixFileMode(Repository.Full(f)).HasFlag(UnixFileMode.UserExecute)));

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?$")]
    private static partial Regex ExactVersion();

    // Paths of a developer's machine, and addresses that packages are fetched from: the client's own settings know those.
    [GeneratedRegex(@"(?<![\w./])/work/|(?<![\w./])/home/\w|(?<![\w./])/root/|C:\\Users|registry\.npmjs|api\.nuget\.org|pypi\.org/simple|proxy\.golang|https?://[\w.-]*(artifactory|nexus|jfrog|proget)", RegexOptions.IgnoreCase)]
    private static partial Regex OneMachine();
}
