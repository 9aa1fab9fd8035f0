namespace Trunkline.Domain;

/// <summary>The same words in English and in Chinese.</summary>
public sealed record Bilingual(string En, string Zh)
{
    /// <summary>The words in the language asked for.</summary>
    public string In(Language language) => language == Language.Zh ? Zh : En;
}

/// <summary>A language that Trunkline speaks.</summary>
public enum Language
{
    En,
    Zh,
}
