using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;

namespace Trunkline.Report;

/// <summary>What a report is written from.</summary>
public sealed record ReportInput(Plan Plan, Dataset Dataset, IReadOnlyList<StateOutline> States, Language Language)
{
    public Figures Figures { get; } = new(Language);

    /// <summary>What the plan means for the strategy; null where the report is to be without it.</summary>
    public PlanPillars? Pillars { get; init; }

    /// <summary>Pages beside the report that it names.</summary>
    public IReadOnlyList<PillarPage> Pages { get; init; } = [];

    /// <summary>The periods as they head columns and bars.</summary>
    public IReadOnlyList<string> PeriodNames => [.. Plan.Periods.Select(PlanFigures.Name)];

    public int LastPeriod => Plan.Periods.Count - 1;

    /// <summary>Words with their figures filled in.</summary>
    public string Say(Bilingual text, params ReadOnlySpan<object?> figures) => text.In(Language, figures);

    /// <summary>One number a period.</summary>
    public IReadOnlyList<double> ByPeriod(Func<int, double> value) => [.. Enumerable.Range(0, Plan.Periods.Count).Select(value)];
}
