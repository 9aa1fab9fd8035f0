using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Trunkline.Server.Http;

/// <summary>Bodies that can be copied, by operation.</summary>
internal static class ApiExamples
{
    private static readonly Dictionary<string, string> Bodies = new(StringComparer.Ordinal)
    {
        ["checkStudy"] = """{ "study": { "id": "gulf", "policy": { "asOf": "2026-11-23" }, "region": { "states": [ "TX", "LA" ] } }, "dataset": "us" }""",
        ["createStudy"] = """{ "study": { "id": "gulf", "title": { "en": "Gulf coast", "zh": "墨西哥湾沿岸" }, "region": { "states": [ "TX", "LA" ] }, "target": { "mtPerYear": [ 0, 20, 40, 60, 80 ], "whenUnreachable": "lower" }, "policy": { "asOf": "2026-11-23" }, "dollarYear": 2023 }, "dataset": "us" }""",
        ["previewTable"] = """{ "upload": "0123456789abcdef", "table": "table", "as": "sites", "columns": { "site_id": { "from": "Id" }, "name": { "from": "Plant" }, "sector": { "value": "cement" }, "fossil_co2_t_per_year": { "from": "kt CO2", "factor": 1000 } } }""",
        ["createDataset"] = """{ "id": "my-plants", "base": "us", "tables": [ { "upload": "0123456789abcdef", "table": "table", "as": "sites", "columns": { "site_id": { "from": "Id" } } } ] }""",
        ["launchSweep"] = """{ "study": "07-north-dakota", "sweep": { "id": "nd-futures", "study": "07-north-dakota", "seed": 1, "sample": { "method": "latin-hypercube", "scenarios": 40 }, "parameters": [ { "name": "rock", "storage": [ "*" ], "uniform": { "least": 0.5, "most": 1.2 } } ], "heldOut": 0.5 } }""",
        ["editPlan"] = """{ "name": "For the meeting", "kept": true }""",
        ["askWhatIf"] = """{ "name": "Higher credit, no air capture", "changes": [ { "kind": "credit", "factor": 1.2 }, { "kind": "tracks", "tracks": [ "pointSource", "biogenic" ] } ], "wait": 2 }""",
    };

    /// <summary>Puts the examples where they belong.</summary>
    public static void Show(OpenApiDocument document)
    {
        foreach (OpenApiOperation operation in document.Paths.Values.SelectMany(p => p.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            if (operation.OperationId is { } id && Bodies.TryGetValue(id, out string? body) && operation.RequestBody?.Content is { } contents && contents.TryGetValue("application/json", out OpenApiMediaType? content))
            {
                content.Example = JsonNode.Parse(body);
            }
        }
    }
}
