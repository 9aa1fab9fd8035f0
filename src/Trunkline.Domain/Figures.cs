using System.Globalization;

namespace Trunkline.Domain;

/// <summary>How numbers and their units are written for people: English in billions and Mt, Chinese in 亿 and 万.</summary>
public sealed class Figures(Language language)
{
    private const double Thousand = 1e3, TenThousand = 1e4, Million = 1e6, HundredMillion = 1e8, Billion = 1e9;

    private bool Chinese => language == Language.Zh;

    /// <summary>Three significant digits below a thousand, whole numbers with separators above; a real minus sign.</summary>
    public static string Number(double value)
    {
        double size = Math.Abs(value);
        string format = size switch
        {
            0 => "0",
            >= 99.95 => "#,##0",
            >= 9.995 => "0.0",
            >= 0.9995 => "0.00",
            >= 0.0095 => "0.###",
            >= 0.00095 => "0.#####",
            >= 0.000095 => "0.######",
            _ => "0.##E+0",
        };
        return value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>A number as a person gave it: no digits added, at most three decimals.</summary>
    public static string AsGiven(double value) => value.ToString("#,##0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A whole number with separators.</summary>
    public static string Whole(double value) => Math.Round(value).ToString("#,##0", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A number with this many decimals and separators, as columns of a table want it.</summary>
    public static string Fixed(double value, int decimals) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A rate in the unit that suits its size: Mt/y or kt/y; 亿吨/年, 百万吨/年 or 万吨/年.</summary>
    public string Rate(TonnesPerYear rate)
    {
        double size = Math.Abs(rate.Value);
        return Chinese
            ? size >= Billion ? $"{Number(rate.Value / HundredMillion)} 亿吨/年" : size >= 10 * Million ? $"{Number(rate.Value / Million)} 百万吨/年" : $"{Number(rate.Value / TenThousand)} 万吨/年"
            : size == 0 || size >= 0.9995 * Million ? $"{Number(rate.Value / Million)} Mt/y" : $"{Number(rate.Value / Thousand)} kt/y";
    }

    /// <summary>A mass in the unit that suits its size: Gt or Mt; 亿吨 or 万吨.</summary>
    public string Mass(Tonnes mass)
    {
        double size = Math.Abs(mass.Value);
        return Chinese
            ? size >= HundredMillion ? $"{Number(mass.Value / HundredMillion)} 亿吨" : $"{Number(mass.Value / TenThousand)} 万吨"
            : size >= Billion ? $"{Number(mass.Value / Billion)} Gt" : $"{Number(mass.Value / Million)} Mt";
    }

    /// <summary>Money in the unit that suits its size: $ billion or million; 亿美元 or 万美元.</summary>
    public string Money(Usd money)
    {
        double size = Math.Abs(money.Value);
        string sign = money.Value < 0 ? "−" : "";
        return Chinese
            ? size >= HundredMillion ? $"{sign}{Number(size / HundredMillion)} 亿美元"
                : size >= TenThousand ? $"{sign}{Number(size / TenThousand)} 万美元" : $"{sign}{Number(size)} 美元"
            : size >= 0.9995 * Billion ? $"{sign}${Number(size / Billion)} billion"
                : size >= 0.9995 * Million ? $"{sign}${Number(size / Million)} million" : $"{sign}${Number(size)}";
    }

    public string PerTonne(UsdPerTonne price) => Chinese
        ? $"{Number(price.Value)} 美元/吨"
        : price.Value < 0 ? $"−${Number(-price.Value)}/t" : $"${Number(price.Value)}/t";

    public string Length(Kilometres length) => Chinese ? $"{Whole(length.Value)} 公里" : $"{Whole(length.Value)} km";

    public string Inches(double inches) => Chinese ? $"{Number(inches)} 英寸" : $"{inches.ToString("0.##", CultureInfo.InvariantCulture)} in";

    /// <summary>A share of a whole as a percentage: one decimal, two below one per cent.</summary>
    public string Percent(double share)
    {
        double percent = share * 100;
        string number = percent.ToString(Math.Abs(percent) < 0.995 ? "0.##" : "0.0", CultureInfo.InvariantCulture).Replace('-', '−');
        return Chinese ? $"{number}%" : $"{number} %";
    }

    /// <summary>A date as the language writes it.</summary>
    public string Date(DateOnly date) => Chinese
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日")
        : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The scale on which a chart or column shows rates, chosen by its largest value.</summary>
    public Scale RateScale(double largestTonnesPerYear) => Chinese
        ? largestTonnesPerYear >= 2 * Million ? new Scale(Million, "百万吨/年") : new Scale(TenThousand, "万吨/年")
        : largestTonnesPerYear >= Million ? new Scale(Million, "Mt/y") : new Scale(Thousand, "kt/y");

    /// <summary>The scale on which a chart or column shows money, chosen by its largest value.</summary>
    public Scale MoneyScale(double largestUsd) => Chinese
        ? largestUsd >= HundredMillion ? new Scale(HundredMillion, "亿美元") : new Scale(TenThousand, "万美元")
        : largestUsd >= Billion ? new Scale(Billion, "$\u00a0billion") : new Scale(Million, "$\u00a0million");

    /// <summary>The scale on which a chart or column shows mass, chosen by its largest value.</summary>
    public Scale MassScale(double largestTonnes) => Chinese
        ? largestTonnes >= HundredMillion ? new Scale(HundredMillion, "亿吨") : new Scale(TenThousand, "万吨")
        : largestTonnes >= Billion ? new Scale(Billion, "Gt") : new Scale(Million, "Mt");
}

/// <summary>A unit for people and what one of it is in the base unit.</summary>
public sealed record Scale(double Size, string Unit)
{
    /// <summary>A base-unit value on this scale.</summary>
    public double Of(double value) => value / Size;
}
