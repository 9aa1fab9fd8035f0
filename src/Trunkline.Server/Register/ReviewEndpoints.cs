using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Server.Http;
using Trunkline.Store;

namespace Trunkline.Server.Register;

/// <summary>A gate and how many records it holds something against.</summary>
internal sealed record GateSeen(string Code, string Name, Bilingual Text, int Failing);

/// <summary>A record and what the gates hold against it.</summary>
internal sealed record StandingSeen(string Id, Bilingual Titles, ReviewState State, IReadOnlyList<FailureSeen> Failures);

/// <summary>What each gate finds.</summary>
internal sealed record GateReportSeen(string Version, IReadOnlyList<GateSeen> Gates, IReadOnlyList<StandingSeen> Records, IReadOnlyList<FailureSeen> Beside);

/// <summary>A source that was read longer ago than its kind of law allows.</summary>
internal sealed record StaleSeen(string Record, Bilingual Titles, string Source, string SourceTitle, DateOnly Retrieved, DateOnly Due, int DaysLate, string? Url);

/// <summary>A record that a reviewer should look at.</summary>
/// <param name="Failures">How many things hold it.</param>
/// <param name="Gates">Codes of the gates that hold it.</param>
/// <param name="MoneyUsd">Money of the first plan that rests on its parameters; sums of several records overlap.</param>
internal sealed record ReviewItem(string Id, Bilingual Titles, ReviewState State, int Failures, IReadOnlyList<string> Gates, double MoneyUsd, int StaleSources);

/// <summary>What there is to review: gates, stale sources, the queue.</summary>
internal static class ReviewEndpoints
{
    public static void MapReview(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder register = api.MapGroup("/register").WithTags("Register");
        register.MapGet("gates", Gates).WithName("getGates");
        register.MapGet("stale", Stale).WithName("getStale");
        register.MapGet("review", Queue).WithName("getReviewQueue");
    }

    /// <summary>What each of the gates finds, record by record.</summary>
    internal static Ok<GateReportSeen> Gates(Law law)
    {
        StandingSeen[] records = [.. law.Register.Records.Select(r => Of(r, law.Standing(r)))];
        return TypedResults.Ok(new GateReportSeen(
            law.Register.Version,
            [.. Enum.GetValues<Gate>().Select(g => new GateSeen(g.Code(), g.Name(), RegisterTerms.Of(g), records.Count(r => r.Failures.Any(f => f.Gate == g.Code()))))],
            records,
            [.. law.Register.HeldBesideRecords().Select(FailureSeen.Of)]));
    }

    /// <summary>Sources that were read too long ago, the longest overdue first.</summary>
    internal static Ok<IReadOnlyList<StaleSeen>> Stale(Law law) => TypedResults.Ok<IReadOnlyList<StaleSeen>>(
    [
        .. StaleSource.In(law.Register, law.Today).Select(s => new StaleSeen(
            s.Record.Id, s.Record.Document.Titles, s.Source.Id, s.Source.Title, s.Source.Retrieved, s.Due, law.Today.DayNumber - s.Due.DayNumber, s.Source.Url)),
    ]);

    /// <summary>Records that a person should look at next: those on which most money of the first plan rests, then those that least holds back.</summary>
    internal static Ok<IReadOnlyList<ReviewItem>> Queue(Law law, TrunklineStore store)
    {
        Planner.Plan? plan = store.Plans.List().FirstOrDefault(p => p.Kept) is { } first ? store.Plans.Whole(first.Id) : null;
        ILookup<string, StaleSource> stale = StaleSource.In(law.Register, law.Today).ToLookup(s => s.Record.Id);
        IEnumerable<ReviewItem> items =
            from record in law.Register.Records
            let standing = law.Standing(record)
            where standing.State is not (ReviewState.Verified or ReviewState.Retired)
            let money = plan?.Receipt.Coefficients.Where(c => c.Parameter.StartsWith(record.Id + ".", StringComparison.Ordinal)).Select(c => c.Money.Value).DefaultIfEmpty(0).Max() ?? 0
            select new ReviewItem(
                record.Id, record.Document.Titles, standing.State, standing.Failures.Count, [.. standing.Failures.Select(f => f.Gate.Code()).Distinct()], money, stale[record.Id].Count());
        return TypedResults.Ok<IReadOnlyList<ReviewItem>>([.. items.OrderByDescending(i => i.MoneyUsd).ThenBy(i => i.Failures).ThenBy(i => i.Id, StringComparer.Ordinal)]);
    }

    private static StandingSeen Of(PolicyRecord record, RecordStanding standing) => new(record.Id, record.Document.Titles, standing.State, [.. standing.Failures.Select(FailureSeen.Of)]);
}
