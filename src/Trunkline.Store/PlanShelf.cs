using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Store;

/// <summary>The plans that are kept. A plan's decisions never change; its name, whether it is kept for good, and its bound may.</summary>
public sealed class PlanShelf
{
    private const string Shipped = "shipped";

    private readonly TrunklineStore store;

    internal PlanShelf(TrunklineStore store) => this.store = store;

    /// <summary>Keeps a plan. The same shipped plan is kept once, for all workspaces.</summary>
    public StoredPlan Add(NewPlan added)
    {
        ArgumentNullException.ThrowIfNull(added);
        byte[] bytes = PlanJson.Write(added.Plan);
        ContentRow plan = Contents.Prepare(bytes);
        ContentRow? memory = added.Memory is { } m ? Contents.Prepare(m) : null;
        string id = IdOf(added, bytes);
        return store.Change(change =>
        {
            if (change.Context.Plans.AsNoTracking().FirstOrDefault(p => p.Id == id) is { } known)
            {
                return Read(known);
            }

            PlanRow row = RowOf(added, id);
            row.PlanHash = Contents.Add(change.Context, plan);
            row.MemoryHash = memory is null ? null : Contents.Add(change.Context, memory);
            change.Context.Plans.Add(row);
            change.Note("plan.kept", id, new { row.StudyId, row.Origin, row.ParentId, Plan = row.PlanHash });
            return Read(row);
        });
    }

    /// <summary>All plans, the newest first.</summary>
    public IReadOnlyList<StoredPlan> List()
    {
        using StoreContext context = store.Context();
        return [.. context.Plans.AsNoTracking().OrderByDescending(p => p.Number).AsEnumerable().Select(Read)];
    }

