using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every claim, policy, parameter and clause that is named exists. No dangling end.</summary>
internal static class ReferencesHaveTargets
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.ShapesAreRight ? ClaimsExist(draft).Concat(PoliciesExist(draft)).Concat(ReadingsExist(draft)).Concat(ClausesExist(draft)) : [];

    private static IEnumerable<Problem> ClaimsExist(RegisterDraft draft)
    {
        HashSet<string> claims = [.. draft.Sources.SelectMany(s => s.Content.Claims).Select(c => c.Id)];
        return
            from cited in draft.Parameters.SelectMany(CitedByParameter).Concat(draft.Documents.SelectMany(CitedByDocument))
            from id in cited.Claims
            where !claims.Contains(id)
            select new Problem(cited.Where, $"claim '{id}' does not exist.", "Name a claim of a file in an evidence folder, or add it there.");
    }

    private static IEnumerable<(string Where, IReadOnlyList<string> Claims)> CitedByParameter(Located<PolicyParameter> parameter)
    {
        foreach ((int i, PolicyEntry entry) in parameter.Content.Entries.Index())
        {
            yield return ($"{parameter.File} /entries/{i}/evidence", entry.Evidence);
        }

        if (parameter.Content.Projection is { } rule)
        {
            yield return ($"{parameter.File} /projection/evidence", rule.Evidence);
        }
    }

    private static IEnumerable<(string Where, IReadOnlyList<string> Claims)> CitedByDocument(Located<PolicyDocument> document) =>
    [
        .. document.Content.Events.Index().Select(e => ($"{document.File} /events/{e.Index}/evidence", e.Item.Evidence)),
        .. document.Content.NotModelled.Index().Select(c => ($"{document.File} /notModelled/{c.Index}/evidence", c.Item.Evidence)),
        .. from conflict in document.Content.Conflicts.Index()
           from reading in conflict.Item.Readings.Index()
           select ($"{document.File} /conflicts/{conflict.Index}/readings/{reading.Index}/evidence", reading.Item.Evidence),
    ];

    private static IEnumerable<Problem> PoliciesExist(RegisterDraft draft)
    {
        HashSet<string> policies = [.. draft.Documents.Select(d => d.Content.Id)];
        return
            from document in draft.Documents
            from relation in document.Content.Relations.Index()
            where !policies.Contains(relation.Item.Target)
            select new Problem($"{document.File} /relations/{relation.Index}/target", $"policy '{relation.Item.Target}' does not exist.", "Add its record, or drop the relation.");
    }

    private static IEnumerable<Problem> ReadingsExist(RegisterDraft draft) =>
        from document in draft.Documents
        from conflict in document.Content.Conflicts.Index()
        where conflict.Item.Readings.Count < 2 || conflict.Item.Readings.All(r => r.Id != conflict.Item.Used)
        select new Problem($"{document.File} /conflicts/{conflict.Index}", "does not hold two readings of which one is used.", "Give each side's reading and name the one used by its id.");

    private static IEnumerable<Problem> ClausesExist(RegisterDraft draft) =>
        from record in draft.Records
        from parameter in record.Parameters
        from clause in (parameter.Content.NotModelled ?? []).Index()
        where record.Document is { } document && document.Content.NotModelled.All(c => c.Id != clause.Item)
        select new Problem($"{parameter.File} /notModelled/{clause.Index}", $"clause '{clause.Item}' is not in notModelled of the policy.", "Describe it there.");
}
