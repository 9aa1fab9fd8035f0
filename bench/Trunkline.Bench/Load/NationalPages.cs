using System.Text.Json.Nodes;

namespace Trunkline.Bench.Load;

/// <summary>A page of the plan as a person sees it: what it is called in the report, and what a browser asks for to show it.</summary>
internal sealed record Page(string Name, IReadOnlyList<string> Paths);

/// <summary>The pages of the national plan, as often as people open them.</summary>
internal sealed class NationalPages
{
    private static readonly string[] Papers = ["charts", "receipt", "bibliography", "pillars/funding", "pillars/infrastructure", "pillars/policy", "pillars/impact", "hubs", "audit", "tables/captures?limit=200", "tables/pipelines?limit=200", "tables/periods"];

    private readonly string plan;
    private readonly (string Kind, string[] Ids)[] places;

    private NationalPages(string plan, (string Kind, string[] Ids)[] places) => (this.plan, this.places) = (plan, places);

    /// <summary>The map, which a browser reads once and keeps.</summary>
    public Page Map => new("map", [plan, .. new[] { "sites", "pipes", "storage" }.Select(l => $"{plan}/layers/{l}")]);

    /// <summary>The pages of the plan that a server ships.</summary>
    public static async Task<NationalPages> Read(LoadServer server, string token)
    {
        using HttpClient client = server.Client(token);
        string id = JsonNode.Parse(await client.GetStringAsync("/api/v1/status"))!["plan"]!.GetValue<string>(), plan = $"/api/v1/plans/{id}";
        List<(string, string[])> places = [];
        foreach (string kind in new[] { "sites", "pipes", "storage", "counties" })
        {
            JsonNode layer = JsonNode.Parse(await client.GetStringAsync($"{plan}/layers/{kind}"))!;
            places.Add((kind, [.. layer["features"]!.AsArray().Select(f => f!["properties"]!["id"]!.GetValue<string>())]));
        }

        return new NationalPages(plan, [.. places]);
    }

    /// <summary>Where somebody goes next: two of three times to something on the map, else to a paper of the plan, or to the list of plans.</summary>
    public Page Next(Random chance)
    {
        switch (chance.Next(12))
        {
            case < 8:
                (string kind, string[] ids) = places[chance.Next(places.Length)];
                return new Page(kind, [$"{plan}/{kind}/{Uri.EscapeDataString(ids[chance.Next(ids.Length)])}"]);
            case < 11:
                string paper = Papers[chance.Next(Papers.Length)];
                return new Page(paper.Split('?')[0], [plan, $"{plan}/{paper}"]);
            default:
                return new Page("plans", ["/api/v1/plans"]);
        }
    }
}
