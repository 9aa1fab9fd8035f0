using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trunkline.Cli;

/// <summary>How JSON is printed on standard output.</summary>
internal static class JsonText
{
    /// <summary>One object on one line. Chinese stays readable: the output is a file or a pipe, never a web page.</summary>
    public static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same over several lines.</summary>
    public static readonly JsonSerializerOptions Indented = new(OneLine) { WriteIndented = true, NewLine = "\n" };
}