    /// <summary>How many plans there are of each study that has any.</summary>
    public IReadOnlyDictionary<string, int> CountByStudy()
    {
        using StoreContext context = store.Context();
        return context.Plans.GroupBy(p => p.StudyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionary(g => g.Key, g => g.Count, StringComparer.Ordinal);
    }

    public StoredPlan? Find(string id)
    {
        using StoreContext context = store.Context();
        return context.Plans.AsNoTracking().FirstOrDefault(p => p.Id == id) is { } row ? Read(row) : null;
    }

    /// <summary>The whole plan, with the best bound that is known; null where there is none.</summary>
    public Plan? Whole(string id)
    {
        using StoreContext context = store.Context();
        return context.Plans.AsNoTracking().FirstOrDefault(p => p.Id == id) is { } row && Contents.Read(context, row.PlanHash) is { } bytes
            ? PlanJson.Read(bytes, id).OrThrow() with { Totals = Read(row).Head.Totals }
            : null;
    }

    /// <summary>The plan byte by byte as it was first kept; null where there is none.</summary>
    public byte[]? Original(string id)
    {
        using StoreContext context = store.Context();
        string? hash = context.Plans.Where(p => p.Id == id).Select(p => p.PlanHash).FirstOrDefault();
        return hash is null ? null : Contents.Read(context, hash);
    }

    /// <summary>By which the memory of a plan is known, so that a recipe can name it; null where nothing is kept.</summary>
    public string? MemoryHash(string id)
    {
        using StoreContext context = store.Context();
        return context.Plans.Where(p => p.Id == id).Select(p => p.MemoryHash).FirstOrDefault();
    }

    /// <summary>The memory that a recipe names; null where it is no longer kept.</summary>
    public byte[]? MemoryByHash(string hash)
    {
        using StoreContext context = store.Context();
        return Contents.Read(context, hash);
    }

    /// <summary>What a changed study may begin from; null where nothing is kept.</summary>
    public byte[]? Memory(string id)
    {
        using StoreContext context = store.Context();
        string? hash = context.Plans.Where(p => p.Id == id).Select(p => p.MemoryHash).FirstOrDefault();
        return hash is null ? null : Contents.Read(context, hash);
    }

    /// <summary>Keeps what a changed study may begin from.</summary>
    public void Remember(string id, byte[] memory)
    {
        ContentRow content = Contents.Prepare(memory);
        store.Change(change =>
        {
            if (change.Context.Plans.FirstOrDefault(p => p.Id == id) is { } row)
            {
                row.MemoryHash = Contents.Add(change.Context, content);
            }

            return true;
        });
    }

    /// <summary>Gives a plan a name, or keeps it for good.</summary>
    /// <param name="version">The version that was read.</param>
    public Edited Edit(string id, long version, string? name, bool kept) => Change(id, version, (change, row) =>
    {
        (row.Name, row.Kept) = (name, kept);
        change.Note("plan.edited", id, new { name, kept });
    });

    /// <summary>Writes down a better bound; a worse one is left alone.</summary>
    /// <param name="bound">No plan of the study has a lower net; discounted.</param>
    public void RaiseBound(string id, Usd bound) => store.Change(change =>
    {
        if (change.Context.Plans.FirstOrDefault(p => p.Id == id) is not { } row || Read(row).Head is not { } head || bound.Value <= head.Totals.Bound.Value)
        {
            return false;
        }

        row.Head = Text(head with { Totals = Proved(head.Totals, bound) });
        row.Version++;
        change.Note("plan.bound-raised", id, new { bound = bound.Value });
        return true;
    });

    /// <summary>Takes a plan away; plans asked of it stay.</summary>
    public Edited Delete(string id, long version)
    {
        Edited outcome = Change(id, version, (change, row) =>
        {
            change.Context.Plans.Remove(row);
            change.Note("plan.deleted", id);
        });
        Sweep();
        return outcome;
    }

    /// <summary>Forgets the oldest plans that nobody keeps until no more than so many are left.</summary>
    public void Trim(int most)
    {
        bool forgot = store.Change(change =>
        {
            PlanRow[] old = [.. change.Context.Plans.Where(p => !p.Kept).OrderByDescending(p => p.Number).Skip(most)];
            if (old.Length > 0)
            {
                change.Context.Plans.RemoveRange(old);
                change.Note("plan.forgotten", $"{old.Length}", new { ids = old.Select(p => p.Id) });
            }

            return old.Length > 0;
        });
        if (forgot)
        {
            Sweep();
        }
    }

    private void Sweep() => store.Change(change =>
    {
        Contents.Sweep(change.Context);
        return true;
    });

    private Edited Change(string id, long version, Action<StoreChange, PlanRow> work) => store.Change(change =>
    {
        if (change.Context.Plans.FirstOrDefault(p => p.Id == id) is not { } row)
        {
            return Edited.Missing;
        }

        if (row.Version != version)
        {
            return Edited.ChangedMeanwhile;
        }

        row.Version++;
        work(change, row);
        return Edited.Done;
    });

    private PlanRow RowOf(NewPlan added, string id) => new()
    {
        Id = id,
        Workspace = added.Origin == Shipped ? Workspaces.All : store.Workspace,
        Name = added.Name,
        Kept = added.Origin is Shipped or "study",
        StudyId = added.Plan.Study.Id,
        DatasetId = added.DatasetId,
        Origin = added.Origin,
        ParentId = added.ParentId,
        CreatedTicks = store.Now,
        MadeBy = added.By ?? store.Who,
        Recipe = added.Recipe,
        StudyText = added.StudyText,
        Changes = added.Changes,
        Head = Text(HeadOf(added.Plan)),
        PlanHash = "",
    };

    private static PlanTotals Proved(PlanTotals totals, Usd bound)
    {
        double proved = Math.Min(bound.Value, totals.Net.Value), open = totals.Net.Value - proved;
        double network = totals.Transport.Value + totals.Storage.Value + totals.StorageFees.Value;
        return totals with
        {
            Bound = new Usd(proved),
            Gap = totals.Cost.Value > 0 ? open / totals.Cost.Value : 0,
            GapNetwork = network > 0 ? open / network : totals.GapNetwork,
        };
    }

    private static Plan HeadOf(Plan plan) => plan with
    {
        Captures = [],
        Pipes = [],
        Storages = [],
        Uncaptured = [],
        Bibliography = [],
        Receipt = plan.Receipt with { Coefficients = [], NotModelled = [] },
    };

    private static string Text(Plan plan) => Encoding.UTF8.GetString(PlanJson.Write(plan));

    private string IdOf(NewPlan added, byte[] bytes)
    {
        // A shipped plan is named by what it says; another plan also by when and of what it was asked, since the same answer may be reached twice.
        string asked = added.Origin == Shipped ? "" : string.Create(CultureInfo.InvariantCulture, $"{store.Workspace}|{added.ParentId}|{store.Now}");
        byte[] hash = SHA256.HashData([.. bytes, .. Encoding.UTF8.GetBytes(asked)]);
        return $"{added.Plan.Study.Id}-{Convert.ToHexStringLower(hash)[..10]}";
    }

    private static StoredPlan Read(PlanRow row) => new(
        row.Id,
        row.Name,
        row.Kept,
        row.StudyId,
        row.DatasetId,
        row.Origin,
        row.ParentId,
        new DateTimeOffset(row.CreatedTicks, TimeSpan.Zero),
        row.StudyText,
        row.Changes,
        PlanJson.Read(Encoding.UTF8.GetBytes(row.Head), row.Id).OrThrow(),
        row.MemoryHash is not null,
        row.Version,
        row.MadeBy,
        row.Recipe);
}
