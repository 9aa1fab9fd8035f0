using System.IO.Compression;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

/// <summary>A store goes into one file and comes out of it as it was, on either database and from one to the other.</summary>
public sealed class StoreBackupTest : IDisposable
{
    private const int FilesOfUpload = 20;

    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trunkline-backup-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_store_on_SQLite_comes_back_whole()
    {
        using ScratchStore from = ScratchStore.Sqlite(), to = ScratchStore.Sqlite();
        Moved(from, to);
    }

    /// <summary>Embedded, team, embedded: the three backups hold the same, row by row and file by file.</summary>
    [Fact]
    public void Moving_to_PostgreSQL_and_back_loses_nothing()
    {
        using ScratchStore embedded = ScratchStore.Sqlite(), team = ScratchStore.Postgres(), again = ScratchStore.Sqlite();
        Moved(embedded, team);
        Refill(team, again, "second");
        Assert.Equal(Everything(Backup(embedded, "one")), Everything(Backup(again, "three")));
        // The next rows are numbered after those that came.
        Assert.True(team.Store.Studies.Add("later", "us", "{}"));
        Reviewed(team.Store, "later");
        Assert.Empty(StoreCheck.Of(team.Store));
    }

    [Fact]
    public void A_store_that_holds_something_is_not_overwritten()
    {
        using ScratchStore from = ScratchStore.Sqlite(), to = ScratchStore.Sqlite();
        Fill(from.Store);
        to.Store.Studies.Add("mine", "us", "{}");
        Problem problem = Assert.Single(StoreBackup.Restore(to.Store, Backup(from, "one")).Problems);
        Assert.Contains("not empty", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_is_told_and_nothing_is_left_of_it()
    {
        using ScratchStore from = ScratchStore.Sqlite(), to = ScratchStore.Sqlite();
        Fill(from.Store);
        byte[] bytes = File.ReadAllBytes(Backup(from, "one"));
        string cut = Path.Combine(folder.FullName, "cut.zip");
        foreach (int length in new[] { 0, 10, bytes.Length / 2, bytes.Length - 1 })
        {
            File.WriteAllBytes(cut, bytes[..length]);
            Assert.False(StoreBackup.Restore(to.Store, cut).IsRight);
        }

        Assert.Empty(to.Store.Studies.List());
        Assert.Equal(0, to.Store.Audit.Head().Number);
    }

    /// <summary>While one thread writes on, each backup holds a moment: its chain holds, and each of its studies is told of.</summary>
    [Fact]
    public async Task A_backup_is_of_one_moment()
    {
        using ScratchStore from = ScratchStore.Sqlite();
        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        Task writing = Task.Run(() =>
        {
            for (int i = 0; !enough.IsCancellationRequested; i++)
            {
                from.Store.Studies.Add($"study-{i}", "us", "{}");
            }
        }, TestContext.Current.CancellationToken);
        for (int i = 0; i < 5; i++)
        {
            using ScratchStore to = ScratchStore.Sqlite();
            BackupHead head = StoreBackup.Restore(to.Store, Backup(from, $"{i}")).OrThrow();
            Assert.Equal(head.Rows["studies"], head.Rows["audit"]);
            Assert.Empty(StoreCheck.Of(to.Store, head.Head));
        }

        await enough.CancelAsync();
        await writing;
    }

    [Fact]
    public void What_is_brought_again_while_it_is_thrown_away_keeps_its_files()
    {
        using ScratchStore scratch = ScratchStore.Sqlite();
        for (int i = 0; i < 200; i++)
        {
            Bring(scratch.Store, "same");
            Parallel.Invoke(() => scratch.Store.Folders.Delete("uploads", "same"), () => Bring(scratch.Store, "same"));
            Assert.All(scratch.Store.Folders.List("uploads"), f => Assert.Equal(FilesOfUpload, Directory.Exists(f.Path) ? Directory.GetFiles(f.Path).Length : 0));
        }
    }

    [Theory]
    [InlineData("UPDATE studies SET \"Text\" = '{ \"id\": 1 }' WHERE \"Id\" = 'gulf'", "study gulf of ohio")]
    [InlineData("UPDATE cases SET \"Steps\" = replace(\"Steps\", 'Clearer', 'Dearer')", "of ohio")]
    [InlineData("DELETE FROM folders", null)]
    public void What_was_altered_past_the_program_is_found(string sql, string? where)
    {
        using ScratchStore scratch = ScratchStore.Sqlite();
        Fill(scratch.Store);
        Assert.Empty(StoreCheck.Of(scratch.Store));
        Assert.True(scratch.Sql(sql) > 0);
        Assert.True(where is null || StoreCheck.Of(scratch.Store).Any(p => p.Where.EndsWith(where, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_folder_that_is_gone_is_found()
    {
        using ScratchStore scratch = ScratchStore.Sqlite();
        Fill(scratch.Store);
        Directory.Delete(scratch.Store.In("ohio").Folders.Find("uploads", "plants")!.Path, recursive: true);
        Assert.Contains(StoreCheck.Of(scratch.Store), p => p.Where == "uploads plants of ohio");
    }

    private void Moved(ScratchStore from, ScratchStore to)
    {
        Fill(from.Store);
        Refill(from, to, "first");
        Assert.Equal(from.Store.Audit.Head(), to.Store.Audit.Head());
        Assert.Equal("site\n", File.ReadAllText(Path.Combine(to.Store.In("ohio").Folders.Find("uploads", "plants")!.Path, "below", "content")));
    }

    private void Refill(ScratchStore from, ScratchStore to, string name)
    {
        string file = Backup(from, name);
        BackupHead head = StoreBackup.Restore(to.Store, file).OrThrow();
        Assert.Empty(StoreCheck.Of(to.Store, head.Head));
        Assert.Equal(Everything(file), Everything(Backup(to, $"{name}-again")));
    }

    private string Backup(ScratchStore store, string name)
    {
        string file = Path.Combine(folder.FullName, $"{name}.zip");
        StoreBackup.Write(store.Store, file);
        return file;
    }

    private static void Bring(TrunklineStore store, string id)
    {
        string begun = store.Folders.Begin("uploads");
        for (int i = 0; i < FilesOfUpload; i++)
        {
            File.WriteAllText(Path.Combine(begun, $"{i}"), "content");
        }

        store.Folders.Add("uploads", id, "{}", begun);
    }

    private static void Fill(TrunklineStore store)
    {
        TrunklineStore ohio = store.In("ohio");
        ohio.Studies.Add("gulf", "us", """{ "title": "墨西哥湾 \u0000 'quoted'" }""");
        ohio.Studies.Replace("gulf", 0, "us", """{ "title": "Gulf" }""");
        store.Studies.Add("a-b", "us", "{}");
        store.Studies.Add("ab", "us", "{}");
        ohio.Tokens.Revoke(ohio.Tokens.Add("bo", Role.Reviewer, TimeSpan.FromDays(9)).Kept.Id);
        string begun = ohio.Folders.Begin("uploads");
        Directory.CreateDirectory(Path.Combine(begun, "below"));
        File.WriteAllText(Path.Combine(begun, "below", "content"), "site\n");
        ohio.Folders.Add("uploads", "plants", "{}", begun);
        Reviewed(ohio, "us.45q");
    }

    private static void Reviewed(TrunklineStore store, string record)
    {
        StoredCase review = store.Reviews.Add(ReviewCase.Begin(new CaseStep.Drafted("ann", Noon, record, "v1", [new RegisterFile("us/45q/text.en.md", "Clearer.")], "because")).OrThrow());
        CaseStep[] steps = [new CaseStep.Submitted("ann", Noon, ["c"]), new CaseStep.Judged("bo", Noon, "c", Verdict.Supports), new CaseStep.Accepted("bo", Noon)];
        foreach ((int i, CaseStep step) in steps.Index())
        {
            Assert.Empty(store.Reviews.Take(review.Id, i, step, "v1").Problems);
        }

        Assert.Equal(("ann", "bo", "because"), store.Reviews.Editions(record).Select(e => (e.Author, e.AcceptedBy, e.Why)).Last());
    }

    /// <summary>All tables and files of a backup, but for the moment at which it was made.</summary>
    private static IEnumerable<string> Everything(string file)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        return
        [
            .. archive.Entries.Where(e => e.FullName != "store.json").OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e =>
            {
                using StreamReader text = new(e.Open());
                return $"{e.FullName}\n{text.ReadToEnd()}";
            }),
        ];
    }
}
