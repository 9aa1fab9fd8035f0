using Trunkline.Atlas;
using Trunkline.Atlas.Communities;
using Trunkline.Domain;
using Trunkline.Tests.Unit.Planner;

namespace Trunkline.Tests.Unit.Atlas.Communities;

/// <summary>The screening tool's tracts, and its rule on real ones.</summary>
public sealed class CejstFileTest
{
    /// <summary>Where the raw public files are looked for: beside the repository or above it.</summary>
    private static string? Sample => Above(TinyWorld.Root).Select(f => Path.Combine(f, "shared", "data", "communities", "cejst_1.0_sample.csv")).FirstOrDefault(File.Exists);

    /// <summary>Twenty real tracts: the rule gives the tool's own word, count of thresholds and count of categories for each.</summary>
    [Fact]
    public void The_rule_gives_what_the_tool_says()
    {
        Assert.SkipUnless(Sample is not null, "The sample of CEJST 1.0 is not on this machine.");
        IReadOnlyList<CejstTract> tracts = CejstFile.Read(Sample!).OrThrow();
        Assert.Equal(20, tracts.Count);
        Assert.All(tracts, t =>
        {
            Assert.Equal((t.IdentifiedByBurdens, t.ThresholdsStated, t.CategoriesStated), (t.Finding!.IsDisadvantaged, (double?)t.Finding.Thresholds, t.Finding.Categories));
            Assert.False(t.IsDoubtful);
        });
        Assert.Equal(["08059011402", "21093000100"], tracts.Where(t => t.Identified).Select(t => t.Id));
    }

    [Fact]
    public void Tracts_add_up_by_county()
    {
        static CejstTract tract(string id, double? people, bool identified) => new(id, "Iowa", people, identified, identified, 0, 0, null);
        IReadOnlyList<CountyCommunity> counties = CountyCommunities.Of([tract("19001000100", 3000, true), tract("19001000200", 1000, false), tract("19003000100", null, true)]);
        Assert.Equal([("19001", 2, 1, 0.75), ("19003", 1, 1, (double?)null)], counties.Select(c => (c.Fips, c.Tracts, c.DisadvantagedTracts, c.Share)));
    }

    /// <summary>What the importer writes, the dataset reads.</summary>
    [Fact]
    public void The_table_is_read_back()
    {
        string folder = Directory.CreateTempSubdirectory("communities").FullName;
        try
        {
            foreach (string file in Directory.GetFiles(TinyWorld.TwoNodes.Dataset.Folder))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }

            CountyCommunity county = new("19001", 2, 1, 4000, 3000, "A file, brought", Confidence.B);
            File.WriteAllText(Path.Combine(folder, DatasetSchema.CountyCommunities.File), CountyCommunities.Csv([county]));
            Dataset read = DatasetReader.Read(folder).OrThrow();
            Assert.Equal(county, Assert.Single(read.CountyCommunities));
            Assert.NotEqual(TinyWorld.TwoNodes.Dataset.Hash, read.Hash);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_problem_of_a_file_is_told_at_once()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "Census tract 2010 ID,State/Territory\n1,Iowa\n");
            IReadOnlyList<Problem> problems = CejstFile.Read(file).Problems;
            Assert.Contains(problems, p => p.Where.Contains("Total population", StringComparison.Ordinal));
            Assert.True(problems.Count > 20);
            Assert.Single(CejstFile.Read(file + ".none").Problems);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
