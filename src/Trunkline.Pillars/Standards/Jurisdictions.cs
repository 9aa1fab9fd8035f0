namespace Trunkline.Pillars;

/// <summary>Which union a jurisdiction belongs to: its law holds where the member's own is not written down.</summary>
internal static class Jurisdictions
{
    private const string Union = "eu";

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk",
    };

    private static readonly HashSet<string> OtherEconomicArea = new(StringComparer.Ordinal) { "no", "is", "li" };

    /// <summary>The state's federation, the member's union, or the jurisdiction itself.</summary>
    public static string Root(string code) => code.StartsWith("us-", StringComparison.Ordinal) ? "us" : Members.Contains(code) ? Union : code;

    /// <summary>True inside the European Economic Area.</summary>
    public static bool InEconomicArea(string code) => Root(code) == Union || OtherEconomicArea.Contains(code);

    /// <summary>The jurisdiction, then its union where that is another.</summary>
    public static IEnumerable<string> Chain(string code) => new[] { code, Root(code) }.Distinct();
}
