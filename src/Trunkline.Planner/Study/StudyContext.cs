using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>Reads what a study says about the world beside the plan: emissions and finance.</summary>
internal static class StudyContext
{
    private const double MostMegatonnes = 100_000;
    private const double MostRate = 0.5;

    private static readonly string[] Confidences = [.. Enum.GetNames<Confidence>()];

    public static Pathway Pathway(StudyPathway? given, int periods, StudyProblems found)
    {
        if (given?.BaseYear is { } year)
        {
            found.Within(year, 1990, 2100, "/pathway/baseYear", "a calendar year");
        }

        return new Pathway
        {
            BaseYear = given?.BaseYear,
            PowerRetired = Series(given?.PowerRetired, periods, "/pathway/powerRetired", found),
            Economy = Series(given?.Economy, periods, "/pathway/economy", found),
            LandSink = Series(given?.LandSink, periods, "/pathway/landSink", found),
        };
    }

    public static Finance? Finance(StudyFinance? given, StudyProblems found) => given is null ? null : new Finance(
        new Fraction(found.Within(given.DebtShare, 0, 0.95, "/finance/debtShare", "a fraction, for example 0.6 for 60 %")),
        found.Within(given.DebtRate, 0, MostRate, "/finance/debtRate", "a fraction, nominal, for example 0.06 for 6 %"),
        new Years(found.Within(given.DebtYears, 1, 100, "/finance/debtYears", "years")),
        found.Within(given.EquityReturn, 0, MostRate, "/finance/equityReturn", "a fraction, real, for example 0.1 for 10 %"),
        given.PublicRate is { } rate ? found.Within(rate, 0, MostRate, "/finance/publicRate", "a fraction, nominal") : null,
        given.ElectricityTonnesPerMwh is { } power ? found.Within(power, 0, 5, "/finance/electricityTonnesPerMwh", "tonnes of CO2 per MWh") : null,
        given.HeatTonnesPerGj is { } heat ? found.Within(heat, 0, 5, "/finance/heatTonnesPerGj", "tonnes of CO2 per GJ") : null,
        Cited(given.Source, "/finance/source", found),
        Trust(given.Confidence, "/finance/confidence", found));

    private static CitedSeries? Series(StudySeries? given, int periods, string pointer, StudyProblems found) => given is null ? null : new CitedSeries(
        found.OnePerPeriod(given.MtPerYear, periods, 0, MostMegatonnes, $"{pointer}/mtPerYear", "million tonnes a year (not tonnes)"),
        Cited(given.Source, $"{pointer}/source", found),
        Trust(given.Confidence, $"{pointer}/confidence", found));

    private static string Cited(string source, string pointer, StudyProblems found)
    {
        found.Require(!string.IsNullOrWhiteSpace(source), pointer, "The source is empty.", "Say where the figures come from; 'assumed' is a source too.");
        return source;
    }

    private static Confidence Trust(string given, string pointer, StudyProblems found) => Enum.Parse<Confidence>(found.OneOf(given, Confidences, pointer));
}
