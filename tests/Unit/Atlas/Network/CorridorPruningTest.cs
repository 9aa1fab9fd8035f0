using CsCheck;
using Trunkline.Atlas;

namespace Trunkline.Tests.Unit.Atlas;

public sealed class CorridorPruningTest
{
    private const int Nodes = 8;

    private static readonly Gen<StepRun[]> Networks =
        from ends in Gen.Select(Gen.Int[0, Nodes - 1], Gen.Int[0, Nodes - 1], Gen.Double[1, 10], Gen.Bool).Array[5, 24]
        select ends.Where(e => e.Item1 != e.Item2).Select(e => Run(e.Item1, e.Item2, e.Item3, e.Item4 ? 0 : 5)).DistinctBy(r => (Math.Min(r.From, r.To), Math.Max(r.From, r.To))).ToArray();

    // The guarantee, by all pairs' shortest ways before and after (Floyd and Warshall).
    [Fact]
    public void No_way_grows_by_more_than_was_allowed() => Gen.Select(Networks, Gen.Double[1, 1.5]).Sample((runs, stretch) =>
    {
        var dropped = CorridorPruning.Surplus(runs, stretch).ToHashSet();
        double[,] before = Distances(runs), after = Distances(runs.Where(run => !dropped.Contains(run)));
        for (int a = 0; a < Nodes; a++)
        {
            for (int b = 0; b < Nodes; b++)
            {
                Assert.True(after[a, b] <= (stretch * before[a, b]) + 1e-9 || double.IsPositiveInfinity(before[a, b]));
            }
        }

        Assert.All(dropped, run => Assert.Equal(0, run.Capacity));
    });

    [Fact]
    public void A_third_side_that_saves_little_is_left_out()
    {
        StepRun[] triangle = [Run(0, 1, 5, 0), Run(1, 2, 5, 0), Run(0, 2, 9.8, 0)];
        Assert.Equal([triangle[2]], CorridorPruning.Surplus(triangle, 1.03));
        Assert.Empty(CorridorPruning.Surplus(triangle, 1.01));
    }

    private static StepRun Run(int from, int to, double cost, double capacity) =>
        new([new NetworkStep(from, to, cost, capacity > 0 ? new LineSpan(0, 0, 1, capacity) : null)]);

    private static double[,] Distances(IEnumerable<StepRun> runs)
    {
        double[,] distance = new double[Nodes, Nodes];
        for (int i = 0; i < Nodes * Nodes; i++)
        {
            distance[i / Nodes, i % Nodes] = i / Nodes == i % Nodes ? 0 : double.PositiveInfinity;
        }

        foreach (StepRun run in runs)
        {
            distance[run.From, run.To] = distance[run.To, run.From] = Math.Min(distance[run.From, run.To], run.Cost);
        }

        for (int k = 0; k < Nodes; k++)
        {
            for (int i = 0; i < Nodes * Nodes; i++)
            {
                distance[i / Nodes, i % Nodes] = Math.Min(distance[i / Nodes, i % Nodes], distance[i / Nodes, k] + distance[k, i % Nodes]);
            }
        }

        return distance;
    }
}
