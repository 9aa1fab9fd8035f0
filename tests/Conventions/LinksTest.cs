using System.Text;
using System.Text.RegularExpressions;

namespace Trunkline.Tests.Conventions;

/// <summary>Every relative link in a document leads to a file that exists, and every anchor to a heading.</summary>
public sealed partial class LinksTest
{
    private static IEnumerable<string> Documents => Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void Every_link_leads_somewhere() => Offenders.None(
        "Links that lead nowhere:",
        from document in Documents
        from target in Targets(Prose(Repository.Read(document)))
        where !Leads(document, target)
        select $"{document}: {target}");

    [Fact]
    public void Comments_in_code_name_documents_and_headings_that_exist() => Offenders.None(
        "Source files that point at a missing document or heading:",
        from file in Repository.Files
        where file.EndsWith(".cs", StringComparison.Ordinal) && file.StartsWith("src/", StringComparison.Ordinal)
        from Match match in Mention().Matches(Repository.Read(file))
        where !Leads("README.md", match.Value)
        select $"{file}: {match.Value}");

    [Theory]
    [InlineData("A `code` heading, with points.", "a-code-heading-with-points")]
    [InlineData("Two  words", "two--words")]
    [InlineData("目录 and folders", "目录-and-folders")]
    public void Anchors_are_made_as_the_forges_make_them(string heading, string anchor) => Assert.Equal(anchor, Anchor(heading));

    private static bool Leads(string document, string target)
    {
        string[] parts = target.Split('#', 2);
        string path = parts[0].Length == 0
            ? Repository.Full(document)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Full(document))!, Uri.UnescapeDataString(parts[0])));
        bool exists = File.Exists(path) || Directory.Exists(path);
        return exists && (parts.Length == 1 || !path.EndsWith(".md", StringComparison.Ordinal) || Anchors(path).Contains(Uri.UnescapeDataString(parts[1])));
    }

    private static IEnumerable<string> Targets(string markdown) =>
        Link().Matches(markdown).Select(m => m.Groups[1].Value).Where(t => !Elsewhere().IsMatch(t));

    private static HashSet<string> Anchors(string path)
    {
        var seen = new Dictionary<string, int>();
        var anchors = new HashSet<string>();
        foreach (Match heading in Heading().Matches(Prose(File.ReadAllText(path))))
        {
            string anchor = Anchor(heading.Groups[1].Value);
            int times = seen[anchor] = seen.GetValueOrDefault(anchor) + 1;
            anchors.Add(times == 1 ? anchor : $"{anchor}-{times - 1}");
        }

        return anchors;
    }

    private static string Anchor(string heading)
    {
        var anchor = new StringBuilder();
        foreach (char c in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                anchor.Append(c);
            }
            else if (c == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    /// <summary>The document without its fenced code, where brackets and hashes mean other things.</summary>
    private static string Prose(string markdown) => Fence().Replace(markdown, string.Empty);

    [GeneratedRegex(@"\]\(\s*<?([^)\s>]+)>?(?:\s+""[^""]*"")?\s*\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("^#{1,6} +(.+?) *#*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^(```|~~~).*?^\\1", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"docs/[a-zA-Z0-9/_-]+\.md(#[a-z0-9-]+)?")]
    private static partial Regex Mention();
}
