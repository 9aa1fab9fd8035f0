using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>What one installation keeps: a folder with a database and, beside it, folders of uploads and datasets. Safe to use from several threads.</summary>
public sealed class TrunklineStore
{
    private readonly DbContextOptions<StoreContext> options;

    private TrunklineStore(string folder, DbContextOptions<StoreContext> options, TimeProvider clock)
    {
        Folder = folder;
        this.options = options;
        Clock = clock;
        Plans = new PlanShelf(this);
        Studies = new StudyShelf(this);
        Folders = new FolderShelf(this);
    }

    public string Folder { get; }

    public PlanShelf Plans { get; }

    public StudyShelf Studies { get; }

    public FolderShelf Folders { get; }

    internal TimeProvider Clock { get; }

    internal long Now => Clock.GetUtcNow().UtcTicks;

    /// <summary>Opens the store in a folder, makes it where there is none, and brings an older one up to date.</summary>
    public static TrunklineStore Open(string folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        TrunklineStore store = new(folder, Options(folder), clock);
        using StoreContext context = store.Context();
        context.Database.Migrate();
        // Readers go on while one writes, and what was acknowledged survives a killed process.
        context.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL;");
        return store;
    }

    internal StoreContext Context() => new(options);

    internal static DbContextOptions<StoreContext> Options(string folder)
    {
        SqliteConnectionStringBuilder connection = new() { DataSource = Path.Combine(folder, "trunkline.db"), Mode = SqliteOpenMode.ReadWriteCreate, DefaultTimeout = 30 };
        return new DbContextOptionsBuilder<StoreContext>().UseSqlite(connection.ConnectionString).Options;
    }
}
