using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>
/// A SimCCS scenario as its files tell it, in their units: Mt of CO2, Mt a year, millions of dollars (M$) of the scenario's own dollar year, M$ a
/// year, and $ a tonne.
/// </summary>
/// <param name="Name">Name of the scenario's folder.</param>
/// <param name="Sources">In the order of the file; not empty.</param>
/// <param name="Sinks">In the order of the file; not empty.</param>
/// <param name="Trends">Lines of the concave pipe cost, by rising capacity; not empty.</param>
/// <param name="Network">Where pipes may be laid.</param>
/// <param name="Grid">Where the cells lie.</param>
public sealed record SimCcsScenario(
    string Name,
    IReadOnlyList<SimCcsSource> Sources,
    IReadOnlyList<SimCcsSink> Sinks,
    IReadOnlyList<SimCcsTrend> Trends,
    SimCcsNetwork Network,
    SimCcsGrid Grid);

/// <summary>A plant that can capture.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">What SimCCS shows and names it by.</param>
/// <param name="MostMtPerYear">Capturable CO2.</param>
/// <param name="Capital">Capital cost of opening, M$.</param>
/// <param name="FixedOm">Yearly cost once open, M$/y.</param>
/// <param name="UnitCost">$/t captured.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Cell">Grid cell, which is the network's vertex too.</param>
public sealed record SimCcsSource(
    string Id, string Name, double MostMtPerYear, double Capital, double FixedOm, double UnitCost, GeoPoint Place, int Cell);

/// <summary>A storage site with wells.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Name">What SimCCS shows and names it by.</param>
/// <param name="CapacityMt">Storage over the whole life of the project.</param>
/// <param name="SiteCapital">Capital cost of opening the site, M$.</param>
/// <param name="SiteFixedOm">Yearly cost of an open site, M$/y.</param>
/// <param name="WellRateMtPerYear">Injection rate of one well; positive infinity where the file gives one unit cost and wells are not counted.</param>
/// <param name="WellCapital">Capital cost of a well, M$.</param>
/// <param name="WellFixedOm">Yearly cost of a well, M$/y.</param>
/// <param name="UnitCost">$/t injected; negative where the file carries a credit there.</param>
/// <param name="Place">Where it lies.</param>
/// <param name="Cell">Grid cell, which is the network's vertex too.</param>
public sealed record SimCcsSink(
    string Id,
    string Name,
    double CapacityMt,
    double SiteCapital,
    double SiteFixedOm,
    double WellRateMtPerYear,
    double WellCapital,
    double WellFixedOm,
    double UnitCost,
    GeoPoint Place,
    int Cell);

/// <summary>One line of the pipe cost: a pipe for Q Mt/y costs weight * (Slope * Q + Intercept) M$, the right of way by its own weight and line.</summary>
/// <param name="Slope">M$ per Mt/y and unit of construction weight.</param>
/// <param name="Intercept">M$ per unit of construction weight.</param>
/// <param name="RightOfWaySlope">M$ per Mt/y and unit of right-of-way weight; null where the file has no such columns.</param>
/// <param name="RightOfWayIntercept">M$ per unit of right-of-way weight; null where the file has no such columns.</param>
public sealed record SimCcsTrend(double Slope, double Intercept, double? RightOfWaySlope = null, double? RightOfWayIntercept = null);

/// <summary>The candidate network.</summary>
/// <param name="Vertices">Cells by rising number: ends of edges and the terminals.</param>
/// <param name="Edges">In the order of the file; usable both ways.</param>
public sealed record SimCcsNetwork(IReadOnlyList<int> Vertices, IReadOnlyList<SimCcsEdge> Edges);

/// <summary>A corridor between two vertices.</summary>
/// <param name="From">Cell of one end.</param>
/// <param name="To">Cell of the other end.</param>
/// <param name="Weight">What SimCCS routed by.</param>
/// <param name="ConstructionWeight">Kilometres of easy ground that cost as much to build across; the routing weight where the file is of an older form.</param>
/// <param name="RightOfWayWeight">The same for the right of way; null where the file is of an older form.</param>
/// <param name="Route">Cells from one end to the other, both included.</param>
public sealed record SimCcsEdge(int From, int To, double Weight, double ConstructionWeight, double? RightOfWayWeight, IReadOnlyList<int> Route);
