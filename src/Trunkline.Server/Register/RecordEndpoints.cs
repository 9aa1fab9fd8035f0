using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Report;
using Trunkline.Server.Http;
using Trunkline.Store;

namespace Trunkline.Server.Register;

/// <summary>The register: what there is, the list with facets, one record.</summary>
internal static class RecordEndpoints
{
    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder register = api.MapGroup("/register").WithTags("Register");
        register.MapGet("", Glance).WithName("getRegister");
        register.MapGet("terms", Terms).WithName("getTerms");
        register.MapGet("records", List).WithName("listRecords");
        register.MapGet("records/{id}", Record).WithName("getRecord");
        register.MapGet("records/{id}/sources/{hash}", Source).WithName("getSourceText").Produces<string>(StatusCodes.Status200OK, "text/plain");
    }

    /// <summary>How many records there are, in which states, and the days that a slider goes over.</summary>
    internal static Ok<RegisterSeen> Glance(Law law)
    {
        PolicyRegister register = law.Register;
        DateOnly[] days = [.. register.Records.SelectMany(r => r.Document.Events).Select(e => e.Date)];
        return TypedResults.Ok(new RegisterSeen(
            register.Version,
            law.Today,
            register.Records.Count,
            register.ParameterIds.Count,
            register.Records.Sum(r => r.Sources.Sum(s => s.Claims.Count)),
            register.Records.GroupBy(r => RegisterTerms.Code(law.Standing(r).State)).ToDictionary(g => g.Key, g => g.Count()),
            [.. register.Records.Select(r => r.Document.Jurisdiction).Distinct().Order(StringComparer.Ordinal)],
            [.. register.Overlays.Select(o => new OverlaySeen(o.Id, o.Titles, o.Says, o.Kind))],
            register.Modes,
            days.DefaultIfEmpty(law.Today).Min(),
            days.DefaultIfEmpty(law.Today).Max()));
    }

    /// <summary>What every code is called, by family, in both languages.</summary>
    internal static Ok<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Bilingual>>> Terms()
    {
        Type[] families =
        [
            typeof(InstrumentKind), typeof(PolicyCategory), typeof(ValueChainStage), typeof(BindingLevel), typeof(DocumentStatus), typeof(EventKind), typeof(RelationKind), typeof(LegalForce),
            typeof(ReviewState), typeof(Gate), typeof(EvidenceRank), typeof(CellState), typeof(CriterionGroup), typeof(StackingEffect), typeof(StackingScope), typeof(ChangeKind), typeof(SearchField),
        ];
        return TypedResults.Ok<IReadOnlyDictionary<string, IReadOnlyDictionary<string, Bilingual>>>(families.ToDictionary(
            f => char.ToLowerInvariant(f.Name[0]) + f.Name[1..],
            f => (IReadOnlyDictionary<string, Bilingual>)Enum.GetValues(f).Cast<Enum>().Where(RegisterTerms.Has).ToDictionary(RegisterTerms.Code, RegisterTerms.Of)));
    }

    /// <summary>Records on a day, narrowed by what is asked; several values of one facet are alternatives.</summary>
    /// <param name="q">Words that must stand in the record, in either language.</param>
    /// <param name="asOf">The day; today where left out.</param>
    /// <param name="jurisdiction">Codes, for example us or us-tx.</param>
    /// <param name="kind">Kinds of instrument.</param>
    /// <param name="status">States of the document.</param>
    /// <param name="state">Review states.</param>
    /// <param name="force">Legal force on the day.</param>
    /// <param name="cluster">English names of clusters.</param>
    internal static Ok<RecordList> List(
        Law law, string? q, DateOnly? asOf, string[]? jurisdiction, string[]? kind, string[]? status, string[]? state, string[]? force, string[]? cluster)
    {
        DateOnly day = asOf ?? law.Today;
        RecordItem[] all = [.. law.Register.Records.Select(r => Item(law, r, day))];
        HashSet<string>? found = string.IsNullOrWhiteSpace(q) ? null : [.. law.Register.Search.Find(q, int.MaxValue).Hits.Select(h => h.RecordId)];
        RecordItem[] shown =
        [
            .. all.Where(r => (found is null || found.Contains(r.Id))
                && Any(jurisdiction, r.Jurisdiction)
                && Any(kind, RegisterTerms.Code(r.InstrumentKind))
                && Any(status, RegisterTerms.Code(r.DocumentStatus))
                && Any(state, RegisterTerms.Code(r.State))
                && Any(force, RegisterTerms.Code(r.Force))
                && (cluster is not { Length: > 0 } || r.Clusters.Any(c => cluster.Contains(c.En)))),
        ];
        return TypedResults.Ok(new RecordList(shown, shown.Length, day, Facets(all)));
    }

    /// <summary>One record on a day: events, parameters, claims beside their evidence, conflicts, relations, text in both languages.</summary>
    /// <param name="id">Id of the record, or of a revision of it: us.45q@1.</param>
    /// <param name="asOf">The day; today where left out.</param>
    internal static Results<Ok<RecordPage>, ProblemHttpResult> Record(string id, DateOnly? asOf, Law law, TrunklineStore store) =>
        law.Find(id) is { } record ? TypedResults.Ok(Page(law, record, asOf ?? law.Today, store)) : Problems.NotFound($"record '{id}'");

    /// <summary>The text of a source that the register keeps.</summary>
    /// <param name="id">Id of the record.</param>
    /// <param name="hash">SHA-256 of the text.</param>
    internal static Results<ContentHttpResult, ProblemHttpResult> Source(string id, string hash, Law law) =>
        law.Find(id)?.Archived.TryGetValue(hash, out string? text) == true ? TypedResults.Text(text, "text/plain; charset=utf-8") : Problems.NotFound($"source '{hash}' of '{id}'");

    private static bool Any(string[]? asked, string actual) => asked is not { Length: > 0 } || asked.Contains(actual);

    private static RecordItem Item(Law law, PolicyRecord record, DateOnly day)
    {
        PolicyDocument d = record.Document;
        return new RecordItem(
            d.Id,
            d.Jurisdiction,
            d.Titles,
            d.InstrumentKind,
            d.Category,
            d.BindingLevel,
            d.DocumentStatus,
            record.ForceOn(day),
            law.Standing(record).State,
            d.Clusters ?? [],
            d.ValueChain,
            record.Parameters.Count,
            record.Sources.Sum(s => s.Claims.Count),
            d.Events.Where(e => e.Date <= day).Select(e => (DateOnly?)e.Date).DefaultIfEmpty(null).Max());
    }

    private static Dictionary<string, IReadOnlyList<FacetValue>> Facets(RecordItem[] all) => new()
    {
        ["jurisdiction"] = [.. all.GroupBy(r => r.Jurisdiction).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FacetValue(g.Key, g.Count(), null))],
        ["kind"] = Counted(all, r => r.InstrumentKind),
        ["status"] = Counted(all, r => r.DocumentStatus),
        ["state"] = Counted(all, r => r.State),
        ["force"] = Counted(all, r => r.Force),
        ["cluster"] = [.. all.SelectMany(r => r.Clusters).GroupBy(c => c).OrderBy(g => g.Key.En, StringComparer.Ordinal).Select(g => new FacetValue(g.Key.En, g.Count(), g.Key))],
    };

    private static FacetValue[] Counted(RecordItem[] all, Func<RecordItem, Enum> of) =>
        [.. all.GroupBy(of).OrderByDescending(g => g.Count()).Select(g => new FacetValue(RegisterTerms.Code(g.Key), g.Count(), RegisterTerms.Of(g.Key)))];

    private static RecordPage Page(Law law, PolicyRecord record, DateOnly day, TrunklineStore store)
    {
        RecordStanding standing = law.Standing(record);
        LegalForce force = record.ForceOn(day);
        PolicyEvent? given = record.Document.Events.LastOrDefault(e => e.ForceAfter() is not null && e.Date <= day);
        return new RecordPage(
            record.Document,
            day,
            force,
            given?.Date,
            LastInForce(record, force, given),
            standing.State,
            [.. record.Parameters.Select(p => Parameter(p, day))],
            [.. record.Sources.SelectMany(s => s.Claims.Select(c => ClaimSeen.Of(new Evidence(c, s), record.Id)))],
            [.. law.Register.Graph.Leaving(record.Id, day).Concat(law.Register.Graph.Arriving(record.Id, day)).Select(EdgeSeen.Of)],
            [.. standing.Failures.Select(FailureSeen.Of)],
            record.Text,
            record.Document.Revision?.Number ?? 1,
            [.. record.Earlier.Append(record).Select(r => new RevisionSeen(r.Document.Revision?.Number ?? 1, r.Document.Revision?.Made, r.Document.Revision?.Reason, r.Version))],
            RestingPlans.On(store, record.Id),
            record.Version);
    }

    private static DateOnly? LastInForce(PolicyRecord record, LegalForce force, PolicyEvent? given) =>
        force is LegalForce.Ended or LegalForce.Suspended && given is { Precision: DatePrecision.Day } && record.ForceOn(given.Date.AddDays(-1)) == LegalForce.InForce
            ? given.Date.AddDays(-1)
            : null;

    private static ParameterSeen Parameter(PolicyParameter p, DateOnly day) => new(
        p.Id, p.Titles, p.Unit, p.Money, p.Dims, p.Multipliers ?? [], p.Choices ?? [], p.NotModelled ?? [], [.. p.Entries.Select(e => EntrySeen.Of(e, day))]);
}
