using System.Security.Cryptography;
using System.Text;

namespace Trunkline.Register;

/// <summary>
/// The version of a text, a record or the register: SHA-256, lower-case hex. JSON counts in canonical form (order of members and spaces do not matter),
/// other text with line ends as LF; a set of files counts as lines "path, space, hash" in ordinal order of path.
/// </summary>
internal static class CanonicalHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    /// <summary>The same of a text that is in canonical form already, as UTF-8.</summary>
    public static string Of(ReadOnlySpan<byte> canonical) => Convert.ToHexStringLower(SHA256.HashData(canonical));

    public static string Of(SortedDictionary<string, string> hashByPath) =>
        Of(string.Concat(hashByPath.Select(f => $"{f.Key} {f.Value}\n")));
}
