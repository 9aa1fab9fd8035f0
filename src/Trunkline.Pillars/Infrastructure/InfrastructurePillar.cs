namespace Trunkline.Pillars;

/// <summary>Pillar 2, infrastructure first.</summary>
/// <param name="Hubs">All hubs, the largest first; those of one or two sites too.</param>
/// <param name="FirstTenYears">What to start by the tenth year, in order.</param>
/// <param name="Energy">What capture and direct air capture need, by period, beside what the study allows.</param>
public sealed record InfrastructurePillar(IReadOnlyList<Hub> Hubs, IReadOnlyList<StartOfHub> FirstTenYears, IReadOnlyList<EnergyOfPeriod> Energy)
{
    internal static InfrastructurePillar Of(PillarInput input, IReadOnlyList<Hub> hubs) =>
        new(hubs, Pillars.FirstTenYears.Of(input, hubs), EnergyOfPeriod.Of(input));
}
