namespace Trunkline.Register;

/// <summary>Cuts folded text into what the index holds: words of letters and digits, and for Chinese, which has no spaces, every pair of neighbours.</summary>
internal static class SearchTerms
{
    /// <summary>The terms of a folded text, with repetitions.</summary>
    public static IEnumerable<string> Of(string folded)
    {
        for (int start = 0; start < folded.Length;)
        {
            int end = EndOfRun(folded, start);
            if (!char.IsLetterOrDigit(folded[start]))
            {
                start++;
                continue;
            }

            foreach (string term in IsHan(folded[start]) ? Pairs(folded, start, end) : [folded[start..end]])
            {
                yield return term;
            }

            start = end;
        }
    }

    private static int EndOfRun(string folded, int start)
    {
        bool han = IsHan(folded[start]);
        int end = start;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && IsHan(folded[end]) == han)
        {
            end++;
        }

        return end;
    }

    private static IEnumerable<string> Pairs(string folded, int start, int end) =>
        end - start == 1 ? [folded[start..end]] : Enumerable.Range(start, end - start - 1).Select(i => folded.Substring(i, 2));

    private static bool IsHan(char letter) => letter is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u3040' and <= '\u30FF');
}
