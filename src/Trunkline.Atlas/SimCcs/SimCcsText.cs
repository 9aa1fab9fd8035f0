using System.Text;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Lines of a SimCCS file. The files come from Windows, macOS and Java, so encoding and line ends are found out.</summary>
internal static class SimCcsText
{
    private const int MacRomanCodePage = 10000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding MacRoman = CodePagesEncodingProvider.Instance.GetEncoding(MacRomanCodePage)!;

    /// <summary>Every line, ended by LF, CR LF or CR; UTF-8 where the bytes are that, Mac Roman otherwise.</summary>
    public static string[] Lines(string path) => Decode(File.ReadAllBytes(path)).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string Decode(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return MacRoman.GetString(bytes);
        }
    }
}
