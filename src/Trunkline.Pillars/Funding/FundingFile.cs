using System.ComponentModel;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>The question of pillar 1 as a person writes it: <c>funding.json</c> beside the study, strict JSON.</summary>
public sealed record FundingFile
{
    [Description("What is to be made as large as possible: tonnes, cost or hard-to-abate.")]
    public required string Objective { get; init; }

    [Description("Which amount of a programme counts: appropriated, or available-to-new-projects.")]
    public required string Money { get; init; }

    [Description("What a captured tonne is worth to its owner on top of credits, $/t, one a period. 0: a plant is built only where credits pay for it.")]
    public required IReadOnlyList<double> WorthUsdPerTonne { get; init; }

    [Description("Where that worth comes from.")]
    public required string WorthSource { get; init; }

    [Description("Most projects of one stage in one use case, 1 to 8.")]
    public required int MostProjects { get; init; }

    [Description("Pots of public money.")]
    public required IReadOnlyList<ProgrammeFile> Programmes { get; init; }

    [Description("What a project of each stage is like.")]
    public required IReadOnlyList<StageFile> Stages { get; init; }

    [Description("What may be funded: a process with a technology.")]
    public required IReadOnlyList<UseCaseFile> UseCases { get; init; }
}

/// <summary>A pot of public money. Its amount is read from the register by its id, or given.</summary>
public sealed record ProgrammeFile
{
    [Description("Id; where no amount is given, the programme's word in the register's parameter us.iija-carbon-management.")]
    public required string Id { get; init; }

    [Description("Stages that it pays for.")]
    public required IReadOnlyList<string> Stages { get; init; }

    [Description("Use cases that it pays for. Leave out for all.")]
    public IReadOnlyList<string>? UseCases { get; init; }

    [Description("First year of spending.")]
    public required int From { get; init; }

    [Description("Last year over which the money comes in, evenly.")]
    public required int To { get; init; }

    [Description("The amount in dollars where it does not come from the register.")]
    public double? AmountUsd { get; init; }
}

/// <summary>What a project of a stage is like.</summary>
public sealed record StageFile
{
    [Description("research, pilot, demonstration or deployment.")]
    public required string Id { get; init; }

    [Description("Capture capacity of one project, t/y. A deployment project has the size of its plant: give 0.")]
    public required double TonnesPerYear { get; init; }

    [Description("Cost of one project in dollars. Leave out where it is the capital of a unit of that size.")]
    public double? Usd { get; init; }

    [Description("Most of a project's cost that public money pays, above 0, at most 1.")]
    public required double CostShare { get; init; }

    [Description("Chance that a project fails, from 0, less than 1.")]
    public required double Failure { get; init; }

    [Description("Whole years from its start to its result.")]
    public required int Years { get; init; }

    [Description("Where the figures come from.")]
    public required string Source { get; init; }

    [Description("A, B or C.")]
    public required string Confidence { get; init; }
}

/// <summary>A process with a technology, and how far it has come.</summary>
public sealed record UseCaseFile
{
    [Description("Short name.")]
    public required string Id { get; init; }

    [Description("Title in English and Chinese.")]
    public required StudyTitle Title { get; init; }

    [Description("Process of the dataset's streams, or dac.")]
    public required string Process { get; init; }

    [Description("What captures the CO2, in English and Chinese.")]
    public required StudyTitle Technology { get; init; }

    [Description("Last stage that the technology has passed in this process: none, research, pilot or demonstration.")]
    public required string Reached { get; init; }

    [Description("First year from which it may be built commercially without any project funded here. Leave out where that is not to be expected.")]
    public int? UnaidedFrom { get; init; }

    [Description("Capacity that stands already, t/y; learning counts doublings of it.")]
    public required double ExperienceTonnesPerYear { get; init; }

    [Description("Fall of capital cost with each doubling, from 0, less than 1.")]
    public required double Learning { get; init; }

    [Description("True where the sector has few other options to cut its CO2. Read by the objective hard-to-abate alone.")]
    public required bool HardToAbate { get; init; }

    [Description("Where the figures come from.")]
    public required string Source { get; init; }

    [Description("A, B or C.")]
    public required string Confidence { get; init; }
}
