using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>A study that a person made.</summary>
/// <param name="Text">As study.json, with <c>.</c> as its dataset.</param>
/// <param name="Version">Rises with every edit.</param>
public sealed record StoredStudy(string Id, string DatasetId, string Text, DateTimeOffset Created, long Version);

/// <summary>The studies that people made here.</summary>
public sealed class StudyShelf
{
    private readonly TrunklineStore store;

    internal StudyShelf(TrunklineStore store) => this.store = store;

    public IReadOnlyList<StoredStudy> List()
    {
        using StoreContext context = store.Context();
        return [.. context.Studies.AsNoTracking().AsEnumerable().OrderBy(s => s.Id, StringComparer.Ordinal).Select(Read)];
    }

    public StoredStudy? Find(string id)
    {
        using StoreContext context = store.Context();
        return context.Studies.AsNoTracking().FirstOrDefault(s => s.Id == id) is { } row ? Read(row) : null;
    }

    /// <summary>Keeps a new study; false where the name is taken.</summary>
    public bool Add(string id, string datasetId, string text) => store.Change(change =>
    {
        if (change.Context.Studies.Any(s => s.Id == id))
        {
            return false;
        }

        change.Context.Studies.Add(new StudyRow { Workspace = store.Workspace, Id = id, DatasetId = datasetId, Text = text, CreatedTicks = store.Now });
        change.Note("study.added", id, new { Text = HashOf(text) });
        return true;
    });

    /// <summary>Puts another text in place of the one that was read.</summary>
    public Edited Replace(string id, long version, string datasetId, string text) => Change(id, version, (change, row) =>
    {
        (row.DatasetId, row.Text) = (datasetId, text);
        change.Note("study.replaced", id, new { Text = HashOf(text) });
    });

    /// <summary>Takes a study away; its plans stay.</summary>
    public Edited Delete(string id, long version) => Change(id, version, (change, row) =>
    {
        change.Context.Studies.Remove(row);
        change.Note("study.deleted", id);
    });

    /// <summary>By which the audit log knows a text.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Edited Change(string id, long version, Action<StoreChange, StudyRow> work) => store.Change(change =>
    {
        if (change.Context.Studies.FirstOrDefault(s => s.Id == id) is not { } row)
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

    private static StoredStudy Read(StudyRow row) => new(row.Id, row.DatasetId, row.Text, new DateTimeOffset(row.CreatedTicks, TimeSpan.Zero), row.Version);
}
