using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Legal force rests on an event that gave it: nothing is suspended, resumed or ended that never began, and no law is adopted without an event.</summary>
internal static class ForceFollowsFromEvents
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.Records.SelectMany(OfRecord);

    private static IEnumerable<Problem> OfRecord(RecordDraft record)
    {
        if (record.Document is { } document)
        {
            foreach (Problem problem in Endings(document).Concat(Beginnings(document)))
            {
                yield return problem;
            }
        }

        if (record.Account is { Content.Status: { Length: > 0 } status } account && record.Document?.Content.Events.Any(GivesForce) != true)
        {
            yield return new Problem($"{account.File} /status", $"'{status}' claims a standing that no event supports.", "Add the event by which it came into force, with its claim, or none where it never did.");
        }
    }

    private static IEnumerable<Problem> Endings(Located<PolicyDocument> document) =>
        from happened in document.Content.Events.Index()
        where happened.Item.Kind is EventKind.Suspended or EventKind.Resumed or EventKind.Repealed or EventKind.Expired
        where !document.Content.Events.Take(happened.Index).Any(GivesForce)
        select new Problem(
            $"{document.File} /events/{happened.Index}/kind",
            "ends or pauses a force that no earlier event gave.",
            "Add the event by which it came into force, or call it withdrawn.");

    private static IEnumerable<Problem> Beginnings(Located<PolicyDocument> document)
    {
        PolicyDocument content = document.Content;
        bool claimsLaw = content.DocumentStatus == DocumentStatus.Adopted
            && content.BindingLevel is BindingLevel.Treaty or BindingLevel.Statute or BindingLevel.Regulation or BindingLevel.ExecutiveOrder;
        if (claimsLaw && !content.Events.Any(e => GivesForce(e) || e.Kind is EventKind.Adopted or EventKind.Ratified))
        {
            yield return new Problem($"{document.File} /documentStatus", "says adopted, and no event says when.", "Add the event by which it was adopted or came into force.");
        }
    }

    private static bool GivesForce(PolicyEvent happened) => happened.ForceAfter() == LegalForce.InForce;
}
