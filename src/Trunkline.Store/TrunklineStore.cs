using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trunkline.Domain;

namespace Trunkline.Store;

/// <summary>
/// What one installation keeps, as one workspace sees it: a database and a folder of uploads and datasets. Safe to use from several threads. Every change and the line that
/// tells of it in the audit log are one transaction; changes come one after another.
/// </summary>
public sealed class TrunklineStore
{
    private readonly StoreGround ground;

    internal TrunklineStore(StoreGround ground, string workspace, string who)
    {
        (this.ground, Workspace, Who) = (ground, workspace, who);
        Plans = new PlanShelf(this);
        Studies = new StudyShelf(this);
        Folders = new FolderShelf(this);
        Tokens = new TokenShelf(this);
        Audit = new AuditTrail(this);
        Reviews = new ReviewShelf(this);
    }

    /// <summary>The environment variable that names a PostgreSQL database. It holds a password: no command line takes it.</summary>
    public const string DatabaseVariable = "TRUNKLINE_DATABASE";

    /// <summary>Who the server is where it acts by itself.</summary>
    public const string Itself = "trunkline";

    /// <summary>The folder of the installation.</summary>
    public string Root => ground.Folder;

    /// <summary>The folder of this workspace's files.</summary>
    public string Folder => Workspace == Workspaces.Main ? Root : Path.Combine(Root, "workspaces", Workspace);

    /// <summary>Whose plans and studies are seen.</summary>
    public string Workspace { get; }

    /// <summary>Who is written down for what is changed.</summary>
    public string Who { get; }

    public PlanShelf Plans { get; }

    public StudyShelf Studies { get; }

    public FolderShelf Folders { get; }

    /// <summary>Tokens of every workspace.</summary>
    public TokenShelf Tokens { get; }

    /// <summary>What was changed, by whom.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Changes of the register under review, and what was accepted.</summary>
    public ReviewShelf Reviews { get; }

    internal TimeProvider Clock => ground.Clock;

    internal long Now => Clock.GetUtcNow().UtcTicks;

    /// <summary>Where things are kept unless told otherwise: in the folder that the system has for a person's data.</summary>
    public static string UsualFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } home ? home : Path.GetTempPath(),
        "trunkline");

    /// <summary>Opens the store in a folder, makes it where there is none, and brings an older one up to date.</summary>
    /// <param name="database">A PostgreSQL connection as Npgsql reads it; null for SQLite in the folder.</param>
    public static TrunklineStore Open(string folder, TimeProvider clock, string? database = null)
    {
        Directory.CreateDirectory(folder);
        StoreGround ground = database is null ? StoreGround.Sqlite(folder, clock) : StoreGround.Postgres(folder, database, clock);
        ground.Migrate();
        return new TrunklineStore(ground, Workspaces.Main, Itself);
    }

    /// <summary>The same where a person has named the place: what keeps it from opening is a problem of that name.</summary>
    public static Checked<TrunklineStore> TryOpen(string folder, TimeProvider clock, string? database)
    {
        try
        {
            return Checked<TrunklineStore>.Right(Open(folder, clock, database));
        }
        catch (Exception wrong) when (wrong is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // A driver that cannot read a connection quotes what it stumbled over, which may be a piece of the password; of one that it could read it names place and user.
            string what = database is not null && wrong is ArgumentException ? "This is no connection that can be read." : wrong.Message;
            return Checked<TrunklineStore>.Wrong([new Problem(
                database is null ? folder : DatabaseVariable, what, database is null ? "Name a folder that can be written." : "Give a connection that Npgsql reads: Host=db;Database=trunkline;Username=trunkline;Password=…")]);
        }
    }

    /// <summary>The same store as another workspace sees it.</summary>
    /// <exception cref="ArgumentException">That is no name of a workspace.</exception>
    public TrunklineStore In(string workspace) => Workspaces.IsName(workspace)
        ? new TrunklineStore(ground, workspace, Who)
        : throw new ArgumentException($"'{workspace}' is no name of a workspace.", nameof(workspace));

    /// <summary>The same store in somebody's hands.</summary>
    public TrunklineStore As(string who) => new(ground, Workspace, who);

    internal StoreContext Context() => ground.Context(Workspace);

    /// <summary>Where the tables are.</summary>
    internal StoreGround Ground => ground;

    /// <summary>Does a change as a whole or not at all.</summary>
    internal T Change<T>(Func<StoreChange, T> work)
    {
        using StoreContext context = Context();
        using SaveSpan span = SaveSpan.Begin(context);
        using IDbContextTransaction transaction = StoreGround.Begin(context);
        StoreChange change = new(context, this);
        T outcome = work(change);
        context.SaveChanges();
        transaction.Commit();
        span.Saved(change.Actions);
        return outcome;
    }
}

/// <summary>A change while it is made.</summary>
internal sealed class StoreChange(StoreContext context, TrunklineStore store)
{
    private readonly List<string> actions = [];

    public StoreContext Context => context;

    /// <summary>What has been noted so far.</summary>
    public IReadOnlyList<string> Actions => actions;

    /// <summary>Adds a line to the audit log.</summary>
    /// <param name="detail">Becomes JSON.</param>
    public void Note(string action, string subject, object? detail = null)
    {
        actions.Add(action);
        // What was noted before in this very change is not in the database yet.
        AuditRow? last = context.Audit.Local.OrderByDescending(a => a.Number).FirstOrDefault() ?? context.Audit.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefault();
        context.Audit.Add(AuditChain.Next(last, store, action, subject, detail));
    }
}
