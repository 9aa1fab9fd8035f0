using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Compares two texts by paragraph: those that stand in both, in order, are left out; between them, what stood there is set against what stands there.</summary>
internal static class ParagraphDiff
{
    /// <summary>The paragraphs that differ. Numbers in the field are those of the later text, and of the earlier one where a paragraph is gone.</summary>
    public static IEnumerable<FieldChange> Of(string field, string before, string after)
    {
        IReadOnlyList<string> a = Paragraphs.Of(before), b = Paragraphs.Of(after);
        int i = 0, j = 0;
        foreach ((int keptBefore, int keptAfter) in Kept(a, b).Append((a.Count, b.Count)))
        {
            for (; i < keptBefore || j < keptAfter; i++, j++)
            {
                yield return new FieldChange(
                    $"{field} #{(j < keptAfter ? j : i) + 1}", i < keptBefore ? Same(a[i]) : null, j < keptAfter ? Same(b[j]) : null, [], []);
            }

            (i, j) = (keptBefore + 1, keptAfter + 1);
        }
    }

    private static Bilingual Same(string text) => new(text, text);

    /// <summary>Places of a longest common run of paragraphs, in order.</summary>
    private static IEnumerable<(int Before, int After)> Kept(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        int[,] longest = new int[a.Count + 1, b.Count + 1];
        for (int i = a.Count - 1; i >= 0; i--)
        {
            for (int j = b.Count - 1; j >= 0; j--)
            {
                longest[i, j] = a[i] == b[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j])
            {
                yield return (i++, j++);
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }
}
