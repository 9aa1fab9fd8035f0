using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>The bundle method on the Lagrangian of many small choices, with one multiplier whose stretch is far too long.</summary>
public sealed class BoundAscentTest
{
    private const int Targets = 4;
    private const int Choices = 400;

    /// <summary>Where the planes promise nothing for want of settled weights, what they can promise at most tells that there is more to be had.</summary>
    [Fact]
    public void An_ascent_that_goes_on_while_anything_can_be_promised_comes_near_the_top()
    {
        int early = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            double top = Climb(seed, tooLong: 1, 300, a => double.PositiveInfinity);
            double patient = Climb(seed, tooLong: 1000, 60, a => a.MostPromise);
            Assert.True(patient >= top - (0.02 * Math.Abs(top)), $"seed {seed}: {patient} of {top}");
            early += Climb(seed, tooLong: 1000, 60, a => a.Promise) < top - (0.02 * Math.Abs(top)) ? 1 : 0;
        }

        Assert.True(early > 0, "no ascent ended early, so that nothing was tried");
    }

    private static double Climb(int seed, double tooLong, int steps, Func<BoundAscent, double> promise)
    {
        Random dice = new(seed);
        int size = Targets + 1;
        double[][] gives = [.. Enumerable.Range(0, Choices).Select(_ => Gives(dice))];
        double[] cost = [.. gives.Select(g => g.Take(Targets).Sum() * (50 + (100 * dice.NextDouble())))];
        double[] asked = [.. Enumerable.Range(0, size).Select(i => i < Targets ? 0.4 * gives.Sum(g => g[i]) : 0)];
        double[] stretch = [.. Enumerable.Range(0, size).Select(i => i < Targets ? 100 / gives.Sum(g => g[i]) : tooLong * 100 / (1e3 * gives.Sum(g => Math.Abs(g[i]))))];
        BoundAscent ascent = new([.. Enumerable.Repeat(double.PositiveInfinity, size)], new double[size], stretch, (y, slope) =>
        {
            asked.CopyTo(slope, 0);
            double value = asked.Zip(y, (a, p) => a * p).Sum();
            for (int k = 0; k < Choices; k++)
            {
                double net = cost[k] - gives[k].Zip(y, (g, p) => g * p).Sum();
                for (int i = 0; net < 0 && i < size; i++)
                {
                    slope[i] -= gives[k][i];
                }

                value += Math.Min(0, net);
            }

            return value;
        });
        for (int step = 0; step < steps && promise(ascent) > 1e-5 * Math.Abs(ascent.Bound); step++)
        {
            ascent.Step();
        }

        return ascent.Bound;
    }

    // What a choice gives each target, and what it does to a row that weighs some choices against the rest, in much smaller units.
    private static double[] Gives(Random dice)
    {
        double size = Math.Pow(10, 2 * dice.NextDouble());
        double weight = 1e3 * ((dice.Next(3) == 0 ? 1 : 0) - 0.5);
        int first = dice.Next(Targets);
        return [.. Enumerable.Range(0, Targets).Select(t => t >= first ? size : 0), (Targets - first) * size * weight];
    }
}
