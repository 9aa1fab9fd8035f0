using Trunkline.Domain;

namespace Trunkline.Report;

/// <summary>Nominal pipe diameters that are drawn with one width.</summary>
/// <param name="UpToInches">Largest nominal diameter of the class.</param>
public sealed record DiameterClass(string Key, double UpToInches, Bilingual Name)
{
    /// <summary>Thin to thick.</summary>
    public static IReadOnlyList<DiameterClass> All { get; } =
    [
        new("d1", 8, new("up to 8 in", "8英寸及以下")),
        new("d2", 16, new("10 to 16 in", "10–16英寸")),
        new("d3", 24, new("18 to 24 in", "18–24英寸")),
        new("d4", 36, new("26 to 36 in", "26–36英寸")),
        new("d5", double.PositiveInfinity, new("over 36 in", "36英寸以上")),
    ];

    public static DiameterClass Of(double inches) => All.First(size => inches <= size.UpToInches);
}
