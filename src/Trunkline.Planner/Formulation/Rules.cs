using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>Every rule and every cost of the formulation, in the order of docs/formulation.md.</summary>
public static class Rules
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new OpenOnce(),
        new CaptureWithinStream(),
        new CreditThreshold(),
        new FlowConservation(),
        new PipeCapacity(),
        new PipeSize(),
        new OnePipePerPeriod(),
        new InjectionRate(),
        new StorageCapacity(),
        new ProjectCount(),
        new PermitLeadTime(),
        new CaptureTarget(),
        new RegionalInjection(),
        new YearlyBuild(),
        new DacDedicated(),
        new EnergyNeed(),
        new CommunityShare(),
        new ForcedCapture(),
        new FirstStep(),
    ];

    public static IReadOnlyList<ICost> Costs { get; } =
    [
        new CaptureCosts(),
        new DacCosts(),
        new TransportCosts(),
        new StorageCosts(),
        new StorageFees(),
        new CarbonCredits(),
        new PriceIncome(),
    ];

    /// <summary>The exact model: all columns, all rows, all costs.</summary>
    public static Decisions Write(PlanningCase planning)
    {
        var x = new Decisions(planning);
        foreach (Row row in All.SelectMany(rule => rule.Rows(planning, x)))
        {
            x.Model.AddRow(row);
        }

        foreach (ICost cost in Costs)
        {
            cost.Price(planning, x);
        }

        return x;
    }
}
