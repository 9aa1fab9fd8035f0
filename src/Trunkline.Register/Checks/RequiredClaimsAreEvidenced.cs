using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// Each event, entry, stacking rule and filled cell rests on at least one claim whose words stand in a kept text. So does everything that an imported account asserts;
/// and a record without an event asserts nothing that could be evidenced.
/// </summary>
internal static class RequiredClaimsAreEvidenced
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft)
    {
        HashSet<string> complete =
        [
            .. from source in draft.Sources
               from claim in source.Content.Claims
               where new Evidence(claim, source.Content).IsComplete
               select claim.Id,
        ];
        return draft.CitedPlaces
            .Where(place => place.IsRequired && !place.Claims.Any(complete.Contains))
            .SelectMany(Unevidenced)
            .Concat(draft.Records.SelectMany(Assertions));
    }

    /// <summary>To name no claim at all is one thing more to answer for than to name one that cannot be checked.</summary>
    private static IEnumerable<Problem> Unevidenced(CitedPlace place)
    {
        if (place.Claims.Count == 0)
        {
            yield return new Problem(place.Where, "rests on nothing.", "Name a claim.");
        }

        yield return new Problem(
            place.Where,
            place.Claims.Count == 0 ? "no kept text stands behind it." : $"rests on {string.Join(", ", place.Claims.Select(c => $"'{c}'"))}, and no kept text stands behind it.",
            "Keep an extract of the source under sources/<sha256>.txt and quote the words that say so.");
    }

    private static IEnumerable<Problem> Assertions(RecordDraft record)
    {
        if (record.Document is { Content.Events.Count: 0 } document)
        {
            yield return new Problem($"{document.File} /events", "is empty.", "Say what happened to the policy and when, each event with its claim.");
        }

        if (record.Account is { } account)
        {
            foreach (string field in AccountFields.Asserted(account.Content))
            {
                yield return new Problem(
                    $"{account.File} {field}",
                    "is asserted without evidence.",
                    "Find the primary source, make the claim in evidence/ and cite it from policy.json; the account itself is never believed.");
            }
        }
    }
}
