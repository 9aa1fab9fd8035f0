using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Arrows of one kind never lead back to where they began: no law amends, funds or supersedes itself by way of others.</summary>
internal static class RelationsFormNoCycle
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.ShapesAreRight ? Enum.GetValues<RelationKind>().SelectMany(kind => OfKind(draft, kind)) : [];

    private static IEnumerable<Problem> OfKind(RegisterDraft draft, RelationKind kind)
    {
        (string Where, string Source, string Target)[] arrows =
        [
            .. from document in draft.Documents
               from relation in document.Content.Relations.Index()
               where relation.Item.Kind == kind
               select ($"{document.File} /relations/{relation.Index}", document.Content.Id, relation.Item.Target),
        ];
        if (RelationCycles.Find(arrows.Select(a => (a.Source, a.Target))) is { } cycle)
        {
            yield return new Problem(
                arrows.First(a => a.Source == cycle[0] && a.Target == cycle[1]).Where,
                $"closes a circle of '{RegisterTerms.Code(kind)}': {string.Join(" -> ", cycle)}.",
                "Drop or turn round the arrow that is wrong; if both works changed each other, name the later act.");
        }
    }
}
