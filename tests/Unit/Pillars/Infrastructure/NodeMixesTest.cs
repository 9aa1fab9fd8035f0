using Trunkline.Pillars;

namespace Trunkline.Tests.Unit.Pillars.Infrastructure;

/// <summary>Whose CO2 is where.</summary>
public sealed class NodeMixesTest
{
    /// <summary>1 from u and 3 from v meet at m, go on as 4, and part again: each branch holds a quarter of u.</summary>
    [Fact]
    public void What_leaves_is_mixed_as_what_arrives()
    {
        var mixes = new NodeMixes([new("u", "m", 1), new("v", "m", 3), new("m", "x", 1), new("m", "y", 3)], [new("u", 0, 1), new("v", 1, 3)]);
        Assert.All(new[] { "m", "x", "y" }, node => Assert.Equal((0.25, 0.75), (mixes.At(node)[0], mixes.At(node)[1])));
        Assert.Empty(mixes.At("nowhere"));
    }

    /// <summary>1 of a enters at p, 1 of b at q; p sends 2 to q, q sends 1 back and 2 out.</summary>
    [Fact]
    public void A_ring_settles()
    {
        var mixes = new NodeMixes([new("p", "q", 2), new("q", "p", 1), new("q", "out", 2)], [new("p", 0, 1), new("q", 1, 1)]);

        // a at p: (1 + q) / 2; a at q: 2 p / 3. So p = 1/2 + p/3: p = 3/4, q = 1/2.
        Assert.Equal(0.75, mixes.At("p")[0], 1e-9);
        Assert.Equal(0.5, mixes.At("q")[0], 1e-9);
        Assert.Equal(0.5, mixes.At("out")[1], 1e-9);
    }
}
