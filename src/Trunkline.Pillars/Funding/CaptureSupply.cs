namespace Trunkline.Pillars;

/// <summary>The plants of a use case, each with what it would cost and earn per tonne.</summary>
/// <param name="Plants">Those with a cost, in order of id.</param>
/// <param name="Co2">CO2 of the use case in the study's region before capture, t/y, plants without a cost included.</param>
public sealed record CaptureSupply(IReadOnlyList<Plant> Plants, double Co2)
{
    /// <summary>Capital of a unit per t/y: the mean over the plants by capacity, $; null where no plant has a cost.</summary>
    public double? CapitalPerTonne => Plants.Count == 0 ? null : Plants.Sum(p => p.Capital) / Plants.Sum(p => p.Rate);

    /// <summary>What capital costs a tonne captured, over all plants, $/y.</summary>
    public double CapitalPerYear => Plants.Sum(p => p.Rate * p.Capture * p.CapitalShare);
}

/// <summary>One plant that could capture.</summary>
/// <param name="Rate">What a unit captures, t/y.</param>
/// <param name="Capture">Capture cost at today's capital, $/t.</param>
/// <param name="CapitalShare">Share of it that is capital, the part that learns.</param>
/// <param name="Capital">Overnight, $.</param>
/// <param name="Onward">Transport and storage less credit for a start in each period, $/t; null where no storage is ready.</param>
public sealed record Plant(string Id, double Rate, double Capture, double CapitalShare, double Capital, IReadOnlyList<double?> Onward)
{
    /// <summary>What a tonne costs its owner when started in a period; infinite where no storage is ready.</summary>
    /// <param name="multiplier">What capital cost is multiplied by.</param>
    public double Net(int period, double multiplier) =>
        Onward[period] is { } onward ? (Capture * (1 - CapitalShare + (CapitalShare * multiplier))) + onward : double.PositiveInfinity;
}
