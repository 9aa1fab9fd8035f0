namespace Trunkline.Planner.SimCcs;

/// <summary>A solution for one representative year: decisions only, no cost. Lists are in the order of the scenario's.</summary>
/// <param name="Captured">Mt/y by source.</param>
/// <param name="Stored">Mt/y by sink.</param>
/// <param name="Wells">Wells by sink; 0 where the sink counts none.</param>
/// <param name="Pipes">Pipes laid.</param>
public sealed record SimCcsSolution(
    IReadOnlyList<double> Captured, IReadOnlyList<double> Stored, IReadOnlyList<int> Wells, IReadOnlyList<SimCcsPipe> Pipes)
{
    /// <summary>Mt/y in all.</summary>
    public double Amount => Captured.Sum();
}

/// <summary>A pipe.</summary>
/// <param name="Edge">Index of the candidate edge.</param>
/// <param name="Backward">True where the flow runs from the edge's second end to its first.</param>
/// <param name="Trend">Index of the cost trend.</param>
/// <param name="Flow">Mt/y that it carries.</param>
public readonly record struct SimCcsPipe(int Edge, bool Backward, int Trend, double Flow);

/// <summary>A solution over periods. Capacity bought in a period serves in it and afterwards.</summary>
public sealed record SimCcsStagedSolution(IReadOnlyList<SimCcsStage> Stages);

/// <summary>What happens in one period.</summary>
/// <param name="Captured">Mt/y by source.</param>
/// <param name="Stored">Mt/y by sink.</param>
/// <param name="Flows">Pipes in use, with what they carry.</param>
/// <param name="Bought">Pipes bought at the start of the period; <see cref="SimCcsPipe.Flow"/> is their capacity.</param>
public sealed record SimCcsStage(
    IReadOnlyList<double> Captured, IReadOnlyList<double> Stored, IReadOnlyList<SimCcsPipe> Flows, IReadOnlyList<SimCcsPipe> Bought);

/// <summary>What a solution costs: M$/y, or M$ over all periods, undiscounted.</summary>
/// <param name="Capture">Plants.</param>
/// <param name="Transport">Pipes.</param>
/// <param name="Storage">Sites, wells, injection; less a credit that the sink file carries.</param>
/// <param name="Income">What the price pays.</param>
public sealed record SimCcsCosts(double Capture, double Transport, double Storage, double Income)
{
    /// <summary>The objective.</summary>
    public double Cost => Capture + Transport + Storage - Income;
}
