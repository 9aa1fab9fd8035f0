using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;
using Trunkline.Server.Identity;
using Trunkline.Server.Jobs;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>What if: a changed plan from the stored state of another.</summary>
internal static class WhatIfEndpoints
{
    private const double UsualPatience = 2;
    private const double MostPatience = 10;
    private const int MostChanges = 50;

    public static void MapWhatIf(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder plans = api.MapGroup("/plans/{id}").WithTags("What if");
        plans.MapPost("open", Open).WithName("openPlan").Needs(Role.Analyst);
        plans.MapPost("whatif", Ask).WithName("askWhatIf").Needs(Role.Analyst).CarriesStudy();
        plans.MapPost("proofs", Prove).WithName("provePlan").Needs(Role.Analyst);
        api.MapGet("/whatif/options", Options).WithName("whatIfOptions").WithTags("What if");
        api.MapGet("/whatif/answers/{job}", Answer).WithName("whatIfAnswer").WithTags("What if");
    }

    /// <summary>What may be changed, with ranges and words for a form.</summary>
    internal static Ok<IReadOnlyList<WhatIfOption>> Options() => TypedResults.Ok(WhatIfChoices.All);

    /// <summary>Makes a plan ready for questions: seconds where it is remembered, minutes where it must be made anew.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Ok<PlanItem>, Accepted<JobSeen>, ProblemHttpResult> Open(string id, TrunklineStore store, PlanSight sight, PlanningDesk desk)
    {
        if (store.Plans.Find(id) is not { } plan)
        {
            return Problems.NotFound($"plan '{id}'");
        }

        return desk.IsOpen(plan) ? TypedResults.Ok(sight.Item(plan)) : Running(desk.Open(plan));
    }

    /// <summary>
    /// Changes a plan: re-optimises from its stored state, in about a second, and answers with the new plan and what it does otherwise. Where it takes longer than the asker
    /// waits the answer is a job; its result is the plan, and <c>/whatif/answers/{job}</c> gives the rest. A proof goes on behind it.
    /// </summary>
    /// <param name="id">Id of the plan.</param>
    internal static async Task<Results<Created<WhatIfAnswer>, Ok<WhatIfAnswer>, Accepted<JobSeen>, ProblemHttpResult>> Ask(
        string id, WhatIfRequest request, TrunklineStore store, WhatIfAnswers answers, PlanningDesk desk, JobBoard queue, CancellationToken cancellation)
    {
        if (store.Plans.Find(id) is not { } parent)
        {
            return Problems.NotFound($"plan '{id}'");
        }

        if (request.Changes.Count is 0 or > MostChanges)
        {
            return Problems.WrongInput([new Problem("question /changes", $"There are {request.Changes.Count} changes.", $"Give 1 to {MostChanges}.")]);
        }

        Problem[] nothing = [.. request.Changes.Index().Where(c => c.Item is null).Select(c => new Problem($"question /changes/{c.Index}", "It is null.", "Give a change, or leave it out."))];
        if (nothing.Length > 0)
        {
            return Problems.WrongInput(nothing);
        }

        Problem[] faults = [.. request.Changes.Index().Where(c => c.Item.Fault() is not null).Select(c => c.Item.Fault()! with { Where = $"question /changes/{c.Index}{c.Item.Fault()!.Where}" })];
        if (faults.Length > 0)
        {
            return Problems.WrongInput(faults);
        }

        Checked<AskedStudy> asked = desk.Ask(parent, request.Changes, request.Name);
        if (!asked.IsRight)
        {
            return Problems.WrongInput(asked.Problems, prefix: "/study");
        }

        if (!desk.IsOpen(parent))
        {
            desk.Open(parent);
        }

        JobNews job = desk.WhatIf(asked.Value with { By = store.Who });
        TimeSpan patience = TimeSpan.FromSeconds(Math.Clamp(request.Wait ?? UsualPatience, 0, MostPatience));
        JobNews? over = await queue.Outcome(job.Id, patience, cancellation);
        JobNews last = over ?? queue.Find(job.Id) ?? job;
        return last.Result?.NextJob is { } next && queue.Find(next) is { } longer ? Running(longer) : over is null ? Running(last) : Over(over, answers);
    }

