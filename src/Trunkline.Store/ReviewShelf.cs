using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Store;

/// <summary>A change of a record as it is kept.</summary>
/// <param name="Version">Rises with every step.</param>
public sealed record StoredCase(string Id, ReviewCase Review, DateTimeOffset Created, long Version);

/// <summary>An accepted change: a version of a record.</summary>
/// <param name="Number">Order of acceptance in this store.</param>
/// <param name="Case">The change that brought it.</param>
/// <param name="Files">All files of the record that stand otherwise than in the register that ships, with their paths in the register.</param>
public sealed record StoredEdition(
    long Number, string Record, string Case, string Author, string AcceptedBy, DateTimeOffset AcceptedAt, string Why, IReadOnlyList<RegisterFile> Files);

/// <summary>How a step went.</summary>
/// <param name="Case">As it stands now; null where there is none.</param>
/// <param name="Problems">What speaks against the step.</param>
public sealed record StepTaken(Edited Outcome, StoredCase? Case, IReadOnlyList<Problem> Problems);

/// <summary>Changes of the register on their way through review, and the versions that came of them. What may happen is decided by <see cref="ReviewCase"/>; this keeps it.</summary>
public sealed class ReviewShelf
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private const string Drafted = "review.drafted";

    private readonly TrunklineStore store;

    internal ReviewShelf(TrunklineStore store) => this.store = store;

    /// <summary>All changes, the newest first.</summary>
    public IReadOnlyList<StoredCase> List()
    {
        using StoreContext context = store.Context();
        Dictionary<string, long> drafted = AuditTrail.Beginnings(context, Drafted);
        return [.. context.Cases.AsNoTracking().AsEnumerable().OrderByDescending(c => drafted.GetValueOrDefault(c.Id)).Select(Read)];
    }

    public StoredCase? Find(string id)
    {
        using StoreContext context = store.Context();
        return context.Cases.AsNoTracking().FirstOrDefault(c => c.Id == id) is { } row ? Read(row) : null;
    }

    /// <summary>Keeps a change that begins.</summary>
    public StoredCase Add(ReviewCase review)
    {
        ArgumentNullException.ThrowIfNull(review);
        CaseRow row = new()
        {
            Workspace = store.Workspace,
            Id = RandomNumberGenerator.GetHexString(12, lowercase: true),
            Record = review.Record,
            State = Name(review.State),
            Steps = JsonSerializer.Serialize(review.Steps, Json),
            CreatedTicks = store.Now,
        };
        return store.Change(change =>
        {
            change.Context.Cases.Add(row);
            change.Note(Drafted, row.Id, Told(review, row));
            return Read(row);
        });
    }

    /// <summary>Takes a step on the version that was read. An accepted change becomes a version of its record in the same breath, if its base is still what the record is.</summary>
    /// <param name="nowBase">The record's version now: an acceptance of a change of another one is refused.</param>
    public StepTaken Take(string id, long version, CaseStep step, string nowBase) => store.Change(change =>
    {
        if (change.Context.Cases.FirstOrDefault(c => c.Id == id) is not { } row)
        {
            return new StepTaken(Edited.Missing, null, []);
        }

        StoredCase before = Read(row);
        if (row.Version != version)
        {
            return new StepTaken(Edited.ChangedMeanwhile, before, []);
        }

        Checked<ReviewCase> after = before.Review.Take(step);
        Problem[] problems = [.. after.Problems, .. Outrun(before.Review, step, nowBase)];
        if (problems.Length > 0)
        {
            return new StepTaken(Edited.Done, before, problems);
        }

        (row.State, row.Steps) = (Name(after.Value!.State), JsonSerializer.Serialize(after.Value.Steps, Json));
        row.Version++;
        Publish(change, row, after.Value, step);
        change.Note($"review.{step.GetType().Name.ToLowerInvariant()}", id, Told(after.Value, row));
        return new StepTaken(Edited.Done, Read(row), []);
    });

    /// <summary>The versions of a record that came of reviews, oldest first.</summary>
    public IReadOnlyList<StoredEdition> Editions(string record) => [.. AllEditions().Where(e => e.Record == record)];

    /// <summary>The last version of each record that has one.</summary>
    public IReadOnlyList<StoredEdition> Current() => [.. AllEditions().GroupBy(e => e.Record).Select(g => g.Last())];

    private StoredEdition[] AllEditions()
    {
        using StoreContext context = store.Context();
        return [.. context.Editions.AsNoTracking().OrderBy(e => e.Number).AsEnumerable().Select(Read)];
    }

    /// <summary>What a change was made of is no longer what it would change: whoever accepted it would undo another's work unread.</summary>
    private static IEnumerable<Problem> Outrun(ReviewCase review, CaseStep step, string nowBase)
    {
        if (step is not (CaseStep.Accepted or CaseStep.Submitted))
        {
            yield break;
        }

        if (review.Base != nowBase)
        {
            yield return new Problem("review /base", $"'{review.Record}' was changed since this was drafted.", "Return it; let its author draft it anew from the record as it is now.");
        }
    }

    private void Publish(StoreChange change, CaseRow row, ReviewCase review, CaseStep step)
    {
        if (step is not CaseStep.Accepted accepted)
        {
            return;
        }

        EditionRow? last = change.Context.Editions.Where(e => e.Record == review.Record).OrderByDescending(e => e.Number).FirstOrDefault();
        IReadOnlyList<RegisterFile> before = last is null ? [] : Read(last).Files;
        change.Context.Editions.Add(new EditionRow
        {
            Workspace = store.Workspace,
            Record = review.Record,
            CaseId = row.Id,
            Author = review.Author,
            AcceptedBy = accepted.By,
            Why = review.Why,
            AcceptedTicks = accepted.At.UtcTicks,
            Files = JsonSerializer.Serialize(before.Where(b => review.Files.All(f => f.Path != b.Path)).Concat(review.Files), Json),
        });
    }

    private static object Told(ReviewCase review, CaseRow row) => new { review.Record, review.State, Steps = StudyShelf.HashOf(row.Steps) };

    private static string Name(CaseState state) => state.ToString().ToLowerInvariant();

    private static StoredCase Read(CaseRow row) => new(
        row.Id, ReviewCase.Of(JsonSerializer.Deserialize<IReadOnlyList<CaseStep>>(row.Steps, Json)!), new DateTimeOffset(row.CreatedTicks, TimeSpan.Zero), row.Version);

    private static StoredEdition Read(EditionRow row) => new(
        row.Number,
        row.Record,
        row.CaseId,
        row.Author,
        row.AcceptedBy,
        new DateTimeOffset(row.AcceptedTicks, TimeSpan.Zero),
        row.Why,
        JsonSerializer.Deserialize<IReadOnlyList<RegisterFile>>(row.Files, Json)!);
}
