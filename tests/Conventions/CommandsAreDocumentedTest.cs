using System.CommandLine;
using System.Diagnostics;
using Trunkline.Cli;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Conventions;

/// <summary>Whoever reads the README meets every command.</summary>
public sealed class CommandsAreDocumentedTest
{
    private static IEnumerable<string> Commands => Leaves(
        CommandTree.Build(new Surroundings(new Terminal(Language.En), new Stopwatch(), CancellationToken.None)), "trunkline");

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh.md")]
    public void The_readme_names_every_command(string readme)
    {
        string text = Repository.Read(readme);
        Offenders.None($"Commands that {readme} does not name:", Commands.Where(c => !text.Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_schema_of_studies_is_up_to_date() => Assert.True(
        StudySchema.Text() == Repository.Read("docs/reference/study.schema.json"),
        "Run: ./trunkline study schema > docs/reference/study.schema.json");

    [Fact]
    public void The_schema_of_sweeps_is_up_to_date() => Assert.True(
        StudySchema.OfSweeps() == Repository.Read("docs/reference/sweep.schema.json"),
        "Run: ./trunkline sweep schema > docs/reference/sweep.schema.json");

    private static IEnumerable<string> Leaves(Command command, string name) =>
        command.Subcommands.Count == 0 ? [name] : command.Subcommands.SelectMany(c => Leaves(c, $"{name} {c.Name}"));
}
