using Trunkline.Atlas;

namespace Trunkline.Planner;

/// <summary>What a study asks of the candidate network, for whoever wants the network without a plan.</summary>
public static class StudyCandidates
{
    /// <summary>The request that <c>plan</c> would make.</summary>
    /// <param name="surface">The ground; the dataset's own, or a finer one.</param>
    /// <exception cref="KeyNotFoundException">The dataset lacks the right-of-way factor.</exception>
    public static CandidateRequest Request(Study study, Dataset dataset, CostSurface surface)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(dataset);
        return NetworkCase.Request(dataset, surface, RegionMembers.Of(study, dataset));
    }
}
