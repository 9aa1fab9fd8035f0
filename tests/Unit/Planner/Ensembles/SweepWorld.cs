using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Tests.Unit.Planner.Ensembles;

/// <summary>A sweep over study 01 that tests change member by member.</summary>
internal static class SweepWorld
{
    /// <summary>Where the sweep would lie.</summary>
    public static string File { get; } = Path.Combine(TinyWorld.Root, "data", "studies", "sweep.json");

    public static JsonObject Plain() => JsonNode.Parse(
        """
        {
          "id": "test", "study": "01-one-source-one-hub", "seed": 5,
          "sample": { "method": "latin-hypercube", "scenarios": 20 },
          "parameters": [
            { "name": "capture", "cost": [ "capture" ], "uniform": { "least": 0.5, "most": 2 } },
            { "name": "pipes", "cost": [ "transport" ], "triangular": { "least": 0.5, "mode": 1, "most": 3 } },
            { "name": "rock", "storage": [ "F" ], "of": "capacity", "values": [ 0.5, 1 ], "weights": [ 1, 3 ] },
            { "name": "target", "path": "/target/mtPerYear", "factor": true, "normal": { "mean": 0.8, "deviation": 0.1, "least": 0.6, "most": 1 } }
          ],
          "correlations": [ { "first": "capture", "second": "pipes", "correlation": 0.7 } ],
          "policy": [
            { "name": "today", "probability": 0.6 },
            { "name": "more", "probability": 0.3, "overlays": [ "credit-100-from-2030" ] },
            { "name": "before", "probability": 0.1, "asOf": "2024-12-31" }
          ],
          "decision": { "through": 2030 }
        }
        """)!.AsObject();

    public static Checked<SweepQuestion> Read(JsonObject sweep) => SweepReader.Parse(sweep.ToJsonString(), File);

    public static SweepQuestion With(Action<JsonObject> change)
    {
        JsonObject sweep = Plain();
        change(sweep);
        return Read(sweep).OrThrow();
    }
}
