using CsCheck;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Tests.Unit.Register;

public sealed class PolicyGraphTest
{
    private static readonly DateOnly Early = new(2010, 1, 1);

    [Fact]
    public void Arrows_hold_from_their_day_on()
    {
        PolicyGraph graph = Chain().Read().Graph;
        Assert.Equal(["us.b -> us.a", "us.c -> us.b"], graph.EdgesOn(null).Select(Text));
        Assert.Equal(["us.b -> us.a"], graph.EdgesOn(new DateOnly(2019, 12, 31)).Select(Text));
        Assert.Equal(2, graph.EdgesOn(new DateOnly(2020, 1, 1)).Count());
        Assert.Empty(graph.EdgesOn(Early));
    }

    [Fact]
    public void Neighbours_stand_on_both_ends_and_what_is_around_is_all_that_arrows_reach()
    {
        PolicyGraph graph = Chain().Work("apart").Read().Graph;
        Assert.Equal(["us.a", "us.c"], graph.Neighbours("us.b"));
        Assert.Equal(["us.a", "us.b", "us.c"], graph.Around("us.a"));
        Assert.Equal(["us.a", "us.b"], graph.Around("us.a", new DateOnly(2015, 1, 1)));
        Assert.Equal(["us.apart"], graph.Around("us.apart"));
        Assert.Empty(graph.Neighbours("us.no-such"));
    }

    [Fact]
    public void A_cluster_lists_the_records_that_name_it()
    {
        PolicyGraph graph = new SmallRegister()
            .Work("a", members: "\"clusters\": [{ \"en\": \"Hubs\", \"zh\": \"枢纽\" }],")
            .Work("b", members: "\"clusters\": [{ \"en\": \"Hubs\", \"zh\": \"枢纽\" }, { \"en\": \"Air\", \"zh\": \"空气\" }],")
            .Read().Graph;
        Assert.Equal(["Air: us.b", "Hubs: us.a us.b"], graph.Clusters.Select(c => $"{c.Name.En}: {string.Join(' ', c.Members)}"));
    }

    [Fact]
    public void A_circle_of_one_kind_is_refused_with_its_way()
    {
        SmallRegister register = new SmallRegister()
            .Work("a", relations: SmallRegister.Relation("amends", "c", "2012-01-01"))
            .Work("b", relations: SmallRegister.Relation("amends", "a", "2012-01-01"))
            .Work("c", relations: SmallRegister.Relation("amends", "b", "2012-01-01"));
        Problem problem = Assert.Single(register.Check().Problems, p => p.What.Contains("circle", StringComparison.Ordinal));
        Assert.Equal("us/a/policy.json /relations/0", problem.Where);
        Assert.Contains("us.a -> us.c -> us.b -> us.a", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_acts_may_do_different_things_to_each_other()
    {
        SmallRegister register = new SmallRegister()
            .Work("a", relations: SmallRegister.Relation("amends", "b", "2012-01-01"))
            .Work("b", relations: SmallRegister.Relation("funds", "a", "2012-01-01"));
        Assert.True(register.Check().IsRight, string.Join('\n', register.Check().Problems));
    }

    /// <summary>Against the other definition of a cycle: something is among what can be reached from it, by squaring the matrix of arrows.</summary>
    [Fact]
    public void Cycles_are_found_as_the_closure_of_the_arrows_says() =>
        Gen.Select(Gen.Int[1, 7], Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6]).Array[0, 14]).Sample(
            (nodes, drawn) =>
            {
                (int From, int To)[] arrows = [.. drawn.Select(a => (a.Item1 % nodes, a.Item2 % nodes))];
                IReadOnlyList<string>? cycle = RelationCycles.Find(arrows.Select(a => (Name(a.From), Name(a.To))));
                Assert.Equal(HasCycle(nodes, arrows), cycle is not null);
                if (cycle is not null)
                {
                    Assert.Equal(cycle[0], cycle[^1]);
                    Assert.True(cycle.Count > 1);
                    Assert.Equal(cycle.Count - 1, cycle.Distinct().Count());
                    Assert.All(cycle.Zip(cycle.Skip(1)), step => Assert.Contains(step, arrows.Select(a => (Name(a.From), Name(a.To)))));
                }
            },
            iter: 3000);

    [Fact]
    public void A_long_chain_does_not_exhaust_the_stack() =>
        Assert.Null(RelationCycles.Find(Enumerable.Range(0, 200_000).Select(i => ($"{i}", $"{i + 1}"))));

    [Fact]
    public void The_shipped_graph_ends_nowhere_in_the_air()
    {
        PolicyGraph graph = ShippedRegister.Register.Graph;
        Assert.All(graph.Edges, e => Assert.Contains(e.Target, graph.Nodes));
        Assert.NotEmpty(graph.Edges);
    }

    [Fact]
    public void Dot_quotes_what_would_break_it()
    {
        SmallRegister register = Chain();
        register.Files["us/a/policy.json"] = register.Files["us/a/policy.json"].Replace("Work a", """The \"big\" act""", StringComparison.Ordinal);
        PolicyRegister read = register.Read();
        string dot = GraphDot.Text(read, read.Graph.Nodes, new DateOnly(2015, 1, 1), Language.En, k => RegisterTerms.Of(k).En);
        Assert.StartsWith("digraph register {", dot, StringComparison.Ordinal);
        Assert.Contains("""label="The \"big\" act\nus.a" """.TrimEnd(), dot, StringComparison.Ordinal);
        Assert.Contains("""  "us.b" -> "us.a" [label="amends\n2011-01-01"];""", dot, StringComparison.Ordinal);
        Assert.DoesNotContain("us.c\" ->", dot, StringComparison.Ordinal);
    }

    private static SmallRegister Chain() => new SmallRegister()
        .Work("a")
        .Work("b", relations: SmallRegister.Relation("amends", "a", "2011-01-01"))
        .Work("c", relations: SmallRegister.Relation("amends", "b", "2020-01-01"));

    private static string Text(GraphEdge edge) => $"{edge.Source} -> {edge.Target}";

    private static string Name(int node) => $"n{node}";

    private static bool HasCycle(int nodes, (int From, int To)[] arrows)
    {
        bool[,] reach = new bool[nodes, nodes];
        foreach ((int from, int to) in arrows)
        {
            reach[from, to] = true;
        }

        for (int via = 0; via < nodes; via++)
        {
            for (int i = 0; i < nodes; i++)
            {
                for (int j = 0; j < nodes; j++)
                {
                    reach[i, j] |= reach[i, via] && reach[via, j];
                }
            }
        }

        return Enumerable.Range(0, nodes).Any(i => reach[i, i]);
    }
}
