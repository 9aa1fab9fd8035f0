using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>What somebody must do, by when, for the plan to hold.</summary>
/// <param name="By">The last day; an estimate where it rests on years of building.</param>
/// <param name="Who">Owners, or the authority that the register names.</param>
/// <param name="Kind"><c>permit</c>, <c>apply-for-permit</c>, <c>begin-construction</c>, <c>mrv-plan</c> or <c>loan</c>.</param>
/// <param name="Places">Ids: formations, streams or corridors.</param>
/// <param name="Parameter">The register's parameter behind it; null for a record that sets no number.</param>
/// <param name="Missed">True where the day lies before the day whose law is read.</param>
public sealed record RequiredAction(DateOnly By, Bilingual Who, string Kind, Bilingual What, IReadOnlyList<string> Places, string? Parameter, bool Missed)
{
    private const string MonitoringRecord = "us.subpart-rr-mrv";
    private const string LoanLeastCost = "us.cifia.least-cost";
    private const double DaysPerYear = 365.25;

    private static readonly Bilingual Federal = new("EPA", "联邦环保署（EPA）");

    internal static IReadOnlyList<RequiredAction> Of(PillarInput input, AuditedPlan audited) =>
        [.. Permits(input, audited).Concat(Starts(input, audited)).Concat(Loans(input)).OrderBy(a => a.By).ThenBy(a => a.Kind, StringComparer.Ordinal).ThenBy(a => a.Who.En, StringComparer.Ordinal)];

    private static IEnumerable<RequiredAction> Permits(PillarInput input, AuditedPlan audited)
    {
        var opening = from storage in input.Plan.Storages
                      where audited.FormationOf(storage) is not null
                      from v in audited.PeriodIndices
                      where storage.Projects[v] > 0
                      group storage by (storage.State, Period: v) into opened
                      orderby opened.Key.Period, opened.Key.State
                      select opened;
        foreach (var opened in opening)
        {
            IReadOnlyList<Reading> readings = audited.PermittingReadings(opened.Key.State);
            Bilingual who = Authority(readings[0].Words, opened.Key.State);
            DateOnly first = audited.Periods[opened.Key.Period].FirstDay, granted = Before(first, audited.Numbers.StorageBuildYears.Value), asked = Before(granted, readings[1].Value / 12);
            string[] places = [.. opened.Select(s => s.SinkId).Order(StringComparer.Ordinal)];
            int projects = opened.Sum(s => s.Projects[opened.Key.Period]);
            yield return Action(input, asked, new Bilingual($"owners in {opened.Key.State}", $"{opened.Key.State} 的业主"), "apply-for-permit", places, readings[1].ParameterId, new Bilingual(
                $"Apply to {who.En} for {projects} storage projects; it takes {readings[1].Value:0.#} months.", $"向{who.Zh}申请 {projects} 个封存项目的许可；需 {readings[1].Value:0.#} 个月。"));
            yield return Action(input, granted, who, "permit", places, readings[0].ParameterId, new Bilingual(
                $"Permit {projects} storage projects in {opened.Key.State}.", $"批准 {opened.Key.State} 的 {projects} 个封存项目。"));
            if (input.Law.Register.Find(MonitoringRecord) is not null)
            {
                yield return Action(input, first, Federal, "mrv-plan", places, null, new Bilingual(
                    "Approve the monitoring plans before injection begins, so that the tonnes count.", "在注入开始前批准监测计划，使吨数得以计入。"));
            }
        }
    }

    private static IEnumerable<RequiredAction> Starts(PillarInput input, AuditedPlan audited) =>
        from capture in input.Plan.Captures
        group capture.StreamId by (capture.FirstPeriod, Earns: audited.CreditOf(capture) is not null) into starting
        orderby starting.Key
        let begins = Before(audited.Periods[starting.Key.FirstPeriod].FirstDay, audited.Numbers.CaptureBuildYears.Value)
        let places = starting.Order(StringComparer.Ordinal).ToArray()
        select Action(input, begins, new Bilingual("owners", "业主"), "begin-construction", places, starting.Key.Earns ? IncentiveParameters.CreditDeadline : null, starting.Key.Earns
            ? new Bilingual($"Begin construction of {places.Length} units that earn the credit.", $"{places.Length} 套可获抵免的装置开工。")
            : new Bilingual($"Begin construction of {places.Length} units without a credit.", $"{places.Length} 套无抵免的装置开工。"));

    /// <summary>Pipes whose capital reaches the least cost of the federal loan. Whether a corridor is a project of its own is not known: corridors are listed one by one.</summary>
    private static IEnumerable<RequiredAction> Loans(PillarInput input)
    {
        if (input.Law.Answer(new Question(LoanLeastCost, Question.NoDims)) is not Reading least)
        {
            yield break;
        }

        var large = from pipe in input.Plan.Pipes
                    where pipe.CapexUsd.Value >= least.Value
                    group pipe.EdgeId by Enumerable.Range(0, pipe.Bought.Count).First(t => pipe.Bought[t].Value > 0) into laid
                    orderby laid.Key
                    select laid;
        foreach (var laid in large)
        {
            yield return Action(input, new DateOnly(input.Plan.Periods[laid.Key].From, 1, 1), new Bilingual("Department of Energy", "能源部"), "loan", [.. laid.Order(StringComparer.Ordinal)], least.ParameterId, new Bilingual(
                $"Decide on loans for {laid.Count()} corridors of at least {least.Value / 1e6:0} M$, if their owners ask.", $"如业主申请，对 {laid.Count()} 条投资不低于 {least.Value / 1e6:0} 百万美元的管廊作出贷款决定。"));
        }
    }

    private static RequiredAction Action(PillarInput input, DateOnly by, Bilingual who, string kind, IReadOnlyList<string> places, string? parameter, Bilingual what) =>
        new(by, who, kind, what, places, parameter, by < input.Law.AsOf);

    /// <summary>The register says <c>epa</c> or <c>state</c>; any other word stands for itself.</summary>
    private static Bilingual Authority(string word, string state) => word switch
    {
        "epa" => Federal,
        "state" => new Bilingual($"the state of {state}", $"{state} 州政府"),
        _ => new Bilingual(word, word),
    };

    private static DateOnly Before(DateOnly day, double years) => day.AddDays(-(int)Math.Round(years * DaysPerYear));
}
