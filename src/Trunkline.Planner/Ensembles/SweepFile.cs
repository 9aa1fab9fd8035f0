using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trunkline.Planner;

/// <summary>A sweep as a person writes it: <c>sweep.json</c>, strict JSON. One study, and what is unknown about its future.</summary>
public sealed record SweepFile
{
    [JsonPropertyName("$schema")]
    [Description("Address of the schema, for editors. Not read.")]
    public string? Schema { get; init; }

    [Description("Short name, letters, digits and hyphens.")]
    public required string Id { get; init; }

    [Description("Title in English and Chinese.")]
    public StudyTitle? Title { get; init; }

    [Description("The study: its folder or its study.json, relative to this file.")]
    public required string Study { get; init; }

    [Description("Where chance begins; the same seed gives the same scenarios. Default 1.")]
    public int? Seed { get; init; }

    [Description("How scenarios are drawn.")]
    public required SweepSample Sample { get; init; }

    [Description("What is uncertain.")]
    public required IReadOnlyList<SweepParameter> Parameters { get; init; }

    [Description("Parameters that move together. Left out: independent.")]
    public IReadOnlyList<SweepCorrelation>? Correlations { get; init; }

    [Description("Branches of the law, each with its probability. Left out: the study's own law.")]
    public IReadOnlyList<SweepBranch>? Policy { get; init; }

    [Description("Folder of overlays beside those of the register, relative to this file; written like data/register/overlays.")]
    public string? Overlays { get; init; }

    [Description("'none' (default), or 'middle': the search of every scenario starts from the plan of the middle future. Part of each run's key; exact route only.")]
    public string? Parent { get; init; }

    [Description("Share of the scenarios that no decision may see and that judge it, 0 to 0.9. Default 0.5.")]
    public double? HeldOut { get; init; }

    [Description("The decision that must be taken before the future is known. Left out: none is looked for.")]
    public SweepDecision? Decision { get; init; }

    [Description("What one scenario may use.")]
    public SweepLimits? Limits { get; init; }
}

public sealed record SweepSample
{
    [Description("'grid': every combination. 'latin-hypercube': one sample in each of equal strata of every parameter. 'monte-carlo': plain chance.")]
    public required string Method { get; init; }

    [Description("How many; not for a grid.")]
    public int? Scenarios { get; init; }
}

public sealed record SweepParameter
{
    [Description("Short name, letters, digits and hyphens.")]
    public required string Name { get; init; }

    [Description("Title in English and Chinese, for reports.")]
    public StudyTitle? Title { get; init; }

    [Description("A number of the study by its JSON pointer, for example /discountRate or /price/usdPerTonne/1; a list with 'factor': true. Give one of path, cost and storage.")]
    public string? Path { get; init; }

    [Description("With 'path': what is drawn multiplies the study's number instead of taking its place. Default false.")]
    public bool? Factor { get; init; }

    [Description("Cost families that what is drawn multiplies together: capture, dac, transport, storage.")]
    public IReadOnlyList<string>? Cost { get; init; }

    [Description("Formations whose rock what is drawn multiplies; \"*\" for all.")]
    public IReadOnlyList<string>? Storage { get; init; }

    [Description("With 'storage': 'capacity', 'injectivity' or 'both' (default).")]
    public string? Of { get; init; }

    [Description("Values that it may take. Give one of values, uniform, triangular and normal; a grid needs values.")]
    public IReadOnlyList<double>? Values { get; init; }

    [Description("With 'values': how likely each is; they are scaled to sum to one. Default: all alike.")]
    public IReadOnlyList<double>? Weights { get; init; }

    [Description("Any value between two, all alike.")]
    public SweepUniform? Uniform { get; init; }

    [Description("Any value between two, one of them the likeliest.")]
    public SweepTriangular? Triangular { get; init; }

    [Description("Bell-shaped, cut off at least and most.")]
    public SweepNormal? Normal { get; init; }
}

public sealed record SweepUniform(double Least, double Most);

public sealed record SweepTriangular(double Least, double Mode, double Most);

public sealed record SweepNormal(double Mean, double Deviation, double Least, double Most);

public sealed record SweepCorrelation
{
    [Description("Name of a parameter.")]
    public required string First { get; init; }

    [Description("Name of another.")]
    public required string Second { get; init; }

    [Description("Correlation of their normal scores, -1 to 1.")]
    public required double Correlation { get; init; }
}

public sealed record SweepBranch
{
    [Description("Short name, letters, digits and hyphens.")]
    public required string Name { get; init; }

    [Description("Title in English and Chinese, for reports.")]
    public StudyTitle? Title { get; init; }

    [Description("How likely, 0 to 1; all branches sum to one.")]
    public required double Probability { get; init; }

    [Description("Day whose law is read, yyyy-mm-dd: today's, or a historical one. Default: the study's.")]
    public DateOnly? AsOf { get; init; }

    [Description("Overlays by id, of the register or of the folder 'overlays', in order. Default: the study's.")]
    public IReadOnlyList<string>? Overlays { get; init; }
}

public sealed record SweepDecision
{
    [Description("Last calendar year of the periods that are decided before the future is known.")]
    public required int Through { get; init; }

    [Description("Most first builds that are tried: the middle plan's and those that come up most often. Default 8.")]
    public int? Candidates { get; init; }

    [Description("Share of the worst scenarios that CVaR averages over. Default 0.1.")]
    public double? Tail { get; init; }
}

public sealed record SweepLimits
{
    [Description("Seconds after which a scenario is stopped and counted as failed. Default: twice the study's time limit and 30 more.")]
    public double? Seconds { get; init; }

    [Description("Memory of one solver process in MB. Default 4000.")]
    public double? MemoryMb { get; init; }
}
