using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>What capture needs in a period.</summary>
/// <param name="MostElectricityTwhPerYear">What the study allows; null where unlimited.</param>
/// <param name="MostHeatPjPerYear">What the study allows; null where unlimited.</param>
/// <param name="DacElectricityTwhPerYear">The part of direct air capture.</param>
/// <param name="DacHeatPjPerYear">The part of direct air capture.</param>
/// <param name="UncountedMtPerYear">Captured by units whose energy the dataset does not tell from operation and maintenance: they are in no sum here.</param>
public sealed record EnergyOfPeriod(
    int From,
    int To,
    double ElectricityTwhPerYear,
    double? MostElectricityTwhPerYear,
    double DacElectricityTwhPerYear,
    double HeatPjPerYear,
    double? MostHeatPjPerYear,
    double DacHeatPjPerYear,
    double UncountedMtPerYear)
{
    private const double PerLargeUnit = 1e6;

    internal static IReadOnlyList<EnergyOfPeriod> Of(PillarInput input)
    {
        AuditedPlan audited = input.Audited();
        return
        [
            .. audited.PeriodIndices.Select(t => new EnergyOfPeriod(
                audited.Periods[t].From,
                audited.Periods[t].To,
                EnergyNeed.Needed(audited, EnergyKind.Electricity, t) / PerLargeUnit,
                Most(input, EnergyKind.Electricity, t),
                OfAir(audited, EnergyKind.Electricity, t),
                EnergyNeed.Needed(audited, EnergyKind.Heat, t) / PerLargeUnit,
                Most(input, EnergyKind.Heat, t),
                OfAir(audited, EnergyKind.Heat, t),
                audited.Plan.Captures.Where(c => audited.CostOf(c) is { ElectricityMwhPerTonne: 0, HeatGjPerTonne: 0 }).Sum(c => c.Rate[t].Megatonnes))),
        ];
    }

    private static double? Most(PillarInput input, EnergyKind kind, int period) =>
        input.Study.Limits.Energy.FirstOrDefault(l => l.Kind == kind)?.PerYear[period] / PerLargeUnit;

    private static double OfAir(AuditedPlan audited, EnergyKind kind, int period) =>
        audited.Plan.Captures.Where(c => audited.StreamOf(c) is null)
            .Sum(c => EnergyNeed.PerTonne(audited.CostOf(c)!, kind) * c.Rate[period].Value) / PerLargeUnit;
}
