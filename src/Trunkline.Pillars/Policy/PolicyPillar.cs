namespace Trunkline.Pillars;

/// <summary>Pillar 3, policy alignment.</summary>
/// <param name="BreakEvens">The credit at which each stream or train would just pay for itself, in order of id.</param>
/// <param name="SupplyCurve">The same as a curve: what would be captured at each credit.</param>
public sealed record PolicyPillar(IReadOnlyList<BreakEven> BreakEvens, SupplyCurve SupplyCurve)
{
    internal static PolicyPillar Of(PillarInput input)
    {
        IReadOnlyList<BreakEven> breakEvens = BreakEven.Of(input);
        return new PolicyPillar(breakEvens, SupplyCurve.Of(breakEvens));
    }
}
