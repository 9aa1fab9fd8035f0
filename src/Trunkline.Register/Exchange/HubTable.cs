using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualBasic.FileIO;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Entries of a hub as rows of a CSV table. A column is a field, <c>evolution.clusters</c> one of a part; a list is separated by semicolons; an empty cell says nothing.</summary>
internal static class HubTable
{
    private static readonly string[] Lists = ["sectors", "evolution.clusters", "evolution.supersedes", "relatedFacilities"];

    public static IReadOnlyList<JsonElement> Rows(RegisterFile file, List<Problem> problems)
    {
        using StringReader text = new(file.Text.TrimStart('\uFEFF'));
        using TextFieldParser parser = new(text) { HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        parser.SetDelimiters(",");
        List<JsonElement> rows = [];
        string[]? names = null;
        while (!parser.EndOfData)
        {
            long line = parser.LineNumber;
            try
            {
                string[] cells = parser.ReadFields() ?? [];
                if (names is null)
                {
                    names = cells;
                }
                else if (cells.Length == names.Length)
                {
                    rows.Add(JsonSerializer.SerializeToElement(Row(names, cells)));
                }
                else
                {
                    problems.Add(new Problem($"{file.Path} line {line}", $"has {cells.Length} cells, and the header {names.Length}.", "Give one cell a column."));
                }
            }
            catch (MalformedLineException)
            {
                problems.Add(new Problem($"{file.Path} line {line}", "is no row of a CSV table.", "Put a cell with commas or quotes in quotes, and double the quotes within."));
            }
        }

        if (rows.Count == 0 && problems.Count == 0)
        {
            problems.Add(new Problem(file.Path, "has no rows.", "Give a header and one row an entry."));
        }

        return rows;
    }

    private static JsonObject Row(string[] names, string[] cells)
    {
        JsonObject row = [];
        foreach ((string name, string cell) in names.Zip(cells).Where(c => c.Second.Length > 0))
        {
            string[] steps = name.Split('.', 2);
            JsonObject at = row;
            if (steps.Length == 2)
            {
                row.TryAdd(steps[0], new JsonObject());
                at = row[steps[0]] as JsonObject ?? [];
            }

            at[steps[^1]] = Lists.Contains(name)
                ? new JsonArray([.. cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(c => (JsonNode)c)])
                : name == "year" && int.TryParse(cell, out int year) ? year : cell;
        }

        return row;
    }
}
