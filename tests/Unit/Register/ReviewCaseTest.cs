using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

/// <summary>The way of a change from draft to version. The rules are said a second time here, over the bare list of what happened.</summary>
public sealed class ReviewCaseTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly RegisterFile[] Files = [new("us/45q/text.en.md", "Better.")];
    private static readonly string[] People = ["ann", "bo", "Ann ", "cy"];
    private static readonly string[] Claims = ["c1", "c2", "c3"];

    private static readonly Gen<CaseStep> AnyStep =
        from who in One(People)
        from kind in Gen.Int[0, 6]
        from claim in One([.. Claims, "other"])
        from verdict in Gen.Frequency((4, Gen.Const(Verdict.Supports)), (1, Gen.Const(Verdict.DoesNotSupport)))
        from asked in One(Claims[..1], Claims[..2], Claims, [], ["c1", "c1"])
        from why in One("because", " ")
        select (CaseStep)(kind switch
        {
            0 => new CaseStep.Redrafted(who, Noon, "v1", Files, why),
            1 => new CaseStep.Submitted(who, Noon, asked),
            2 or 3 => new CaseStep.Judged(who, Noon, claim, verdict),
            4 => new CaseStep.Returned(who, Noon, why),
            5 => new CaseStep.Accepted(who, Noon),
            _ => new CaseStep.Withdrawn(who, Noon),
        });

    private static readonly Gen<CaseStep> LikelyStep =
        from who in One("ann", "bo")
        from kind in Gen.Int[0, 5]
        from claim in One(Claims[..2])
        select (CaseStep)(kind switch
        {
            0 => new CaseStep.Submitted(who, Noon, Claims[..2]),
            1 or 2 or 3 => new CaseStep.Judged(who, Noon, claim, Verdict.Supports),
            4 => new CaseStep.Redrafted(who, Noon, "v1", Files, "because"),
            _ => new CaseStep.Accepted(who, Noon),
        });

    [Fact]
    public void Whatever_people_try_the_rules_hold() => Gen.Frequency((1, AnyStep), (2, LikelyStep)).Array[0, 30].Sample(Holds, iter: 20_000, threads: 1);

    [Fact]
    public void The_usual_way_leads_to_a_version()
    {
        ReviewCase review = After(new CaseStep.Submitted("ann", Noon, Claims[..1]), new CaseStep.Judged("bo", Noon, "c1", Verdict.Supports), new CaseStep.Accepted("cy", Noon));
        Assert.Equal(CaseState.Accepted, review.State);
        Assert.Equal(4, review.Steps.Count);
    }

    [Fact]
    public void The_author_accepts_under_no_spelling_of_the_name()
    {
        ReviewCase review = After(new CaseStep.Submitted("ann", Noon, []));
        Assert.Contains(review.Take(new CaseStep.Accepted(" ANN", Noon)).Problems, p => p.Where == "review /author");
        Assert.True(review.Take(new CaseStep.Accepted("bo", Noon)).IsRight);
    }

    [Fact]
    public void Everything_that_speaks_against_a_step_is_said_at_once()
    {
        IReadOnlyList<Problem> problems = After(new CaseStep.Submitted("ann", Noon, Claims[..2])).Take(new CaseStep.Accepted("ann", Noon)).Problems;
        Assert.Equal(["review /author", "review /claims/c1", "review /claims/c2"], problems.Select(p => p.Where));
    }

    [Fact]
    public void What_was_judged_before_it_was_written_anew_counts_no_more()
    {
        ReviewCase review = After(
            new CaseStep.Submitted("ann", Noon, Claims[..1]),
            new CaseStep.Judged("bo", Noon, "c1", Verdict.Supports),
            new CaseStep.Returned("bo", Noon, "a typing error"),
            new CaseStep.Redrafted("ann", Noon, "v2", Files, "because"),
            new CaseStep.Submitted("ann", Noon, Claims[..1]));
        Assert.Equal(["c1"], review.Open);
        Assert.Equal("v2", review.Base);
    }

    [Fact]
    public void A_draft_of_nothing_without_a_reason_is_none() =>
        Assert.Equal(["review /files", "review /why"], ReviewCase.Begin(new CaseStep.Drafted("ann", Noon, "us.45q", "v1", [], "")).Problems.Select(p => p.Where));

    private static Gen<T> One<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static void Holds(CaseStep[] tried)
    {
        ReviewCase review = After();
        List<CaseStep> happened = [.. review.Steps];
        foreach (CaseStep step in tried)
        {
            Checked<ReviewCase> next = review.Take(step);
            Assert.True(next.IsRight == May(happened, step), $"{step} after {string.Join("; ", happened.Skip(1))}");
            if (next.IsRight)
            {
                happened.Add(step);
                review = next.Value;
            }
        }

        Assert.Equal(happened, review.Steps);
        Assert.Equal(review.State, ReviewCase.Of(happened).State);
        Assert.Equal(StateOf(happened), review.State);
    }

    /// <summary>The rules over what happened, without a state that is carried along.</summary>
    private static bool May(List<CaseStep> happened, CaseStep step)
    {
        bool isAuthor = step.By.Trim().Equals("ann", StringComparison.OrdinalIgnoreCase);
        CaseState state = StateOf(happened);
        return step switch
        {
            CaseStep.Redrafted s => isAuthor && state is CaseState.Draft or CaseState.Returned && isAuthor && s.Why.Trim().Length > 0,
            CaseStep.Submitted s => isAuthor && state == CaseState.Draft && s.Claims.ToHashSet().Count == s.Claims.Count,
            CaseStep.Judged s => !isAuthor && state == CaseState.Submitted && Asked(happened).Contains(s.Claim),
            CaseStep.Returned s => !isAuthor && state == CaseState.Submitted && s.Why.Trim().Length > 0,
            CaseStep.Accepted => !isAuthor && state == CaseState.Submitted && Asked(happened).All(c => LastWord(happened, c) == Verdict.Supports),
            CaseStep.Withdrawn => isAuthor && state is CaseState.Draft or CaseState.Submitted or CaseState.Returned && isAuthor,
            _ => false,
        };
    }

    private static CaseState StateOf(List<CaseStep> happened) => happened.Last(s => s is not CaseStep.Judged) switch
    {
        CaseStep.Submitted => CaseState.Submitted,
        CaseStep.Returned => CaseState.Returned,
        CaseStep.Accepted => CaseState.Accepted,
        CaseStep.Withdrawn => CaseState.Withdrawn,
        _ => CaseState.Draft,
    };

    private static IReadOnlyList<string> Asked(List<CaseStep> happened) => happened.OfType<CaseStep.Submitted>().Last().Claims;

    private static Verdict? LastWord(List<CaseStep> happened, string claim) =>
        happened.Skip(happened.FindLastIndex(s => s is CaseStep.Submitted)).OfType<CaseStep.Judged>().LastOrDefault(j => j.Claim == claim)?.Verdict;

    private static ReviewCase After(params CaseStep[] steps) => ReviewCase.Of([new CaseStep.Drafted("ann", Noon, "us.45q", "v1", Files, "because"), .. steps]);
}
