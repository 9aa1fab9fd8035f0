using Trunkline.Atlas;
using Trunkline.NetworkDesign;

namespace Trunkline.Planner;

/// <summary>What is kept of a plan so that a changed study can begin where this one stopped. Immutable; many questions may be asked of one.</summary>
public sealed class PlanMemory
{
    internal PlanMemory(Dataset dataset, PlanningCase planning, DesignMemory design) => (Dataset, Planning, Design) = (dataset, planning, design);

    internal PlanningCase Planning { get; }

    internal DesignMemory Design { get; }

    /// <summary>The dataset with the candidate network that the plan was made on, as it was before the study's cost factors.</summary>
    public Dataset Dataset { get; }

    /// <summary>Where the things of a changed case stood in this one, by their ids.</summary>
    internal DesignLink LinkTo(PlanningCase changed) => new(
        Places(changed.Supplies.Select(s => s.Id), Planning.Supplies.Select(s => s.Id)),
        Places(changed.Sinks.Select(s => s.Id), Planning.Sinks.Select(s => s.Id)),
        Places(changed.Edges.Select(e => e.Id), Planning.Edges.Select(e => e.Id)));

    /// <summary>As <see cref="LinkTo"/>, to a case on another candidate network: with ways in place of the corridors that only this one had.</summary>
    internal DesignLink LinkToNetworkOf(PlanningCase changed) => LinkTo(changed) with { Detours = Detours.Of(Planning, changed) };

    private static int[] Places(IEnumerable<string> now, IEnumerable<string> before)
    {
        Dictionary<string, int> place = before.Index().ToDictionary(b => b.Item, b => b.Index, StringComparer.Ordinal);
        return [.. now.Select(id => place.GetValueOrDefault(id, -1))];
    }
}
