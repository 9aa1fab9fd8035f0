using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trunkline.Domain;

namespace Trunkline.Store;

/// <summary>One line of the audit log.</summary>
/// <param name="Detail">As JSON.</param>
/// <param name="Hash">Over everything in the line and the hash of the line before; lower-case hex.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Who, string Workspace, string Action, string Subject, string Detail, string Previous, string Hash);

/// <summary>The audit log: lines are added with each change and never altered. Each holds the hash of the one before, so that an altered line is found out.</summary>
public sealed class AuditTrail
{
    private readonly TrunklineStore store;

    internal AuditTrail(TrunklineStore store) => this.store = store;

    /// <summary>Writes down what was done to something that the store does not keep itself.</summary>
    /// <param name="detail">Becomes JSON.</param>
    public void Note(string action, string subject, object? detail = null) => store.Change(change =>
    {
        change.Note(action, subject, detail);
        return subject;
    });

    /// <summary>Lines of this workspace after a number, oldest first.</summary>
    public IReadOnlyList<AuditEntry> List(long after, int most)
    {
        using StoreContext context = store.Context();
        return [.. context.Audit.AsNoTracking().Where(a => a.Workspace == store.Workspace && a.Number > after).OrderBy(a => a.Number).Take(most).AsEnumerable().Select(Read)];
    }

    /// <summary>Number and hash of the last line: written down elsewhere, it proves later that nothing before it was altered or cut off.</summary>
    public (long Number, string Hash) Head()
    {
        using StoreContext context = store.Context();
        return context.Audit.AsNoTracking().OrderByDescending(a => a.Number).Select(a => new { a.Number, a.Hash }).FirstOrDefault() is { } last ? (last.Number, last.Hash) : (0, AuditChain.Beginning);
    }

    /// <summary>Everything that is wrong with the whole log, of all workspaces.</summary>
    /// <param name="known">A hash that was written down once; null where none was.</param>
    public IReadOnlyList<Problem> Check(string? known = null)
    {
        using StoreContext context = store.Context();
        List<Problem> problems = [];
        string previous = AuditChain.Beginning;
        long number = 0;
        bool met = known is null || known == previous;
        foreach (AuditRow row in context.Audit.AsNoTracking().OrderBy(a => a.Number))
        {
            number++;
            problems.AddRange(AuditChain.Wrong(row, number, previous));
            (number, previous) = (row.Number, row.Hash);
            met |= row.Hash == known;
        }

        if (!met)
        {
            problems.Add(new Problem("audit", $"No line has the hash {known}: lines were cut off or written anew.", "Restore the last backup that has it."));
        }

        return problems;
    }

    /// <summary>The number of the line that tells of each subject's beginning: an order that does not change where the clock is put back.</summary>
    /// <param name="action">How the log calls the beginning, for example <c>review.drafted</c>.</param>
    internal static Dictionary<string, long> Beginnings(StoreContext context, string action) =>
        context.Audit.AsNoTracking().Where(a => a.Action == action).Select(a => new { a.Subject, a.Number }).AsEnumerable().GroupBy(a => a.Subject).ToDictionary(g => g.Key, g => g.Max(a => a.Number), StringComparer.Ordinal);

    private static AuditEntry Read(AuditRow row) =>
        new(row.Number, new DateTimeOffset(row.Ticks, TimeSpan.Zero), row.Who, row.Workspace, row.Action, row.Subject, row.Detail, row.Previous, row.Hash);
}

/// <summary>How a line holds on to the one before.</summary>
internal static class AuditChain
{
    /// <summary>What the first line holds on to.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static AuditRow Next(AuditRow? last, TrunklineStore store, string action, string subject, object? detail)
    {
        AuditRow row = new()
        {
            Number = (last?.Number ?? 0) + 1,
            Ticks = store.Now,
            Who = store.Who,
            Workspace = store.Workspace,
            Action = action,
            Subject = subject,
            Detail = JsonSerializer.Serialize(detail ?? new { }, Json),
            Previous = last?.Hash ?? Beginning,
            Hash = "",
        };
        row.Hash = HashOf(row);
        return row;
    }

    /// <summary>What is wrong with a line at its place.</summary>
    public static IEnumerable<Problem> Wrong(AuditRow row, long number, string previous)
    {
        const string Restore = "Somebody wrote into the table past the program. Restore the last backup that passes the check.";
        if (row.Number != number)
        {
            yield return new Problem($"audit {number}", $"The line is missing; the next one is {row.Number}.", Restore);
        }

        if (row.Previous != previous)
        {
            yield return new Problem($"audit {row.Number}", "It does not hold on to the line before.", Restore);
        }

        if (row.Hash != HashOf(row))
        {
            yield return new Problem($"audit {row.Number}", "Its content is not what was written: its hash differs.", Restore);
        }
    }

    private static string HashOf(AuditRow row) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object[]>(
        [row.Number, row.Ticks, row.Who, row.Workspace, row.Action, row.Subject, row.Detail, row.Previous])));
}
