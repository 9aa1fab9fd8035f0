using System.Text;
using Trunkline.Atlas.SimCcs;
using Trunkline.Domain;

namespace Trunkline.Tests.Unit.Atlas.SimCcs;

/// <summary>Reading SimCCS scenarios: every form of every file, and every problem at once.</summary>
public sealed class SimCcsReaderTest
{
    [Fact]
    public void The_tiny_scenario_is_read_as_written()
    {
        SimCcsScenario read = TinyScenario.Read();
        Assert.Equal(
            [
                new SimCcsSource("1", "Alpha, north", 4, 100, 5, 20, new GeoPoint(-99.25, 32.25), 12),
                new SimCcsSource("2", "Beta", 6, 0, 0, 30, new GeoPoint(-99.25, 31.25), 32),
            ],
            read.Sources);
        Assert.Equal([new SimCcsSink("1", "Zeta", 300, 60, 1, 2, 10, 0.5, 3, new GeoPoint(-95.75, 31.75), 29)], read.Sinks);
        Assert.Equal([new SimCcsTrend(0.2, 1), new SimCcsTrend(0.1, 1.5)], read.Trends);
        Assert.Equal([12, 24, 29, 32], read.Network.Vertices);
        Assert.Equal([2, 3, 5, 9], read.Network.Edges.Select(e => e.ConstructionWeight));
        Assert.Equal(new SimCcsGrid(10, 6, -100, 30, 0.5), read.Grid);
    }

