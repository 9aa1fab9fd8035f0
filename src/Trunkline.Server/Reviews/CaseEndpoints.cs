using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Register;
using Trunkline.Store;

namespace Trunkline.Server.Reviews;

/// <summary>Changes of the register from draft to version: drafted by one person, judged claim by claim and accepted by another.</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder reviews = api.MapGroup("/reviews").WithTags("Reviews");
        reviews.MapGet("", List).WithName("listReviews");
        reviews.MapGet("{id}", Page).WithName("getReview");
        reviews.MapPost("", Draft).WithName("draftReview").Needs(Role.Analyst);
        reviews.MapPut("{id}", Redraft).WithName("redraftReview").Needs(Role.Analyst);
        reviews.MapPost("{id}/submit", Submit).WithName("submitReview").Needs(Role.Analyst);
        reviews.MapPost("{id}/withdraw", Withdraw).WithName("withdrawReview").Needs(Role.Analyst);
        reviews.MapPut("{id}/claims/{claim}", Judge).WithName("judgeClaim").Needs(Role.Reviewer);
        reviews.MapPost("{id}/accept", Accept).WithName("acceptReview").Needs(Role.Reviewer);
        reviews.MapPost("{id}/return", Return).WithName("returnReview").Needs(Role.Reviewer);
        api.MapGet("/register/records/{id}/editions", Editions).WithName("listEditions").WithTags("Reviews");
    }

    /// <summary>All changes of the register, the newest first.</summary>
    internal static Ok<ItemList<CaseItem>> List(ReviewDesk desk)
    {
        CaseItem[] items = [.. desk.All().Select(CaseItem.Of)];
        return TypedResults.Ok(new ItemList<CaseItem>(items, items.Length));
    }

    /// <summary>One change: its files, each claim to be judged beside its evidence, what was said, what the gates hold against it.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CasePage>, ProblemHttpResult> Page(string id, ReviewDesk desk, HttpResponse response)
    {
        if (desk.Find(id) is not { } stored)
        {
            return Problems.NotFound($"review '{id}'");
        }

        response.Headers.ETag = CaseItem.TagOf(stored);
        return TypedResults.Ok(PageOf(stored, desk.With(stored.Review)));
    }

    /// <summary>Drafts a change of a record: the files that become others, and why.</summary>
    internal static Results<Created<CaseItem>, ProblemHttpResult> Draft(CaseDraft draft, ReviewDesk desk, Law law)
    {
        if (law.Find(draft.Record) is not { } record)
        {
            return Problems.NotFound($"record '{draft.Record}'");
        }

        Checked<StoredCase> made = desk.Draft(record, draft);
        return made.IsRight ? TypedResults.Created($"/api/v1/reviews/{made.Value.Id}", CaseItem.Of(made.Value)) : Problems.WrongInput(made.Problems);
    }

    /// <summary>Writes a draft anew. Its author only; what was judged is judged anew. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Redraft(string id, CaseRedraft draft, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, (stored, record) => desk.Redraft(stored, record, draft));

    /// <summary>Asks for review. Its author only. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Submit(string id, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, desk.Submit);

    /// <summary>Takes a change back. Its author only. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Withdraw(string id, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, desk.Withdraw);

    /// <summary>Says whether the evidence of a claim supports it. Anybody but the author. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    /// <param name="claim">Id of the claim.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Judge(string id, string claim, CaseVerdict verdict, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, (stored, record) => desk.Judge(stored, record, claim, verdict));

    /// <summary>Makes a change a version of its record, once every claim was found supported. Anybody but the author. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Accept(string id, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, (stored, _) => desk.Accept(stored));

    /// <summary>Gives a change back to its author, with a reason. Anybody but the author. Send the ETag as If-Match.</summary>
    /// <param name="id">Id of the change.</param>
    internal static Results<Ok<CaseItem>, ProblemHttpResult> Return(string id, CaseReturn given, HttpRequest request, ReviewDesk desk, Law law) =>
        Step(id, request, desk, law, (stored, record) => desk.Return(stored, record, given.Why));

    /// <summary>The versions of a record that came of reviews: who, when, why.</summary>
    /// <param name="id">Id of the record.</param>
    internal static Results<Ok<IReadOnlyList<EditionSeen>>, ProblemHttpResult> Editions(string id, Law law, TrunklineStore store) =>
        law.Find(id) is null ? Problems.NotFound($"record '{id}'") : TypedResults.Ok<IReadOnlyList<EditionSeen>>([.. store.Reviews.Editions(id).Select(EditionSeen.Of)]);

    private static Results<Ok<CaseItem>, ProblemHttpResult> Step(string id, HttpRequest request, ReviewDesk desk, Law law, Func<StoredCase, PolicyRecord, StepTaken> take)
    {
        if (desk.Find(id) is not { } stored || law.Find(stored.Review.Record) is not { } record)
        {
            return Problems.NotFound($"review '{id}'");
        }

        string? version = request.Headers.IfMatch;
        if (version is null)
        {
            return Problems.VersionRequired();
        }

        if (version != CaseItem.TagOf(stored))
        {
            return Problems.ChangedMeanwhile();
        }

        StepTaken taken = take(stored, record);
        return taken.Outcome switch
        {
            Edited.Missing => Problems.NotFound($"review '{id}'"),
            Edited.ChangedMeanwhile => Problems.ChangedMeanwhile(),
            _ when taken.Problems.Count > 0 => Refused(taken.Problems),
            _ => TypedResults.Ok(CaseItem.Of(taken.Case!)),
        };
    }

    private static ProblemHttpResult Refused(IReadOnlyList<Problem> problems) => Problems.Of(
        StatusCodes.Status409Conflict, "not-now", "This cannot be done to the change as it stands.", "就该变更目前的状态而言无法进行此操作。", [.. problems.Select(p => Problems.Seen(p))]);

    private static CasePage PageOf(StoredCase stored, Proposed proposed)
    {
        ReviewCase review = stored.Review;
        int cut = review.Files[0].Path.IndexOf('/', review.Files[0].Path.IndexOf('/', StringComparison.Ordinal) + 1) + 1;
        return new CasePage(
            CaseItem.Of(stored),
            review.Base,
            [.. review.Files.Select(f => new ProposedFile(f.Path[cut..], f.Text))],
            [.. review.Claims.Select(c => ToJudge(c, review, proposed.Register))],
            [.. review.Steps.Select(Event)],
            [.. proposed.Held.Select(FailureSeen.Of)]);
    }

    private static ClaimToJudge ToJudge(string claim, ReviewCase review, PolicyRegister? register)
    {
        CaseStep.Judged? said = review.Judgements.FirstOrDefault(j => j.Claim == claim);
        IEnumerable<ClaimSeen> evidence =
            from record in register?.Records ?? []
            from source in record.Sources
            from one in source.Claims
            where one.Id == claim
            select ClaimSeen.Of(new Evidence(one, source), record.Id);
        return new ClaimToJudge(claim, evidence.FirstOrDefault(), said?.Verdict, said?.By, said?.Note);
    }

    private static CaseEvent Event(CaseStep step) => new(
        step.GetType().Name.ToLowerInvariant(),
        step.By,
        step.At,
        (step as CaseStep.Judged)?.Claim,
        step switch
        {
            CaseStep.Drafted s => s.Why,
            CaseStep.Redrafted s => s.Why,
            CaseStep.Returned s => s.Why,
            CaseStep.Judged s => s.Verdict == Verdict.Supports ? s.Note : s.Note ?? "not supported",
            _ => null,
        });
}
