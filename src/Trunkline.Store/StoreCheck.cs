using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Trunkline.Domain;

namespace Trunkline.Store;

/// <summary>Whether a store is whole: the database, the audit chain, each kept byte by its hash, and what the audit log says last of studies and reviews.</summary>
public static class StoreCheck
{
    private const string Restore = "Restore the last backup that passes the check.";

    /// <summary>Everything that is wrong.</summary>
    /// <param name="head">Hash of an audit line that was written down once; null where none was.</param>
    public static IReadOnlyList<Problem> Of(TrunklineStore store, string? head = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        using StoreContext context = store.Context();
        using IDbContextTransaction look = StoreGround.Look(context);
        return [.. Pages(context), .. store.Audit.Check(head), .. Plans(context), .. Told(context), .. Folders(store, context)];
    }

    private static IEnumerable<Problem> Pages(StoreContext context)
    {
        if (context.Database.GetDbConnection() is not SqliteConnection)
        {
            return [];
        }

        string[] said = [.. context.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")];
        return said is ["ok"] ? [] : said.Select(s => new Problem("trunkline.db", s, Restore));
    }

    private static IEnumerable<Problem> Plans(StoreContext context)
    {
        foreach (PlanRow plan in context.Plans.IgnoreQueryFilters().AsNoTracking().ToList())
        {
            foreach (string hash in new[] { plan.PlanHash, plan.MemoryHash }.OfType<string>())
            {
                if (!IsWhole(context, hash))
                {
                    yield return new Problem($"plan {plan.Id}", $"Its bytes {hash} are missing or altered.", Restore);
                }
            }
        }
    }

    private static bool IsWhole(StoreContext context, string hash)
    {
        try
        {
            return Contents.Read(context, hash) is { } bytes && Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A study or a review that is not what the audit log says that it became was altered past the program.</summary>
    private static IEnumerable<Problem> Told(StoreContext context)
    {
        Dictionary<string, string> last = context.Audit.AsNoTracking().OrderBy(a => a.Number).AsEnumerable()
            .GroupBy(a => $"{a.Action.Split('.')[0]} {a.Workspace} {a.Subject}").ToDictionary(g => g.Key, g => g.Last().Detail);
        foreach (StudyRow study in context.Studies.IgnoreQueryFilters().AsNoTracking())
        {
            if (Says(last, $"study {study.Workspace} {study.Id}", "text") is { } hash && hash != StudyShelf.HashOf(study.Text))
            {
                yield return new Problem($"study {study.Id} of {study.Workspace}", "Its text is not the one that the audit log tells of.", Restore);
            }
        }

        foreach (CaseRow review in context.Cases.IgnoreQueryFilters().AsNoTracking())
        {
            if (Says(last, $"review {review.Workspace} {review.Id}", "steps") != StudyShelf.HashOf(review.Steps))
            {
                yield return new Problem($"review {review.Id} of {review.Workspace}", "Its steps are not those that the audit log tells of.", Restore);
            }
        }
    }

    // Studies of a version that kept no log have no line.
    private static string? Says(Dictionary<string, string> last, string subject, string member) =>
        last.TryGetValue(subject, out string? detail) && JsonDocument.Parse(detail).RootElement.TryGetProperty(member, out JsonElement said) ? said.GetString() : null;

    private static IEnumerable<Problem> Folders(TrunklineStore store, StoreContext context) =>
        from folder in context.Folders.IgnoreQueryFilters().AsNoTracking().AsEnumerable()
        let path = Path.Combine(store.In(folder.Workspace).Folder, folder.Kind, folder.Id)
        where !Directory.Exists(path)
        select new Problem($"{folder.Kind} {folder.Id} of {folder.Workspace}", "Its folder is missing.", Restore);
}
