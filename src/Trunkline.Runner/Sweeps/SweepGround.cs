using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>A sweep with the data it stands on, read and found right together.</summary>
public sealed class SweepGround
{
    private readonly string registerFolder;
    private readonly Dataset dataset;
    private readonly PolicyRegister register;
    private readonly Dictionary<string, string> versions = new(StringComparer.Ordinal);

    private SweepGround(SweepQuestion question, Dataset dataset, PolicyRegister register, string registerFolder)
    {
        (Question, this.dataset, this.register, this.registerFolder) = (question, dataset, register, registerFolder);
        Scenarios = ScenarioSet.Of(question.Sweep);
    }

    public SweepQuestion Question { get; }

    public Sweep Sweep => Question.Sweep;

    /// <summary>In order of their number.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    private int DecidedPeriods => Sweep.Decision?.Periods ?? 0;

    /// <summary>Reads a sweep, its study, dataset and register; all their problems together.</summary>
    public static Checked<SweepGround> Read(string path, string registerFolder)
    {
        Checked<SweepQuestion> question = SweepReader.Read(path);
        if (!question.IsRight)
        {
            return Checked<SweepGround>.Wrong([.. question.Problems]);
        }

        Checked<Dataset> dataset = DatasetReader.Read(question.Value.Study.DatasetFolder);
        Checked<PolicyRegister> register = SweepRegister.Read(registerFolder, question.Value.Sweep.OverlayFolder);
        if (!dataset.IsRight || !register.IsRight)
        {
            return Checked<SweepGround>.Wrong([.. dataset.Problems, .. register.Problems]);
        }

        var ground = new SweepGround(question.Value, dataset.Value, register.Value, registerFolder);
        Problem[] strange = [.. ground.StrangeLaw()];
        return Checked<SweepGround>.From(ground, strange);
    }

    /// <summary>The run of the middle future.</summary>
    public WantedRun Middle() => Run(ScenarioSet.Middle(Sweep), -1, null, null);

    /// <summary>The runs of all scenarios with everything open.</summary>
    public IEnumerable<WantedRun> Open()
    {
        WantedRun? parent = Sweep.FromMiddle ? Middle() : null;
        return Scenarios.Select(s => Run(s, -1, null, parent));
    }

    /// <summary>Every first build in every scenario, and in the middle future.</summary>
    public IEnumerable<WantedRun> Decided(IReadOnlyList<FirstBuild> builds) =>
        from build in builds.Index()
        from scenario in Scenarios
        select Run(scenario, build.Index, build.Item.Step.Written(Question.Study.Periods), null);

    private IEnumerable<Problem> StrangeLaw() =>
        from branch in Sweep.Branches
        from problem in new PolicyBasis(branch.AsOf ?? Question.Study.Policy.AsOf, branch.Overlays ?? Question.Study.Policy.Overlays,
            branch.AsOf is null && branch.Overlays is null ? Question.Study.Policy.Mode : null).Of(register).Problems
        select problem with { Where = $"{Sweep.File} /policy {branch.Name}: {problem.Where}" };

    private WantedRun Run(Scenario scenario, int build, StudyFirstStep? step, WantedRun? parent)
    {
        string text = ScenarioStudy.Of(Sweep, Question.StudyText, scenario, step);
        Checked<Study> study = StudyReader.Parse(text, Sweep.StudyPath);
        // What was drawn may make no study; then the text itself is the question, and its answer is the reason.
        string key = study.IsRight && Version(study.Value.Policy) is { } version
            ? RunKey.Of(RunKey.OneThread(study.Value), dataset.Hash, version, parent?.Key, build < 0 ? DecidedPeriods : 0)
            : RunKey.OfText(register.Version, text);
        var task = new SolverTask(key, text, Sweep.StudyPath, registerFolder, Sweep.OverlayFolder, build < 0 ? DecidedPeriods : 0, new SolverLimits(Sweep.Seconds, Sweep.MemoryMb), parent?.Task.Study);
        return new WantedRun(key, scenario.Number, build, task);
    }

    /// <summary>The version of the register as a study reads it; overlays take a while to apply, and scenarios share a few laws.</summary>
    private string? Version(PolicyBasis basis)
    {
        string name = $"{basis.AsOf:O} {basis.Mode} {string.Join(' ', basis.Overlays)}";
        if (!versions.TryGetValue(name, out string? version))
        {
            if (basis.Of(register).Value is not { } law)
            {
                return null;
            }

            versions.Add(name, version = law.Register.Version);
        }

        return version;
    }
}
