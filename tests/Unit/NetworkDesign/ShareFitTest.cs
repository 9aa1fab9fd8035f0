using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

public sealed class ShareFitTest
{
    private const int Cases = 2000;

    // Hand-worked: lines 10 + 5x and 40 + 2x, common price 2, users of 1 and 1 with weights 1 and 1/2. The first line takes (2 + e - 5) above its
    // slope: with e = 13 and 6.5 it would take 10 + 3.5, so the factor is (10 + 6) / 1.5 = 32/3, which gives 23/3 + 7/3 = 10. Both are above the slope.
    [Fact]
    public void Two_users_fill_the_steeper_line()
    {
        ShareFit fit = new(2);
        fit.Add(1, 1);
        fit.Add(0.5, 1);
        fit.Solve([2 - 5, 0], [10, 40]);
        Assert.Equal(32.0 / 3, fit.Paid[0], 9);
        Assert.Equal(16.0 / 3, fit.Paid[1], 9);
    }

    // The same lines, weights 1 and 1/100: the first pays all of the steeper line at e = 13; the second stays below its slope and rises to it, e = 3.
    [Fact]
    public void Who_pays_less_than_the_slope_of_a_full_line_rises_to_it()
    {
        ShareFit fit = new(2);
        fit.Add(1, 1);
        fit.Add(0.01, 1);
        fit.Solve([2 - 5, 0], [10, 40]);
        Assert.Equal(13, fit.Paid[0], 9);
        Assert.Equal(3, fit.Paid[1], 9);
    }

    // Every set of users, with and without others at the common price up to the largest flow, pays at most the cheapest line; and nobody could pay more.
    [Fact]
    public void No_set_of_users_pays_more_than_the_cost_and_nobody_could_pay_more()
    {
        for (int seed = 0; seed < Cases; seed++)
        {
            Arc arc = Made(new Random(seed));
            ShareFit fit = new(arc.Slope.Length);
            for (int i = 0; i < arc.Most.Length; i++)
            {
                fit.Add(arc.Weight[i], arc.Most[i]);
            }

            double[] over = [.. arc.Slope.Select(s => arc.Common - s)];
            fit.Solve(over, [.. arc.Fixed.Select((f, c) => f - (Math.Max(0, over[c]) * arc.Largest))]);
            double[] paid = [.. fit.Paid];
            Assert.True(Slack(arc, paid) >= -1e-9, $"seed {seed} charges too much");
            for (int i = 0; i < paid.Length; i++)
            {
                double[] more = [.. paid];
                more[i] = (more[i] * 1.01) + (0.01 * arc.Slope[0]);
                Assert.True(Slack(arc, more) < 0, $"seed {seed}: user {i} could pay more than {paid[i]}");
            }
        }
    }

    // Cost less payments at the worst flow; payments and each line are linear in every flow, so the worst is at a corner.
    private static double Slack(Arc arc, double[] paid)
    {
        double least = double.PositiveInfinity;
        for (int set = 1; set < 1 << paid.Length; set++)
        {
            int[] users = [.. Enumerable.Range(0, paid.Length).Where(i => (set & (1 << i)) != 0)];
            double flow = users.Sum(i => arc.Most[i]);
            double charged = users.Sum(i => arc.Most[i] * (arc.Common + paid[i]));
            foreach (double others in new[] { 0, arc.Largest - flow })
            {
                double cost = Enumerable.Range(0, arc.Slope.Length).Min(c => arc.Fixed[c] + (arc.Slope[c] * (flow + others)));
                least = Math.Min(least, cost - charged - (others * arc.Common));
            }
        }

        return least;
    }

    private static Arc Made(Random random)
    {
        double[] steps = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => 0.1 + random.NextDouble())];
        double[] slope = [.. steps.Select((_, c) => steps.Skip(c).Sum())];
        double[] cost = [.. steps.Select((_, c) => steps.Take(c + 1).Sum() * 3)];
        double[] most = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => 0.1 + (4 * random.NextDouble()))];
        double largest = 10 * most.Sum();
        double average = Enumerable.Range(0, slope.Length).Min(c => slope[c] + (cost[c] / largest));
        double common = random.Next(3) switch { 0 => slope[^1], 1 => slope[^1] * random.NextDouble(), _ => average * random.NextDouble() };
        return new Arc(slope, cost, common, largest, most, [.. most.Select(_ => Math.Pow(10, -4 * random.NextDouble()))]);
    }

    private sealed record Arc(double[] Slope, double[] Fixed, double Common, double Largest, double[] Most, double[] Weight);
}
