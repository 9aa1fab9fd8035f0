namespace Trunkline.Atlas.SimCcs;

/// <summary>What a pipe costs by SimCCS' trends.</summary>
public static class SimCcsPipeCost
{
    /// <summary>Share of a pipe's capacity that is used where rights of way are priced (SimCCS' own constant).</summary>
    public const double UtilisationWithRightOfWay = 0.93;

    /// <summary>Flow, Mt/y, at which the second trend becomes the cheaper one on equal weights; NaN or infinite where they never cross.</summary>
    public static double Crossing(SimCcsTrend first, SimCcsTrend second) =>
        (second.Intercept + (second.RightOfWayIntercept ?? 0) - first.Intercept - (first.RightOfWayIntercept ?? 0))
        / (first.Slope + (first.RightOfWaySlope ?? 0) - second.Slope - (second.RightOfWaySlope ?? 0));

    /// <summary>Most flow of each trend, Mt/y: its crossing with the next, and for the last one all that the sources can capture.</summary>
    public static double[] Capacities(SimCcsScenario scenario) =>
    [
        .. scenario.Trends.Zip(scenario.Trends.Skip(1), Crossing),
        scenario.Sources.Sum(s => s.MostMtPerYear),
    ];

    /// <summary>Share of the capacity that is used: 1, or less where the first trend prices rights of way.</summary>
    public static double Utilisation(IReadOnlyList<SimCcsTrend> trends) => trends[0].RightOfWaySlope is not (null or 0) ? UtilisationWithRightOfWay : 1;

    /// <summary>Capital cost of laying the trend's pipe on an edge, whatever flows, M$.</summary>
    public static double Fixed(SimCcsEdge edge, SimCcsTrend trend) =>
        (trend.Intercept * edge.ConstructionWeight) + ((trend.RightOfWayIntercept ?? 0) * (edge.RightOfWayWeight ?? 0));

    /// <summary>Capital cost of each Mt/y on top, M$ per Mt/y, at full utilisation.</summary>
    public static double Slope(SimCcsEdge edge, SimCcsTrend trend) =>
        (trend.Slope * edge.ConstructionWeight) + ((trend.RightOfWaySlope ?? 0) * (edge.RightOfWayWeight ?? 0));
}
