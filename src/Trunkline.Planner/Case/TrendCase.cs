using Trunkline.Atlas;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Writes down what a pipe costs by size and by the period in which it is bought. docs/formulation.md#pipe-size</summary>
internal static class TrendCase
{
    public static IReadOnlyList<CaseTrend> Of(Study study, Dataset dataset, Coefficients numbers, PresentValue present) =>
        [.. dataset.PipeTrends.OrderBy(t => t.Capacity.Value).Select(trend => new CaseTrend(
            trend,
            [.. WholeCost(study, numbers, present).Select(factor => trend.FixedUsdPerKm * factor)],
            [.. WholeCost(study, numbers, present).Select(factor => (trend.SlopeUsdPerKmPerTonnePerYear + numbers.BoosterCapital) * factor)]))];

    /// <summary>$ per t/y and km by period: the electricity of booster pumps.</summary>
    public static IReadOnlyList<double> FlowCost(Study study, Coefficients numbers, PresentValue present) =>
        [.. Enumerable.Range(0, study.Periods.Count).Select(t => numbers.BoosterElectricity * numbers.ElectricityPrice * present.Annuity(t))];

    /// <summary>Capital less salvage plus O&amp;M to the horizon, for capital of 1, by period of purchase.</summary>
    private static IEnumerable<double> WholeCost(Study study, Coefficients numbers, PresentValue present)
    {
        int final = study.Periods.Count - 1;
        return Enumerable.Range(0, study.Periods.Count).Select(v =>
            numbers.Learned("pipe", study.Periods[v].From)
            * (present.Capital(v, final, numbers.PipeLife) + (numbers.PipeOm * present.Annuity(v, final))));
    }
}
