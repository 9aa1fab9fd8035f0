using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>A folder of files that is kept beside the database.</summary>
/// <param name="About">What is known of it, as JSON.</param>
/// <param name="Path">Where it stands.</param>
public sealed record StoredFolder(string Kind, string Id, string About, DateTimeOffset Created, string Path);

/// <summary>Uploads and datasets: folders of files by kind and id. A folder counts once it is written down; what was left half made is nothing.</summary>
public sealed class FolderShelf
{
    private readonly TrunklineStore store;

    internal FolderShelf(TrunklineStore store) => this.store = store;

    public IReadOnlyList<StoredFolder> List(string kind)
    {
        using StoreContext context = store.Context();
        return [.. context.Folders.AsNoTracking().Where(f => f.Kind == kind).AsEnumerable().OrderBy(f => f.Id, StringComparer.Ordinal).Select(Read)];
    }

    public StoredFolder? Find(string kind, string id)
    {
        using StoreContext context = store.Context();
        return context.Folders.AsNoTracking().FirstOrDefault(f => f.Kind == kind && f.Id == id) is { } row ? Read(row) : null;
    }

    /// <summary>An empty folder to write into before <see cref="Add"/>.</summary>
    public string Begin(string kind)
    {
        string path = Path.Combine(store.Folder, kind, ".new");
        Directory.CreateDirectory(path);
        return Directory.CreateDirectory(Path.Combine(path, Path.GetRandomFileName())).FullName;
    }

    /// <summary>Keeps a folder that <see cref="Begin"/> gave; false, and the folder is gone, where the id is taken.</summary>
    public bool Add(string kind, string id, string about, string begun) => store.Change(change =>
    {
        string home = PathOf(kind, id);
        if (change.Context.Folders.Any(f => f.Kind == kind && f.Id == id))
        {
            Directory.Delete(begun, recursive: true);
            return false;
        }

        // What lies there without being written down was left half made.
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }

        Directory.Move(begun, home);
        change.Context.Folders.Add(new FolderRow { Workspace = store.Workspace, Kind = kind, Id = id, About = about, CreatedTicks = store.Now });
        change.Note($"{kind}.added", id);
        return true;
    });

    /// <summary>Takes a folder away; false where there is none.</summary>
    public bool Delete(string kind, string id)
    {
        bool was = store.Change(change =>
        {
            bool isThere = change.Context.Folders.Where(f => f.Kind == kind && f.Id == id).ExecuteDelete() > 0;
            if (isThere)
            {
                change.Note($"{kind}.deleted", id);
            }

            return isThere;
        });
        if (was)
        {
            RemoveFiles(kind, id);
        }

        return was;
    }

    // In a turn of its own among the changes: what another has brought under the same id meanwhile stays, and a backup that holds the changes up loses no file.
    private void RemoveFiles(string kind, string id) => store.Change(change =>
    {
        if (!change.Context.Folders.Any(f => f.Kind == kind && f.Id == id) && Directory.Exists(PathOf(kind, id)))
        {
            Directory.Delete(PathOf(kind, id), recursive: true);
        }

        return true;
    });

    private string PathOf(string kind, string id) => Path.Combine(store.Folder, kind, id);

    private StoredFolder Read(FolderRow row) => new(row.Kind, row.Id, row.About, new DateTimeOffset(row.CreatedTicks, TimeSpan.Zero), PathOf(row.Kind, row.Id));
}
