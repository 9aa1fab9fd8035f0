using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>A stored plan with the study, the dataset and the law that it was made from.</summary>
internal static class PlanGround
{
    /// <summary>Reads all four; all their problems together.</summary>
    /// <param name="plan">A plan's folder or its plan.json.</param>
    /// <param name="study">A shipped study's name, a folder or a study.json; null for the shipped study that the plan names.</param>
    public static Checked<PillarInput> Read(string plan, string? study)
    {
        Checked<Plan> stored = StoredPlan.Read(plan);
        if (!stored.IsRight)
        {
            return Checked<PillarInput>.Wrong(stored.Problems);
        }

        string name = study ?? stored.Value.Study.Id;
        Checked<Study> read = StudyReader.Read(ShippedData.Study(name));
        Checked<PolicyRegister> register = RegisterReader.Read(ShippedData.Register);
        if (!read.IsRight || !register.IsRight)
        {
            return Checked<PillarInput>.Wrong([.. read.Problems, .. register.Problems]);
        }

        Checked<Dataset> dataset = DatasetReader.Read(read.Value.DatasetFolder);
        Checked<Study> asked = PlanOrigin.StudyOf(stored.Value, read.Value, name);
        List<Problem> problems = [.. dataset.Problems, .. asked.Problems, .. dataset.IsRight ? PlanOrigin.ProblemsWith(stored.Value, dataset.Value) : []];
        if (!asked.IsRight || !dataset.IsRight || problems.Count > 0)
        {
            return Checked<PillarInput>.Wrong(problems);
        }

        Checked<RegisterView> law = asked.Value.Policy.Of(register.Value);
        Checked<FundingQuestion>? funding = FundingOfStudy.Read(ShippedData.Study(name), asked.Value);
        return law.IsRight && funding is not { IsRight: false }
            ? Checked<PillarInput>.Right(new PillarInput(stored.Value, asked.Value, dataset.Value, law.Value) { Funding = funding?.Value })
            : Checked<PillarInput>.Wrong([.. law.Problems, .. funding?.Problems ?? []]);
    }
}
