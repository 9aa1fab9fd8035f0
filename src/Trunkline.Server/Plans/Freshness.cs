using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Runner;
using Trunkline.Store;

namespace Trunkline.Server.Plans;

/// <summary>Whether a plan still says what a new one would be made from.</summary>
internal sealed class Freshness(PlanInputs inputs)
{
    /// <summary>True where the dataset has changed, or the register as it stands without overlays.</summary>
    public bool IsStale(StoredPlan plan)
    {
        Checked<Dataset> dataset = inputs.Dataset(plan.DatasetId);
        bool otherData = dataset.IsRight && dataset.Value.Hash != plan.Head.Stamp.DatasetHash;
        bool isPlainLaw = plan.Head.Receipt.Overlays.Count == 0;
        return otherData || (isPlainLaw && inputs.Register.IsRight && inputs.Register.Value.Version != plan.Head.Stamp.RegisterHash);
    }
}
