using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Trunkline.Tests.Conventions;

/// <summary>Each rule has one name: heading in docs/formulation.md, class, and the name its rows carry.</summary>
public sealed partial class FormulationTest
{
    private const string Document = "docs/formulation.md";

    /// <summary>Interfaces whose classes are rules or costs of the formulation.</summary>
    private static readonly string[] Statements = ["IRule", "ICost"];

    private static IReadOnlyList<Type> Rules { get; } =
    [
        .. Assembly.Load("Trunkline.Planner").GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.GetInterfaces().Any(i => Statements.Contains(i.Name)))
            .OrderBy(t => t.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void There_are_rules() => Assert.NotEmpty(Rules);

    [Fact]
    public void Every_rule_has_a_section() => Offenders.None(
        $"Rules without a heading '### name' in {Document}:", Rules.Select(NameOf).Except(Headings()));

    [Fact]
    public void Every_section_has_a_rule() => Offenders.None(
        $"Headings in {Document} without a class:", Headings().Except(Rules.Select(NameOf)));

    [Fact]
    public void Every_rule_is_named_after_its_class() => Offenders.None(
        "Rules whose name is not their class's in lower case with hyphens:",
        from rule in Rules
        where NameOf(rule) != Hyphenated(rule.Name)
        select $"{rule.Name} is named '{NameOf(rule)}'");

    [Fact]
    public void Every_rule_stands_in_a_file_of_its_own() => Offenders.None(
        "Rules whose file is not named after them, under src/Trunkline.Planner/Formulation:",
        Rules.Select(r => r.Name).Except(Repository.Files
            .Where(f => f.StartsWith("src/Trunkline.Planner/Formulation/", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f))));

    private static string[] Headings() =>
        File.Exists(Repository.Full(Document))
            ? [.. Heading().Matches(Repository.Read(Document)).Select(m => m.Groups[1].Value)]
            : throw new FileNotFoundException($"{Document} is missing: the formulation is written there.");

    /// <summary>A rule's name is a constant of its class, so no rule needs to be made for it.</summary>
    private static string NameOf(Type rule) =>
        (string)rule.GetProperty("Name")!.GetValue(RuntimeHelpers.GetUninitializedObject(rule))!;

    private static string Hyphenated(string name) => WordStart().Replace(name, "-$1").ToLowerInvariant();

    [GeneratedRegex("^### ([a-z0-9-]+) *$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("(?<!^)([A-Z])")]
    private static partial Regex WordStart();
}
