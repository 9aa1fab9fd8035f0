using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>One entry of the register that answers rest on, ready to be printed under a plan.</summary>
/// <param name="EntryId">Entry, or <c>rule</c> or <c>projection</c> for an index factor that the rule gives.</param>
/// <param name="Values">The distinct values that it gave, as text, in order of size.</param>
/// <param name="Money">True where the value is money or decides whether money is paid.</param>
/// <param name="Projected">True where a value is projected rather than published.</param>
/// <param name="Evidence">The claims with title, locator and address of their source; empty where nothing is evidenced.</param>
/// <param name="Note">What the record says about the entry.</param>
/// <param name="NotModelled">Clauses that could change the value and are not computed.</param>
/// <param name="Overlay">Id of the overlay that the entry rests on instead of the law; null for law.</param>
/// <param name="Uses">What it was asked for and what it gave, in order of circumstances.</param>
public sealed record BibliographyEntry(
    string ParameterId,
    Bilingual Titles,
    string PolicyId,
    Bilingual PolicyTitles,
    string PolicyVersion,
    string EntryId,
    IReadOnlyList<string> Values,
    string Unit,
    Confidence Confidence,
    ReviewState State,
    bool Money,
    bool Projected,
    IReadOnlyList<Evidence> Evidence,
    Bilingual? Note,
    IReadOnlyList<UnmodelledClause> NotModelled,
    string? Overlay,
    IReadOnlyList<EntryUse> Uses);

/// <summary>One value that an entry gave.</summary>
/// <param name="Circumstances">The question in words; empty where the parameter depends on nothing.</param>
/// <param name="Projected">True where the value rests on projected inflation.</param>
public sealed record EntryUse(string Circumstances, PolicyValue Value, bool Projected);

/// <summary>What a view remembers. Sorted when read, so the order of asking leaves no trace.</summary>
internal sealed class BibliographyNotes(PolicyRegister register)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Parameter, string Entry), Note> notes = [];

    /// <summary>Remembers an answer: what it came to under its own entry, and each index factor and multiplier under theirs.</summary>
    public void Add(Reading answer, IReadOnlyList<UsedEntry> used)
    {
        lock (gate)
        {
            for (int i = 0; i < used.Count; i++)
            {
                NoteOf(used[i]).Add(used[i], i == 0 ? (answer.Content, answer.Projected) : (used[i].Value, used[i].Projected));
            }
        }
    }

    public IReadOnlyList<BibliographyEntry> Entries()
    {
        lock (gate)
        {
            return
            [
                .. notes
                    .OrderBy(n => n.Key.Parameter, StringComparer.Ordinal)
                    .ThenBy(n => n.Key.Entry, StringComparer.Ordinal)
                    .Select(n => Entry(n.Value.Used, n.Value.Uses)),
            ];
        }
    }

    private Note NoteOf(UsedEntry used)
    {
        if (!notes.TryGetValue((used.Parameter.Id, used.EntryId), out Note? known))
        {
            notes.Add((used.Parameter.Id, used.EntryId), known = new Note(used));
        }

        return known;
    }

    private BibliographyEntry Entry(UsedEntry used, IReadOnlyCollection<EntryUse> uses)
    {
        PolicyParameter parameter = used.Parameter.Parameter;
        PolicyRecord record = used.Parameter.Record;
        return new BibliographyEntry(
            parameter.Id,
            parameter.Titles,
            record.Id,
            record.Document.Titles,
            record.Version,
            used.EntryId,
            [.. uses.Select(u => u.Value).Distinct().OrderBy(v => v.MaybeNumber).ThenBy(v => v.Words, StringComparer.Ordinal).Select(v => v.ToString())],
            parameter.Unit,
            used.Confidence,
            used.State,
            parameter.Money,
            uses.Any(u => u.Projected),
            used.Evidence,
            used.Entry is { } entry ? entry.Note : parameter.Projection?.Note,
            [.. record.Document.NotModelled.Where(c => parameter.NotModelled?.Contains(c.Id) == true)],
            register.OverlayOf(used.Parameter.Id, used.EntryId),
            [.. uses.OrderBy(u => u.Circumstances, StringComparer.Ordinal).ThenBy(u => u.Value.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>One entry and what it gave. The same question, asked many times in a row, gives the same and is put into words once.</summary>
    private sealed class Note(UsedEntry first)
    {
        private Question? last;
        private KeyValuePair<string, string>[] lastDims = [];

        public UsedEntry Used { get; } = first;

        public HashSet<EntryUse> Uses { get; } = [];

        public void Add(UsedEntry used, (PolicyValue Value, bool Projected) gave)
        {
            if (!IsLast(used.Asked))
            {
                (last, lastDims) = (used.Asked, [.. used.Asked.Dims]);
                Uses.Add(new EntryUse(used.Asked.Circumstances(), gave.Value, gave.Projected));
            }
        }

        // The words of a question lie in a dictionary of the one who asks, who may have changed them since.
        private bool IsLast(Question asked)
        {
            if (asked != last || asked.Dims.Count != lastDims.Length)
            {
                return false;
            }

            foreach ((string dim, string word) in lastDims)
            {
                if (!asked.Dims.TryGetValue(dim, out string? now) || now != word)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
