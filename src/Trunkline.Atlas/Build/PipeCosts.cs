using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas.Build;

/// <summary>
/// Pipe cost by diameter: Brown (2022) for the Great Plains, $ per inch-mile of four parts, times diameter and length, at the 100 miles at which the capacities
/// hold; material and labour raised for the thicker wall of CO2 pipe; and the three lines that the planner decides with.
/// </summary>
internal static class PipeCosts
{
    private const double Miles = 100;
    private const double KmPerMile = 1.609344;
    private const int DollarYear = 2018;

    // The three lines meet at these diameters, so the cost is continuous, and each next slope is smaller, so it is concave.
    private static readonly double[] Corners = [4, 12, 24, 48];

    private static readonly (double Coefficient, double Diameter, double Length, bool Uplifted)[] Parts =
    [
        .. CitedFigures.Rows("pipe_cost.csv").Select(r =>
            (r.Number("usd_per_inch_mile")!.Value, r.Number("diameter_exponent")!.Value, r.Number("length_exponent")!.Value, r.Text("uplifted") == "true")),
    ];

    /// <summary>2018$ per mile of natural gas pipe at 100 miles.</summary>
    public static double GasPipeUsdPerMile(double inches) => Parts.Sum(p => Part(p, inches));

    /// <summary>All nominal sizes.</summary>
    public static IReadOnlyList<PipeSize> Sizes(CitedFigures figures) =>
    [
        .. CitedFigures.Rows("pipe_capacity.csv").Select(r => (Inches: r.Number("nominal_inches")!.Value, Mt: r.Number("capacity_mt_per_year")!.Value))
            .Select(s => new PipeSize(s.Inches, TonnesPerYear.FromMegatonnes(s.Mt), UsdPerKm(s.Inches, figures))),
    ];

    /// <summary>Three lines through the sizes at the corners.</summary>
    public static IReadOnlyList<PipeTrend> Trends(IReadOnlyList<PipeSize> sizes) =>
    [
        .. Corners.Zip(Corners.Skip(1), (from, to) => Trend(sizes.First(s => s.NominalInches == from), sizes.First(s => s.NominalInches == to))),
    ];

    private static PipeTrend Trend(PipeSize small, PipeSize large)
    {
        double slope = (large.UsdPerKm - small.UsdPerKm) / (large.Capacity - small.Capacity).Value;
        return new PipeTrend(
            string.Create(CultureInfo.InvariantCulture, $"to-{large.NominalInches}-in"),
            large.Capacity,
            small.UsdPerKm - (slope * small.Capacity.Value),
            slope,
            string.Create(CultureInfo.InvariantCulture, $"line through the {small.NominalInches} in and {large.NominalInches} in rows of pipe_sizes.csv"),
            Confidence.B);
    }

    private static double UsdPerKm(double inches, CitedFigures figures)
    {
        double uplift = figures[inches <= 12 ? "pipe.uplift-12" : inches <= 16 ? "pipe.uplift-16" : inches <= 20 ? "pipe.uplift-20" : "pipe.uplift-above"];
        return Parts.Sum(p => Part(p, inches) * (p.Uplifted ? uplift : 1)) / KmPerMile * figures.PriceFactor(DollarYear);
    }

    private static double Part((double Coefficient, double Diameter, double Length, bool Uplifted) part, double inches) =>
        part.Coefficient * Math.Pow(inches, part.Diameter) * Math.Pow(Miles, part.Length) * inches;
}
