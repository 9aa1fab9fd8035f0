using System.Globalization;
using System.Text;

namespace Trunkline.Report;

/// <summary>HTML and SVG text, written element by element; everything that comes from data is escaped here and nowhere else.</summary>
public sealed class Markup
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Starts an element; an attribute whose value is null is left out.</summary>
    public Markup Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartTag(tag, attributes);
        _text.Append('>');
        _open.Push(tag);
        return this;
    }

    /// <summary>Ends the innermost element.</summary>
    public Markup Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element without content.</summary>
    public Markup Empty(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        StartTag(tag, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element that holds only words.</summary>
    public Markup Leaf(string tag, string words, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Open(tag, attributes).Words(words).Close();

    public Markup Words(string words)
    {
        Escape(words);
        return this;
    }

    /// <summary>Text that is markup already: a style sheet, a script, or what another <see cref="Markup"/> wrote.</summary>
    public Markup Ready(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public Markup Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public override string ToString() =>
        _open.Count == 0 ? _text.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    /// <summary>A coordinate: one decimal, no trailing zero.</summary>
    public static string At(double coordinate) => (Math.Round(coordinate, 1) + 0.0).ToString("0.#", CultureInfo.InvariantCulture);

    private void StartTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _text.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is not null)
            {
                _text.Append(' ').Append(name).Append("=\"");
                Escape(value);
                _text.Append('"');
            }
        }
    }

    private void Escape(string words)
    {
        foreach (char letter in words)
        {
            _ = letter switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                < ' ' and not '\t' and not '\n' => _text.Append('\uFFFD'),
                _ => _text.Append(letter),
            };
        }
    }
}
