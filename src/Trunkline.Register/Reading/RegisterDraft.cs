using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What was read of the whole register, before it is checked.</summary>
internal sealed class RegisterDraft
{
    private readonly SortedDictionary<string, RecordDraft> byFolder = new(StringComparer.Ordinal);
    private readonly Lazy<CitedPlace[]> cited;
    private readonly Lazy<(string Where, Bilingual Words)[]> texts;

    public RegisterDraft()
    {
        cited = new Lazy<CitedPlace[]>(() => [.. Register.CitedPlaces.Of(this)]);
        texts = new Lazy<(string Where, Bilingual Words)[]>(() => [.. BilingualTexts.Of(this)]);
    }

    /// <summary>False where some file could not be read as JSON; checks of references then keep silent, since what they miss may stand in that file.</summary>
    public bool ShapesAreRight { get; set; } = true;

    /// <summary>In order of folder.</summary>
    public IReadOnlyCollection<RecordDraft> Records => byFolder.Values;

    public List<Located<MatrixCriterion[]>> Criteria { get; } = [];

    public List<Located<JurisdictionMatrix>> Matrices { get; } = [];

    public List<Located<PolicyOverlay>> Overlays { get; } = [];

    public List<Located<PolicyMode>> Modes { get; } = [];

    /// <summary>Path and SHA-256 of the canonical form of the files beside the records.</summary>
    public SortedDictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

    public IEnumerable<Located<PolicyDocument>> Documents => Records.Select(r => r.Document).OfType<Located<PolicyDocument>>();

    public IEnumerable<Located<PolicyParameter>> Parameters => Records.SelectMany(r => r.Parameters);

    public IEnumerable<Located<EvidenceSource>> Sources => Records.SelectMany(r => r.Sources);

    /// <summary>Every place that names claims; listed once, when all of the register has been read.</summary>
    public IReadOnlyList<CitedPlace> CitedPlaces => cited.Value;

    /// <summary>Every text in both languages, with its place; listed once likewise.</summary>
    public IReadOnlyList<(string Where, Bilingual Words)> Texts => texts.Value;

    /// <summary>The draft of a record's folder; made where there was none.</summary>
    public RecordDraft Record(string folder)
    {
        if (!byFolder.TryGetValue(folder, out RecordDraft? record))
        {
            byFolder.Add(folder, record = new RecordDraft(folder));
        }

        return record;
    }

    /// <summary>One draft of several that have no folder in common; the files beside the records lie in at most one of them.</summary>
    public static RegisterDraft Joined(IEnumerable<RegisterDraft> parts)
    {
        RegisterDraft whole = new();
        foreach (RegisterDraft part in parts)
        {
            whole.ShapesAreRight &= part.ShapesAreRight;
            whole.Criteria.AddRange(part.Criteria);
            whole.Matrices.AddRange(part.Matrices);
            whole.Overlays.AddRange(part.Overlays);
            whole.Modes.AddRange(part.Modes);
            AddAll(whole.byFolder, part.byFolder);
            AddAll(whole.Hashes, part.Hashes);
        }

        return whole;
    }

    private static void AddAll<T>(SortedDictionary<string, T> into, SortedDictionary<string, T> from)
    {
        foreach ((string key, T value) in from)
        {
            into.Add(key, value);
        }
    }

    /// <summary>The draft that finished content would be read from.</summary>
    public static RegisterDraft Of(RegisterContent content)
    {
        RegisterDraft draft = new();
        foreach (PolicyRecord record in content.Records)
        {
            draft.byFolder.Add(record.Folder, RecordDraft.Of(record));
        }

        draft.Criteria.Add(new Located<MatrixCriterion[]>("criteria.json", [.. content.Criteria]));
        draft.Matrices.AddRange(content.Matrices.Select(m => new Located<JurisdictionMatrix>($"{m.Jurisdiction}/matrix.json", m)));
        draft.Overlays.AddRange(content.Overlays.Select(o => new Located<PolicyOverlay>($"overlays/{o.Id}.json", o)));
        draft.Modes.AddRange(content.Modes.Select(m => new Located<PolicyMode>($"modes/{m.Id}.json", m)));
        return draft;
    }

    /// <summary>True where a problem's place lies in an imported record.</summary>
    public bool IsImported(Problem problem) => byFolder.TryGetValue(FolderOf(problem), out RecordDraft? record) && record.IsImported;

    /// <summary>The first two steps of a problem's place: the folder of a record, where it lies in one.</summary>
    public static string FolderOf(Problem problem) => string.Join('/', problem.Where.Split(' ')[0].Split('/').Take(2));

    /// <summary>The register, once nothing is wrong with it.</summary>
    public PolicyRegister Finished()
    {
        RegisterContent content = new(
            [.. Records.Select(r => r.Finished())],
            [.. Criteria.SelectMany(c => c.Content)],
            [.. Matrices.Select(m => m.Content)],
            [.. Overlays.Select(o => o.Content)],
            [.. Modes.Select(m => m.Content)]);
        SortedDictionary<string, string> versions = new(Hashes, StringComparer.Ordinal);
        foreach (PolicyRecord record in content.Records)
        {
            versions.Add(record.Folder, record.Version);
        }

        return new PolicyRegister(content, CanonicalHash.Of(versions));
    }
}
