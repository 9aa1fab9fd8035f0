using System.Collections.Frozen;

namespace Trunkline.Register;

/// <summary>What is asked of a parameter, besides the day whose law counts (which is the view's).</summary>
/// <param name="ParameterId">For example <c>us.45q.rate</c>.</param>
/// <param name="Dims">A word for each dimension of the parameter.</param>
/// <param name="InService">Day on which the asset enters service; required where the law looks at it.</param>
/// <param name="BeginConstruction">Day on which its construction begins; required where the law looks at it.</param>
/// <param name="Year">Year of the benefit (the tax year); required where the value depends on it.</param>
/// <param name="ProjectedInflation">Yearly growth used for index factors that are not published yet; null refuses to project.</param>
public sealed record Question(
    string ParameterId,
    IReadOnlyDictionary<string, string> Dims,
    DateOnly? InService = null,
    DateOnly? BeginConstruction = null,
    int? Year = null,
    double? ProjectedInflation = null)
{
    /// <summary>The dimensions of a parameter that has none.</summary>
    public static IReadOnlyDictionary<string, string> NoDims { get; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The question in words, for messages and receipts.</summary>
    public string Circumstances()
    {
        List<string> said = [.. Dims.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value}")];
        if (InService is { } service)
        {
            said.Add($"in service {service:yyyy-MM-dd}");
        }

        if (BeginConstruction is { } begun)
        {
            said.Add($"construction begun {begun:yyyy-MM-dd}");
        }

        if (Year is { } year)
        {
            said.Add($"year {year}");
        }

        return string.Join(", ", said);
    }
}
