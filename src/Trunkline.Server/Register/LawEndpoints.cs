using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;

namespace Trunkline.Server.Register;

/// <summary>A policy and its force on a day.</summary>
internal sealed record PolicyOnDay(string Id, Bilingual Titles, LegalForce Force);

/// <summary>An entry that holds on a day.</summary>
/// <param name="Where">The other circumstances in which it holds, in words.</param>
internal sealed record EntryOnDay(string Parameter, string Entry, string Where, PolicyValue? Value, string Unit, ReviewState State, Confidence Confidence, string? Overlay);

/// <summary>Everything that the law said on a day.</summary>
internal sealed record LawOnDay(DateOnly AsOf, IReadOnlyList<PolicyOnDay> Policies, IReadOnlyList<EntryOnDay> Entries);

/// <summary>Something that happened, with the policy that it happened to.</summary>
internal sealed record TimelineEvent(string Record, Bilingual Titles, string Jurisdiction, DateOnly Date, DatePrecision Precision, EventKind Kind, Bilingual? Note);

/// <summary>A policy whose force changed, or to which something happened.</summary>
internal sealed record PolicyChanged(string Id, Bilingual Titles, LegalForce Before, LegalForce After, IReadOnlyList<PolicyEvent> Events);

/// <summary>A question that is answered otherwise.</summary>
internal sealed record AnswerChanged(string Question, AnswerSeen Before, AnswerSeen After);

/// <summary>A parameter whose entries in force changed.</summary>
internal sealed record ParameterChanged(string Id, IReadOnlyList<EntrySeen> Left, IReadOnlyList<EntrySeen> Came, IReadOnlyList<AnswerChanged> Answers);

/// <summary>What the law changed between two days.</summary>
internal sealed record LawChanges(
    DateOnly From, DateOnly To, IReadOnlyList<PolicyChanged> Policies, IReadOnlyList<ParameterChanged> Parameters, IReadOnlyList<EdgeSeen> Relations, IReadOnlyList<CellDifference> Cells);

/// <summary>One field in which two accounts differ.</summary>
internal sealed record FieldDifference(string Field, ChangeKind Kind, Bilingual? Before, Bilingual? After, IReadOnlyList<string> EvidenceBefore, IReadOnlyList<string> EvidenceAfter, Bilingual? Reason);

/// <summary>Everything in which two records, or two revisions of one, differ.</summary>
internal sealed record RecordDifference(string Before, string After, Bilingual? Reason, IReadOnlyList<FieldDifference> Changes);

/// <summary>The law as of a day, between two days, and between two accounts.</summary>
internal static class LawEndpoints
{
    public static void MapLaw(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder register = api.MapGroup("/register").WithTags("Register");
        register.MapGet("asof", AsOf).WithName("getLawAsOf");
        register.MapGet("timeline", Timeline).WithName("getTimeline");
        register.MapGet("changes", Changes).WithName("getLawChanges");
        register.MapGet("diff", Diff).WithName("diffRecords");
    }

    /// <summary>Everything that the law said on a day.</summary>
    /// <param name="date">The day; today where left out.</param>
    /// <param name="overlay">Changes of the law to assume, by id, in order.</param>
    internal static Results<Ok<LawOnDay>, ProblemHttpResult> AsOf(Law law, DateOnly? date, string[]? overlay)
    {
        Checked<PolicyRegister> register = law.With(overlay);
        if (!register.IsRight)
        {
            return Problems.WrongInput(register.Problems);
        }

        RegisterView view = register.Value.AsOf(date ?? law.Today);
        return TypedResults.Ok(new LawOnDay(
            view.AsOf,
            [.. register.Value.Records.Select(r => new PolicyOnDay(r.Id, r.Document.Titles, r.ForceOn(view.AsOf)))],
            [.. view.InForce().Select(e => new EntryOnDay(e.Parameter.Id, e.Entry.Id, e.Where(), e.Entry.Value, e.Parameter.Unit, e.State, e.Confidence, e.Overlay))]));
    }

    /// <summary>All events of all policies, oldest first.</summary>
    internal static Ok<IReadOnlyList<TimelineEvent>> Timeline(Law law) => TypedResults.Ok<IReadOnlyList<TimelineEvent>>(
    [
        .. from record in law.Register.Records
           from happened in record.Document.Events
           orderby happened.Date, record.Id
           select new TimelineEvent(record.Id, record.Document.Titles, record.Document.Jurisdiction, happened.Date, happened.Precision, happened.Kind, happened.Note),
    ]);

    /// <summary>What the law changed between two days: force, entries, answers, relations, cells of the matrix.</summary>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day.</param>
    internal static Results<Ok<LawChanges>, ProblemHttpResult> Changes(Law law, DateOnly from, DateOnly to)
    {
        if (from >= to)
        {
            return Problems.WrongInput([new Problem("from", $"{from:yyyy-MM-dd} is not before {to:yyyy-MM-dd}.", "Give the earlier day first.")]);
        }

        RegisterChanges changes = RegisterDiff.Between(law.Register, from, to);
        return TypedResults.Ok(new LawChanges(
            from,
            to,
            [.. changes.Policies.Select(p => new PolicyChanged(p.PolicyId, law.Register.Find(p.PolicyId)!.Document.Titles, p.Before, p.After, p.Events))],
            [.. changes.Parameters.Select(p => Parameter(law, p, from, to))],
            [.. changes.Relations.Select(EdgeSeen.Of)],
            [.. changes.Cells.Select(c => CellDifference.Of(c, law.Register))]));
    }

    /// <summary>Two records, or two revisions of one, field by field.</summary>
    /// <param name="before">Id, or id and revision: us.45q@1.</param>
    /// <param name="after">The same.</param>
    internal static Results<Ok<RecordDifference>, ProblemHttpResult> Diff(Law law, string before, string after)
    {
        if (law.Find(before) is not { } one || law.Find(after) is not { } other)
        {
            return Problems.NotFound($"record '{(law.Find(before) is null ? before : after)}'");
        }

        RecordDiff diff = RegisterDiff.Between(one, other);
        return TypedResults.Ok(new RecordDifference(
            diff.Before,
            diff.After,
            diff.Reason,
            [.. diff.Changes.Select(c => new FieldDifference(c.Field, c.Kind, c.Before, c.After, c.EvidenceBefore, c.EvidenceAfter, c.Reason))]));
    }

    private static ParameterChanged Parameter(Law law, ParameterChange changed, DateOnly from, DateOnly to) => new(
        changed.ParameterId,
        [.. changed.Left.Select(e => EntrySeen.Of(e, from))],
        [.. changed.Came.Select(e => EntrySeen.Of(e, to))],
        [
            .. changed.Answers.Select(a => new AnswerChanged(
                a.Question.Circumstances(), AnswerSeen.Of(a.Before, a.Question, law.Register.AsOf(from)), AnswerSeen.Of(a.After, a.Question, law.Register.AsOf(to)))),
        ]);
}
