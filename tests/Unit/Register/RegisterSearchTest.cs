using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class RegisterSearchTest
{
    [Theory]
    [InlineData("parity", "us.45q")]
    [InlineData("PARITY", "us.45q")]
    [InlineData("ｐａｒｉｔｙ", "us.45q")]
    [InlineData("碳管理战略", "us.doe-carbon-management-strategy")]
    [InlineData("封存税收", "us.45q")]
    [InlineData("us.45q.rate", "us.45q")]
    [InlineData("begin-construction", "us.45q")]
    [InlineData("Justice40", "us.eo-14008")]
    public void Words_of_either_language_find_the_record(string words, string recordId) =>
        Assert.Contains(ShippedRegister.Register.Search.Find(words, most: 200).Hits, h => h.RecordId == recordId);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("no-such-word-anywhere")]
    [InlineData("封存海王星")]
    public void What_is_nowhere_is_not_found(string words) => Assert.Equal(0, ShippedRegister.Register.Search.Find(words).Total);

    [Theory]
    [InlineData("forskrift lagring", "Forskrift om LAGRING av CO₂ på kontinentalsokkelen")]
    [InlineData("pa kontinentalsokkelen", "Forskrift om LAGRING av CO₂ på kontinentalsokkelen")]
    [InlineData("co2", "Forskrift om LAGRING av CO₂ på kontinentalsokkelen")]
    [InlineData("地质封存", "二氧化碳的地质封存条例")]
    [InlineData("存", "二氧化碳的地质封存条例")]
    [InlineData("1,800", "１，８００ Mt 封存")]
    public void Case_width_and_accents_do_not_matter(string words, string text)
    {
        SearchResult found = new SmallRegister().Work("a", textEn: text, textZh: text).Read().Search.Find(words);
        Assert.Contains(found.Hits, h => h.Field == SearchField.Text && h.Passage == text);
    }

    [Fact]
    public void A_hit_says_where_in_which_language_and_with_which_words()
    {
        string filler = string.Join(' ', Enumerable.Repeat("padding", 60));
        PolicyRegister register = new SmallRegister().Work("a", textEn: $"One.\n\n{filler} the trunk line {filler}", textZh: "一。").Read();
        SearchHit hit = Assert.Single(register.Search.Find("trunk").Hits);
        Assert.Equal(("us.a", SearchField.Text, "text.en.md #2", Language.En, 1), (hit.RecordId, hit.Field, hit.Place, hit.Language!.Value, hit.Count));
        Assert.Contains("the trunk line", hit.Passage, StringComparison.Ordinal);
        Assert.StartsWith("…", hit.Passage, StringComparison.Ordinal);
        Assert.EndsWith("…", hit.Passage, StringComparison.Ordinal);
        Assert.InRange(hit.Passage.Length, 100, 200);
    }

    [Fact]
    public void Titles_come_before_texts_and_more_before_fewer()
    {
        PolicyRegister register = new SmallRegister()
            .Work("pipeline")
            .Work("once", textEn: "A pipeline.")
            .Work("thrice", textEn: "Pipeline, pipeline and pipeline.")
            .Read();
        SearchHit[] hits = [.. register.Search.Find("pipeline").Hits];
        Assert.Equal(SearchField.Id, hits[0].Field);
        Assert.Equal(SearchField.Title, hits[1].Field);
        Assert.Equal([("us.thrice", 3), ("us.once", 1)], hits.Where(h => h.Field == SearchField.Text).Select(h => (h.RecordId, h.Count)));
    }

    [Fact]
    public void All_words_must_stand_in_the_record_though_not_in_one_passage()
    {
        PolicyRegister register = new SmallRegister()
            .Work("both", textEn: "A pipeline.\n\nA well.")
            .Work("one", textEn: "A pipeline.")
            .Read();
        SearchResult found = register.Search.Find("pipeline well");
        Assert.Equal(1, found.Records);
        Assert.All(found.Hits, h => Assert.Equal("us.both", h.RecordId));
    }

    /// <summary>Against the plain way: fold every passage and look for the word in each.</summary>
    [Fact]
    public void The_index_finds_what_looking_through_everything_finds()
    {
        PolicyRegister register = ShippedRegister.Register;
        SearchPassage[] passages = [.. RecordPassages.Of(register)];
        string all = string.Join('\n', passages.Select(p => p.Words));
        Gen.Select(Gen.Int[0, all.Length - 20], Gen.Int[1, 12]).Sample(
            (at, length) =>
            {
                string word = FoldedText.Of(all.Substring(at, length)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "co2";
                int expected = passages.Count(p => FoldedText.Of(p.Words).Contains(word, StringComparison.Ordinal));
                Assert.Equal(expected, register.Search.Find(word).Total);
            },
            iter: 200);
    }

    [Fact]
    public void Folding_keeps_the_places()
    {
        const string Text = "Straße ＣＯ₂ e\u0301t";
        string folded = FoldedText.Of(Text);
        int[] places = FoldedText.Places(Text);
        Assert.Equal("strasse co2 et", folded);
        Assert.Equal(folded.Length + 1, places.Length);
        Assert.Equal(Text.IndexOf('Ｃ', StringComparison.Ordinal), places[folded.IndexOf('c', StringComparison.Ordinal)]);
        Assert.Equal(Text.Length, places[^1]);
    }
}
