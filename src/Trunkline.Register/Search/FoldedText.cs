using System.Text;

namespace Trunkline.Register;

/// <summary>
/// A text as search compares it: small letters, no accents, full-width and subscript characters as plain ones. Written out here because the program
/// runs without the system's culture data, where Unicode normalisation does nothing.
/// </summary>
internal static class FoldedText
{
    private const char IdeographicSpace = '\u3000';
    private const char FirstFullWidth = '\uFF01';
    private const char LastFullWidth = '\uFF5E';
    private const int FullWidthOffset = FirstFullWidth - '!';

    // Letters that Unicode does not take apart, and those that it does: each base with the letters that fold to it.
    private static readonly (string Base, string Letters)[] Accents =
    [
        ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"),
        ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
        ("0", "₀⁰"), ("1", "₁¹"), ("2", "₂²"), ("3", "₃³"), ("4", "₄⁴"), ("5", "₅⁵"), ("6", "₆⁶"), ("7", "₇⁷"), ("8", "₈⁸"), ("9", "₉⁹"),
        ("'", "‘’"), ("\"", "“”"), ("-", "‐‑–—−"), (" ", "\u00A0\u2009\u202F"),
    ];

    private static readonly Dictionary<char, string> Plain =
        Accents.SelectMany(a => a.Letters.Select(l => KeyValuePair.Create(l, a.Base))).ToDictionary();

    /// <summary>The folded text.</summary>
    public static string Of(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char letter in text)
        {
            Append(folded, letter);
        }

        return folded.ToString();
    }

    /// <summary>For each character of the folded text the place in the text that it came from; one more for the end.</summary>
    public static int[] Places(string text)
    {
        StringBuilder folded = new(text.Length);
        List<int> places = new(text.Length + 1);
        for (int i = 0; i < text.Length; i++)
        {
            Append(folded, text[i]);
            while (places.Count < folded.Length)
            {
                places.Add(i);
            }
        }

        places.Add(text.Length);
        return [.. places];
    }

    private static void Append(StringBuilder folded, char letter)
    {
        char small = char.ToLowerInvariant(letter switch
        {
            IdeographicSpace => ' ',
            >= FirstFullWidth and <= LastFullWidth => (char)(letter - FullWidthOffset),
            _ => letter,
        });
        if (small < '\u0080')
        {
            folded.Append(small);
        }
        else if (Plain.TryGetValue(small, out string? plain))
        {
            folded.Append(plain);
        }
        else if (!IsAccent(small))
        {
            folded.Append(small);
        }
    }

    /// <summary>Combining marks, zero-width characters and the variation selectors: they are drawn on their neighbour.</summary>
    private static bool IsAccent(char letter) => letter is (>= '\u0300' and <= '\u036F') or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');
}
