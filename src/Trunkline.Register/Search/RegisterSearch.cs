using System.Runtime.InteropServices;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>
/// Finds passages by words, in both languages. A record matches where each word stands somewhere in it; its passages that hold one are ranked by how many
/// of the words they hold, then by field, then by how often. Case, width and accents do not matter; part of a word matches.
/// </summary>
public sealed class RegisterSearch
{
    private const int MostWords = 16;
    private const int Before = 40;
    private const int After = 120;

    private readonly Lazy<Index> index;

    /// <summary>A search over a register. Its index is made at the first question.</summary>
    public RegisterSearch(PolicyRegister register) => index = new Lazy<Index>(() => new Index([.. RecordPassages.Of(register)]));

    /// <summary>The passages that hold the words.</summary>
    /// <param name="text">Words with spaces between them; Chinese needs none. Empty finds nothing.</param>
    /// <param name="most">How many passages to give.</param>
    public SearchResult Find(string text, int most = 20)
    {
        string[] words = [.. FoldedText.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords)];
        if (words.Length == 0)
        {
            return new SearchResult([], 0, 0);
        }

        Match[] ranked =
        [
            .. MatchesOf(words)
                .OrderByDescending(m => m.Terms)
                .ThenBy(m => m.Passage.Field)
                .ThenByDescending(m => m.Count)
                .ThenBy(m => m.Passage.RecordId, StringComparer.Ordinal)
                .ThenBy(m => m.Number),
        ];
        return new SearchResult(
            [.. ranked.Take(most).Select(m => m.Hit(words))],
            ranked.Length,
            ranked.Select(m => m.Passage.RecordId).Distinct(StringComparer.Ordinal).Count());
    }

    private IEnumerable<Match> MatchesOf(string[] words)
    {
        Dictionary<int, (int Terms, int Count)> found = [];
        HashSet<string>? records = null;
        foreach (string word in words)
        {
            HashSet<string> here = new(StringComparer.Ordinal);
            foreach ((int number, int count) in index.Value.Holding(word))
            {
                here.Add(index.Value.Passages[number].RecordId);
                ref (int Terms, int Count) so = ref CollectionsMarshal.GetValueRefOrAddDefault(found, number, out _);
                so = (so.Terms + 1, so.Count + count);
            }

            records = records is null ? here : [.. records.Intersect(here, StringComparer.Ordinal)];
        }

        return found
            .Select(f => new Match(f.Key, index.Value.Passages[f.Key], f.Value.Terms, f.Value.Count))
            .Where(m => records!.Contains(m.Passage.RecordId));
    }

    private sealed record Match(int Number, SearchPassage Passage, int Terms, int Count)
    {
        public SearchHit Hit(string[] words) =>
            new(Passage.RecordId, Passage.Field, Passage.Place, Passage.Language, Excerpt(Passage.Words, words), Count, Terms);

        /// <summary>The words around the first match, cut at most of the passage's length.</summary>
        private static string Excerpt(string passage, string[] words)
        {
            string folded = FoldedText.Of(passage);
            int first = words.Select(w => folded.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).Min();
            int at = FoldedText.Places(passage)[first];
            int from = Whole(passage, Math.Max(0, at - Before));
            int to = Whole(passage, Math.Min(passage.Length, at + After));
            return $"{(from > 0 ? "…" : "")}{passage[from..to].ReplaceLineEndings(" ").Trim()}{(to < passage.Length ? "…" : "")}";
        }

        /// <summary>A place that does not cut a character of two code units.</summary>
        private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    /// <summary>Which passages hold which term, and the passages folded.</summary>
    private sealed class Index
    {
        private readonly string[] folded;
        private readonly Dictionary<string, List<int>> passagesByTerm = new(StringComparer.Ordinal);

        public Index(SearchPassage[] passages)
        {
            Passages = passages;
            folded = [.. passages.AsParallel().AsOrdered().Select(p => FoldedText.Of(p.Words))];
            for (int i = 0; i < folded.Length; i++)
            {
                foreach (string term in SearchTerms.Of(folded[i]))
                {
                    ref List<int>? holding = ref CollectionsMarshal.GetValueRefOrAddDefault(passagesByTerm, term, out _);
                    holding ??= [];
                    if (holding.Count == 0 || holding[^1] != i)
                    {
                        holding.Add(i);
                    }
                }
            }
        }

        public IReadOnlyList<SearchPassage> Passages { get; }

        /// <summary>The passages that hold a folded word, with how often.</summary>
        public IEnumerable<(int Number, int Count)> Holding(string word) =>
            from number in Candidates(word)
            let count = CountOf(word, folded[number])
            where count > 0
            select (number, count);

        /// <summary>The passages that can hold it: those of the rarest of its terms, each of which may be part of a longer one.</summary>
        private IEnumerable<int> Candidates(string word)
        {
            string[] terms = [.. SearchTerms.Of(word).Distinct(StringComparer.Ordinal)];
            return terms.Length == 0
                ? Enumerable.Range(0, folded.Length)
                : terms.Select(PassagesWith).MinBy(p => p.Count)!;
        }

        private HashSet<int> PassagesWith(string term) =>
            [.. passagesByTerm.Where(t => t.Key.Contains(term, StringComparison.Ordinal)).SelectMany(t => t.Value)];

        private static int CountOf(string word, string text)
        {
            int count = 0;
            for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                count++;
            }

            return count;
        }
    }
}
