using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Pillars;

/// <summary>Figures of a plan, each with the place in <c>plan.json</c> that it is read from.</summary>
internal sealed class PlanFigures(Plan plan)
{
    private static readonly Figures English = new(Language.En), Chinese = new(Language.Zh);

    public Plan Plan { get; } = plan;

    /// <summary>Money of the totals: <c>cost</c>, <c>net</c>, ...</summary>
    public static ImpactFigure Total(string member, Usd amount) => Money(amount, $"/totals/{member}");

    public static ImpactFigure Money(Usd amount, string from) => new(amount.Value, Usd.Unit, new Bilingual(English.Money(amount), Chinese.Money(amount)), from);

    public static ImpactFigure PerTonne(double usd, string from) =>
        new(usd, UsdPerTonne.Unit, new Bilingual(English.PerTonne(new(usd)), Chinese.PerTonne(new(usd))), from);

    public static ImpactFigure Share(double share, string from) => new(share, "1", new Bilingual(English.Percent(share), Chinese.Percent(share)), from);

    public static ImpactFigure Count(int count, string from) => new(count, "1", new Bilingual(Figures.Whole(count), Figures.Whole(count)), from);

    public static ImpactFigure Year(int year, string from) => new(year, "year", new Bilingual($"{year}", $"{year}"), from);

    /// <summary>A rate given in Mt/y.</summary>
    public static ImpactFigure Rate(double megatonnes, string from)
    {
        TonnesPerYear rate = new(megatonnes * 1e6);
        return new ImpactFigure(megatonnes, "Mt/y", new Bilingual(English.Rate(rate), Chinese.Rate(rate)), from);
    }

    /// <summary>A mass given in Mt.</summary>
    public static ImpactFigure Mass(double megatonnes, string from)
    {
        Tonnes mass = new(megatonnes * 1e6);
        return new ImpactFigure(megatonnes, "Mt", new Bilingual(English.Mass(mass), Chinese.Mass(mass)), from);
    }

    public static ImpactFigure Length(double kilometres, string from)
    {
        Kilometres length = new(kilometres);
        return new ImpactFigure(kilometres, Kilometres.Unit, new Bilingual(English.Length(length), Chinese.Length(length)), from);
    }

    public static ImpactFigure Inches(double inches, string from) => new(inches, "in", new Bilingual(English.Inches(inches), Chinese.Inches(inches)), from);

    /// <summary>A figure with a unit that both languages write alike.</summary>
    public static ImpactFigure Plain(double value, string unit, string from) =>
        new(value, unit, new Bilingual($"{Figures.Number(value)} {unit}", $"{Figures.Number(value)} {unit}"), from);

    /// <summary>Mt over the whole plan of a member of its periods, Mt/y.</summary>
    public ImpactFigure OverYears(string member, Func<PlanPeriod, double> rate) =>
        Mass(Plan.Periods.Sum(p => rate(p) * (p.To - p.From + 1)), $"over-years /periods/*/{member}");

    /// <summary>Last year of the plan.</summary>
    public ImpactFigure LastYear => Year(Plan.Periods[^1].To, "last /periods/*/to");

    public ImpactFigure FirstYear => Year(Plan.Periods[0].From, "/periods/0/from");

    public ImpactFigure LastFrom => Year(Plan.Periods[^1].From, "last /periods/*/from");

    /// <summary>Money over the plan of a member of its periods, undiscounted.</summary>
    public ImpactFigure Sum(string member, Func<PlanPeriod, Usd> money) => Money(Plan.Periods.Select(money).Sum(), $"sum /periods/*/{member}");
}
