using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Every claim, policy, parameter and clause that is named exists. No dangling end.</summary>
internal static class ReferencesHaveTargets
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.ShapesAreRight
        ? ClaimsExist(draft).Concat(NamesExist(draft)).Concat(ReadingsExist(draft)).Concat(ClausesExist(draft))
        : [];

    private static IEnumerable<Problem> ClaimsExist(RegisterDraft draft)
    {
        HashSet<string> claims = [.. draft.Sources.SelectMany(s => s.Content.Claims).Select(c => c.Id)];
        return
            from place in draft.CitedPlaces
            from id in place.Claims
            where !claims.Contains(id)
            select new Problem(place.Where, $"claim '{id}' does not exist.", "Name a claim of a file in an evidence folder, or add it there.");
    }

    private static IEnumerable<Problem> NamesExist(RegisterDraft draft)
    {
        HashSet<string> policies = [.. draft.Documents.Select(d => d.Content.Id)];
        HashSet<string> parameters = [.. draft.Parameters.Select(p => p.Content.Id)];
        HashSet<string> benefits = [.. policies, .. parameters];
        HashSet<string> overlays = [.. draft.Overlays.Select(o => o.Content.Id)];
        return
        [
            .. Missing(draft.Documents.SelectMany(Targets), "policy", policies),
            .. Missing(draft.Documents.SelectMany(Benefits), "policy or parameter", benefits),
            .. Missing(draft.Overlays.SelectMany(Parameters), "parameter", parameters),
            .. Missing(draft.Overlays.SelectMany(Policies), "policy", policies),
            .. Missing(draft.Modes.SelectMany(Overlays), "overlay", overlays),
        ];
    }

    private static IEnumerable<Problem> Missing(IEnumerable<(string Where, string? Name)> named, string what, HashSet<string> known) =>
        from name in named
        where name.Name is not null && !known.Contains(name.Name)
        select new Problem(name.Where, $"{what} '{name.Name}' does not exist.", "Correct the name, add what it names, or drop it.");

    private static IEnumerable<(string Where, string? Name)> Targets(Located<PolicyDocument> document) =>
        document.Content.Relations.Index().Select(r => ($"{document.File} /relations/{r.Index}/target", (string?)r.Item.Target));

    private static IEnumerable<(string Where, string? Name)> Benefits(Located<PolicyDocument> document) =>
        (document.Content.Stacking ?? []).Index().Select(s => ($"{document.File} /stacking/{s.Index}/with", (string?)s.Item.With));

    private static IEnumerable<(string Where, string? Name)> Parameters(Located<PolicyOverlay> overlay) =>
        (overlay.Content.Parameters ?? []).Index().Select(p => ($"{overlay.File} /parameters/{p.Index}/id", (string?)p.Item.Id));

    private static IEnumerable<(string Where, string? Name)> Policies(Located<PolicyOverlay> overlay) =>
        (overlay.Content.Events ?? []).Index().Select(e => ($"{overlay.File} /events/{e.Index}/policy", (string?)e.Item.Policy));

    private static IEnumerable<(string Where, string? Name)> Overlays(Located<PolicyMode> mode) =>
        mode.Content.Overlays.Index().Select(o => ($"{mode.File} /overlays/{o.Index}", (string?)o.Item));

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
