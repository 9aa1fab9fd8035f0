using System.Reflection;
using System.Text.RegularExpressions;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Report;

namespace Trunkline.Tests.Unit.Report;

public partial class WordsTest
{
    private static IEnumerable<(string Name, Bilingual Text)> Everything() =>
    [
        .. typeof(Texts).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (field.Name, (Bilingual)field.GetValue(null)!)),
        .. Vocabulary.All.SelectMany(table => table.Value.Select(word => ($"{table.Key} {word.Key}", word.Value))),
        .. SectorGroup.All.Select(group => ($"group {group.Key}", group.Name)),
        .. DiameterClass.All.Select(size => ($"diameter {size.Key}", size.Name)),
    ];

    [Fact]
    public void Every_text_is_in_both_languages()
    {
        string[] punctuation = [nameof(Texts.ListBreak), nameof(Texts.Colon), nameof(Texts.InBrackets), nameof(Texts.FilledOf)];
        string[] missing = [.. Everything()
            .Where(entry => string.IsNullOrEmpty(entry.Text.En) || Han().IsMatch(entry.Text.En) || (!Han().IsMatch(entry.Text.Zh) && !punctuation.Contains(entry.Name)))
            .Select(entry => entry.Name)];
        Assert.Empty(missing);
    }

    [Fact]
    public void Both_languages_fill_the_same_places()
    {
        static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();
        string[] unlike = [.. Everything().Where(entry => !Places(entry.Text.En).SequenceEqual(Places(entry.Text.Zh))).Select(entry => entry.Name)];
        Assert.Empty(unlike);
    }

    [Fact]
    public void Every_key_of_the_national_dataset_has_words()
    {
        string folder = Path.Combine(RepositoryRoot(), "data", "us");
        if (!Directory.Exists(folder))
        {
            Assert.Skip("data/us is absent: build it with 'trunkline data build'.");
        }

        Dataset dataset = DatasetReader.Read(folder).OrThrow();
        Assert.Empty(dataset.Sites.Select(site => site.Sector).Distinct().Except(Vocabulary.Sectors.Keys));
        Assert.Empty(dataset.Streams.Select(stream => stream.Process).Distinct().Except(Vocabulary.Processes.Keys));
        Assert.Empty(dataset.Uses.Select(use => use.Kind).Distinct().Except(Vocabulary.StorageKinds.Keys));
        Assert.Empty(dataset.Doubts.Select(doubt => doubt.Kind).Distinct().Except(Vocabulary.Doubts.Keys));
        Assert.Empty(dataset.Doubts.Select(doubt => doubt.Table).Distinct().Except(Vocabulary.DataTables.Keys));
        Assert.NotEmpty(StateOutlines.ReadFrom(folder));
    }

    [Fact]
    public void Every_sector_with_words_has_a_colour_of_its_own_group_or_is_other_by_choice()
    {
        string[] other = [.. Vocabulary.Sectors.Keys.Where(sector => SectorGroup.OfSector(sector) == SectorGroup.Other)];
        Assert.Equal(["chemicals", "food", "glass", "minerals", "mining", "other", "soda-ash", "waste"], other.Order());
        Assert.All(SectorGroup.All.SelectMany(group => group.Sectors), sector => Assert.Contains(sector, Vocabulary.Sectors.Keys));
    }

    [Fact]
    public void The_summary_speaks_both_languages()
    {
        IReadOnlyList<string> english = PlanSummary.Lines(SamplePlans.Small, Language.En), chinese = PlanSummary.Lines(SamplePlans.Small, Language.Zh);
        Assert.Equal("net $600 million = cost − credits $400 million − price income $0", english[4]);
        Assert.Equal("净成本 6.00 亿美元 = 总成本 − 税收抵免 4.00 亿美元 − 价格收入 0 美元", chinese[4]);
        Assert.Equal(english.Count, chinese.Count);
    }

    [Fact]
    public void An_infeasible_answer_names_the_rule_and_what_would_do()
    {
        PlanOutcome.Infeasible answer = new(
            [new Relaxation("capture-target", "2046-50", 41, new Bilingual("the target exceeds what the storage can take by 41 Mt/y", "目标超出封存能力 4100 万吨/年"))], 2);
        IReadOnlyList<string> lines = PlanSummary.Lines(answer, Language.En);
        Assert.Equal("  capture-target [2046-50]: the target exceeds what the storage can take by 41 Mt/y", lines[1]);
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Trunkline.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Trunkline.slnx was not found above the tests.");
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
