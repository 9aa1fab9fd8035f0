using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A claim that nothing rests on is either not needed or has lost its place.</summary>
internal static class EveryClaimIsUsed
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft)
    {
        HashSet<string> cited = [.. draft.CitedPlaces.SelectMany(p => p.Claims)];
        return
            from source in draft.Sources
            from claim in source.Content.Claims.Index()
            where !cited.Contains(claim.Item.Id)
            select new Problem($"{source.File} /claims/{claim.Index}/id", $"nothing rests on claim '{claim.Item.Id}'.", "Cite it where it belongs, or drop it.");
    }
}
