using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>Whether a plan was made from a study and its dataset: by the fingerprints in its stamp.</summary>
public static class PlanOrigin
{
    /// <summary>The study as it was asked: its own law, or the law that the plan names where that is what was asked for.</summary>
    /// <returns>The study, or why the plan cannot be its answer.</returns>
    /// <param name="where">What the study is called in problems.</param>
    public static Checked<Study> StudyOf(Plan plan, Study study, string where)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(study);
        PolicyReceipt receipt = plan.Receipt;
        PolicyBasis asked = receipt.Mode is { } mode ? new PolicyBasis(null, [], mode) : new PolicyBasis(receipt.AsOf, receipt.Overlays, null);
        Study? match = new[] { study, study with { Policy = asked } }.FirstOrDefault(s => StudyHash.Of(s) == plan.Stamp.StudyHash);
        return match is null
            ? Checked<Study>.Wrong([new Problem(where, $"The plan answers another study than this one ('{plan.Study.Id}' was asked).", "Name the plan's own study with --study, or make the plan again.")])
            : Checked<Study>.Right(match);
    }

    /// <summary>Nothing where the plan was made from the dataset, otherwise the problem.</summary>
    public static IReadOnlyList<Problem> ProblemsWith(Plan plan, Dataset dataset)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(dataset);
        return plan.Stamp.DatasetHash == dataset.Hash
            ? []
            : [new Problem(dataset.Folder, "The plan was made from another state of this dataset.", "Make the plan again.")];
    }
}
