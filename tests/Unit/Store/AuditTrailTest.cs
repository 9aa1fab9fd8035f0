using System.Data.Common;
using Trunkline.Domain;
using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

/// <summary>Lines are added, never altered; whoever alters one past the program is found out.</summary>
public abstract class AuditTrailTest : IDisposable
{
    private readonly ScratchStore scratch;

    private protected AuditTrailTest(ScratchStore scratch)
    {
        this.scratch = scratch;
        for (int i = 0; i < 5; i++)
        {
            Store.Studies.Add($"study-{i}", "us", "{}");
        }
    }

    private TrunklineStore Store => scratch.Store;

    public void Dispose()
    {
        scratch.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Each_change_is_a_line_that_says_who_did_what()
    {
        Assert.Equal(Edited.Done, Store.As("bo").Studies.Replace("study-1", 0, "us", "{ }"));
        Assert.Equal(Edited.ChangedMeanwhile, Store.As("cy").Studies.Replace("study-1", 0, "us", "{  }"));
        IReadOnlyList<AuditEntry> lines = Store.Audit.List(after: 0, most: 100);
        Assert.Equal(["study.added", "study.added", "study.added", "study.added", "study.added", "study.replaced"], lines.Select(l => l.Action));
        Assert.Equal(("bo", "study-1"), (lines[^1].Who, lines[^1].Subject));
        Assert.Equal(Enumerable.Range(1, 6).Select(n => (long)n), lines.Select(l => l.Number));
        Assert.Empty(Store.Audit.Check());
    }

    [Fact]
    public void Lines_of_another_workspace_are_not_shown_but_checked() =>
        Assert.Empty(Store.In("ohio").Audit.List(after: 0, most: 100));

    [Theory]
    [InlineData("UPDATE audit SET \"Who\" = 'eve' WHERE \"Number\" = 3")]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 5")]
    public void The_database_itself_refuses_to_alter_a_line(string sql) => Assert.ThrowsAny<DbException>(() => scratch.Sql(sql));

    [Theory]
    [InlineData("UPDATE audit SET \"Who\" = 'eve' WHERE \"Number\" = 3", "audit 3")]
    [InlineData("UPDATE audit SET \"Ticks\" = \"Ticks\" - 1 WHERE \"Number\" = 1", "audit 1")]
    [InlineData("UPDATE audit SET \"Hash\" = \"Previous\", \"Previous\" = \"Hash\" WHERE \"Number\" = 2", "audit 2")]
    [InlineData("DELETE FROM audit WHERE \"Number\" = 2", "audit 2")]
    [InlineData("UPDATE audit SET \"Number\" = 9 WHERE \"Number\" = 5", "audit 5")]
    public void Whoever_takes_the_guard_away_and_alters_a_line_is_found_out(string sql, string where)
    {
        scratch.Unguard();
        Assert.Equal(1, scratch.Sql(sql));
        Assert.Contains(Store.Audit.Check(), (Problem p) => p.Where == where);
    }

    /// <summary>A chain that was cut and grown again holds on to itself; only who wrote its head down elsewhere can tell.</summary>
    [Fact]
    public void Lines_cut_off_at_the_end_are_found_out_by_a_head_that_was_written_down()
    {
        string head = Store.Audit.Head().Hash;
        scratch.Unguard();
        scratch.Sql("DELETE FROM audit WHERE \"Number\" = 5");
        Store.Studies.Add("study-9", "us", "{}");
        Assert.Empty(Store.Audit.Check());
        Assert.Contains(Store.Audit.Check(head), p => p.What.Contains(head, StringComparison.Ordinal));
    }

    [Fact]
    public void A_head_that_was_written_down_stays_in_the_log()
    {
        string head = Store.Audit.Head().Hash;
        Store.Studies.Add("study-9", "us", "{}");
        Assert.Empty(Store.Audit.Check(head));
    }

    /// <summary>Two threads that write at once wait for each other; none of their lines is lost or doubled.</summary>
    [Fact]
    public async Task Changes_come_one_after_another()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
        {
            for (int i = 0; i < 10; i++)
            {
                Assert.True(Store.As($"writer-{t}").Studies.Add($"s-{t}-{i}", "us", "{}"));
            }
        })));
        Assert.Empty(Store.Audit.Check());
        Assert.Equal(45, Store.Audit.Head().Number);
    }

}

public sealed class AuditTrailOnSqliteTest() : AuditTrailTest(ScratchStore.Sqlite());

public sealed class AuditTrailOnPostgresTest() : AuditTrailTest(ScratchStore.Postgres());