    /// <summary>The answer to a question that took longer than its asker waited.</summary>
    /// <param name="job">Id of the job.</param>
    internal static Results<Created<WhatIfAnswer>, Ok<WhatIfAnswer>, Accepted<JobSeen>, ProblemHttpResult> Answer(string job, WhatIfAnswers answers, JobBoard queue) =>
        queue.Find(job) is not { Kind: JobKind.WhatIf or JobKind.Plan, PlanId: not null } news ? Problems.NotFound($"question '{job}'")
        : news.Result?.NextJob is { } next && queue.Find(next) is { } longer ? Running(longer)
        : news.IsOver ? Over(news, answers) : Running(news);

    /// <summary>Searches from the beginning on the plan's corridors, for a better bound. Streams as a job; raises the plan's bound when it ends.</summary>
    /// <param name="id">Id of the plan.</param>
    internal static Results<Accepted<JobSeen>, ProblemHttpResult> Prove(string id, TrunklineStore store, PlanningDesk desk) =>
        store.Plans.Find(id) is { } plan ? Running(desk.Prove(plan)) : Problems.NotFound($"plan '{id}'");

    private static Results<Created<WhatIfAnswer>, Ok<WhatIfAnswer>, Accepted<JobSeen>, ProblemHttpResult> Over(JobNews over, WhatIfAnswers answers)
    {
        if (over.Result is { Problems.Count: > 0 } wrong)
        {
            return Problems.WrongInput(wrong.Problems, prefix: "/study");
        }

        if (over.State == JobState.Cancelled || over.Result is null)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "cancelled", "The question was cancelled; a newer one took its place.", "该提问已取消，由更新的提问取代。", []);
        }

        WhatIfAnswer answer = answers.Of(over);
        return answer.Plan is { } plan ? TypedResults.Created($"/api/v1/plans/{plan.Id}", answer) : TypedResults.Ok(answer);
    }

    private static Accepted<JobSeen> Running(JobNews job) => TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobSeen.Of(job));
}

/// <summary>Puts the answer to a question together, once for each question.</summary>
internal sealed class WhatIfAnswers(TrunklineStore store, PlanSight sight, PlanViews views, PlanningDesk desk, JobBoard queue)
{
    private const int MostRemembered = 100;
    private readonly Lock gate = new();
    private readonly Dictionary<string, string> proofs = new(StringComparer.Ordinal);

    /// <param name="over">A question that has ended with a result.</param>
    public WhatIfAnswer Of(JobNews over)
    {
        double seconds = ((over.Ended - over.Started) ?? TimeSpan.Zero).TotalSeconds;
        JobResult result = over.Result!;
        if (result is not { Outcome: "plan", PlanId: { } id } || store.Plans.Find(id) is not { } plan)
        {
            return new WhatIfAnswer(result.Outcome, null, over.PlanId ?? "", seconds, null, null, JobSeen.ReasonsOf(result.Reasons), result.Why);
        }

        Plan? before = plan.ParentId is { } parent ? views.Find(parent)?.Plan : null, after = views.Find(id)?.Plan;
        DifferenceSeen? difference = before is null || after is null ? null : Differences.Of(before, after);
        JobSeen? proof = Proof(over.Id, plan);
        return new WhatIfAnswer("plan", sight.Item(plan), plan.ParentId ?? "", seconds, difference, proof, [], null);
    }

    private JobSeen? Proof(string question, StoredPlan plan)
    {
        if (plan.Head.Totals.Status == "proved")
        {
            return null;
        }

        lock (gate)
        {
            if (!proofs.TryGetValue(question, out string? known))
            {
                if (proofs.Count > MostRemembered)
                {
                    proofs.Clear();
                }

                known = proofs[question] = desk.Prove(plan).Id;
            }

            return queue.Find(known) is { } news ? JobSeen.Of(news) : null;
        }
    }
}
