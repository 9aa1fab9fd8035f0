using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

/// <summary>One workspace sees nothing of another's.</summary>
public abstract class WorkspacesTest : IDisposable
{
    private readonly ScratchStore scratch;

    private protected WorkspacesTest(ScratchStore scratch) => this.scratch = scratch;

    private TrunklineStore Ohio => scratch.Store.In("ohio");

    private TrunklineStore Texas => scratch.Store.In("texas");

    public void Dispose()
    {
        scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void The_same_name_is_another_study_elsewhere()
    {
        Assert.True(Ohio.Studies.Add("gulf", "us", "ohio's"));
        Assert.Null(Texas.Studies.Find("gulf"));
        Assert.True(Texas.Studies.Add("gulf", "us", "texas'"));
        Assert.Equal(Edited.Done, Texas.Studies.Delete("gulf", 0));
        Assert.Equal("ohio's", Ohio.Studies.Find("gulf")!.Text);
    }

    [Fact]
    public void Folders_of_the_same_name_are_kept_apart()
    {
        foreach (TrunklineStore store in new[] { Ohio, Texas })
        {
            string begun = store.Folders.Begin("uploads");
            File.WriteAllText(Path.Combine(begun, "content"), store.Workspace);
            Assert.True(store.Folders.Add("uploads", "same", "{}", begun));
        }

        Assert.True(Texas.Folders.Delete("uploads", "same"));
        Assert.Equal("ohio", File.ReadAllText(Path.Combine(Ohio.Folders.Find("uploads", "same")!.Path, "content")));
    }

    [Fact]
    public void What_was_there_before_workspaces_is_in_the_main_one()
    {
        scratch.Store.Studies.Add("old", "us", "{}");
        Assert.Equal(scratch.Store.Root, scratch.Store.Folder);
        Assert.Null(Ohio.Studies.Find("old"));
    }
}

public sealed class WorkspacesOnSqliteTest() : WorkspacesTest(ScratchStore.Sqlite());

public sealed class WorkspacesOnPostgresTest() : WorkspacesTest(ScratchStore.Postgres());