    [Fact]
    public void The_full_layout_gives_the_same_scenario_as_a_flat_folder()
    {
        string folder = TinyScenario.FolderOfBytes(new (string File, string Text)[]
        {
            ("Scenarios/one/Sources/Sources.csv", TinyScenario.Sources), ("Scenarios/one/Sinks/Sinks.csv", TinyScenario.Sinks),
            ("Scenarios/one/Transport/Linear.txt", TinyScenario.Trends),
            ("Scenarios/one/Network/CandidateNetwork/CandidateNetwork.txt", TinyScenario.Network),
            ("BaseData/CostNetwork/Construction Costs.txt", TinyScenario.GridHeader),
        }.Select(f => (f.File, Encoding.UTF8.GetBytes(f.Text))));
        AssertSame(TinyScenario.Read(), SimCcsReader.Read(Path.Combine(folder, "Scenarios", "one")).OrThrow());
        Assert.Contains("one", Assert.Single(SimCcsReader.Read(folder).Problems).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_mac_roman()
    {
        byte[] bytes = Encoding.Latin1.GetBytes(TinyScenario.Sources.Replace("Beta", "M\u009fnchen \u00d0 2", StringComparison.Ordinal));
        string folder = TinyScenario.FolderOfBytes(TinyScenario.Files.Where(f => f.Key != "Sources.csv")
            .Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value))).Append(("Sources.csv", bytes)));
        Assert.Equal("München – 2", SimCcsReader.Read(folder).OrThrow().Sources[1].Name);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string end) => AssertSame(
        TinyScenario.Read(),
        TinyScenario.Read([.. TinyScenario.Files.Where(f => f.Key != "Construction Costs.txt").Select(f => (f.Key, (string?)f.Value.Replace("\n", end, StringComparison.Ordinal)))]));

    [Fact]
    public void The_older_text_tables_are_read_by_their_own_columns()
    {
        SimCcsScenario read = TinyScenario.Read(
            ("Sources.csv", null),
            ("Sinks.csv", null),
            ("Sources.txt", "ID costFix fixO&M varO&M capMax N/A LON LAT NAME\r7 100 5 20 4 0 -99.25 32.25 Alpha of the north\r8 0 0 30 6 0 -99.25 31.25 Beta\r"),
            ("Sinks.txt", "Sink_ID NAME fieldCap costFix fixO&M wellCap wellCostFix wellFixO&M varO&M N/A LON LAT\r9 Zeta 300 60 1 2 10 0.5 3 0 -95.75 31.75 x\r"));
        Assert.Equal(new SimCcsSource("7", "7", 4, 100, 5, 20, new GeoPoint(-99.25, 32.25), 12), read.Sources[0]);
        Assert.Equal(new SimCcsSink("9", "9", 300, 60, 1, 2, 10, 0.5, 3, new GeoPoint(-95.75, 31.75), 29), Assert.Single(read.Sinks));
    }

    [Theory]
    [InlineData("Vertex1\tVertex2\tCost\tCellRoute\n12\t24\t2\t12\t13\t24\n24\t29\t5\t24\t25\t26\t27\t28\t29\n24\t32\t3\t24\t33\t32\n")]
    [InlineData("old\nfour\nheader\nlines\n12\t24\t2\tx\t12\t13\t24\n24\t29\t5\tx\t24\t25\t26\t27\t28\t29\n24\t32\t3\tx\t32\t33\t24\n")]
    public void Older_networks_have_one_weight_and_no_right_of_way(string network)
    {
        SimCcsNetwork read = TinyScenario.Read(("CandidateNetwork.txt", network)).Network;
        Assert.Equal([2, 5, 3], read.Edges.Select(e => e.ConstructionWeight));
        Assert.All(read.Edges, e => Assert.Null(e.RightOfWayWeight));
        Assert.All(read.Edges, e => Assert.Equal((e.From, e.To), (e.Route[0], e.Route[^1])));
    }

    [Fact]
    public void A_sink_with_one_unit_cost_counts_no_wells()
    {
        SimCcsSink sink = Assert.Single(TinyScenario.Read(("Sinks.csv", TinyScenario.Sinks.Replace("300,,60", "300,8,60", StringComparison.Ordinal))).Sinks);
        Assert.Equal((8, 0, 0, 0, 0, double.PositiveInfinity), (sink.UnitCost, sink.SiteCapital, sink.SiteFixedOm, sink.WellCapital, sink.WellFixedOm, sink.WellRateMtPerYear));
    }

    [Fact]
    public void Trends_may_price_the_right_of_way()
    {
        SimCcsScenario read = TinyScenario.Read(("Linear.txt", "ID\tSLOPE\tINTERCEPT\tROWSLOPE\tROWINTERCEPT\n1\t0.2\t1\t0.02\t0.5\n2\t0.1\t1.5\t0.01\t0.6\n"));
        Assert.Equal(new SimCcsTrend(0.2, 1, 0.02, 0.5), read.Trends[0]);
        Assert.Equal(0.93, SimCcsPipeCost.Utilisation(read.Trends));
        Assert.Equal(0.6 / 0.11, SimCcsPipeCost.Capacities(read)[0], 12);
    }

    [Fact]
    public void A_blank_well_rate_is_a_problem_and_not_zero() => Assert.Contains(
        Problems(("Sinks.csv", TinyScenario.Sinks.Replace(",60,1,2,", ",60,1,,", StringComparison.Ordinal))),
        p => p.Where == "Sinks.csv:4:Individual well injection rate" && p.What.Contains("empty", StringComparison.Ordinal));

    [Fact]
    public void Every_problem_of_every_file_is_listed_at_once()
    {
        IReadOnlyList<Problem> problems = Problems(
            ("Sources.csv", TinyScenario.Sources.Replace("100,5,20", "x,,20", StringComparison.Ordinal).Replace("2,Beta,6", "1,Beta,-6", StringComparison.Ordinal)),
            ("Sinks.csv", TinyScenario.Sinks.Replace("31.75", "131.75", StringComparison.Ordinal)),
            ("Linear.txt", "ID\tSLOPE\tINTERCEPT\n1\t0.1\t1\n2\t0.2\t1.5\n"),
            ("CandidateNetwork.txt", TinyScenario.Network.Replace("12\t24\t2\t2", "12\t24\ttwo\t2", StringComparison.Ordinal).Replace("27\t28\t29", "27\t28\t30", StringComparison.Ordinal) + "29\t12\t1\t1\t0\t29\t12\n"));
        string[] expected =
        [
            "Sources.csv:4:Fixed capital cost", "Sources.csv:4:Fixed O&M cost", "Sources.csv:5:Capturable CO2",
            "Sinks.csv:4:Y-LAT", "Linear.txt: trends 1 and 2",
            "CandidateNetwork.txt:2:Cost", "CandidateNetwork.txt:4:CellRoute", "CandidateNetwork.txt:5,6",
        ];
        Assert.Equal(expected.Order(), problems.Select(p => p.Where).Order());
    }

    [Fact]
    public void Missing_files_are_all_named()
    {
        IReadOnlyList<Problem> problems = Problems(("Sources.csv", null), ("Linear.txt", null), ("Sinks.csv", TinyScenario.Sinks.Replace("300,", ",", StringComparison.Ordinal)));
        Assert.Equal(3, problems.Count(p => p.Where.Contains("Sources", StringComparison.Ordinal) || p.Where.Contains("Linear", StringComparison.Ordinal) || p.Where.Contains("Sinks", StringComparison.Ordinal)));
    }

    [Fact]
    public void Routes_that_jump_and_places_off_the_grid_are_problems()
    {
        IReadOnlyList<Problem> problems = Problems(
            ("CandidateNetwork.txt", TinyScenario.Network.Replace("24\t25\t26\t27", "24\t27", StringComparison.Ordinal).Replace("12\t13\t14", "12\t62\t14", StringComparison.Ordinal)),
            ("Sources.csv", TinyScenario.Sources.Replace("-99.25,32.25", "-79.25,32.25", StringComparison.Ordinal)),
            ("DelaunayPaths.txt", "#  Selected node pairs\nSOURCE\tBeta\tSINK\tZeta\t33\t29\n"));
        Assert.Contains(problems, p => p.What.Contains("jumps from cell 24 to 27", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.What.Contains("Cell 62", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Where == "SOURCE Alpha, north");
        Assert.Contains(problems, p => p.Where == "SOURCE Beta" && p.What.Contains("cell 32 by its place and in cell 33", StringComparison.Ordinal));
    }

    [Fact]
    public void A_grid_that_nothing_tells_is_a_problem() =>
        Assert.Equal("Construction Costs.txt", Assert.Single(Problems(("Construction Costs.txt", null))).Where);

    [Fact]
    public void The_southeast_has_its_published_size()
    {
        SimCcsScenario read = SimCcsReader.Read(TinyScenario.SoutheastOrSkip()).OrThrow();
        Assert.Equal((20, 7, 183, 127), (read.Sources.Count, read.Sinks.Count, read.Network.Edges.Count, read.Network.Vertices.Count));
        Assert.Equal(9922, read.Network.Edges.Sum(e => e.Route.Count));
        Assert.Equal(111.132, read.Sources.Sum(s => s.MostMtPerYear), 9);
        Assert.Equal(3490, read.Sinks.Sum(s => s.CapacityMt), 9);
        Assert.Equal([9.044632783, 111.132], SimCcsPipeCost.Capacities(read).Select(c => Math.Round(c, 9)));
    }

    /// <summary>Whatever bytes come, an answer and no exception. CHECK_FULL=1 tries ten thousand.</summary>
    [Fact]
    public void Damaged_files_are_refused_or_read_but_never_break_the_reader()
    {
        var random = new Random(20261123);
        string folder = TinyScenario.Folder(("DelaunayPaths.txt", "#\nSOURCE\tBeta\tSINK\tZeta\t32\t29\n"));
        string[] files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
        int refused = 0, cases = DamagedBytes.Cases;
        for (int i = 0; i < cases; i++)
        {
            string file = files[random.Next(files.Length)];
            byte[] whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, DamagedBytes.Of(whole, random));
            Checked<SimCcsScenario> read = SimCcsReader.Read(folder);
            refused += read.IsRight ? 0 : 1;
            Assert.All(read.Problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Fix)));
            File.WriteAllBytes(file, whole);
        }

        Assert.True(refused > cases / 4, $"Only {refused} of {cases} damaged scenarios were refused.");
    }

    /// <summary>The same for the files of periods and of solutions.</summary>
    [Fact]
    public void Damaged_period_and_solution_files_never_break_their_readers()
    {
        var random = new Random(20261124);
        string file = Path.Combine(Datasets.NewFolder(), "file.csv");
        byte[] periods = Encoding.UTF8.GetBytes("Timeslot,Num Years,Capture Target\n1,5,50\n2,5,65\n");
        byte[] solution = Encoding.UTF8.GetBytes(SimCcsSolutionFile.Text(new SimCcsResult(
            30, 0.1, -40, 4, 118.26, 95, 1.26, 22, [new("Alpha, north", 4, 95)], [new("Zeta", 4, 22)], [new(12, 24, 4, 0.36, 111)])));
        int refused = 0;
        for (int i = 0; i < DamagedBytes.Cases; i++)
        {
            File.WriteAllBytes(file, DamagedBytes.Of(periods, random));
            refused += SimCcsPeriodFile.Read(file).IsRight ? 0 : 1;
            File.WriteAllBytes(file, DamagedBytes.Of(solution, random));
            refused += SimCcsSolutionFile.Read(file).IsRight ? 0 : 1;
        }

        Assert.InRange(refused, DamagedBytes.Cases / 4, (2 * DamagedBytes.Cases) - 1);
    }

    private static IReadOnlyList<Problem> Problems(params (string File, string? Text)[] instead) => SimCcsReader.Read(TinyScenario.Folder(instead)).Problems;

    private static void AssertSame(SimCcsScenario expected, SimCcsScenario read)
    {
        Assert.Equal(expected.Sources, read.Sources);
        Assert.Equal(expected.Sinks, read.Sinks);
        Assert.Equal(expected.Trends, read.Trends);
        Assert.Equal(expected.Grid, read.Grid);
        Assert.Equal(expected.Network.Vertices, read.Network.Vertices);
        Assert.Equal(expected.Network.Edges.SelectMany(e => e.Route), read.Network.Edges.SelectMany(e => e.Route));
    }
}
