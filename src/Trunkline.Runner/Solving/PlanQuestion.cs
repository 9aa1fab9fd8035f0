using Trunkline.Atlas;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>A study that is to be planned, with all that it stands on.</summary>
/// <param name="Text">The study as it lies in its dataset's folder.</param>
/// <param name="Study">The same, read; its budget is the one that counts.</param>
/// <param name="Edition">The register whose law is read.</param>
public sealed record PlanQuestion(string Text, Study Study, Dataset Dataset, RegisterView Law, RegisterEdition Edition)
{
    /// <summary>True where it is known to take about as long as it would take to be carried elsewhere.</summary>
    public bool IsSmall { get; init; }
}
