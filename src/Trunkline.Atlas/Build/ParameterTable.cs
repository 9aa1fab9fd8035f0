using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>The cited figures as parameters of the dataset, money in its dollar year, and the booster's figures derived from them.</summary>
internal static class ParameterTable
{
    private const double SecondsPerYear = 8760 * 3600;

    public static IReadOnlyList<Parameter> Parameters(CitedFigures figures) =>
        [.. figures.All.Select(f => Converted(f, figures)).Concat(Booster(figures)).OrderBy(p => p.Id, StringComparer.Ordinal)];

    private static Parameter Converted(CitedFigure figure, CitedFigures figures)
    {
        string note = figure.DollarYear is { } year && year != figures.DollarYear
            ? string.Create(CultureInfo.InvariantCulture, $"; {figure.Value} in {year}$ by consumer prices")
            : string.Empty;
        return new Parameter(figure.Id, figures.InDollarYear(figure), figure.Unit, figure.Source + note, figure.Confidence);
    }

    // Pump work per tonne is pressure over density and efficiency: MPa / (kg/m3) = MJ/kg, times 1000 = MJ/t.
    private static IEnumerable<Parameter> Booster(CitedFigures figures)
    {
        double megajoules = figures["pipe.booster-pressure"] / (figures["pipe.booster-density"] * figures["pipe.booster-efficiency"]) * 1e3;
        double spacing = figures["pipe.booster-spacing"];
        const string derived = "Derived: pressure over density and efficiency, once each booster spacing (parameters pipe.booster-*)";
        yield return new Parameter(KnownParameters.BoosterElectricity, megajoules / 3600 / spacing, "MWh per tonne and km", derived, Confidence.C);
        yield return new Parameter(
            KnownParameters.BoosterCapital, megajoules / SecondsPerYear * figures["pipe.booster-per-mw"] / spacing, "$ per km and t/y", derived + ", pumps sized for steady flow", Confidence.C);
    }
}
