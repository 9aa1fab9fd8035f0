using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Trunkline.Planner;

/// <summary>A study as a person writes it: <c>study.json</c>, strict JSON. Members carry their units in their names.</summary>
public sealed record StudyFile
{
    [JsonPropertyName("$schema")]
    [Description("Address of the schema, for editors. Not read.")]
    public string? Schema { get; init; }

    [Description("Short name, letters, digits and hyphens.")]
    public string? Id { get; init; }

    [Description("Title in English and Chinese.")]
    public StudyTitle? Title { get; init; }

    [Description("Folder of the dataset, relative to this file. '.' means this folder.")]
    public string? Dataset { get; init; }

    [Description("Which part of the dataset is planned. Leave out for all of it.")]
    public StudyRegion? Region { get; init; }

    [Description("Contiguous periods of whole calendar years. Default: five periods of five years, 2026-2050.")]
    public IReadOnlyList<StudyPeriod>? Periods { get; init; }

    [Description("Least capture in each period. Give this or 'price', not both.")]
    public StudyTarget? Target { get; init; }

    [Description("Price paid for each tonne captured in each period. Give this or 'target', not both.")]
    public StudyPrice? Price { get; init; }

    [Description("Kinds of CO2 that may be captured: pointSource, biogenic, dac. Default: all.")]
    public IReadOnlyList<string>? Tracks { get; init; }

    [Description("The law assumed.")]
    public StudyPolicy? Policy { get; init; }

    [Description("Real discount rate as a fraction, 0 to 0.3. Default 0.07.")]
    public double? DiscountRate { get; init; }

    [Description("Year of all money in the plan; must be the dataset's.")]
    public int? DollarYear { get; init; }

    [Description("Projected inflation as a fraction, 0 to 0.2. Default 0.025.")]
    public double? Inflation { get; init; }

    [Description("Further limits.")]
    public StudyLimits? Limits { get; init; }

    [Description("What costs of a family are multiplied by, for asking what if. Default 1 each.")]
    public StudyCostFactors? CostFactors { get; init; }

    [Description("What the figures of storage are multiplied by, for asking what if. Where a formation is named twice, both factors count.")]
    public IReadOnlyList<StudyStorageFactor>? StorageFactors { get; init; }

    [Description("What the plan's tonnes are set against. The plan itself does not depend on it.")]
    public StudyPathway? Pathway { get; init; }

    [Description("How projects are financed. The plan itself does not depend on it.")]
    public StudyFinance? Finance { get; init; }

    [Description("What the search may spend.")]
    public StudySolver? Solver { get; init; }
}

public sealed record StudyPathway
{
    [Description("Year of the dataset's emissions.")]
    public int? BaseYear { get; init; }

    [Description("Base-year CO2 of power plants that have closed by each period.")]
    public StudySeries? PowerRetired { get; init; }

    [Description("What the whole economy emits in each period without capture, retirements counted.")]
    public StudySeries? Economy { get; init; }

    [Description("What land takes up in each period.")]
    public StudySeries? LandSink { get; init; }
}

public sealed record StudySeries
{
    [Description("Million tonnes a year, one number a period.")]
    public required IReadOnlyList<double> MtPerYear { get; init; }

    [Description("Where the numbers come from.")]
    public required string Source { get; init; }

    [Description("'A' primary source read, 'B' secondary source read, 'C' not evidenced.")]
    public required string Confidence { get; init; }
}

public sealed record StudyFinance
{
    [Description("Debt as a share of capital, 0 to 0.95.")]
    public required double DebtShare { get; init; }

    [Description("Nominal interest a year as a fraction.")]
    public required double DebtRate { get; init; }

    [Description("Years of the debt.")]
    public required double DebtYears { get; init; }

    [Description("Real return a year that equity asks for, as a fraction.")]
    public required double EquityReturn { get; init; }

    [Description("Nominal interest of a public loan for pipelines, as a fraction. Leave out where unknown.")]
    public double? PublicRate { get; init; }

    [Description("Tonnes of CO2 per MWh of electricity that capture uses. Leave out where unknown.")]
    public double? ElectricityTonnesPerMwh { get; init; }

    [Description("Tonnes of CO2 per GJ of heat that capture uses. Leave out where unknown.")]
    public double? HeatTonnesPerGj { get; init; }

    [Description("Where the numbers come from.")]
    public required string Source { get; init; }

    [Description("'A' primary source read, 'B' secondary source read, 'C' not evidenced.")]
    public required string Confidence { get; init; }
}

public sealed record StudyTitle(string En, string Zh);

public sealed record StudyRegion
{
    [Description("Two-letter state codes, for example [\"IL\", \"IN\"].")]
    public IReadOnlyList<string>? States { get; init; }

    [Description("West, south, east and north edges in degrees.")]
    public StudyBox? Box { get; init; }
}

public sealed record StudyBox(double West, double South, double East, double North);

public sealed record StudyPeriod(int From, int To);

public sealed record StudyTarget
{
    [Description("Million tonnes CO2 a year, one number a period.")]
    public required IReadOnlyList<double> MtPerYear { get; init; }

    [Description("'fail' (default): an unreachable target ends the run with reasons. 'lower': it is lowered and the reason printed.")]
    public string? WhenUnreachable { get; init; }
}

public sealed record StudyPrice
{
    [Description("Dollars of the study's dollar year per tonne captured, one number a period.")]
    public required IReadOnlyList<double> UsdPerTonne { get; init; }
}

public sealed record StudyPolicy
{
    [Description("Day whose law is assumed to last, yyyy-mm-dd. Give this or 'mode', not both.")]
    public DateOnly? AsOf { get; init; }

