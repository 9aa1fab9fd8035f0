using Microsoft.Data.Sqlite;
using Trunkline.Store;

namespace Trunkline.Tests.Unit.Store;

/// <summary>A store in a folder of its own, gone with the test.</summary>
internal sealed class ScratchStore : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"trunkline-store-{Path.GetRandomFileName()}");

    public ScratchStore() => Store = TrunklineStore.Open(folder, Clock).As("ann");

    public HandClock Clock { get; } = new();

    public TrunklineStore Store { get; }

    /// <summary>Writes into the database past the program.</summary>
    public int Sql(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Path.Combine(folder, "trunkline.db")}");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A clock that is set by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
