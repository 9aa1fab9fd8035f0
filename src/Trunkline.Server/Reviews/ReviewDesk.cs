using System.Text.RegularExpressions;
using Trunkline.Domain;
using Trunkline.Register;
using Trunkline.Runner;
using Trunkline.Server.Register;
using Trunkline.Store;

namespace Trunkline.Server.Reviews;

/// <summary>What a change would make of its record.</summary>
/// <param name="Register">The whole register with it, since claims may rest on sources of other records; null where it could not be read.</param>
/// <param name="Held">What the gates hold against it.</param>
internal sealed record Proposed(PolicyRegister? Register, IReadOnlyList<GateFailure> Held);

/// <summary>Brings changes of the register before people, and what they say of them to the store.</summary>
internal sealed partial class ReviewDesk(TrunklineStore store, PlanInputs inputs, TimeProvider clock)
{
    private const int MostLetters = 1_000_000;

    // One acceptance at a time: the next one must see the register that this one makes.
    private static readonly Lock Accepting = new();

    public IReadOnlyList<StoredCase> All() => store.Reviews.List();

    public StoredCase? Find(string id) => store.Reviews.Find(id);

    /// <summary>Drafts a change of a record that there is.</summary>
    public Checked<StoredCase> Draft(PolicyRecord record, CaseDraft draft)
    {
        Problem[] wrong = [.. Faults(draft.Files)];
        if (wrong.Length > 0)
        {
            return Checked<StoredCase>.Wrong(wrong);
        }

        Checked<ReviewCase> begun = ReviewCase.Begin(new CaseStep.Drafted(store.Who, Now, record.Id, record.Version, FilesOf(record, draft.Files), draft.Why));
        return begun.IsRight ? Checked<StoredCase>.Right(store.Reviews.Add(begun.Value)) : Checked<StoredCase>.Wrong(begun.Problems);
    }

    /// <summary>Writes a draft anew, from the record as it is now.</summary>
    public StepTaken Redraft(StoredCase stored, PolicyRecord record, CaseRedraft draft)
    {
        Problem[] wrong = [.. Faults(draft.Files)];
        return wrong.Length > 0
            ? new StepTaken(Edited.Done, stored, wrong)
            : Take(stored, record, new CaseStep.Redrafted(store.Who, Now, record.Version, FilesOf(record, draft.Files), draft.Why));
    }

    /// <summary>Asks for review; a change with which the register could not be read is not submitted.</summary>
    public StepTaken Submit(StoredCase stored, PolicyRecord record)
    {
        Proposed proposed = With(stored.Review);
        return proposed.Register?.Find(stored.Review.Record) is { } changed
            ? Take(stored, record, new CaseStep.Submitted(store.Who, Now, ClaimsToJudge.Of(changed)))
            : new StepTaken(Edited.Done, stored, [.. proposed.Held.Where(h => h.Refuses).Select(h => h.Problem)]);
    }

    public StepTaken Judge(StoredCase stored, PolicyRecord record, string claim, CaseVerdict verdict) =>
        Take(stored, record, new CaseStep.Judged(store.Who, Now, claim, verdict.Verdict, verdict.Note));

    public StepTaken Return(StoredCase stored, PolicyRecord record, string why) => Take(stored, record, new CaseStep.Returned(store.Who, Now, why));

    public StepTaken Withdraw(StoredCase stored, PolicyRecord record) => Take(stored, record, new CaseStep.Withdrawn(store.Who, Now));

    /// <summary>Makes the change a version of its record.</summary>
    public StepTaken Accept(StoredCase stored)
    {
        lock (Accepting)
        {
            string now = inputs.Register.OrThrow().Find(stored.Review.Record)?.Version ?? "";
            StepTaken taken = store.Reviews.Take(stored.Id, stored.Version, new CaseStep.Accepted(store.Who, Now), now);
            if (taken is { Outcome: Edited.Done, Problems.Count: 0 })
            {
                inputs.RegisterChanged();
            }

            return taken;
        }
    }

    /// <summary>The record as it would be, and what the gates say of it.</summary>
    public Proposed With(ReviewCase review)
    {
        Checked<IReadOnlyList<RegisterFile>> files = inputs.RegisterFiles(review.Files);
        if (!files.IsRight)
        {
            return new Proposed(null, [.. files.Problems.Select(p => new GateFailure(Gate.Shape, p, Refuses: true))]);
        }

        RegisterInspection inspection = RegisterReader.Inspect(files.Value);
        string folder = review.Files[0].Path.Split('/', 3) is [var above, var name, _] ? $"{above}/{name}/" : "";
        return new Proposed(
            inspection.Register, [.. inspection.Failures.Where(f => f.Refuses || f.Problem.Where.StartsWith(folder, StringComparison.Ordinal))]);
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private StepTaken Take(StoredCase stored, PolicyRecord record, CaseStep step) => store.Reviews.Take(stored.Id, stored.Version, step, record.Version);

    private static RegisterFile[] FilesOf(PolicyRecord record, IReadOnlyList<ProposedFile> files) => [.. files.Select(f => new RegisterFile($"{record.Folder}/{f.Path}", f.Text))];

    private static IEnumerable<Problem> Faults(IReadOnlyList<ProposedFile> files)
    {
        foreach ((int i, ProposedFile? file) in files.Index())
        {
            if (file is null)
            {
                yield return new Problem($"review /files/{i}", "It is null.", "Give a path and a text.");
                continue;
            }

            if (!Place().IsMatch(file.Path))
            {
                yield return new Problem($"review /files/{i}/path", $"'{file.Path}' is no file of a record that is changed by review.", "Give policy.json, text.en.md, text.zh.md, params/NAME.json, evidence/NAME.json or sources/SHA256.txt.");
            }

            if (file.Text.Length > MostLetters)
            {
                yield return new Problem($"review /files/{i}/text", $"It has {file.Text.Length} letters.", $"Give at most {MostLetters}.");
            }
        }
    }

    [GeneratedRegex(@"\A(policy\.json|text\.(en|zh)\.md|(params|evidence)/[a-z0-9][a-z0-9-]{0,80}\.json|sources/[0-9a-f]{64}\.txt)\z")]
    private static partial Regex Place();
}
