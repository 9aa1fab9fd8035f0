using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>What funding is to bring.</summary>
public enum FundingObjective
{
    /// <summary>Tonnes captured by the end of the plan.</summary>
    Tonnes,

    /// <summary>Capital saved by learning, $/y over every stream of the use cases in the last period.</summary>
    Cost,

    /// <summary>Tonnes captured by the end of the plan in sectors with few other options.</summary>
    HardToAbate,
}

/// <summary>How far a technology has come, or what a project is for. In order.</summary>
public enum FundingStage
{
    /// <summary>Nothing yet.</summary>
    None,
    Research,
    Pilot,
    Demonstration,
    Deployment,
}

/// <summary>The question of pillar 1, checked.</summary>
/// <param name="Money">Last word of the register's parameter: <c>appropriated</c> or <c>available-to-new-projects</c>.</param>
/// <param name="Worth">What a captured tonne is worth to its owner on top of credits, by period.</param>
/// <param name="MostProjects">Most projects of one stage in one use case.</param>
public sealed record FundingQuestion(
    FundingObjective Objective,
    string Money,
    IReadOnlyList<UsdPerTonne> Worth,
    string WorthSource,
    int MostProjects,
    IReadOnlyList<FundingProgramme> Programmes,
    IReadOnlyDictionary<FundingStage, StageTerms> Stages,
    IReadOnlyList<UseCase> UseCases);

/// <summary>A pot of public money that comes in evenly over some years and may be spent later.</summary>
/// <param name="Given">The amount where the study gives it; null where the register is asked.</param>
public sealed record FundingProgramme(string Id, IReadOnlySet<FundingStage> Stages, IReadOnlySet<string>? UseCases, int From, int To, Usd? Given)
{
    /// <summary>True where it pays for a stage of a use case.</summary>
    public bool Pays(FundingStage stage, string useCase) => Stages.Contains(stage) && (UseCases is null || UseCases.Contains(useCase));

    /// <summary>The share of the amount that has come in by the end of a year.</summary>
    public double ShareBy(int year) => Math.Clamp((year - From + 1) / (double)(To - From + 1), 0, 1);
}

/// <summary>What a project of a stage is like.</summary>
/// <param name="Size">Capture capacity of one project; zero for deployment, where it is the plant's.</param>
/// <param name="ProjectCost">Null where it is the capital of a unit of that size.</param>
/// <param name="CostShare">Most that public money pays of it.</param>
/// <param name="Failure">Chance that a project fails.</param>
/// <param name="Years">From start to result.</param>
public sealed record StageTerms(
    FundingStage Stage, TonnesPerYear Size, Usd? ProjectCost, Fraction CostShare, Fraction Failure, int Years, string Source, Confidence Confidence);

/// <summary>A process with a technology, and how far it has come.</summary>
/// <param name="Reached">Last stage passed.</param>
/// <param name="UnaidedFrom">First year of commercial building without a project funded here; null where not to be expected.</param>
/// <param name="Experience">Capacity that stands already.</param>
/// <param name="Learning">Fall of capital cost with each doubling.</param>
public sealed record UseCase(
    string Id,
    Bilingual Title,
    string Process,
    Bilingual Technology,
    FundingStage Reached,
    int? UnaidedFrom,
    TonnesPerYear Experience,
    Fraction Learning,
    bool HardToAbate,
    string Source,
    Confidence Confidence)
{
    /// <summary>Stages to be passed before a plant can be built commercially.</summary>
    public IEnumerable<FundingStage> Needed =>
        new[] { FundingStage.Research, FundingStage.Pilot, FundingStage.Demonstration }.Where(s => s > Reached);
}
