using Trunkline.Atlas.Build;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas;

/// <summary>The build against the public files; skipped where they are not beside the repository.</summary>
public sealed class DatasetBuildTest
{
    [Fact]
    public void Missing_files_are_all_told_and_nothing_is_written()
    {
        string output = Path.Combine(Datasets.NewFolder(), "us");

        Checked<BuildReport> built = DatasetBuild.Run(Datasets.NewFolder(), output);

        Assert.Equal(RawFolder.Needed.Count, built.Problems.Count);
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void The_same_files_give_the_shipped_bytes()
    {
        string raw = Datasets.RawOrSkip(), output = Datasets.NewFolder();

        BuildReport report = DatasetBuild.Run(raw, output).OrThrow();

        foreach ((string file, _) in report.Files)
        {
            string shipped = Path.Combine(Datasets.Us, file);
            Assert.True(
                File.Exists(shipped) && File.ReadAllBytes(shipped).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(output, file))),
                $"data/us/{file} differs from what the build gives: run ./trunkline data build --from ../shared/data --out data/us");
        }

        Assert.True(report.Files.Sum(f => f.Bytes) < 10e6);
    }

    [Fact]
    public void The_raw_table_counts_as_its_readme_says()
    {
        BuildReport report = DatasetBuild.Run(Datasets.RawOrSkip(), Datasets.NewFolder()).OrThrow();

        Assert.Equal(4414, report.FacilitiesAtThreshold);
        Assert.Equal(2227.7, report.RawFossilCo2.Megatonnes, 0.05);
        Assert.Equal(118.7, report.RawBiogenicCo2.Megatonnes, 0.05);
    }
}
