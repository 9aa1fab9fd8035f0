using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Atlas;

/// <summary>
/// EIA's arcs as a candidate network: <c>nodes.csv</c> and <c>arcs.csv</c>, the compact form of the CCATS inputs of the National Energy Modeling System.
/// Routes are straight lines and lengths EIA's rounded miles. EIA prices an arc by length and region alike; the terrain is what an arc costs over what
/// one of the same miles costs on the Great Plains, whose prices are taken in proportion between the lengths that it has. Arcs without a price are
/// dummies of EIA's model and are left out; an existing line without one counts as reference terrain.
/// </summary>
public static class NemsNetwork
{
    private const double KilometresPerMile = 1.609344;
    private const string ReferenceRegion = "GP";

    /// <summary>True for a folder that holds both files.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, "arcs.csv")) && File.Exists(Path.Combine(folder, "nodes.csv"));

    /// <summary>The network with the members of a dataset as hosts, or everything that is wrong with the files.</summary>
    public static Checked<CandidateNetwork> Read(string folder, Dataset dataset)
    {
        List<Problem> problems = [];
        var nodes = Rows(folder, "nodes.csv", ["id", "type", "lat", "lon"], problems);
        var arcs = Rows(folder, "arcs.csv", ["from", "to", "existing_tpy", "miles", "cost_region", "capex_2018usd_per_tpy"], problems);
        if (problems.Count > 0)
        {
            return Checked<CandidateNetwork>.Wrong(problems);
        }

        HashSet<string> hosts = [.. dataset.Sites.Select(s => s.Id), .. dataset.Uses.Select(u => u.Id), .. dataset.DacSites.Select(d => d.Id)];
        HashSet<string> formations = [.. dataset.Formations.Select(f => f.Id)];
        CandidateNode[] placed = [.. nodes.Select(row => Node(row, hosts, problems))];
        Dictionary<string, int> number = placed.Index().DistinctBy(node => node.Item.Id).ToDictionary(node => node.Item.Id, node => node.Index);
        (double Miles, double Price)[] reference = ReferencePrices(arcs);
        CandidateEdge[] edges = [.. arcs.Select(row => Edge(row, placed, number, reference, problems)).OfType<CandidateEdge>()
            .GroupBy(edge => (Math.Min(edge.From, edge.To), Math.Max(edge.From, edge.To))).Select(same => same.MinBy(edge => edge.WeightedLength.Value)!)];
        return Checked<CandidateNetwork>.From(
            new CandidateNetwork(placed, edges, [.. placed.Index().Where(node => formations.Contains(node.Item.Id)).Select(node => new StorageAccess(node.Item.Id, node.Index))]), problems);
    }

    private static CandidateNode Node(Dictionary<string, string> row, HashSet<string> hosts, List<Problem> problems)
    {
        string id = row["id"];
        if (Number(row, "lon") is not { } longitude || Number(row, "lat") is not { } latitude)
        {
            problems.Add(new Problem($"nodes.csv {id}", "It has no place.", "Give lat and lon in degrees."));
            return new CandidateNode(id, default, []);
        }

        // EIA writes an EPA facility as f and its number.
        string[] names = id.StartsWith('f') ? [id, id[1..]] : [id];
        return new CandidateNode(id, new GeoPoint(longitude, latitude), [.. names.Where(hosts.Contains)]);
    }

    private static CandidateEdge? Edge(
        Dictionary<string, string> row, CandidateNode[] nodes, Dictionary<string, int> number, (double Miles, double Price)[] reference, List<Problem> problems)
    {
        double existing = Number(row, "existing_tpy") ?? 0;
        double? miles = Number(row, "miles");
        if (miles is not > 0 || (Number(row, "capex_2018usd_per_tpy") is not > 0 && existing == 0))
        {
            return null;
        }

        if (!number.TryGetValue(row["from"], out int from) || !number.TryGetValue(row["to"], out int to) || from == to)
        {
            problems.Add(new Problem($"arcs.csv {row["from"]} - {row["to"]}", "It does not join two nodes of nodes.csv.", "Correct its ends, or remove it."));
            return null;
        }

        double km = miles.Value * KilometresPerMile;
        double factor = Number(row, "capex_2018usd_per_tpy") is > 0 and { } capex && reference.Length > 0 ? capex / PriceOf(miles.Value, reference) : 1;
        return new CandidateEdge(
            $"{row["from"]}--{row["to"]}", from, to, new Kilometres(km), new Kilometres(km * factor), new TonnesPerYear(existing), [nodes[from].Place, nodes[to].Place]);
    }

    // What an arc costs in the reference region by its miles, the middle one of several, from the shortest up.
    private static (double Miles, double Price)[] ReferencePrices(List<Dictionary<string, string>> arcs) =>
    [
        .. from row in arcs
           where row["cost_region"] == ReferenceRegion
           let price = Number(row, "capex_2018usd_per_tpy")
           let miles = Number(row, "miles")
           where price > 0 && miles > 0
           group price.Value by miles.Value into same
           orderby same.Key
           select (same.Key, same.Order().ElementAt(same.Count() / 2)),
    ];

    // Beyond the shortest and the longest, in proportion to the miles.
    private static double PriceOf(double miles, (double Miles, double Price)[] reference)
    {
        int after = Array.FindIndex(reference, known => known.Miles >= miles);
        if (after <= 0)
        {
            (double nearest, double price) = reference[after == 0 ? 0 : ^1];
            return price * miles / nearest;
        }

        ((double shorter, double low), (double longer, double high)) = (reference[after - 1], reference[after]);
        return low + ((high - low) * (miles - shorter) / (longer - shorter));
    }

    private static List<Dictionary<string, string>> Rows(string folder, string file, string[] needed, List<Problem> problems)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            problems.Add(new Problem(path, "There is no such file.", "Name the folder with EIA's nodes.csv and arcs.csv."));
            return [];
        }

        string[][] records = [.. CsvText.Records(path).Select(record => record.Cells)];
        string[] header = records.FirstOrDefault() ?? [];
        problems.AddRange(needed.Except(header).Select(column => new Problem($"{path}:1:{column}", "The column is missing.", "Use EIA's table as it was converted.")));
        problems.AddRange(records.Index().Skip(1).Where(row => row.Item.Length < header.Length)
            .Select(row => new Problem($"{path}:{row.Index + 1}", $"The row has {row.Item.Length} cells; the header has {header.Length}.", "Complete the row.")));
        return [.. records.Skip(1).Select(cells => header.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second.Trim()))];
    }

    private static double? Number(Dictionary<string, string> row, string column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;
}
