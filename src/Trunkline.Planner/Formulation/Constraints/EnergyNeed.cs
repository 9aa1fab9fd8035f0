using Trunkline.Atlas;
using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>Capture and direct air capture together need no more electricity, and no more heat, than the study allows.</summary>
/// <remarks>docs/formulation.md#energy-need</remarks>
public sealed class EnergyNeed : IRule
{
    /// <summary>MWh in a TWh, and GJ in a PJ.</summary>
    internal const double PerLargeUnit = 1e6;

    public string Name => "energy-need";

    /// <summary>MWh or GJ that a unit needs for each tonne it captures.</summary>
    public static double PerTonne(CaptureCost cost, EnergyKind kind)
    {
        ArgumentNullException.ThrowIfNull(cost);
        return kind == EnergyKind.Electricity ? cost.ElectricityMwhPerTonne : cost.HeatGjPerTonne;
    }

    public IEnumerable<Row> Rows(PlanningCase planning, Decisions x) =>
        from limit in planning.Study.Limits.Energy
        from t in planning.PeriodIndices
        select new Row(
            RowName(limit.Kind, x.Year(t)),
            [
                .. from c in x.CapturedIn(t)
                   let need = PerTonne(planning.Supplies[c.Supply].Cost, limit.Kind)
                   where need > 0
                   select new Term(need, c.Column),
            ],
            Sense.AtMost,
            limit.PerYear[t]);

    public IEnumerable<Violation> Audit(AuditedPlan audited) =>
        from limit in audited.Study.Limits.Energy
        from t in audited.PeriodIndices
        let needed = Needed(audited, limit.Kind, t)
        where needed > limit.PerYear[t] + (audited.Slack * LargestNeed(audited, limit.Kind))
        select new Violation(Name, $"{Word(limit.Kind)}, {audited.Periods[t]}", $"needs {needed:0} of at most {limit.PerYear[t]:0} {Unit(limit.Kind)} a year");

    /// <summary>What the units of a plan need in a year of a period: MWh of electricity or GJ of heat.</summary>
    public static double Needed(AuditedPlan audited, EnergyKind kind, int period)
    {
        ArgumentNullException.ThrowIfNull(audited);
        return audited.Plan.Captures.Sum(c => audited.CostOf(c) is { } cost ? PerTonne(cost, kind) * c.Rate[period].Value : 0);
    }

    internal static string RowName(EnergyKind kind, int year) => $"energy-need[{Word(kind)},{year}]";

    private static string Word(EnergyKind kind) => kind == EnergyKind.Electricity ? "electricity" : "heat";

    private static string Unit(EnergyKind kind) => kind == EnergyKind.Electricity ? "MWh" : "GJ";

    /// <summary>Rounding is forgiven in tonnes; the tonne that needs most says how much energy that is.</summary>
    private static double LargestNeed(AuditedPlan audited, EnergyKind kind) =>
        audited.Plan.Captures.Max(c => audited.CostOf(c) is { } cost ? PerTonne(cost, kind) : 0);
}
