using System.Text.Json.Nodes;

namespace Trunkline.Tests.Acceptance;

/// <summary><c>trunkline hubs</c> on study 13, whose README has the numbers by hand.</summary>
public sealed class HubsTest
{
    [Fact]
    public void A_hub_comes_late_and_is_built_in_three_ways()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", Path.Combine(Trunk.Root, "data", "studies", "13-shared-hub"), "--out", "plan").Code);
        Ended ended = Trunk.Run(scratch.Path, "hubs", "plan", "--hub", "hub-F", "--late", "2", "--late", "10", "--builds", "--json");
        Assert.True(ended.Code == 0, $"{ended}");
        Assert.Equal([851.635, 1082.9575], ended.Json["late"]!.AsArray().Select(l => Math.Round(l!["netUsd"]!.GetValue<double>() / 1e6, 4)));
        Assert.Equal(["foresight", "own-period", "myopic"], ended.Json["builds"]!.AsArray().Select(b => b!["way"]!.GetValue<string>()));
        Assert.All(ended.Json["builds"]!.AsArray(), b => Assert.True(b!["auditPassed"]!.GetValue<bool>()));
        Assert.Equal(1.144, Math.Round(ended.Json["hub"]!["tariff"]!["usdPerTonne"]!.GetValue<double>(), 6));
        Assert.True(File.Exists(Path.Combine(scratch.Path, "plan", "pillars", "hub-F.html")));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        using var scratch = new ScratchFolder();
        Assert.Equal(0, Trunk.Run(scratch.Path, "plan", Path.Combine(Trunk.Root, "data", "studies", "01-one-source-one-hub"), "--out", "plan").Code);
        Ended ended = Trunk.Run(scratch.Path, "hubs", "plan", "--hub", "hub-X", "--late", "-1", "--json");
        Assert.Equal(2, ended.Code);
        JsonArray problems = ended.Json["problems"]!.AsArray();
        Assert.Equal(["--hub", "--late"], problems.Select(p => p!["where"]!.GetValue<string>()));
    }
}
