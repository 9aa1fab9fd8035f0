namespace Trunkline.Register;

/// <summary>What was read of the whole register, before it is checked.</summary>
internal sealed class RegisterDraft
{
    private readonly SortedDictionary<string, RecordDraft> byFolder = new(StringComparer.Ordinal);

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

    /// <summary>The draft of a record's folder; made where there was none.</summary>
    public RecordDraft Record(string folder)
    {
        if (!byFolder.TryGetValue(folder, out RecordDraft? record))
        {
            byFolder.Add(folder, record = new RecordDraft(folder));
        }

        return record;
    }

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
