using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>How scenarios are drawn.</summary>
public enum SampleMethod
{
    /// <summary>Every combination of the values.</summary>
    Grid,

    /// <summary>One sample in each stratum of every parameter.</summary>
    LatinHypercube,

    /// <summary>Plain chance.</summary>
    MonteCarlo,
}

/// <summary>A study and what is unknown about its future, read and found right.</summary>
/// <param name="File">Absolute path of the sweep's file.</param>
/// <param name="StudyPath">Absolute path of the study's file.</param>
/// <param name="Count">Scenarios to draw; for a grid, of the grid.</param>
/// <param name="OverlayFolder">Absolute path; null where there is none.</param>
/// <param name="FromMiddle">True where scenarios start from the middle future's plan.</param>
/// <param name="HeldOut">Share of the scenarios that only judge.</param>
public sealed record Sweep(
    string Id,
    Bilingual Title,
    string File,
    string StudyPath,
    int Seed,
    SampleMethod Method,
    int Count,
    IReadOnlyList<UncertainParameter> Parameters,
    IReadOnlyList<(int First, int Second, double Correlation)> Correlations,
    IReadOnlyList<PolicyBranch> Branches,
    string? OverlayFolder,
    bool FromMiddle,
    double HeldOut,
    SweepChoice? Decision,
    double Seconds,
    double MemoryMb);

/// <summary>Something of the study that is not known.</summary>
public sealed record UncertainParameter(string Name, Bilingual Title, ParameterTarget Target, Spread Spread);

/// <summary>What a parameter acts upon.</summary>
public abstract record ParameterTarget
{
    private ParameterTarget()
    {
    }

    /// <summary>A number of the study by its JSON pointer.</summary>
    /// <param name="IsFactor">True where the study's number, or each of its list, is multiplied.</param>
    public sealed record Number(string Path, bool IsFactor) : ParameterTarget;

    /// <summary>Families of cost.</summary>
    public sealed record Costs(IReadOnlyList<string> Families) : ParameterTarget;

    /// <summary>Rock of formations.</summary>
    public sealed record Rock(IReadOnlyList<string> Storage, bool Capacity, bool Injectivity) : ParameterTarget;
}

/// <summary>One way the law may go.</summary>
/// <param name="AsOf">Null for the study's own day.</param>
/// <param name="Overlays">Null for the study's own.</param>
public sealed record PolicyBranch(string Name, Bilingual Title, double Probability, DateOnly? AsOf, IReadOnlyList<string>? Overlays);

/// <summary>The decision that comes before the future is known.</summary>
/// <param name="Periods">How many periods are decided.</param>
public sealed record SweepChoice(int Periods, int Candidates, double Tail);
