using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Pillars;

/// <summary>Two plans of one question under two laws: what differs in numbers, and what in the law made it so.</summary>
/// <param name="Besides">What else was not the same (<c>study</c>, <c>dataset</c>, <c>engine</c>); empty where only the law can have made the difference.</param>
/// <param name="Figures">Amounts of both plans, by period and in all.</param>
/// <param name="Parameters">Parameters that answered otherwise, each with entry, event and clause.</param>
/// <param name="Policies">Works that bind under one law and not under the other.</param>
/// <param name="Goals">Goals of 2035 and 2050 under either law.</param>
/// <param name="Communities">The share for disadvantaged communities under either law.</param>
/// <param name="There">From the first plan's net to the second's.</param>
/// <param name="Back">The same from the second's side.</param>
/// <param name="Plants">Sites that capture another amount or earn another credit.</param>
public sealed record LawComparison(
    PlanLaw First,
    PlanLaw Second,
    IReadOnlyList<string> Besides,
    IReadOnlyList<FigureInTwoLaws> Figures,
    IReadOnlyList<ChangedParameter> Parameters,
    IReadOnlyList<ChangedForce> Policies,
    IReadOnlyList<GoalInTwoLaws> Goals,
    ShareInTwoLaws Communities,
    NetBridge There,
    NetBridge Back,
    int Plants)
{
    /// <summary>Compares two plans of the same study.</summary>
    public static LawComparison Of(PillarInput first, PillarInput second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        PlanComparison plans = PlanComparison.Of(first.Plan, second.Plan);
        IReadOnlyList<ChangedParameter> parameters = ChangedParameter.Between(first, second);
        string[] changed = [.. parameters.Select(p => p.Parameter)];
        return new LawComparison(
            plans.Before,
            plans.After,
            plans.Besides,
            FigureInTwoLaws.Of(first.Plan, second.Plan),
            parameters,
            ChangedForce.Between(first.Law, second.Law),
            [.. new[] { NationalPathway.PowerParameter, NationalPathway.EconomyParameter }.Select(g => new GoalInTwoLaws(GoalInLaw.Of(first.Law, g), GoalInLaw.Of(second.Law, g)))],
            ShareInTwoLaws.Of(CommunitiesPillar.Of(first), CommunitiesPillar.Of(second)),
            NetBridge.Of(first, second, changed),
            NetBridge.Of(second, first, changed),
            plans.Plants.Count);
    }
}

/// <summary>An amount of two plans.</summary>
/// <param name="What">For example <c>captured</c>, <c>credits</c>, <c>net</c>.</param>
/// <param name="Unit"><c>mt-per-year</c>, <c>sites</c>, <c>usd</c> (real, undiscounted, over a period), <c>usd-discounted</c> or <c>1</c>.</param>
/// <param name="Period">For example <c>2031-2035</c>; null for the whole plan.</param>
public sealed record FigureInTwoLaws(string What, string Unit, string? Period, double First, double Second)
{
    internal static IReadOnlyList<FigureInTwoLaws> Of(Plan first, Plan second) =>
    [
        .. first.Periods.Zip(second.Periods, OfPeriod).SelectMany(figures => figures),
        .. PlanComparison.Of(first, second).Money.Select(m => new FigureInTwoLaws(m.Name.Replace(' ', '-'), "usd-discounted", null, m.Before.Value, m.After.Value)),
        new("bound", "usd-discounted", null, first.Totals.Bound.Value, second.Totals.Bound.Value),
        new("gap", "1", null, first.Totals.Gap, second.Totals.Gap),
    ];

    private static IEnumerable<FigureInTwoLaws> OfPeriod(PlanPeriod first, PlanPeriod second)
    {
        FigureInTwoLaws figure(string what, string unit, Func<PlanPeriod, double> amount) => new(what, unit, $"{first.From}-{first.To}", amount(first), amount(second));
        return
        [
            figure("captured", "mt-per-year", p => p.CapturedMtPerYear),
            figure("air", "mt-per-year", p => p.DacMtPerYear),
            figure("stored", "mt-per-year", p => p.StoredMtPerYear),
            figure("used", "mt-per-year", p => p.UsedMtPerYear),
            figure("capturing-sites", "sites", p => p.CapturingSites),
            figure("credits-paid", "usd", p => p.CreditsUsd.Value),
        ];
    }
}

/// <summary>A goal under two laws.</summary>
public sealed record GoalInTwoLaws(GoalInLaw First, GoalInLaw Second);

/// <summary>The share for disadvantaged communities under two laws.</summary>
/// <param name="FirstAsked">What the first plan had to reach, 0 to 1; null where nothing was asked.</param>
/// <param name="FirstReached">Of the capital at work in capture; null where there is none.</param>
/// <param name="FirstSays">Where the share stands in law.</param>
public sealed record ShareInTwoLaws(
    Bilingual Method, double? FirstAsked, double? SecondAsked, double? FirstReached, double? SecondReached, Bilingual FirstSays, Bilingual SecondSays)
{
    internal static ShareInTwoLaws Of(CommunitiesPillar first, CommunitiesPillar second) =>
        new(first.Method, first.Asked, second.Asked, first.Shares[0].Share, second.Shares[0].Share, first.LawSays, second.LawSays);
}

/// <summary>A work that binds under one law and not, or not for certain, under the other.</summary>
/// <param name="FirstAssumed">Overlays of the first law that say what happened to it; empty for law.</param>
/// <param name="SecondAssumed">Overlays of the second law that do.</param>
/// <param name="Causes">What happened to it between the days.</param>
public sealed record ChangedForce(
    string Policy,
    Bilingual Titles,
    LegalForce First,
    LegalForce Second,
    IReadOnlyList<string> FirstAssumed,
    IReadOnlyList<string> SecondAssumed,
    IReadOnlyList<LawCause> Causes)
{
    internal static IReadOnlyList<ChangedForce> Between(RegisterView first, RegisterView second) =>
    [
        .. from record in second.Register.Records
           let before = first.Register.Find(record.Id)?.ForceOn(first.AsOf) ?? LegalForce.None
           let after = record.ForceOn(second.AsOf)
           where before != after
           select new ChangedForce(
               record.Id,
               record.Document.Titles,
               before,
               after,
               Overlays(first.Register, record),
               Overlays(second.Register, record),
               LawCause.On(second.Register, record, Days(record, second.Register, first.AsOf, second.AsOf))),
    ];

    private static string[] Overlays(PolicyRegister register, PolicyRecord record) =>
        [.. register.Applied.Where(o => o.Events?.Any(e => e.Policy == record.Id) == true).Select(o => o.Id)];

    private static HashSet<DateOnly> Days(PolicyRecord record, PolicyRegister register, DateOnly first, DateOnly second)
    {
        (DateOnly from, DateOnly to) = first <= second ? (first, second) : (second, first);
        IEnumerable<DateOnly> relations = register.Records.SelectMany(r => r.Document.Relations).Where(r => r.Target == record.Id).Select(r => r.From);
        return [.. record.Document.Events.Where(e => e.ForceAfter() is not null).Select(e => e.Date).Concat(relations).Where(d => d > from && d <= to)];
    }
}
