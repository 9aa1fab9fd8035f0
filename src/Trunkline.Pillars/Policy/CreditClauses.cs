using System.Globalization;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>The clauses of the credit held against one unit: those that the plan decides, those that the study assumes, those that nobody computes.</summary>
internal static class CreditClauses
{
    public static IReadOnlyList<ClauseTrace> Of(PillarInput input, AuditedPlan audited, PlannedCapture capture, CreditWindow window) =>
    [
        .. Deadline(window),
        .. Threshold(audited, capture, window),
        .. DesignShare(audited, capture, window),
        Labour(input.Study),
        .. NotComputed(input.Law),
    ];

    private static IEnumerable<ClauseTrace> Deadline(CreditWindow window)
    {
        if (Term(window, IncentiveParameters.CreditDeadline) is not { } deadline)
        {
            yield return new ClauseTrace(
                "begin-construction", ClauseOutcome.Unknown,
                new Bilingual($"No answer of the register: {window.WhyNone}", $"登记册没有答案：{window.WhyNone}"), IncentiveParameters.CreditDeadline, null);
            yield break;
        }

        string begins = Day(window.ConstructionBegins), by = Day(deadline.Date);
        bool inTime = window.ConstructionBegins < deadline.Date;
        yield return new ClauseTrace(
            "begin-construction", inTime ? ClauseOutcome.Passed : ClauseOutcome.Failed,
            inTime
                ? new Bilingual($"Construction begins on {begins}, before {by}.", $"{begins} 开工，早于 {by}。")
                : new Bilingual($"Construction begins on {begins}, not before {by}.", $"{begins} 开工，不早于 {by}。"),
            deadline.ParameterId, deadline.EntryId);
    }

    private static IEnumerable<ClauseTrace> Threshold(AuditedPlan audited, PlannedCapture capture, CreditWindow window)
    {
        if (Term(window, IncentiveParameters.CreditThreshold) is { } least)
        {
            double captured = audited.PeriodIndices.Where(t => audited.Periods[t].CalendarYears.Any(window.DedicatedByYear.ContainsKey) && capture.FirstPeriod <= t && t <= capture.LastPeriod)
                .Select(t => capture.Rate[t].Value).DefaultIfEmpty(0).Min();
            yield return new ClauseTrace(
                "threshold", captured + audited.Slack >= least.Value ? ClauseOutcome.Passed : ClauseOutcome.Failed,
                new Bilingual($"Captures {captured:#,0} t in its least year of credit; at least {least.Value:#,0} t are asked.", $"抵免期内最少年份捕集 {captured:#,0} 吨；要求至少 {least.Value:#,0} 吨。"),
                least.ParameterId, least.EntryId);
        }
    }

    private static IEnumerable<ClauseTrace> DesignShare(AuditedPlan audited, PlannedCapture capture, CreditWindow window)
    {
        if (window.LeastDesignShare is { } least && audited.StreamOf(capture) is { } stream)
        {
            yield return new ClauseTrace(
                "design-share", stream.CaptureRate >= least ? ClauseOutcome.Passed : ClauseOutcome.Failed,
                new Bilingual($"Designed for {stream.CaptureRate.Value:0.##} of its CO2; at least {least.Value:0.##} is asked.", $"按捕集 {stream.CaptureRate.Value:0.##} 的 CO2 设计；要求至少 {least.Value:0.##}。"),
                IncentiveParameters.CreditDesignShare, Term(window, IncentiveParameters.CreditDesignShare)?.EntryId);
        }
    }

    private static ClauseTrace Labour(Study study) => new(
        "labour", ClauseOutcome.Assumed,
        study.FullLabour
            ? new Bilingual("The study takes the wage and apprenticeship rules as met.", "本研究假定满足工资与学徒要求。")
            : new Bilingual("The study takes the wage and apprenticeship rules as not met.", "本研究假定不满足工资与学徒要求。"),
        IncentiveParameters.CreditRate, null);

    private static IEnumerable<ClauseTrace> NotComputed(RegisterView law) =>
        law.Register.Find(PolicyPillar.CreditRecord)?.Document.NotModelled.Select(c => new ClauseTrace(c.Id, ClauseOutcome.Unknown, c.Says, null, null)) ?? [];

    private static Reading? Term(CreditWindow window, string parameter) => window.Terms.FirstOrDefault(r => r.ParameterId == parameter);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
