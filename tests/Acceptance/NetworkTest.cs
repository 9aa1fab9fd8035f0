namespace Trunkline.Tests.Acceptance;

/// <summary>The network commands as a person runs them, on a scenario of one plant, one site and one edge.</summary>
public sealed class NetworkTest
{
    /// <summary>0.1 x 50 + 10 x 3 captured; 0.1 x 4 x (1 + 0.5 x 3) carried; 0.1 x 20 + 2 wells x 0.1 x 5 + 2 x 3 stored.</summary>
    private const double Cost = 35 + 1 + 9;

    [Fact]
    public void A_network_is_solved_checked_and_exported()
    {
        using var scratch = new ScratchFolder();
        Scenario(scratch);
        Ended solved = Trunk.Run(scratch.Path, "network", "solve", "one", "--target", "3", "--json", "--out", "solution.csv");
        Assert.Equal(0, solved.Code);
        Assert.Equal(Cost, (double)solved.Json["cost"]!, 9);
        Assert.Equal([35, 1, 9], new[] { "capture", "transport", "storage" }.Select(k => Math.Round((double)solved.Json[k]!, 9)));
        Assert.Equal(Cost, (double)solved.Json["bound"]!, 0.01);
        Assert.InRange((double)solved.Json["gap"]!, 0, 1e-4);
        Assert.True((double)solved.Json["seconds"]! < 60);
        Ended check = Trunk.Run(scratch.Path, "network", "check", "one", "--solution", "solution.csv", "--json");
        Assert.Equal((0, "passed"), (check.Code, (string?)check.Json["check"]));
        Assert.Equal(0, Trunk.Run(scratch.Path, "network", "export", "one", "--solution", "solution.csv", "--out", "result").Code);
        string[] expected = ["model.mps", "network.geojson", "shapeFiles/Network.prj", "shapeFiles/Network.shp", "shapeFiles/Sinks.dbf", "shapeFiles/Sources.shx", "solution.csv", "solution.sol"];
        Assert.All(expected, f => Assert.True(File.Exists(Path.Combine(scratch.At("result"), f)), f));
        Assert.Equal(File.ReadAllText(scratch.At("solution.csv")), File.ReadAllText(Path.Combine(scratch.At("result"), "solution.csv")));
    }

    [Fact]
    public void A_scenario_is_imported_and_its_copy_answers_alike()
    {
        using var scratch = new ScratchFolder();
        Scenario(scratch);
        Ended imported = Trunk.Run(scratch.Path, "network", "import", "simccs", "one", "--out", "copy", "--json");
        Assert.Equal((0, 1, 3.0), (imported.Code, (int)imported.Json["edges"]!, (double)imported.Json["capturableMtPerYear"]!));
        Ended priced = Trunk.Run(scratch.Path, "network", "solve", "copy", "--price", "20", "--json");
        Assert.Equal(Cost - 60, (double)priced.Json["cost"]!, 9);
        Assert.Equal(0, Trunk.Run(scratch.Path, "network", "mps", "copy", "--price", "20", "--out", "model.mps").Code);
        Assert.StartsWith("NAME", File.ReadAllText(scratch.At("model.mps")), StringComparison.Ordinal);
        Assert.Equal(2, Trunk.Run(scratch.Path, "network", "import", "simccs", "one", "--out", "copy").Code);
    }

    [Fact]
    public void Periods_are_solved_and_said_in_chinese()
    {
        using var scratch = new ScratchFolder();
        Scenario(scratch);
        // 10 years of 3 Mt/y: 10 x 3 x (10 + 2), and the pipe for 10 years.
        Ended staged = Trunk.Run(scratch.Path, "network", "solve", "one", "--periods", "10:3", "--json");
        Assert.Equal(370, (double)staged.Json["cost"]!, 6);
        Assert.Contains("各时期总成本 370.00", Trunk.Run(scratch.Path, "network", "solve", "one", "--periods", "10:3", "--lang", "zh").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_is_an_answer_and_what_is_wrong_is_listed()
    {
        using var scratch = new ScratchFolder();
        Scenario(scratch);
        Ended much = Trunk.Run(scratch.Path, "network", "solve", "one", "--target", "4", "--json");
        Assert.Equal((1, "infeasible"), (much.Code, (string?)much.Json["status"]));
        scratch.Write("one/Linear.txt", "ID\tSLOPE\tINTERCEPT\n1\tsteep\t1\n");
        Ended wrong = Trunk.Run(scratch.Path, "network", "solve", "one", "--gap", "2");
        Assert.Equal(2, wrong.Code);
        Assert.All(new[] { "--target", "--gap", "Linear.txt:2:SLOPE" }, w => Assert.Contains(w, wrong.Error, StringComparison.Ordinal));
    }

    private static void Scenario(ScratchFolder scratch)
    {
        scratch.Write("one/Sources.csv", "h\nh\nh\n1,Plant,3,,50,0,10,-99.5,30.5\n");
        scratch.Write("one/Sinks.csv", "h\nh\nh\n1,Site,300,0,20,0,1.5,5,0,2,-97.5,30.5\n");
        scratch.Write("one/Linear.txt", "ID\tSLOPE\tINTERCEPT\n1\t0.5\t1\n");
        scratch.Write("one/CandidateNetwork.txt", "Vertex1\tVertex2\tCost\tConCost\tROWCost\tCellRoute\n1\t3\t4\t4\t0\t1\t2\t3\n");
        scratch.Write("one/Construction Costs.txt", "All Nodes\t3\nActive Nodes\t3\nnCols\t3\nnRows\t1\nxllCorner\t-100\nyllCorner\t30\ncellSize\t1\nNODATA_value\t-9999\n");
    }
}
