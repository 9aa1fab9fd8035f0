using System.Text;

namespace Trunkline.Cli.Register;

/// <summary>Text for people on a page of fixed width. Chinese characters take two columns; lines break between them, or at spaces.</summary>
internal sealed class Page(TextWriter writer, int width)
{
    /// <summary>Columns of a page that goes to a file, a pipe or a wide window: longer lines are hard to read.</summary>
    public const int Width = 100;

    private const int LeastRoom = 16;

    private const string NeverFirst = "，。；：、！？）」』】》”’";

    /// <summary>Columns that a text takes.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(ColumnsOf);

    public void Line(string text = "") => Text(text, "", "");

    /// <summary>A line with a line of dashes below it.</summary>
    public void Heading(string text)
    {
        Line(text);
        writer.WriteLine(new string('-', Math.Min(width, Columns(text))));
    }

    /// <summary>A heading within the page, after an empty line.</summary>
    public void Section(string text)
    {
        Line();
        Line(text);
    }

    /// <summary>A label and what it says; further lines stand below the first word.</summary>
    /// <param name="column">Columns kept for the label.</param>
    public void Item(string label, string text, int column, int indent = 2)
    {
        string start = new string(' ', indent) + label;
        start += new string(' ', Math.Max(1, indent + column - Columns(start)));
        Text(text, start, new string(' ', indent + column));
    }

    /// <summary>A paragraph, all of it indented.</summary>
    public void Paragraph(string text, int indent = 2)
    {
        foreach (string part in text.ReplaceLineEndings("\n").Split('\n'))
        {
            Text(part, new string(' ', indent), new string(' ', indent));
        }
    }

    /// <summary>Rows in columns: the last column folds, the others keep to one line.</summary>
    public void Table(IReadOnlyList<string> heads, IReadOnlyList<IReadOnlyList<string>> rows, int indent = 0)
    {
        int[] columns = [.. Enumerable.Range(0, heads.Count - 1).Select(c => rows.Append(heads).Max(r => Columns(r[c])) + 2)];
        foreach (IReadOnlyList<string> row in rows.Prepend([.. columns.Select(c => new string('-', c - 2)), "----"]).Prepend(heads))
        {
            string start = new string(' ', indent) + string.Concat(columns.Select((c, i) => row[i] + new string(' ', c - Columns(row[i]))));
            Text(row[^1], start, new string(' ', indent + columns.Sum()));
        }
    }

    private void Text(string text, string first, string rest)
    {
        string start = first;
        foreach (string line in Folded(text, Math.Max(LeastRoom, width - Columns(first)), Math.Max(LeastRoom, width - Columns(rest))))
        {
            writer.WriteLine((start + line).TrimEnd());
            start = rest;
        }
    }

    /// <summary>The text in lines of at most so many columns; at least one line.</summary>
    internal static IEnumerable<string> Folded(string text, int first, int rest)
    {
        StringBuilder line = new();
        int room = first;
        foreach (string piece in Pieces(text).SelectMany(p => Cut(p, Math.Min(first, rest))))
        {
            if (line.Length > 0 && Columns(line.ToString()) + Columns(piece.TrimEnd()) > room)
            {
                yield return line.ToString().TrimEnd();
                line.Clear();
                room = rest;
            }

            line.Append(piece);
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>What may not be parted: a word with the spaces after it, or a Chinese character with the point that closes it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        StringBuilder piece = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool space = Rune.IsWhiteSpace(rune), wide = ColumnsOf(rune) == 2;
            bool begins = piece.Length > 0 && !space && !NeverFirst.Contains(rune.ToString(), StringComparison.Ordinal)
                && (wide || EndsApart(piece));
            if (begins)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(space ? " " : rune.ToString());
        }

        if (piece.Length > 0)
        {
            yield return piece.ToString();
        }
    }

    private static bool EndsApart(StringBuilder piece) => piece[^1] == ' ' || Columns(piece.ToString()) == 2 * piece.Length;

    /// <summary>A word that no line holds is cut.</summary>
    private static IEnumerable<string> Cut(string piece, int room)
    {
        StringBuilder part = new();
        foreach (Rune rune in piece.EnumerateRunes())
        {
            if (part.Length > 0 && rune.Value != ' ' && Columns(part.ToString()) + ColumnsOf(rune) > room)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(rune.ToString());
        }

        yield return part.ToString();
    }

    private static int ColumnsOf(Rune rune) => rune.Value switch
    {
        >= 0x0300 and <= 0x036F or >= 0x200B and <= 0x200D => 0,
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x20000 and <= 0x3FFFD => 2,
        _ => 1,
    };
}
