using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Trunkline.Store;

/// <summary>Where the tables are: in a file of the folder, or on a server.</summary>
internal sealed class StoreGround
{
    private readonly Func<string, StoreContext> open;

    private StoreGround(string folder, TimeProvider clock, Func<string, StoreContext> open) => (Folder, Clock, this.open) = (folder, clock, open);

    public string Folder { get; }

    public TimeProvider Clock { get; }

    public static StoreGround Sqlite(string folder, TimeProvider clock)
    {
        DbContextOptions options = SqliteOptions(folder);
        return new StoreGround(folder, clock, workspace => new StoreContext(options, workspace));
    }

    /// <param name="connection">As Npgsql reads it.</param>
    public static StoreGround Postgres(string folder, string connection, TimeProvider clock)
    {
        DbContextOptions options = PostgresOptions(connection);
        return new StoreGround(folder, clock, workspace => new PostgresContext(options, workspace));
    }

    public StoreContext Context(string workspace) => open(workspace);

    /// <summary>Makes the tables, or brings older ones up to date.</summary>
    public void Migrate()
    {
        using StoreContext context = Context(Workspaces.Main);
        context.Database.Migrate();
        if (context.Database.IsSqlite())
        {
            // Readers go on while one writes, and what was acknowledged survives a killed process.
            context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL;");
        }
    }

    /// <summary>A transaction that no other change runs beside.</summary>
    public static IDbContextTransaction Begin(StoreContext context)
    {
        // SQLite takes its one writer's lock here, since the transaction is not a deferred one.
        IDbContextTransaction transaction = context.Database.BeginTransaction();
        if (context.Database.IsNpgsql())
        {
            context.Database.ExecuteSqlRaw("SELECT pg_advisory_xact_lock(7232201)");
        }

        return transaction;
    }

    /// <summary>After rows came with their numbers, the next ones are numbered after them.</summary>
    public static void NumbersGoOn(StoreContext context)
    {
        if (context.Database.IsNpgsql())
        {
            context.Database.ExecuteSqlRaw(
                """
                SELECT setval(pg_get_serial_sequence('plans', 'Number'), (SELECT COALESCE(MAX("Number"), 0) + 1 FROM plans), false);
                SELECT setval(pg_get_serial_sequence('editions', 'Number'), (SELECT COALESCE(MAX("Number"), 0) + 1 FROM editions), false);
                """);
        }
    }

    /// <summary>A transaction that reads everything as it is now, whatever is written meanwhile.</summary>
    public static IDbContextTransaction Look(StoreContext context)
    {
        if (context.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            context.Database.OpenConnection();
            return context.Database.UseTransaction(sqlite.BeginTransaction(deferred: true))!;
        }

        return context.Database.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
    }

    internal static DbContextOptions SqliteOptions(string folder)
    {
        SqliteConnectionStringBuilder connection = new() { DataSource = Path.Combine(folder, "trunkline.db"), Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 30 };
        return new DbContextOptionsBuilder().UseSqlite(connection.ConnectionString).Options;
    }

    internal static DbContextOptions PostgresOptions(string connection) => new DbContextOptionsBuilder().UseNpgsql(connection).Options;
}
