namespace Trunkline.Atlas.Communities;

/// <summary>A census tract as the Climate and Economic Justice Screening Tool lists it, and what its published rule says of the same figures.</summary>
/// <param name="Id">Eleven digits of the 2010 census; the first five are the county.</param>
/// <param name="Population">Null where the file has none.</param>
/// <param name="Identified">The file's last word: burdens, or neighbours, or tribal lands.</param>
/// <param name="IdentifiedByBurdens">The file's word without neighbours and tribal lands.</param>
/// <param name="ThresholdsStated">Thresholds that the file counts; null where it counts none.</param>
/// <param name="CategoriesStated">Categories that the file counts.</param>
/// <param name="Finding">What the rule gives; null in the island areas, which have a rule of their own that is not computed.</param>
public sealed record CejstTract(
    string Id,
    string State,
    double? Population,
    bool Identified,
    bool IdentifiedByBurdens,
    double? ThresholdsStated,
    double? CategoriesStated,
    CejstFinding? Finding)
{
    /// <summary>Five digits.</summary>
    public string CountyFips => Id[..5];

    /// <summary>True where the rule was computed and contradicts the file.</summary>
    public bool IsDoubtful => Finding is { } found && found.IsDisadvantaged != IdentifiedByBurdens;
}

/// <summary>What the rule gives for a tract.</summary>
/// <param name="Thresholds">Burdens at or above their threshold together with the socio-economic one.</param>
/// <param name="Categories">Categories of the eight with at least one of them.</param>
public sealed record CejstFinding(int Thresholds, int Categories)
{
    public bool IsDisadvantaged => Thresholds > 0;
}
