using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>What a build wrote, for the person who ran it.</summary>
/// <param name="Files">File name and bytes.</param>
/// <param name="FacilitiesAtThreshold">Facilities of the raw table at or above 25 kt/y before any was left out.</param>
/// <param name="RawFossilCo2">Of all facilities of the raw table.</param>
/// <param name="RawBiogenicCo2">Of all facilities of the raw table.</param>
public sealed record BuildReport(
    Dataset Dataset,
    IReadOnlyList<(string File, long Bytes)> Files,
    int FacilitiesAtThreshold,
    TonnesPerYear RawFossilCo2,
    TonnesPerYear RawBiogenicCo2);
