namespace Trunkline.NetworkDesign;

/// <summary>What a run of the scalable route knew at its end: enough to begin a similar problem where this one stopped. Immutable.</summary>
public sealed class DesignMemory
{
    // Many questions are asked of one memory.
    private readonly Lazy<DualSpace> space;

    internal DesignMemory(DesignProblem problem, DesignerState state, double[] multipliers, double[] totals)
    {
        (Problem, State, Multipliers, Totals) = (problem, state, multipliers, totals);
        space = new Lazy<DualSpace>(() => new DualSpace(new DesignInstance(problem)));
    }

    /// <summary>The problem that was solved.</summary>
    public DesignProblem Problem { get; }

    /// <summary>The best design.</summary>
    internal DesignerState State { get; }

    /// <summary>Multipliers of the best bound by rents, laid out by <see cref="Space"/>.</summary>
    internal double[] Multipliers { get; }

    /// <summary>Where each of the multipliers stands.</summary>
    internal DualSpace Space => space.Value;

    /// <summary>Total supply by period, which the rents were shaped to.</summary>
    internal double[] Totals { get; }
}

/// <summary>Where the things of a changed problem stood in the remembered one; -1 where a thing is new. Nodes follow from arcs and need no link.</summary>
/// <param name="Supply">[supply of the changed problem].</param>
/// <param name="Sink">[sink of the changed problem].</param>
/// <param name="Arc">[arc of the changed problem].</param>
public sealed record DesignLink(int[] Supply, int[] Sink, int[] Arc)
{
    /// <summary>By arc of the remembered problem that is gone: the arcs of the changed one that lead from its beginning to its end, each complemented where it is gone backwards.</summary>
    public IReadOnlyDictionary<int, int[]> Detours { get; init; } = new Dictionary<int, int[]>();
}
