using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Reads Linear.txt: a header, then <c>ID SLOPE INTERCEPT [ROWSLOPE ROWINTERCEPT]</c>, one trend a line.</summary>
internal static class SimCcsTrendFile
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static List<SimCcsTrend> Read(string path, string shown, List<Problem> problems)
    {
        string[] lines = SimCcsText.Lines(path);
        int before = problems.Count;
        List<SimCcsTrend> trends = [];
        for (int i = 1; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length > 0)
            {
                trends.Add(Trend(new SimCcsRow(shown, i + 1, cells, problems)));
            }
        }

        if (problems.Count == before)
        {
            problems.AddRange(ShapeProblems(trends, shown));
        }

        return trends;
    }

    private static SimCcsTrend Trend(SimCcsRow row)
    {
        bool hasRightOfWay = row.Count > 3;
        return new SimCcsTrend(
            row.Number(1, "SLOPE"),
            row.Number(2, "INTERCEPT"),
            hasRightOfWay ? row.Number(3, "ROWSLOPE") : null,
            hasRightOfWay ? row.Number(4, "ROWINTERCEPT") : null);
    }

    // A trend serves up to where the next one is cheaper: that needs falling slopes, rising intercepts and crossings in order.
    private static IEnumerable<Problem> ShapeProblems(List<SimCcsTrend> trends, string shown)
    {
        const string Fix = "List the trends from small pipes to large: slopes fall, intercepts rise, each crosses the next farther right.";
        if (trends.Count == 0)
        {
            yield return new Problem(shown, "No trend stands below the header.", "Write at least one: ID, SLOPE, INTERCEPT.");
        }

        if (trends.Select(t => t.RightOfWaySlope is null).Distinct().Count() > 1)
        {
            yield return new Problem(shown, "Only some trends have right-of-way columns.", "Write ROWSLOPE and ROWINTERCEPT in every line or in none.");
        }

        double last = 0;
        for (int c = 0; c + 1 < trends.Count; c++)
        {
            double crossing = SimCcsPipeCost.Crossing(trends[c], trends[c + 1]);
            if (!(crossing > last && double.IsFinite(crossing)))
            {
                yield return new Problem($"{shown}: trends {c + 1} and {c + 2}", "They do not form one falling unit cost.", Fix);
            }

            last = crossing;
        }
    }
}
