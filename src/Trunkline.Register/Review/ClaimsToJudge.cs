namespace Trunkline.Register;

/// <summary>What a reviewer must hold against its source before a record can be trusted.</summary>
public static class ClaimsToJudge
{
    /// <summary>Ids of the claims that an event, an entry, a stacking rule or a projection of the record rests on, in order.</summary>
    public static IReadOnlyList<string> Of(PolicyRecord record) =>
        [.. CitedPlaces.Of(RecordDraft.Of(record)).Where(p => p.IsRequired).SelectMany(p => p.Claims).Distinct().Order(StringComparer.Ordinal)];
}
