namespace Trunkline.Register;

/// <summary>A text in which runs of blanks count as one and none stands at either end.</summary>
internal static class PlainText
{
    public static string Of(string text)
    {
        // Most texts are plain already, and then nothing is copied.
        bool wasBlank = true;
        foreach (char letter in text)
        {
            bool isBlank = char.IsWhiteSpace(letter);
            if (isBlank && (wasBlank || letter != ' '))
            {
                return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }

            wasBlank = isBlank;
        }

        return wasBlank ? text.TrimEnd() : text;
    }
}
