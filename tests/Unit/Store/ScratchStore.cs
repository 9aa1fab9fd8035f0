using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

/// <summary>A store in a folder of its own, gone with the test.</summary>
internal sealed class ScratchStore : IDisposable
{
    private readonly string? database;

    private ScratchStore(string? database)
    {
        this.database = database;
        Store = TrunklineStore.Open(Folder, Clock, database).As("ann");
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"trunkline-store-{Path.GetRandomFileName()}");

    public HandClock Clock { get; } = new();

    public TrunklineStore Store { get; }

    public static ScratchStore Sqlite() => new(null);

    /// <summary>The same on PostgreSQL; the test is skipped where there is none.</summary>
    public static ScratchStore Postgres()
    {
        Assert.SkipWhen(PostgresServer.Here is null, PostgresServer.Missing);
        return new ScratchStore(PostgresServer.Here.NewDatabase());
    }

    /// <summary>Writes into the database past the program.</summary>
    public int Sql(string sql)
    {
        using DbConnection connection = database is null ? new SqliteConnection($"Data Source={Path.Combine(Folder, "trunkline.db")}") : new NpgsqlConnection(database);
        connection.Open();
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Takes away what keeps the database from altering the audit log.</summary>
    public void Unguard()
    {
        if (database is null)
        {
            Sql("DROP TRIGGER audit_is_not_altered");
            Sql("DROP TRIGGER audit_is_not_cut");
        }
        else
        {
            Sql("DROP TRIGGER audit_is_not_altered ON audit");
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>A clock that is set by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
