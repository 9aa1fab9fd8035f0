using CsCheck;
using Trunkline.Cli.Register;

namespace Trunkline.Tests.Unit.Cli.Register;

public sealed class PageTest
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("CO2", 3)]
    [InlineData("封存", 4)]
    [InlineData("封存 CO2，", 10)]
    [InlineData("e\u0301", 1)]
    public void Chinese_characters_take_two_columns(string text, int columns) => Assert.Equal(columns, Page.Columns(text));

    [Theory]
    [InlineData("one two three", 8, "one two|three")]
    [InlineData("封存税收抵免", 8, "封存税收|抵免")]
    [InlineData("封存税收，抵免", 8, "封存税|收，抵免")]
    [InlineData("封存 CO2 的", 8, "封存 CO2|的")]
    [InlineData("averylongword", 5, "avery|longw|ord")]
    [InlineData("", 5, "")]
    public void Lines_break_at_spaces_and_between_chinese_characters(string text, int columns, string lines) =>
        Assert.Equal(lines, string.Join('|', Page.Folded(text, columns, columns)));

    [Fact]
    public void No_line_is_too_long_and_nothing_is_lost()
    {
        Gen<char> letter = Gen.OneOf(Gen.Char['a', 'z'], Gen.Const(' '), Gen.Char['一', '三'], Gen.OneOf('，', '。', '-', '(', '₂'));
        Gen.Select(letter.Array[0, 60], Gen.Int[4, 30], Gen.Int[4, 30]).Sample((letters, first, rest) =>
        {
            string text = new(letters);
            string[] lines = [.. Page.Folded(text, first, rest)];
            Assert.Equal(Packed(text), Packed(string.Concat(lines)));

            Assert.All(lines.Index(), l => Assert.True(Page.Columns(l.Item) <= (l.Index == 0 ? first : rest), $"'{l.Item}' of '{text}' in {first}, {rest}"));
        });
    }

    [Fact]
    public void Further_lines_of_an_item_stand_below_its_first_word()
    {
        StringWriter written = new() { NewLine = "\n" };
        new Page(written, 24).Item("2025", "one two three four five", column: 6);
        Assert.Equal("  2025  one two three\n        four five\n", written.ToString());
    }

    [Fact]
    public void Only_the_last_column_of_a_table_folds()
    {
        StringWriter written = new() { NewLine = "\n" };
        new Page(written, 24).Table(["id", "标题"], [["us.45q", "封存税收抵免条款与条件"], ["a", "b"]]);
        Assert.Equal("id      标题\n------  ----\nus.45q  封存税收抵免条款\n        与条件\na       b\n", written.ToString());
    }

    private static string Packed(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
