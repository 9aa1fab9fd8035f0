using System.Globalization;
using System.Text;

namespace Trunkline.Atlas.SimCcs;

/// <summary>Writes a scenario as SimCCS' files, side by side in one folder, in UTF-8 and with the grid's header, so that nothing has to be found out again.</summary>
public static class SimCcsWriter
{
    /// <summary>Writes every file; the folder is made where it is missing.</summary>
    public static void Write(SimCcsScenario scenario, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((string file, string text) in Files(scenario))
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }
    }

    private static IEnumerable<(string File, string Text)> Files(SimCcsScenario scenario) =>
    [
        ("Sources.csv", Sources(scenario)),
        ("Sinks.csv", Sinks(scenario)),
        ("Linear.txt", Trends(scenario.Trends)),
        ("CandidateNetwork.txt", Network(scenario.Network)),
        ("Construction Costs.txt", GridHeader(scenario.Grid)),
    ];

    private static string Sources(SimCcsScenario scenario) => Lines(
    [
        "Required data,,,,,,,,,Not-required data",
        "Unique ID,Name,Capturable CO2 (MtCO2/yr),USE COLUMN D or COLUMNS E-G (NOT BOTH),,,,X-LON,Y-LAT,Comment",
        ",,,Total unit cost ($/tCO2),Fixed capital cost ($M),Fixed O&M cost ($M/yr),Variable O&M cost ($/tCO2),,,",
        .. scenario.Sources.Select(s =>
            Cells(Quoted(s.Id), Quoted(s.Name), s.MostMtPerYear, 0.0, s.Capital, s.FixedOm, s.UnitCost, s.Place.Longitude, s.Place.Latitude, "")),
    ]);

    private static string Sinks(SimCcsScenario scenario) => Lines(
    [
        "Required data,,,,,,,,,,,,Not-required data",
        "Unique ID,Name,Storage capacity (MtCO2),USE COLUMN D or COLUMNS E-J (NOT BOTH),,,,,,,X-LON,Y-LAT,Comment",
        ",,,Total unit cost ($/tCO2),Site-wide fixed capital cost ($M),Site-wide fixed O&M cost ($M/yr),Individual well injection rate (MtCO2/yr),"
            + "Injection fixed capital cost ($M),Injection fixed O&M cost ($M/yr),Injection variable O&M cost ($/tCO2),,,",
        .. scenario.Sinks.Select(s => double.IsInfinity(s.WellRateMtPerYear)
            ? Cells(Quoted(s.Id), Quoted(s.Name), s.CapacityMt, s.UnitCost, "", "", "", "", "", "", s.Place.Longitude, s.Place.Latitude, "")
            : Cells(
                Quoted(s.Id), Quoted(s.Name), s.CapacityMt, 0.0, s.SiteCapital, s.SiteFixedOm, s.WellRateMtPerYear, s.WellCapital, s.WellFixedOm, s.UnitCost,
                s.Place.Longitude, s.Place.Latitude, "")),
    ]);

    private static string Trends(IReadOnlyList<SimCcsTrend> trends) => Lines(
    [
        trends[0].RightOfWaySlope is null ? "ID\tSLOPE\tINTERCEPT" : "ID\tSLOPE\tINTERCEPT\tROWSLOPE\tROWINTERCEPT",
        .. trends.Index().Select(t => t.Item.RightOfWaySlope is null
            ? Tabs(t.Index + 1, t.Item.Slope, t.Item.Intercept)
            : Tabs(t.Index + 1, t.Item.Slope, t.Item.Intercept, t.Item.RightOfWaySlope, t.Item.RightOfWayIntercept!)),
    ]);

    private static string Network(SimCcsNetwork network) => Lines(
    [
        "Vertex1\tVertex2\tCost\tConCost\tROWCost\tCellRoute",
        .. network.Edges.Select(e => Tabs([e.From, e.To, e.Weight, e.ConstructionWeight, e.RightOfWayWeight ?? 0, .. e.Route.Cast<object>()])),
    ]);

    private static string GridHeader(SimCcsGrid grid) => Lines(
    [
        Tabs("All Nodes", grid.Columns * grid.Rows), Tabs("Active Nodes", 0), Tabs("nCols", grid.Columns), Tabs("nRows", grid.Rows),
        Tabs("xllCorner", grid.West), Tabs("yllCorner", grid.South), Tabs("cellSize", grid.CellSize), Tabs("NODATA_value", -9999),
    ]);

    private static string Lines(IEnumerable<string> lines) => new StringBuilder().AppendJoin("", lines.Select(l => l + "\n")).ToString();

    private static string Cells(params object[] cells) => string.Join(',', cells.Select(Text));

    private static string Tabs(params object[] cells) => string.Join('\t', cells.Select(Text));

    private static string Text(object cell) => cell is double number ? number.ToString("R", CultureInfo.InvariantCulture) : $"{cell}";

    internal static string Quoted(string name) =>
        name.Contains(',', StringComparison.Ordinal) || name.Contains('"', StringComparison.Ordinal) ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
