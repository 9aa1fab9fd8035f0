using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Reads a register strictly: either all of it is right, or every problem of every file is listed.</summary>
public static class RegisterReader
{
    private static readonly HashSet<string> BesideRecords = new(StringComparer.Ordinal) { "README.md", "README.zh.md" };

    /// <summary>Reads the register in a folder on disk.</summary>
    public static Checked<PolicyRegister> Read(string folder)
    {
        Checked<IReadOnlyList<RegisterFile>> files = RegisterFiles.In(folder);
        return files.IsRight ? Read(files.Value) : Checked<PolicyRegister>.Wrong([.. files.Problems]);
    }

    /// <summary>Reads a register from its files, wherever they come from.</summary>
    public static Checked<PolicyRegister> Read(IReadOnlyList<RegisterFile> files)
    {
        List<Problem> shape = [];
        SortedDictionary<string, RecordDraft> drafts = new(StringComparer.Ordinal);
        foreach (RegisterFile file in files.OrderBy(f => f.Path, StringComparer.Ordinal).Where(f => !BesideRecords.Contains(f.Path)))
        {
            Take(file, drafts, shape);
        }

        RegisterDraft draft = new([.. drafts.Values], ShapesAreRight: shape.Count == 0);
        List<Problem> problems = [.. shape, .. RegisterChecks.All.SelectMany(check => check(draft))];
        return problems.Count > 0
            ? Checked<PolicyRegister>.Wrong([.. problems.OrderBy(p => p.Where, StringComparer.Ordinal)])
            : Checked<PolicyRegister>.Right(Finished(draft));
    }

    private static PolicyRegister Finished(RegisterDraft draft)
    {
        SortedDictionary<string, string> versions = new(StringComparer.Ordinal);
        List<PolicyRecord> records = [.. draft.Records.Select(r => r.Finished())];
        foreach (PolicyRecord record in records)
        {
            versions.Add(record.Folder, record.Version);
        }

        return new PolicyRegister(records, CanonicalHash.Of(versions));
    }

    private static void Take(RegisterFile file, SortedDictionary<string, RecordDraft> drafts, List<Problem> problems)
    {
        string[] steps = file.Path.Split('/');
        if (steps.Length < 3)
        {
            problems.Add(Stray(file));
            return;
        }

        string folder = $"{steps[0]}/{steps[1]}";
        if (!drafts.TryGetValue(folder, out RecordDraft? record))
        {
            drafts.Add(folder, record = new RecordDraft(folder));
        }

        int before = problems.Count;
        TakeInto(record, steps[2..], file, problems);
        if (problems.Count == before)
        {
            record.Hashes.Add(file.Path, CanonicalHash.Of(file.Path.EndsWith(".json", StringComparison.Ordinal) ? RegisterJson.Canonical(file.Text) : file.Text));
        }
    }

    private static void TakeInto(RecordDraft record, string[] steps, RegisterFile file, List<Problem> problems)
    {
        switch (steps)
        {
            case ["policy.json"]:
                record.Document = Read<PolicyDocument>(file, problems).FirstOrDefault();
                break;
            case ["text.en.md"]:
                record.TextEn = file.Text;
                break;
            case ["text.zh.md"]:
                record.TextZh = file.Text;
                break;
            case ["params", var name] when name.EndsWith(".json", StringComparison.Ordinal):
                record.Parameters.AddRange(Read<PolicyParameter>(file, problems));
                break;
            case ["evidence", var name] when name.EndsWith(".json", StringComparison.Ordinal):
                record.Sources.AddRange(Read<EvidenceSource>(file, problems));
                break;
            case ["sources", var name] when name.EndsWith(".txt", StringComparison.Ordinal):
                record.Archived.Add(name[..^4], file.Text);
                break;
            default:
                problems.Add(Stray(file));
                break;
        }
    }

    private static IEnumerable<Located<T>> Read<T>(RegisterFile file, List<Problem> problems)
        where T : class =>
        RegisterJson.Parse<T>(file, problems) is { } content ? [new Located<T>(file.Path, content)] : [];

    private static Problem Stray(RegisterFile file) => new(
        file.Path,
        "has no place in a register.",
        "A record is a folder <jurisdiction>/<work> with policy.json, text.en.md, text.zh.md, params/*.json, evidence/*.json and sources/*.txt.");
}
