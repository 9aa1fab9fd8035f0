using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Puts each file of a register, or of one record, where its path says it belongs. A file that belongs nowhere is a problem.</summary>
internal sealed class FileSorter
{
    private readonly List<Problem> problems = [];

    public RegisterDraft Draft { get; } = new();

    /// <summary>What is wrong with the shape of the files taken so far.</summary>
    public IReadOnlyList<Problem> Problems => problems;

    public void Take(RegisterFile file)
    {
        string[] steps = file.Path.Split('/');
        if (steps is ["README.md" or "README.zh.md"])
        {
            return;
        }

        int before = problems.Count;
        SortedDictionary<string, string> hashes = steps.Length < 3 ? TakeBeside(steps, file) : TakeOfRecord(steps, file);
        if (problems.Count == before)
        {
            hashes.Add(file.Path, HashOf(file));
        }
        else
        {
            Draft.ShapesAreRight = false;
        }
    }

    private static string HashOf(RegisterFile file) =>
        file.Path.EndsWith(".json", StringComparison.Ordinal) ? CanonicalHash.Of(RegisterJson.Canonical(file.Text)) : CanonicalHash.Of(file.Text);

    private SortedDictionary<string, string> TakeBeside(string[] steps, RegisterFile file)
    {
        switch (steps)
        {
            case ["criteria.json"]:
                Draft.Criteria.AddRange(Read<MatrixCriterion[]>(file));
                break;
            case ["overlays", var name] when IsJson(name):
                Draft.Overlays.AddRange(Read<PolicyOverlay>(file));
                break;
            case ["modes", var name] when IsJson(name):
                Draft.Modes.AddRange(Read<PolicyMode>(file));
                break;
            case [_, "matrix.json"]:
                Draft.Matrices.AddRange(Read<JurisdictionMatrix>(file));
                break;
            default:
                problems.Add(Stray(file));
                break;
        }

        return Draft.Hashes;
    }

    private SortedDictionary<string, string> TakeOfRecord(string[] steps, RegisterFile file)
    {
        RecordDraft record = Draft.Record($"{steps[0]}/{steps[1]}");
        switch (steps[2..])
        {
            case ["reviews", var name] when IsJson(name):
                record.Reviews.AddRange(Read<SignedReview>(file));
                return record.ReviewHashes;
            case ["revisions", var number, .. var rest] when rest.Length > 0 && IsCount(number, out int revision):
                if (!record.Earlier.TryGetValue(revision, out RecordDraft? earlier))
                {
                    record.Earlier.Add(revision, earlier = new RecordDraft($"{record.Folder}/revisions/{number}"));
                }

                TakeOfAccount(earlier, rest, file);
                return earlier.Hashes;
            default:
                TakeOfAccount(record, steps[2..], file);
                return record.Hashes;
        }
    }

    private void TakeOfAccount(RecordDraft record, string[] steps, RegisterFile file)
    {
        switch (steps)
        {
            case ["policy.json"]:
                record.Document = Read<PolicyDocument>(file).FirstOrDefault();
                break;
            case ["account.json"]:
                record.Account = Read<PolicyAccount>(file).FirstOrDefault();
                break;
            case ["text.en.md"]:
                record.TextEn = file.Text;
                break;
            case ["text.zh.md"]:
                record.TextZh = file.Text;
                break;
            case ["params", var name] when IsJson(name):
                record.Parameters.AddRange(Read<PolicyParameter>(file));
                break;
            case ["evidence", var name] when IsJson(name):
                record.Sources.AddRange(Read<EvidenceSource>(file));
                break;
            case ["sources", var name] when name.EndsWith(".txt", StringComparison.Ordinal):
                record.Archived.Add(name[..^4], file.Text);
                break;
            default:
                problems.Add(Stray(file));
                break;
        }
    }

    private IEnumerable<Located<T>> Read<T>(RegisterFile file)
        where T : class =>
        RegisterJson.Parse<T>(file, problems) is { } content ? [new Located<T>(file.Path, content)] : [];

    private static bool IsJson(string name) => name.EndsWith(".json", StringComparison.Ordinal);

    private static bool IsCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0 && text[0] != '0';

    private static Problem Stray(RegisterFile file) => new(
        file.Path,
        "has no place in a register.",
        "A record is a folder <jurisdiction>/<work> with policy.json, text.en.md, text.zh.md, params/*.json, evidence/*.json and sources/*.txt; docs/register.md lists the rest.");
}
