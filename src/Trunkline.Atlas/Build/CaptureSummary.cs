using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>What a dataset says about one process: how much CO2, how much of it has a cost, and how dear it is.</summary>
/// <param name="Co2">Of all streams.</param>
/// <param name="Capturable">What units would capture of the streams with a cost.</param>
/// <param name="MedianCost">Levelised at the rate asked for, over the streams with a cost; null where there is none.</param>
public sealed record CaptureSummary(string Process, int Streams, TonnesPerYear Co2, int StreamsWithCost, TonnesPerYear Capturable, UsdPerTonne? MedianCost)
{
    /// <summary>One line a process, most CO2 first.</summary>
    /// <param name="rate">Real discount rate of the levelised cost.</param>
    public static IReadOnlyList<CaptureSummary> Of(Dataset data, Fraction rate) =>
    [
        .. data.Streams.GroupBy(s => s.Process).Select(g => One(data, g.Key, [.. g], rate)).OrderByDescending(s => s.Co2.Value).ThenBy(s => s.Process, StringComparer.Ordinal),
    ];

    /// <summary>Capital over its life, yearly cost, O&amp;M and energy per tonne captured, learning and credits left out.</summary>
    public static UsdPerTonne Levelised(CaptureStream stream, CaptureCost cost, Dataset data, Fraction rate)
    {
        double r = rate.Value, life = data.Parameter(KnownParameters.CaptureLife).Value;
        double recovery = r == 0 ? 1 / life : r / (1 - Math.Pow(1 + r, -life));
        double energy = (cost.ElectricityMwhPerTonne * data.Parameter(KnownParameters.ElectricityPrice).Value)
            + (cost.HeatGjPerTonne * data.Parameter(KnownParameters.HeatPrice).Value);
        double yearly = (cost.Capex.Value * recovery) + cost.FixedOm.Value;
        return new UsdPerTonne((yearly / Captured(stream)) + cost.VariableOm.Value + energy);
    }

    private static CaptureSummary One(Dataset data, string process, CaptureStream[] streams, Fraction rate)
    {
        CaptureStream[] known = [.. streams.Where(s => s.Cost is not null)];
        double[] costs = [.. known.Select(s => Levelised(s, s.Cost!, data, rate).Value).Order()];
        return new CaptureSummary(
            process,
            streams.Length,
            streams.Select(s => s.Co2).Sum(),
            known.Length,
            new TonnesPerYear(known.Sum(Captured)),
            costs.Length > 0 ? new UsdPerTonne(costs[(costs.Length - 1) / 2]) : null);
    }

    private static double Captured(CaptureStream stream) => stream.Co2.Value * stream.CaptureRate.Value;
}
