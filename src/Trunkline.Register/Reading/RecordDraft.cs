using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A document together with the file it was read from, so that a check can say where.</summary>
internal sealed record Located<T>(string File, T Content)
    where T : class;

/// <summary>What was read of one record's folder, before it is checked.</summary>
internal sealed class RecordDraft(string folder)
{
    public string Folder { get; } = folder;

    /// <summary>The id that the folder asks for: <c>us/45q</c> holds <c>us.45q</c>.</summary>
    public string ExpectedId => Folder.Replace('/', '.');

    public Located<PolicyDocument>? Document { get; set; }

    public List<Located<PolicyParameter>> Parameters { get; } = [];

    public List<Located<EvidenceSource>> Sources { get; } = [];

    public Dictionary<string, string> Archived { get; } = new(StringComparer.Ordinal);

    public string? TextEn { get; set; }

    public string? TextZh { get; set; }

    public Located<PolicyAccount>? Account { get; set; }

    /// <summary>True where a policy hub told it: some gates then hold it rather than refuse it.</summary>
    public bool IsImported => Account is not null;

    public List<Located<SignedReview>> Reviews { get; } = [];

    /// <summary>Earlier revisions by number; none of them has revisions of its own.</summary>
    public SortedDictionary<int, RecordDraft> Earlier { get; } = [];

    /// <summary>Path and SHA-256 of the canonical form of each file of this account.</summary>
    public SortedDictionary<string, string> Hashes { get; } = new(StringComparer.Ordinal);

    /// <summary>The same of the reviews of it.</summary>
    public SortedDictionary<string, string> ReviewHashes { get; } = new(StringComparer.Ordinal);

    /// <summary>The draft that a finished record would be read from. Its files bear the names that its ids ask for.</summary>
    public static RecordDraft Of(PolicyRecord record)
    {
        RecordDraft draft = new(record.Folder)
        {
            Document = new Located<PolicyDocument>($"{record.Folder}/policy.json", record.Document),
            Account = record.Account is { } account ? new Located<PolicyAccount>($"{record.Folder}/account.json", account) : null,
            TextEn = record.Text.En,
            TextZh = record.Text.Zh,
        };
        draft.Parameters.AddRange(record.Parameters.Select(p => new Located<PolicyParameter>(record.FileOf(p), p)));
        draft.Sources.AddRange(record.Sources.Select(s => new Located<EvidenceSource>(record.FileOf(s), s)));
        draft.Reviews.AddRange(record.Reviews.Select(r => new Located<SignedReview>(r.File, r.Review)));
        foreach ((string hash, string text) in record.Archived)
        {
            draft.Archived.Add(hash, text);
        }

        return draft;
    }

    public PolicyRecord Finished() => new(
        Folder,
        Document!.Content,
        [.. Parameters.Select(p => p.Content)],
        [.. Sources.Select(s => s.Content)],
        new Bilingual(TextEn ?? "", TextZh ?? ""),
        Archived,
        CanonicalHash.Of(AllHashes()),
        CanonicalHash.Of(Hashes),
        [.. Reviews.Select(r => new FiledReview(r.File, r.Content))],
        [.. Earlier.Values.Select(e => e.Finished())],
        Account?.Content);

    private SortedDictionary<string, string> AllHashes()
    {
        SortedDictionary<string, string> all = new(Hashes, StringComparer.Ordinal);
        foreach ((string path, string hash) in ReviewHashes.Concat(Earlier.Values.SelectMany(e => e.Hashes)))
        {
            all.Add(path, hash);
        }

        return all;
    }
}
