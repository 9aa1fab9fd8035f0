using System.Collections.Concurrent;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Turns the register's answers into the numbers of a plan: what the credit pays a unit, and how long a storage permit takes.</summary>
/// <remarks>Pure apart from what the view remembers; safe to ask from several threads; each circumstance is read once.</remarks>
public sealed class IncentiveSchedule(RegisterView view, PriceIndex prices, bool fullLabour)
{
    private const double DaysPerMonth = 365.25 / 12;

    private readonly ConcurrentDictionary<(string State, int Year), StorageFee> fees = new();
    private readonly ConcurrentDictionary<(bool IsDac, bool IsPower, DateOnly Start, double BuildYears), CreditWindow> windows = new();

    /// <summary>What every credit is multiplied by: an assumption beside the law, 1 where the law is taken as it is.</summary>
    public double CreditFactor { get; init; } = 1;

    /// <summary>What a tonne earns in place of every amount of the law, wherever it comes from and goes to; an assumption, null where the law's amounts hold.</summary>
    public UsdPerTonne? CreditLevel { get; init; }

    /// <summary>The view that answers, with all it was asked.</summary>
    public RegisterView View { get; } = view;

    /// <summary>The credit of a unit that starts on the first day of a year.</summary>
    /// <param name="isDac">True for direct air capture.</param>
    /// <param name="isPower">True for an electricity generating unit.</param>
    /// <param name="start">Day of service; a 1 January.</param>
    /// <param name="buildYears">From the beginning of construction to service.</param>
    /// <exception cref="ArgumentOutOfRangeException">The start is not a 1 January: the calendar years of the credit would then be thirteen.</exception>
    public CreditWindow CreditFor(bool isDac, bool isPower, DateOnly start, Years buildYears)
    {
        if (start.DayOfYear != 1)
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, "A unit starts on the first day of a period.");
        }

        return windows.GetOrAdd((isDac, isPower, start, buildYears.Value), static (unit, schedule) => schedule.Read(unit), this);
    }

    /// <summary>How long a permit to inject takes in a state: from the authority there on the view's day, and that authority's months.</summary>
    /// <exception cref="NoAnswerException">The register has no authority for the state.</exception>
    public Years PermittingLead(string state) => new(PermittingReadings(state)[^1].Value / 12);

    /// <summary>The readings behind <see cref="PermittingLead"/>: the authority, then its months.</summary>
    /// <exception cref="NoAnswerException">The register has no authority for the state.</exception>
    public IReadOnlyList<Reading> PermittingReadings(string state)
    {
        Reading authority = View.Ask(IncentiveParameters.PermittingAuthority, Words(("state", state)));
        return [authority, View.Ask(IncentiveParameters.PermittingLeadTime, Words(("authority", authority.Words)))];
    }

    /// <summary>What the register says of a tonne that is disposed of abroad; null where it says nothing.</summary>
    public Reading? DisposalAbroad => View.Answer(new Question(IncentiveParameters.CreditPlace, Words(("place", "abroad")))) as Reading;

    /// <summary>What a state charges for a tonne stored in a calendar year.</summary>
    /// <param name="state">Two capital letters.</param>
    public StorageFee StorageFeeIn(string state, int year) =>
        fees.GetOrAdd((state, year), static (asked, schedule) => schedule.ReadFee(asked.State, asked.Year), this);

    private StorageFee ReadFee(string state, int year)
    {
        string jurisdiction = $"us-{state.ToLowerInvariant()}";
        List<PolicyParameter> charged = [.. View.Register.Records.Where(r => r.Document.Jurisdiction == jurisdiction).SelectMany(r => r.Parameters).Where(IncentiveParameters.IsStorageFee)];
        List<Answer> answers = [.. charged.Select(p => View.Answer(new Question(p.Id, Question.NoDims, Year: year, ProjectedInflation: prices.ProjectedInflation)))];
        List<Reading> readings = [.. answers.OfType<Reading>()];
        List<UnknownFee> unknown = [.. answers.OfType<NoAnswer>().Select(none => new UnknownFee(none.ParameterId, new Bilingual(
            $"No storage fee of {state} is charged: {none.Message}", $"未计 {state} 的封存费：{none.Message}")))];
        if (charged.Count == 0)
        {
            unknown.Add(new UnknownFee($"{jurisdiction}.fee", new Bilingual(
                $"The register has no storage fee of {state}; none is charged.", $"登记册没有 {state} 的封存费，未计。")));
        }

        return new StorageFee(new UsdPerTonne(readings.Sum(r => r.Value) * prices.RealFactor(year)), readings, unknown);
    }

    private CreditWindow Read((bool IsDac, bool IsPower, DateOnly Start, double BuildYears) unit)
    {
        DateOnly begins = Before(unit.Start, unit.BuildYears);
        List<Reading> terms = [];
        try
        {
            return Window(unit.IsDac, unit.IsPower, unit.Start, begins, terms);
        }
        catch (NoAnswerException none)
        {
            return CreditWindow.None(none.Message, begins, terms);
        }
    }

    private CreditWindow Window(bool isDac, bool isPower, DateOnly start, DateOnly begins, List<Reading> terms)
    {
        Question unit = new("", Question.NoDims, start, begins, ProjectedInflation: prices.ProjectedInflation);
        DateOnly deadline = Noted(unit with { ParameterId = IncentiveParameters.CreditDeadline }, terms).Date;
        if (begins >= deadline)
        {
            return CreditWindow.None(
                $"construction begins on {begins:yyyy-MM-dd}, which is not before {deadline:yyyy-MM-dd} ({IncentiveParameters.CreditDeadline})", begins, terms);
        }

        string kind = isDac ? "dac" : isPower ? "power" : "other";
        double least = Noted(unit with { ParameterId = IncentiveParameters.CreditThreshold, Dims = Words(("class", kind)) }, terms).Value;
        double period = Noted(unit with { ParameterId = IncentiveParameters.CreditPeriod }, terms).Value;
        SortedDictionary<int, RateReadings> rates = new(Enumerable.Range(start.Year, (int)period)
            .ToDictionary(year => year, year => new RateReadings(Rate(unit, isDac, "saline", year), Rate(unit, isDac, "eor", year))));
        return new CreditWindow(
            rates.ToDictionary(r => r.Key, r => Real(r.Value.Dedicated, r.Key)),
            rates.ToDictionary(r => r.Key, r => Real(r.Value.Dedicated, r.Key) - Real(r.Value.Use, r.Key)),
            new TonnesPerYear(least),
            DesignShare(unit, kind, terms),
            begins,
            WhyNone: null,
            rates.Any(r => r.Value.Dedicated.Projected || r.Value.Use.Projected || prices.IsProjected(r.Key)),
            terms,
            rates);
    }

    private Reading Rate(Question unit, bool isDac, string fate, int year) => View.Ask(unit with
    {
        ParameterId = IncentiveParameters.CreditRate,
        Dims = Words(("source", isDac ? "dac" : "point"), ("fate", fate), ("labour", fullLabour ? "full" : "base")),
        Year = year,
    });

    private UsdPerTonne Real(Reading nominal, int year) => CreditLevel ?? new(CreditFactor * nominal.Value * prices.RealFactor(year));

    /// <summary>Only power has such a rule, and only since one form of the law; where the law is silent there is none.</summary>
    private Fraction? DesignShare(Question unit, string kind, List<Reading> terms)
    {
        Question question = unit with { ParameterId = IncentiveParameters.CreditDesignShare, Dims = Words(("class", kind)) };
        if (kind != "power" || View.Answer(question) is not Reading share)
        {
            return null;
        }

        terms.Add(share);
        return new Fraction(share.Value);
    }

    private Reading Noted(Question question, List<Reading> terms)
    {
        Reading reading = View.Ask(question);
        terms.Add(reading);
        return reading;
    }

    /// <summary>The day that lies so many years before another: whole months by the calendar, the rest in days.</summary>
    private static DateOnly Before(DateOnly day, double years)
    {
        int months = (int)Math.Floor(years * 12);
        return day.AddMonths(-months).AddDays(-(int)Math.Round(((years * 12) - months) * DaysPerMonth));
    }

    private static Dictionary<string, string> Words(params ReadOnlySpan<(string Name, string Word)> words)
    {
        Dictionary<string, string> dims = new(StringComparer.Ordinal);
        foreach ((string name, string word) in words)
        {
            dims.Add(name, word);
        }

        return dims;
    }
}
