using Trunkline.NetworkDesign.FixedCharge;
using Trunkline.Optimisation;

namespace Trunkline.Tests.Unit.NetworkDesign.FixedCharge;

public sealed class NetworkSimplexTest
{
    private const int Cases = 200;

    // Costs change five times in each case, and each time the flow starts from the last one.
    [Fact]
    public void It_finds_what_a_linear_program_finds_also_after_costs_change()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            Random random = new(seed);
            int nodes = random.Next(1, 12), arcs = random.Next(0, 40);
            int[] tails = Whole(random, arcs, nodes), heads = Whole(random, arcs, nodes);
            double[] capacities = [.. Enumerable.Range(0, arcs).Select(_ => (double)random.Next(0, 6))];
            double[] supply = Balanced(random, nodes);
            NetworkSimplex simplex = new(nodes, tails, heads, capacities, supply);
            for (int change = 0; change < 5; change++)
            {
                double[] cost = [.. Enumerable.Range(0, arcs).Select(_ => (double)random.Next(-5, 20))];
                SolveResult expected = new HighsSolver().Solve(Program(nodes, tails, heads, capacities, supply, cost), new SolveOptions(), null, TestContext.Current.CancellationToken);
                bool isFeasible = simplex.Unmet <= 1e-9;
                Assert.Equal(expected.Status == SolveStatus.Optimal, isFeasible);
                if (!isFeasible)
                {
                    break;
                }

                cost.CopyTo(simplex.Cost);
                simplex.Solve();
                AssertFlow(simplex, tails, heads, capacities, supply);
                Assert.Equal(expected.Objective, cost.Zip(simplex.Flow.ToArray(), (c, x) => c * x).Sum(), 1e-6);
            }
        }
    }

    [Fact]
    public void What_cannot_be_carried_is_counted()
    {
        NetworkSimplex simplex = new(2, [0], [1], [3], [5, -5]);
        Assert.Equal(2, simplex.Unmet, 9);
    }

    private static void AssertFlow(NetworkSimplex simplex, int[] tails, int[] heads, double[] capacities, double[] supply)
    {
        double[] left = [.. supply];
        for (int a = 0; a < tails.Length; a++)
        {
            Assert.InRange(simplex.Flow[a], -1e-9, capacities[a] + 1e-9);
            left[tails[a]] -= simplex.Flow[a];
            left[heads[a]] += simplex.Flow[a];
        }

        Assert.All(left, x => Assert.Equal(0, x, 1e-9));
    }

    private static LinearModel Program(int nodes, int[] tails, int[] heads, double[] capacities, double[] supply, double[] cost)
    {
        LinearModel model = new();
        for (int a = 0; a < tails.Length; a++)
        {
            model.AddColumn($"x{a}", cost[a], 0, capacities[a]);
        }

        for (int v = 0; v < nodes; v++)
        {
            IEnumerable<Term> terms = Enumerable.Range(0, tails.Length).SelectMany(a =>
                new[] { (Node: tails[a], Term: new Term(1, a)), (Node: heads[a], Term: new Term(-1, a)) }).Where(t => t.Node == v).Select(t => t.Term);
            model.AddRow(new Row($"n{v}", [.. terms], Sense.Equal, supply[v]));
        }

        return model;
    }

    private static int[] Whole(Random random, int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];

    private static double[] Balanced(Random random, int nodes)
    {
        double[] supply = new double[nodes];
        for (int k = 0; k < nodes; k++)
        {
            double amount = random.Next(0, 3);
            supply[random.Next(nodes)] += amount;
            supply[random.Next(nodes)] -= amount;
        }

        return supply;
    }
}
