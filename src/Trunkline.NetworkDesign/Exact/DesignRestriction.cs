namespace Trunkline.NetworkDesign;

/// <summary>
/// Part of a problem: only these choices may be made. What exists already stays usable everywhere. The optimum of a part says nothing of the
/// whole, so a restricted run has no bound.
/// </summary>
/// <param name="MayBuy">Whether capacity may be bought on an arc in a period.</param>
/// <param name="MayTake">Whether a supply may take an option.</param>
/// <param name="Start">A solution within the part to start from, or null.</param>
public sealed record DesignRestriction(Func<int, int, bool> MayBuy, Func<int, int, bool> MayTake, DesignSolution? Start = null)
{
    /// <summary>No restriction.</summary>
    public static readonly DesignRestriction None = new((_, _) => true, (_, _) => true);
}
