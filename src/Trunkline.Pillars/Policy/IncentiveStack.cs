using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>All that the law offers a unit of the plan, year by year, with the reason clause by clause.</summary>
/// <param name="Earns">True where the plan books the credit.</param>
/// <param name="Years">Years of the credit within the plan; empty where none is earned.</param>
/// <param name="Others">Other federal benefits that speak of such a facility.</param>
public sealed record IncentiveStack(
    string StreamId,
    string SiteId,
    string SiteName,
    string State,
    string Sector,
    int StartYear,
    bool Earns,
    IReadOnlyList<ClauseTrace> Clauses,
    IReadOnlyList<CreditYear> Years,
    IReadOnlyList<OtherBenefit> Others)
{
    internal static IReadOnlyList<IncentiveStack> Of(PillarInput input, AuditedPlan audited) =>
        [.. input.Plan.Captures.Select(c => Of(input, audited, c)).OrderBy(s => s.StreamId, StringComparer.Ordinal)];

    private static IncentiveStack Of(PillarInput input, AuditedPlan audited, PlannedCapture capture)
    {
        bool isDac = audited.StreamOf(capture) is null, isPower = audited.StreamOf(capture)?.IsPower ?? false;
        CreditWindow window = input.Incentives.CreditFor(isDac, isPower, audited.Periods[capture.FirstPeriod].FirstDay, audited.Numbers.CaptureBuildYears);
        bool earns = audited.CreditOf(capture) is not null;
        return new IncentiveStack(
            capture.StreamId,
            capture.SiteId,
            capture.SiteName,
            capture.State,
            capture.Sector,
            audited.Periods[capture.FirstPeriod].From,
            earns,
            CreditClauses.Of(input, audited, capture, window),
            earns ? [.. CreditYear.Of(input, audited, capture, window)] : [],
            OtherBenefit.Of(input.Law, capture.Sector, earns));
    }
}

/// <summary>One year of the credit.</summary>
/// <param name="NominalUsdPerTonne">As the law names it for the year, labour included.</param>
/// <param name="RealUsdPerTonne">The same in the study's dollars.</param>
/// <param name="EarnedUsd">Real, as if all went to dedicated storage; what is lost at uses is booked there.</param>
/// <param name="MayBePaidDirectly">True where a taxable owner may take the year as a payment; null where the register does not say.</param>
public sealed record CreditYear(int Year, double NominalUsdPerTonne, double RealUsdPerTonne, double CapturedTonnes, Usd EarnedUsd, bool? MayBePaidDirectly)
{
    internal static IEnumerable<CreditYear> Of(PillarInput input, AuditedPlan audited, PlannedCapture capture, CreditWindow window)
    {
        DateOnly start = audited.Periods[capture.FirstPeriod].FirstDay;
        Answer direct = input.Law.Answer(new Question(PolicyPillar.DirectPayYears, Question.NoDims, start, window.ConstructionBegins));
        double? years = (direct as Reading)?.Value;
        return
            from at in audited.CalendarYears
            where at.Period >= capture.FirstPeriod && at.Period <= capture.LastPeriod && window.DedicatedByYear.ContainsKey(at.Year)
            let rate = window.DedicatedByYear[at.Year].Value
            let tonnes = capture.Rate[at.Period].Value
            select new CreditYear(
                at.Year, window.RateByYear[at.Year].Dedicated.Value, rate, tonnes, new Usd(rate * tonnes), years is { } paid ? at.Year - start.Year < paid : null);
    }
}

/// <summary>Another federal benefit beside the credit.</summary>
/// <param name="Record">Id of its record.</param>
/// <param name="Effect"><c>excludes</c>, <c>allowed</c>, <c>reduces</c> or <c>unknown</c>, by the register's stacking rules.</param>
/// <param name="Scope">Of what the two may or may not both be taken; null where no rule is known.</param>
/// <param name="Lost">True where the unit earns the credit and so cannot have this benefit too.</param>
public sealed record OtherBenefit(string Record, Bilingual Titles, string Effect, string? Scope, Bilingual Says, bool Lost)
{
    private static readonly Bilingual NoRule = new("The register has no rule on the two together.", "登记册没有关于两者并用的规则。");

    internal static IReadOnlyList<OtherBenefit> Of(RegisterView law, string sector, bool earns)
    {
        IReadOnlyList<StackingRule> rules = law.Register.Find(PolicyPillar.CreditRecord)?.Document.Stacking ?? [];
        return
        [
            .. from record in law.Register.Records
               where record.Document.Jurisdiction == "us" && record.Document.InstrumentKind == InstrumentKind.TaxCredit && record.Id != PolicyPillar.CreditRecord
               where Concerns(record.Document, sector) && record.ForceOn(law.AsOf) is LegalForce.InForce or LegalForce.Uncertain
               orderby record.Id
               let rule = rules.FirstOrDefault(r => r.With == record.Id && r.Law.Contains(law.AsOf))
               let effect = rule?.Effect ?? StackingEffect.Unknown
               select new OtherBenefit(
                   record.Id, record.Document.Titles, Name(effect), rule is null ? null : Name(rule.Scope), rule?.Says ?? NoRule, earns && effect == StackingEffect.Excludes),
        ];
    }

    /// <summary>A record names sectors, or none for all; <c>power</c> stands for every kind of power plant.</summary>
    private static bool Concerns(PolicyDocument document, string sector) =>
        document.Sectors.Count == 0 || document.Sectors.Any(s => s == sector || sector.StartsWith($"{s}-", StringComparison.Ordinal));

    private static string Name(Enum word) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}
