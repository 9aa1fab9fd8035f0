using Trunkline.Domain;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Reads CandidateNetwork.txt in its three forms: with construction and right-of-way weights, with one weight, and the oldest with four header lines.</summary>
internal static class SimCcsNetworkFile
{
    private static readonly char[] Blanks = [' ', '\t'];

    public static List<SimCcsEdge> Read(string path, string shown, List<Problem> problems)
    {
        string[] lines = SimCcsText.Lines(path);
        Form form = FormOf(lines[0]);
        List<(SimCcsEdge Edge, int Line)> edges = [];
        for (int i = form.HeaderLines; i < lines.Length; i++)
        {
            string[] cells = lines[i].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            var row = new SimCcsRow(shown, i + 1, cells, problems);
            if (cells.Length > 0 && EdgeOf(row, form) is { } edge)
            {
                edges.Add((edge, i + 1));
            }
        }

        if (edges.Count == 0)
        {
            problems.Add(new Problem(shown, "No edge could be read.", "Write one edge a line: Vertex1, Vertex2, Cost, ConCost, ROWCost, then its cells."));
        }

        problems.AddRange(
            from twins in edges.GroupBy(e => (Math.Min(e.Edge.From, e.Edge.To), Math.Max(e.Edge.From, e.Edge.To)))
            where twins.Count() > 1
            select new Problem(
                $"{shown}:{string.Join(',', twins.Select(t => t.Line))}", $"{twins.Key.Item1} and {twins.Key.Item2} are joined {twins.Count()} times.", "Keep one edge."));
        return [.. edges.Select(e => e.Edge)];
    }

    private static Form FormOf(string header) =>
        !header.StartsWith("Vertex1", StringComparison.OrdinalIgnoreCase) ? new Form(HeaderLines: 4, Route: 4, HasWeights: false)
        : header.Contains("ConCost", StringComparison.OrdinalIgnoreCase) ? new Form(HeaderLines: 1, Route: 5, HasWeights: true)
        : new Form(HeaderLines: 1, Route: 3, HasWeights: false);

    private static SimCcsEdge? EdgeOf(SimCcsRow row, Form form)
    {
        int from = row.GridCell(0, "Vertex1");
        int to = row.GridCell(1, "Vertex2");
        double weight = row.Number(2, "Cost");
        double construction = form.HasWeights ? row.Number(3, "ConCost") : weight;
        double? rightOfWay = form.HasWeights ? row.Number(4, "ROWCost") : null;
        int[] route = [.. Enumerable.Range(form.Route, Math.Max(0, row.Count - form.Route)).Select(i => row.GridCell(i, $"cell {i - form.Route + 1}"))];
        if (from == to)
        {
            row.Wrong("Vertex2", "The edge ends where it begins.", "Remove the edge.");
        }

        if (route.Length < 2 || !(route[0] == from && route[^1] == to || route[0] == to && route[^1] == from))
        {
            row.Wrong("CellRoute", $"The route does not lead from {from} to {to}.", "Write every cell from the first vertex to the second, both included.");
        }

        if (row.IsWrong)
        {
            return null;
        }

        return new SimCcsEdge(from, to, weight, construction, rightOfWay, route[0] == from ? route : [.. route.Reverse()]);
    }

    private sealed record Form(int HeaderLines, int Route, bool HasWeights);
}
