using Trunkline.Atlas.SimCcs;

namespace Trunkline.Planner.SimCcs;

/// <summary>A pipe that could be laid: an edge in one direction, with one trend. The ends count from 0 among the sorted ends of edges.</summary>
internal sealed record SimCcsWay(SimCcsEdge Edge, int EdgeIndex, bool Backward, SimCcsTrend Trend, int TrendIndex, int From, int To)
{
    /// <summary>Least flow that counts, Mt/y (one tonne a year): SimCCS' own threshold.</summary>
    public const double NoFlow = 1e-6;

    public int FromCell => Backward ? Edge.To : Edge.From;

    public int ToCell => Backward ? Edge.From : Edge.To;

    /// <summary>A column's or row's name: a letter or words, the ends, the trend.</summary>
    public string Name(string of) => $"{of}_{From}_{To}_{TrendIndex}";

    /// <summary>Every pipe, by edge, direction and trend.</summary>
    public static List<SimCcsWay> All(SimCcsScenario scenario)
    {
        var place = scenario.Network.Edges.SelectMany(e => new[] { e.From, e.To }).Distinct().Order().Index().ToDictionary(v => v.Item, v => v.Index);
        return
        [
            .. from edge in scenario.Network.Edges.Index()
               from backward in new[] { false, true }
               from trend in scenario.Trends.Index()
               let ends = (From: place[edge.Item.From], To: place[edge.Item.To])
               select new SimCcsWay(
                   edge.Item, edge.Index, backward, trend.Item, trend.Index, backward ? ends.To : ends.From, backward ? ends.From : ends.To),
        ];
    }
}
