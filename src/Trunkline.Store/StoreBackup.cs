using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trunkline.Domain;

namespace Trunkline.Store;

/// <summary>What a backup says of itself.</summary>
/// <param name="Head">Hash of the last line of its audit log.</param>
/// <param name="Rows">How many rows of each table.</param>
public sealed record BackupHead(string Format, DateTimeOffset Made, string Head, IReadOnlyDictionary<string, int> Rows)
{
    /// <summary>Value of <see cref="Format"/> in files that this version writes.</summary>
    public const string CurrentFormat = "trunkline-store-1";
}

/// <summary>A whole store in one file: its tables line by line, and the files of its uploads and datasets. The same from SQLite and from PostgreSQL, so that it is also the way from one to the other.</summary>
public static class StoreBackup
{
    private const string HeadName = "store.json";
    private const int RowsAtOnce = 200;
    private const int TriesBesideOthers = 3;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes a backup, as the store is at this moment, while others go on writing.</summary>
    /// <param name="file">Must not be there; a backup that was not finished is not left under this name.</param>
    public static BackupHead Write(TrunklineStore store, string file)
    {
        ArgumentNullException.ThrowIfNull(store);
        string begun = $"{file}.begun";
        BackupHead head = Written(store, begun);
        File.Move(begun, file);
        return head;
    }

    /// <summary>Fills an empty store from a backup, whole or not at all.</summary>
    public static Checked<BackupHead> Restore(TrunklineStore store, string file)
    {
        ArgumentNullException.ThrowIfNull(store);
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(file);
            BackupHead? head = Head(archive);
            Problem[] problems = [.. Against(store, head, file)];
            if (problems.Length > 0 || head is null)
            {
                return Checked<BackupHead>.Wrong(problems);
            }

            Fill(store, archive);
            return Checked<BackupHead>.Right(head);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException or IOException or DbUpdateException)
        {
            return Checked<BackupHead>.Wrong([new Problem(file, wrong.Message, "Name a file that 'trunkline db backup' wrote.")]);
        }
    }

    /// <summary>Where an upload was thrown away while its files were read, the backup would be of two moments: it is begun anew, at last with everybody's changes held up until it has the files.</summary>
    private static BackupHead Written(TrunklineStore store, string begun)
    {
        for (int again = 1; ; again++)
        {
            using ZipArchive archive = new(new FileStream(begun, FileMode.Create), ZipArchiveMode.Create);
            using StoreContext others = store.Context();
            using IDbContextTransaction? held = again > TriesBesideOthers ? StoreGround.Begin(others) : null;
            using StoreContext context = store.Context();
            using IDbContextTransaction look = StoreGround.Look(context);
            // To look once is what fixes the moment.
            FolderRow[] folders = [.. context.Folders.IgnoreQueryFilters().AsNoTracking()];
            if (Files(store, folders, archive))
            {
                held?.Rollback();
                return Tables(store, context, archive);
            }
        }
    }

    /// <summary>Takes the files; false where one of the folders was taken away meanwhile.</summary>
    private static bool Files(TrunklineStore store, FolderRow[] folders, ZipArchive archive)
    {
        try
        {
            foreach (FolderRow folder in folders)
            {
                string path = FolderOf(store, folder);
                foreach (string file in Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [])
                {
                    string below = Path.GetRelativePath(path, file).Replace('\\', '/');
                    archive.CreateEntryFromFile(file, $"files/{folder.Workspace}/{folder.Kind}/{folder.Id}/{below}", CompressionLevel.Fastest);
                }
            }
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException && !AreThere(store, folders))
        {
            return false;
        }

        return AreThere(store, folders);
    }

    /// <summary>True where each folder is written down as it was: its row goes before its files do.</summary>
    private static bool AreThere(TrunklineStore store, FolderRow[] folders)
    {
        using StoreContext context = store.Context();
        return folders.Select(Identity).Except(context.Folders.IgnoreQueryFilters().AsNoTracking().AsEnumerable().Select(Identity)).FirstOrDefault() is null;
    }

    private static string Identity(FolderRow folder) => $"{folder.Workspace} {folder.Kind} {folder.Id} {folder.CreatedTicks}";

    private static BackupHead Tables(TrunklineStore store, StoreContext context, ZipArchive archive)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        foreach (StoreTable table in StoreTable.All)
        {
            using StreamWriter lines = new(archive.CreateEntry($"tables/{table.Name}.jsonl", CompressionLevel.Fastest).Open(), new UTF8Encoding(false)) { NewLine = "\n" };
            rows[table.Name] = 0;
            foreach (string line in table.Lines(context))
            {
                lines.WriteLine(line);
                rows[table.Name]++;
            }
        }

        string last = context.Audit.AsNoTracking().OrderByDescending(a => a.Number).Select(a => a.Hash).FirstOrDefault() ?? AuditChain.Beginning;
        BackupHead head = new(BackupHead.CurrentFormat, store.Clock.GetUtcNow(), last, rows);
        using Stream about = archive.CreateEntry(HeadName).Open();
        JsonSerializer.Serialize(about, head, Json);
        return head;
    }

    private static BackupHead? Head(ZipArchive archive)
    {
        using Stream? about = archive.GetEntry(HeadName)?.Open();
        return about is null ? null : JsonSerializer.Deserialize<BackupHead>(about, Json);
    }

    private static IEnumerable<Problem> Against(TrunklineStore store, BackupHead? head, string file)
    {
        if (head?.Format != BackupHead.CurrentFormat)
        {
            yield return new Problem(file, "This is no backup of a store that this version reads.", "Name a file that 'trunkline db backup' wrote.");
        }

        using StoreContext context = store.Context();
        if (StoreTable.All.Any(t => !t.IsEmpty(context)))
        {
            yield return new Problem(store.Root, "The store is not empty.", "Restore into a new folder, or a new database, before a server is started on it.");
        }
    }

    private static void Fill(TrunklineStore store, ZipArchive archive)
    {
        using StoreContext context = store.Context();
        using IDbContextTransaction transaction = StoreGround.Begin(context);
        foreach (StoreTable table in StoreTable.All)
        {
            using StreamReader lines = new(archive.GetEntry($"tables/{table.Name}.jsonl")?.Open() ?? throw new InvalidDataException($"It lacks the table '{table.Name}'."), new UTF8Encoding(false));
            for (int row = 1; lines.ReadLine() is { } line; row++)
            {
                table.Add(context, line);
                if (row % RowsAtOnce == 0)
                {
                    Save(context);
                }
            }

            Save(context);
        }

        StoreGround.NumbersGoOn(context);
        FolderRow[] folders = [.. context.Folders.IgnoreQueryFilters().AsNoTracking()];
        Array.ForEach(folders, f => Unfold(store, archive, f));
        transaction.Commit();
    }

    private static void Save(StoreContext context)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    private static void Unfold(TrunklineStore store, ZipArchive archive, FolderRow folder)
    {
        string home = Path.GetFullPath(FolderOf(store, folder)), begins = $"files/{folder.Workspace}/{folder.Kind}/{folder.Id}/";
        Directory.CreateDirectory(home);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => e.FullName.StartsWith(begins, StringComparison.Ordinal)))
        {
            string target = Path.GetFullPath(Path.Combine(home, entry.FullName[begins.Length..]));
            if (!target.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new InvalidDataException($"'{entry.FullName}' leads out of its folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            entry.ExtractToFile(target, overwrite: true);
        }
    }

    private static string FolderOf(TrunklineStore store, FolderRow folder) => Path.Combine(store.In(folder.Workspace).Folder, folder.Kind, folder.Id);
}
