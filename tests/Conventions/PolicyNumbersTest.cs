using System.Globalization;
using System.Text.RegularExpressions;
using Trunkline.Register;

namespace Trunkline.Tests.Conventions;

/// <summary>
/// The law's amounts stand in data/register and nowhere in code. What counts as one of them is read from the register itself: every number of 45Q, alone and
/// times its multiplier, from <see cref="Least"/> on (smaller ones are ordinary counts), and the years of its deadlines. A line that holds such a number within
/// two lines of a word for the credit is an offender; comments may name them.
/// </summary>
public sealed partial class PolicyNumbersTest
{
    private const double Least = 12;
    private const int Near = 2;
    private const string Credit = "us.45q";

    private static readonly Lazy<HashSet<double>> Amounts = new(ReadAmounts);

    [Fact]
    public void No_amount_of_the_credit_stands_in_code() => Offenders.None(
        "Numbers of 45Q in code, beside words for the credit (they belong to data/register):",
        from file in Repository.TextFiles
        where file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
        from line in Found(Repository.Read(file))
        select $"{file}:{line}");

    [Fact]
    public void The_register_s_own_amounts_are_looked_for() =>
        Assert.Empty(new[] { 85, 60, 180, 130, 17, 36, 26, 12, 18750, 12500, 2033, 0.75 }.Except(Amounts.Value));

    [Theory]
    [InlineData("UsdPerTonne credit = new(85);", 1)]
    [InlineData("decimal rate = isDac ? 180m : 60; // what 45Q pays", 2)]
    [InlineData("const int CreditYears = 12;", 1)]
    [InlineData("/// <summary>Deadline of the tax credit.</summary>\nstatic readonly DateOnly Last = new(2033, 1, 1);", 1)]
    [InlineData("double creditThreshold = 18_750;", 1)]
    [InlineData("double creditThreshold = 1.875e4;", 1)]
    [InlineData("Say(\"The credit is paid for twelve years.\");", 1)]
    [InlineData("Say(\"税收抵免支付十二年\");", 1)]
    [InlineData("// 45Q pays 85 $/t to dedicated storage", 0)]
    [InlineData("double months = credit.Months / 12;", 0)]
    [InlineData("int columns = 85;\nint rows = 60;", 0)]
    [InlineData("string p = \"us.45q.rate\";", 0)]
    public void A_number_is_found_where_it_speaks_of_the_credit(string code, int found) => Assert.Equal(found, Found(code).Sum(line => line.Split(" has ")[1].Split(", ").Length));

    private static IEnumerable<string> Found(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int at = i;
            string code = Comment().Replace(lines[i], string.Empty);
            string[] numbers = [.. Number().Matches(code).Where(m => IsAmount(m.Value, code)).Select(m => m.Value), .. Spelled().Matches(code).Select(m => m.Value)];
            bool speaks = Enumerable.Range(Math.Max(0, at - Near), Math.Min(lines.Length - 1, at + Near) - Math.Max(0, at - Near) + 1).Any(j => Words().IsMatch(lines[j]));
            if (speaks && numbers.Length > 0)
            {
                yield return $"{at + 1} has {string.Join(", ", numbers)}";
            }
        }
    }

    /// <summary>Twelve months a year is the calendar's, not the law's.</summary>
    private static bool IsAmount(string literal, string code) =>
        double.TryParse(literal.Replace("_", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && Amounts.Value.Contains(value)
        && !(value == 12 && code.Contains("month", StringComparison.OrdinalIgnoreCase));

    private static HashSet<double> ReadAmounts()
    {
        PolicyRegister register = RegisterReader.Read(Repository.Full("data/register")).OrThrow();
        IReadOnlyList<PolicyEntry> entries = [.. register.Find(Credit)!.Parameters.SelectMany(p => p.Entries)];
        double[] numbers = [.. entries.SelectMany(Numbers)];
        IEnumerable<double> products =
            from parameter in register.Find(Credit)!.Parameters
            from multiplier in parameter.Multipliers ?? []
            from factor in register.Find(Credit)!.Parameters.Single(p => p.Id == multiplier).Entries
            from entry in parameter.Entries
            where entry.Law.From >= factor.Law.From
            from number in Numbers(entry)
            from times in Numbers(factor)
            select number * times;
        IEnumerable<double> years = entries.Select(e => e.Value?.Words).Where(w => PolicyValue.TryDate(w, out _)).Select(w => double.Parse(w![..4], CultureInfo.InvariantCulture));
        return [.. numbers.Concat(products).Concat(years).Where(n => n >= Least || (n != Math.Floor(n) && n < 1))];
    }

    private static IEnumerable<double> Numbers(PolicyEntry entry) =>
        new[] { entry.Value?.MaybeNumber, entry.Interpolate?.From.Value, entry.Interpolate?.To.Value }.OfType<decimal>().Select(n => (double)n);

    [GeneratedRegex(@"^\s*///.*$|(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![\w.#{])\d[\d_]*(\.\d+)?(e\d+)?(?![\w.]*\d|:)", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\btwelve\b|十二年", RegexOptions.IgnoreCase)]
    private static partial Regex Spelled();

    [GeneratedRegex(@"45q|credit(?!s?\s*line)|incentive|抵免", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
