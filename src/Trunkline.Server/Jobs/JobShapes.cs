using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Runner;
using Trunkline.Server.Http;

namespace Trunkline.Server.Jobs;

/// <summary>What a job made.</summary>
internal sealed record JobMade(string Kind, string Id, string Href);

/// <summary>A limit that would have to give way, and by how much.</summary>
/// <param name="AmountMtPerYear">The least by which it must give.</param>
internal sealed record ReasonSeen(string Rule, string Where, double AmountMtPerYear, Bilingual Text);

/// <summary>Long work as it stands now.</summary>
/// <param name="Number">Rises with every piece of news; the id of its event.</param>
/// <param name="Plan">The plan it is about.</param>
/// <param name="Ahead">How many jobs come before it; null once it runs.</param>
/// <param name="Stage">What the search is doing, as a word.</param>
/// <param name="NetUsd">Best net found so far, discounted.</param>
/// <param name="BoundUsd">Best bound proved so far, discounted.</param>
/// <param name="Gap">(net - bound) / cost.</param>
/// <param name="Seconds">Since it began to run.</param>
/// <param name="Outcome"><c>plan</c>, <c>opened</c>, <c>proved</c>, <c>infeasible</c>, <c>out-of-time</c>, <c>out-of-memory</c>, <c>crashed</c>, <c>longer</c>, <c>wrong-input</c> or <c>broken</c>; null until it is over or where it was cancelled.</param>
/// <param name="NextJob">The job that goes on where this one could not finish quickly (outcome <c>longer</c>).</param>
/// <param name="Why">Why there is no plan, where there is none and no limit can be named.</param>
internal sealed record JobSeen(
    string Id,
    long Number,
    JobKind Kind,
    JobState State,
    Bilingual Title,
    string? Plan,
    string? Study,
    DateTimeOffset Created,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    int? Ahead,
    string? Stage,
    double? NetUsd,
    double? BoundUsd,
    double? Gap,
    double? Seconds,
    string? Outcome,
    JobMade? Result,
    string? NextJob,
    IReadOnlyList<ProblemSeen> Problems,
    IReadOnlyList<ReasonSeen> Reasons,
    Bilingual? Why)
{
    public static JobSeen Of(JobNews news) => new(
        news.Id,
        news.Number,
        news.Kind,
        news.State,
        news.Title,
        news.PlanId,
        news.StudyId,
        news.Created,
        news.Started,
        news.Ended,
        news.Ahead,
        news.Progress?.Stage,
        Finite(news.Progress?.BestNet),
        Finite(news.Progress?.Bound),
        Finite(news.Progress?.Gap),
        news.Progress?.Seconds,
        news.Result?.Outcome,
        news.Result is { IsGood: true, PlanId: { } plan } ? new JobMade("plan", plan, $"/api/v1/plans/{plan}") : null,
        news.Result?.NextJob,
        [.. (news.Result?.Problems ?? []).Select(p => Http.Problems.Seen(p))],
        ReasonsOf(news.Result?.Reasons),
        news.Result?.Why);

    public static IReadOnlyList<ReasonSeen> ReasonsOf(IReadOnlyList<Relaxation>? relaxations) =>
        [.. (relaxations ?? []).Select(r => new ReasonSeen(r.Rule, r.Where, r.Amount, r.Text))];

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
