using Trunkline.Cli;

namespace Trunkline.Tests.Unit.Cli;

public sealed class PlanFolderTest : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("trunkline-").FullName;

    private string Wanted => Path.Combine(home, "out", "plan");

    public void Dispose() => Directory.Delete(home, recursive: true);

    [Fact]
    public void A_plan_is_put_where_it_was_wanted()
    {
        PlanFolder.Replace(Wanted, Writing("first"));
        Assert.Equal("first", File.ReadAllText(Path.Combine(Wanted, "plan.json")));
        Assert.Equal([Wanted], Directory.GetDirectories(Path.Combine(home, "out")));
    }

    [Fact]
    public void An_older_plan_is_replaced_whole()
    {
        PlanFolder.Replace(Wanted, folder =>
        {
            Writing("first")(folder);
            File.WriteAllText(Path.Combine(folder, "only-in-the-first.csv"), string.Empty);
        });
        PlanFolder.Replace(Wanted, Writing("second"));
        Assert.Equal("second", File.ReadAllText(Path.Combine(Wanted, "plan.json")));
        Assert.Single(Directory.GetFiles(Wanted));
    }

    [Fact]
    public void A_failure_half_way_leaves_the_older_plan_and_nothing_else()
    {
        PlanFolder.Replace(Wanted, Writing("first"));
        Assert.Throws<IOException>(() => PlanFolder.Replace(Wanted, folder =>
        {
            Writing("half")(folder);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("first", File.ReadAllText(Path.Combine(Wanted, "plan.json")));
        Assert.Equal([Wanted], Directory.GetDirectories(Path.Combine(home, "out")));
    }

    [Fact]
    public void A_folder_with_other_things_is_an_obstacle()
    {
        Directory.CreateDirectory(Wanted);
        Assert.Null(PlanFolder.Obstacle(Wanted));
        File.WriteAllText(Path.Combine(Wanted, "plan.json"), string.Empty);
        Assert.Null(PlanFolder.Obstacle(Wanted));
        File.WriteAllText(Path.Combine(Wanted, "thesis.txt"), string.Empty);
        Assert.Contains("thesis.txt", PlanFolder.Obstacle(Wanted)!.What, StringComparison.Ordinal);
        Assert.NotNull(PlanFolder.Obstacle(Path.Combine(Wanted, "plan.json")));
    }

    private static Action<string> Writing(string text) => folder => File.WriteAllText(Path.Combine(folder, "plan.json"), text);
}
