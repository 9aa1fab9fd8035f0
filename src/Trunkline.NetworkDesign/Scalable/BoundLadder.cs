namespace Trunkline.NetworkDesign;

/// <summary>The best lower bound so far and the name of the rung that gave it.</summary>
internal sealed class BoundLadder
{
    /// <summary>Rents of arcs, priced targets, sinks and rows.</summary>
    public const string Rents = "rents";

    /// <summary>The same, with the cost of arcs shared among the supplies that use them.</summary>
    public const string Shares = "shares";

    /// <summary>The whole problem as one mixed-integer model.</summary>
    public const string ExactFinish = "exact-finish";

    public double Best { get; private set; } = double.NegativeInfinity;

    public string Step { get; private set; } = "none";

    /// <summary>Takes a bound where it is better. Returns whether it was.</summary>
    public bool Offer(string step, double bound)
    {
        if (!(bound > Best))
        {
            return false;
        }

        (Best, Step) = (bound, step);
        return true;
    }
}
