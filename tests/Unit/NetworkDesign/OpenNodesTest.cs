using Trunkline.NetworkDesign;

namespace Trunkline.Tests.Unit.NetworkDesign;

/// <summary>The queue of a search gives back what .NET's queue does, in its order also among equal keys: a search ends the same with either.</summary>
public sealed class OpenNodesTest
{
    [Fact]
    public void Nodes_come_out_as_from_a_queue_of_the_library()
    {
        Random dice = new(3);
        OpenNodes open = new();
        for (int round = 0; round < 20; round++)
        {
            PriorityQueue<int, double> known = new();
            open.Clear();
            for (int step = 0; step < 2000; step++)
            {
                if (dice.Next(5) < 3)
                {
                    double key = dice.Next(20) == 0 ? double.PositiveInfinity : dice.Next(200);
                    known.Enqueue(step, key);
                    open.Enqueue(step, key);
                }
                else
                {
                    Assert.Equal((known.TryDequeue(out int node, out double at), node, at), (open.TryDequeue(out int found, out double key), found, key));
                }
            }
        }
    }

    [Fact]
    public void Nothing_waits_after_clearing()
    {
        OpenNodes open = new();
        open.Enqueue(1, 1);
        open.Clear();
        Assert.False(open.TryDequeue(out _, out _));
    }
}
