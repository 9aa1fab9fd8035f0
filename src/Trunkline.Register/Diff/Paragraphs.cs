namespace Trunkline.Register;

/// <summary>A Markdown text as its paragraphs: what blank lines set apart.</summary>
internal static class Paragraphs
{
    /// <summary>The paragraphs in order, trimmed; none is empty.</summary>
    public static IReadOnlyList<string> Of(string markdown) =>
        [.. markdown.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
