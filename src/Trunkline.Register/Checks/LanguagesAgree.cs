using System.Text.RegularExpressions;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>English and Chinese name the same figures; a text stands in at least one of them.</summary>
internal static partial class LanguagesAgree
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from said in draft.Texts
        let fault = Fault(said.Words)
        where fault is not null
        select new Problem(said.Where, fault, "Say the same in both languages, with the same figures in digits.");

    private static string? Fault(Bilingual words)
    {
        bool en = string.IsNullOrWhiteSpace(words.En), zh = string.IsNullOrWhiteSpace(words.Zh);
        if (en || zh)
        {
            return en && zh ? "is empty in both languages." : null;
        }

        if (SameInOrder(words.En, words.Zh))
        {
            return null;
        }

        HashSet<string> differing = Figures(words.En);
        differing.SymmetricExceptWith(Figures(words.Zh));
        return differing.Count == 0 ? null : $"a figure stands in one language only: {string.Join(", ", differing.Order(StringComparer.Ordinal))}.";
    }

    // Most texts name the same figures in the same order, letter for letter.
    private static bool SameInOrder(string en, string zh)
    {
        Regex.ValueMatchEnumerator others = Figure().EnumerateMatches(zh);
        foreach (ValueMatch figure in Figure().EnumerateMatches(en))
        {
            if (!others.MoveNext() || !en.AsSpan(figure.Index, figure.Length).SequenceEqual(zh.AsSpan(others.Current.Index, others.Current.Length)))
            {
                return false;
            }
        }

        return !others.MoveNext();
    }

    private static HashSet<string> Figures(string text) =>
        [.. Figure().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal))];

    [GeneratedRegex(@"\d+(?:,\d{3}(?!\d))*(?:\.\d+)?")]
    private static partial Regex Figure();
}
