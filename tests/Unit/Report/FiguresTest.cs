using Trunkline.Domain;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public class FiguresTest
{
    private static readonly Figures _en = new(Language.En), _zh = new(Language.Zh);

    [Theory]
    [InlineData(1.23e10, "$12.3 billion", "123 亿美元")]
    [InlineData(9.9999e8, "$1.00 billion", "10.0 亿美元")]
    [InlineData(4.5e8, "$450 million", "4.50 亿美元")]
    [InlineData(1.2e6, "$1.20 million", "120 万美元")]
    [InlineData(-2.5e9, "−$2.50 billion", "−25.0 亿美元")]
    [InlineData(0, "$0", "0 美元")]
    public void Money_is_in_billions_or_in_hundred_millions(double usd, string english, string chinese)
    {
        Assert.Equal(english, _en.Money(new Usd(usd)));
        Assert.Equal(chinese, _zh.Money(new Usd(usd)));
    }

    [Theory]
    [InlineData(1.841e9, "1,841 Mt/y", "18.4 亿吨/年")]
    [InlineData(4.5e8, "450 Mt/y", "450 百万吨/年")]
    [InlineData(1.5e6, "1.50 Mt/y", "150 万吨/年")]
    [InlineData(2.5e5, "250 kt/y", "25.0 万吨/年")]
    public void Rates_are_in_the_unit_of_the_language(double rate, string english, string chinese)
    {
        Assert.Equal(english, _en.Rate(new TonnesPerYear(rate)));
        Assert.Equal(chinese, _zh.Rate(new TonnesPerYear(rate)));
    }

    [Theory]
    [InlineData(0.00931, "0.00931")]
    [InlineData(-0.000846, "−0.000846")]
    [InlineData(0.00000846, "8.46E−6")]
    public void Small_numbers_are_written_out_as_far_as_a_person_reads_them(double value, string written) => Assert.Equal(written, Figures.Number(value));

    [Theory]
    [InlineData(0.0577, "5.8 %", "5.8%")]
    [InlineData(0.0042, "0.42 %", "0.42%")]
    [InlineData(0, "0 %", "0%")]
    [InlineData(1, "100.0 %", "100.0%")]
    public void Shares_are_percentages(double share, string english, string chinese)
    {
        Assert.Equal(english, _en.Percent(share));
        Assert.Equal(chinese, _zh.Percent(share));
    }

    [Theory]
    [InlineData(12345.6, "12,346")]
    [InlineData(999.6, "1,000")]
    [InlineData(99.96, "100")]
    [InlineData(9.996, "10.0")]
    [InlineData(0.99951, "1.00")]
    [InlineData(0.123, "0.123")]
    [InlineData(-3, "−3.00")]
    public void Numbers_keep_about_three_digits(double value, string text) => Assert.Equal(text, Figures.Number(value));

    [Fact]
    public void A_scale_divides_by_what_its_unit_says()
    {
        Assert.Equal(new Scale(1e9, "$\u00a0billion"), _en.MoneyScale(3e9));
        Assert.Equal(new Scale(1e8, "亿美元"), _zh.MoneyScale(3e9));
        Assert.Equal(30, _zh.MoneyScale(3e9).Of(3e9));
    }
}
