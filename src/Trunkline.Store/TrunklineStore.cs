using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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
    public static TrunklineStore Open(string folder, TimeProvider clock)
    {
        Directory.CreateDirectory(folder);
        StoreGround ground = StoreGround.Sqlite(folder, clock);
        ground.Migrate();
        return new TrunklineStore(ground, Workspaces.Main, Itself);
    }

    /// <summary>The same store as another workspace sees it.</summary>
    /// <exception cref="ArgumentException">That is no name of a workspace.</exception>
    public TrunklineStore In(string workspace) => Workspaces.IsName(workspace)
        ? new TrunklineStore(ground, workspace, Who)
        : throw new ArgumentException($"'{workspace}' is no name of a workspace.", nameof(workspace));

    /// <summary>The same store in somebody's hands.</summary>
    public TrunklineStore As(string who) => new(ground, Workspace, who);

    internal StoreContext Context() => ground.Context(Workspace);

    /// <summary>Does a change as a whole or not at all.</summary>
    internal T Change<T>(Func<StoreChange, T> work)
    {
        using StoreContext context = Context();
        using IDbContextTransaction transaction = StoreGround.Begin(context);
        T outcome = work(new StoreChange(context, this));
        context.SaveChanges();
        transaction.Commit();
        return outcome;
    }
}

/// <summary>A change while it is made.</summary>
internal sealed class StoreChange(StoreContext context, TrunklineStore store)
{
    public StoreContext Context => context;

    /// <summary>Adds a line to the audit log.</summary>
    /// <param name="detail">Becomes JSON.</param>
    public void Note(string action, string subject, object? detail = null)
    {
        // What was noted before in this very change is not in the database yet.
        AuditRow? last = context.Audit.Local.OrderByDescending(a => a.Number).FirstOrDefault() ?? context.Audit.AsNoTracking().OrderByDescending(a => a.Number).FirstOrDefault();
        context.Audit.Add(AuditChain.Next(last, store, action, subject, detail));
    }
}
