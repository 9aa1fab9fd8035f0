using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Pillars;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Cli;

/// <summary>Everything a plan is made from, read and found right.</summary>
internal sealed record StudyInput(Study Study, Dataset Dataset, RegisterView Law)
{
    /// <summary>The question of pillar 1 where the study asks one.</summary>
    public FundingQuestion? Funding { get; init; }

    /// <summary>What a plan of it means for the strategy.</summary>
    public PlanPillars PillarsOf(Plan plan) => PlanPillars.PillarsOf(new PillarInput(plan, Study, Dataset, Law) { Funding = Funding });

    /// <summary>Reads a study, its dataset and the register; all their problems together.</summary>
    /// <param name="nameOrPath">A shipped study's name, a folder, or a study.json.</param>
    /// <param name="choices">What the command line says in place of the study.</param>
    public static Checked<StudyInput> Read(string nameOrPath, PlanChoices? choices = null)
    {
        List<Problem> problems = [.. choices?.Problems() ?? []];
        Checked<Study> study = Kept(StudyReader.Read(ShippedData.Study(nameOrPath)), problems);
        Checked<PolicyRegister> register = Kept(RegisterReader.Read(ShippedData.Register), problems);
        if (!study.IsRight)
        {
            return Checked<StudyInput>.Wrong(problems);
        }

        Checked<Dataset> dataset = Kept(DatasetReader.Read(study.Value.DatasetFolder), problems);
        if (problems.Count > 0 || !dataset.IsRight || !register.IsRight)
        {
            return Checked<StudyInput>.Wrong(problems);
        }

        Study asked = choices?.ApplyTo(study.Value) ?? study.Value;
        Checked<RegisterView> law = Kept(asked.Policy.Of(register.Value), problems);
        Checked<FundingQuestion>? funding = FundingOfStudy.Read(ShippedData.Study(nameOrPath), asked);
        problems.AddRange(funding?.Problems ?? []);
        return law.IsRight && problems.Count == 0
            ? Checked<StudyInput>.Right(new StudyInput(asked, dataset.Value, law.Value) { Funding = funding?.Value })
            : Checked<StudyInput>.Wrong(problems);
    }

    private static Checked<T> Kept<T>(Checked<T> read, List<Problem> problems)
        where T : class
    {
        problems.AddRange(read.Problems);
        return read;
    }
}