    [Description("Changes of the law to assume, by id of data/register/overlays, applied in this order.")]
    public IReadOnlyList<string>? Overlays { get; init; }

    [Description("A named day with overlays, by id of data/register/modes.")]
    public string? Mode { get; init; }

    [Description("'full' (default): wage and apprenticeship rules are met. 'base': they are not.")]
    public string? Labour { get; init; }

    [Description("What the credits of the law are multiplied by, for asking what if, 0 to 3. Default 1: as the law has them.")]
    public double? CreditFactor { get; init; }

    [Description("What every tonne with a credit earns in place of the law's amounts, for asking what if, in the study's dollars, at most 10000. Give this or 'creditFactor', not both.")]
    public double? CreditUsdPerTonne { get; init; }
}

public sealed record StudyLimits
{
    public IReadOnlyList<StudyInjectionLimit>? Injection { get; init; }

    [Description("Most capture capacity that may start each year, million tonnes a year.")]
    public double? YearlyBuildMtPerYear { get; init; }

    [Description("Ids of sites, DAC sites, storage, uses and corridors that take no part.")]
    public IReadOnlyList<string>? Closed { get; init; }

    [Description("Ids of sites and DAC sites that must capture: at least one unit there, and in full while it runs.")]
    public IReadOnlyList<string>? Forced { get; init; }

    [Description("Most energy that capture and direct air capture together may need.")]
    public StudyEnergy? Energy { get; init; }

    [Description("Storage that is ready later than permit and building would have it.")]
    public IReadOnlyList<StudyDelay>? Delays { get; init; }

    [Description("Least share of the capital at work in capture that is at work in disadvantaged communities; an idle unit counts nothing.")]
    public StudyCommunities? Communities { get; init; }

    [Description("What has been decided for the first periods: it is built, and nothing else is begun there. Exact route only.")]
    public StudyFirstStep? FirstStep { get; init; }
}

public sealed record StudyFirstStep
{
    [Description("Last calendar year of the last period that is decided.")]
    public required int Through { get; init; }

    [Description("Units that start.")]
    public IReadOnlyList<StudyFirstCapture>? Captures { get; init; }

    [Description("Pipes that are bought.")]
    public IReadOnlyList<StudyFirstPipe>? Pipes { get; init; }

    [Description("Storage projects that open.")]
    public IReadOnlyList<StudyFirstProjects>? Storage { get; init; }
}

public sealed record StudyFirstCapture
{
    [Description("Id of a stream, or of a DAC site with the number of the train.")]
    public required string Stream { get; init; }

    [Description("First calendar year of the period in which it starts.")]
    public required int From { get; init; }
}

public sealed record StudyFirstPipe
{
    [Description("Id of a corridor.")]
    public required string Corridor { get; init; }

    [Description("First calendar year of the period in which it is bought.")]
    public required int From { get; init; }

    [Description("Id of a pipe cost line of pipe_trends.csv.")]
    public required string Trend { get; init; }

    [Description("Capacity, tonnes a year.")]
    public required double TonnesPerYear { get; init; }
}

public sealed record StudyFirstProjects
{
    [Description("Id of a formation.")]
    public required string Formation { get; init; }

    [Description("First calendar year of the period in which they open.")]
    public required int From { get; init; }

    [Description("How many.")]
    public required int Projects { get; init; }
}

public sealed record StudyStorageFactor
{
    [Description("Ids of formations; \"*\" for all.")]
    public required IReadOnlyList<string> Storage { get; init; }

    [Description("What the tonnes that a project holds are multiplied by. Default 1.")]
    public double? Capacity { get; init; }

    [Description("What the tonnes a year that a project takes are multiplied by. Default 1.")]
    public double? Injectivity { get; init; }
}

public sealed record StudyEnergy
{
    [Description("Electricity in TWh a year, one number a period. Leave out for no limit.")]
    public IReadOnlyList<double>? ElectricityTwhPerYear { get; init; }

    [Description("Heat in PJ a year, one number a period. Leave out for no limit.")]
    public IReadOnlyList<double>? HeatPjPerYear { get; init; }
}

public sealed record StudyCommunities
{
    [Description("A fraction, for example 0.4. Leave out for the share of the register (us.justice40.share): none is asked where that has no force.")]
    public double? LeastShare { get; init; }

    [Description("'svi': counties from a percentile of the vulnerability index on. 'cejst': the share of a county's people in disadvantaged tracts (county_communities.csv).")]
    public required string Method { get; init; }

    [Description("With 'svi': the percentile as a fraction, for example 0.75.")]
    public double? SviAtLeast { get; init; }
}

public sealed record StudyDelay
{
    [Description("Ids of formations.")]
    public required IReadOnlyList<string> Storage { get; init; }

    [Description("Years by which their projects come later.")]
    public required double Years { get; init; }
}

public sealed record StudyCostFactors
{
    [Description("Capture plants: capital and operation, energy apart.")]
    public double? Capture { get; init; }

    [Description("Direct air capture: capital and operation, energy apart.")]
    public double? Dac { get; init; }

    [Description("Pipes: capital, and operation with it.")]
    public double? Transport { get; init; }

    [Description("Storage projects: capital, operation and aftercare.")]
    public double? Storage { get; init; }
}

public sealed record StudyInjectionLimit(string Name, IReadOnlyList<string> States, double MtPerYear);

public sealed record StudySolver
{
    [Description("'auto' (default), 'exact' or 'scalable'.")]
    public string? Route { get; init; }

    [Description("Stop when (net - bound) / cost is at most this fraction. Default 0.01.")]
    public double? Gap { get; init; }

    [Description("Stop after this many seconds. Default 120.")]
    public double? TimeLimitSeconds { get; init; }

    public int? Threads { get; init; }

    public int? Seed { get; init; }
}
