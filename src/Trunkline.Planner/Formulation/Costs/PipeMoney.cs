using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>What a pipe costs to lay.</summary>
internal static class PipeMoney
{
    /// <summary>Undiscounted capital of what is bought in a period, boosters included.</summary>
    public static double Capital(AuditedPlan audited, PlannedPipe pipe, int period)
    {
        PipeTrend trend = audited.Trend(pipe.Trend[period]!);
        double perKm = trend.FixedUsdPerKm + ((trend.SlopeUsdPerKmPerTonnePerYear + audited.Numbers.BoosterCapital) * pipe.Bought[period].Value);
        return pipe.WeightedLength.Value * perKm * audited.Numbers.Learned("pipe", audited.Periods[period].From);
    }
}
