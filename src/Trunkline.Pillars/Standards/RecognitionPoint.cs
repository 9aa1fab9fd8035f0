using Trunkline.Domain;

namespace Trunkline.Pillars;

/// <summary>How far a point of the recognition test holds between two jurisdictions.</summary>
public enum RecognitionOutcome
{
    /// <summary>The one asks nothing that the other does not give.</summary>
    Met,

    /// <summary>Both have a rule. Whether they are equal is not computed: they are shown side by side.</summary>
    Partial,

    /// <summary>The one asks for a rule and the other has none, or the law shuts the tonne out.</summary>
    NotMet,

    /// <summary>Nobody has looked, or a rule is only proposed.</summary>
    Unknown,
}

/// <summary>What the regulatory matrix holds for one criterion in one jurisdiction on the day.</summary>
/// <param name="Jurisdiction">Whose cell it is: a state without a cell shows its union's.</param>
/// <param name="Says">Null where nobody has looked.</param>
/// <param name="Evidence">Ids of claims.</param>
public sealed record ShownCell(string Jurisdiction, string Criterion, string State, Bilingual? Says, IReadOnlyList<string> Evidence);

/// <summary>One of the twelve points.</summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Storing">Cells where the CO2 is stored.</param>
/// <param name="Claiming">Cells where the tonne is claimed.</param>
public sealed record RecognitionPoint(
    int Number, Bilingual Titles, RecognitionOutcome Outcome, Bilingual Why, IReadOnlyList<ShownCell> Storing, IReadOnlyList<ShownCell> Claiming);
