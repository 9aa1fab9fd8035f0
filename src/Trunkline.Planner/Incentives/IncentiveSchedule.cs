using System.Collections.Concurrent;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Turns the register's answers into the numbers of a plan: what the credit pays a unit, and how long a storage permit takes.</summary>
/// <remarks>Pure apart from what the view remembers; safe to ask from several threads; each circumstance is read once.</remarks>
public sealed class IncentiveSchedule(RegisterView view, PriceIndex prices, bool fullLabour)
{
    private const double DaysPerMonth = 365.25 / 12;

    private readonly ConcurrentDictionary<(bool IsDac, bool IsPower, DateOnly Start, double BuildYears), CreditWindow> windows = new();

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
    public Years PermittingLead(string state)
    {
        string authority = View.Ask(IncentiveParameters.PermittingAuthority, Words(("state", state))).Words;
        Reading months = View.Ask(IncentiveParameters.PermittingLeadTime, Words(("authority", authority)));
        return new Years(months.Value / 12);
    }

    private CreditWindow Read((bool IsDac, bool IsPower, DateOnly Start, double BuildYears) unit)
    {
        DateOnly begins = Before(unit.Start, unit.BuildYears);
        List<Reading> receipt = [];
        try
        {
            return Window(unit.IsDac, unit.IsPower, unit.Start, begins, receipt);
        }
        catch (NoAnswerException none)
        {
            return CreditWindow.None(none.Message, begins, receipt);
        }
    }

    private CreditWindow Window(bool isDac, bool isPower, DateOnly start, DateOnly begins, List<Reading> receipt)
    {
        Question unit = new("", Question.NoDims, start, begins, ProjectedInflation: prices.ProjectedInflation);
        DateOnly deadline = Noted(unit with { ParameterId = IncentiveParameters.CreditDeadline }, receipt).Date;
        if (begins >= deadline)
        {
            return CreditWindow.None(
                $"construction begins on {begins:yyyy-MM-dd}, which is not before {deadline:yyyy-MM-dd} ({IncentiveParameters.CreditDeadline})", begins, receipt);
        }

        string kind = isDac ? "dac" : isPower ? "power" : "other";
        double least = Noted(unit with { ParameterId = IncentiveParameters.CreditThreshold, Dims = Words(("class", kind)) }, receipt).Value;
        double period = Noted(unit with { ParameterId = IncentiveParameters.CreditPeriod }, receipt).Value;
        SortedDictionary<int, UsdPerTonne> dedicated = [], shortfall = [];
        foreach (int year in Enumerable.Range(start.Year, (int)period))
        {
            UsdPerTonne stored = RealRate(unit, isDac, "saline", year, receipt);
            dedicated.Add(year, stored);
            shortfall.Add(year, stored - RealRate(unit, isDac, "eor", year, receipt));
        }

        bool projected = receipt.Exists(r => r.Projected) || dedicated.Keys.Any(prices.IsProjected);
        return new CreditWindow(dedicated, shortfall, new TonnesPerYear(least), DesignShare(unit, kind, receipt), begins, WhyNone: null, projected, receipt);
    }

    private UsdPerTonne RealRate(Question unit, bool isDac, string fate, int year, List<Reading> receipt)
    {
        Question question = unit with
        {
            ParameterId = IncentiveParameters.CreditRate,
            Dims = Words(("source", isDac ? "dac" : "point"), ("fate", fate), ("labour", fullLabour ? "full" : "base")),
            Year = year,
        };
        return new UsdPerTonne(Noted(question, receipt).Value * prices.RealFactor(year));
    }

    /// <summary>Only power has such a rule, and only since one form of the law; where the law is silent there is none.</summary>
    private Fraction? DesignShare(Question unit, string kind, List<Reading> receipt)
    {
        Question question = unit with { ParameterId = IncentiveParameters.CreditDesignShare, Dims = Words(("class", kind)) };
        if (kind != "power" || View.Answer(question) is not Reading share)
        {
            return null;
        }

        receipt.Add(share);
        return new Fraction(share.Value);
    }

    private Reading Noted(Question question, List<Reading> receipt)
    {
        Reading reading = View.Ask(question);
        receipt.Add(reading);
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
