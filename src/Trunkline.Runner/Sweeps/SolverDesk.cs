using System.Diagnostics;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>Answers tasks in this process. Datasets, registers and routed networks are read once and kept.</summary>
public sealed class SolverDesk
{
    private readonly PlanMaker maker = new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());
    private readonly Dictionary<string, Plan?> parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Checked<Dataset>> datasets = [];
    private readonly Dictionary<(string, string?), Checked<PolicyRegister>> registers = [];
    private readonly Dictionary<string, CandidateNetwork> networks = [];

    /// <summary>Answers tasks line by line until there are no more; where the asker is gone, everything is dropped at once.</summary>
    /// <param name="gone">Ends the process.</param>
    public void Serve(TextReader tasks, TextWriter answers, Action gone)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(answers);
        using var lines = new SolverLines(tasks, gone);
        foreach (AskedLine line in lines.Tasks())
        {
            answers.WriteLine(Answer(SolverTask.Read(line.Text)).Line());
            answers.Flush();
        }
    }

    /// <summary>Solves one task.</summary>
    public SolverAnswer Answer(SolverTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var clock = Stopwatch.StartNew();
        ScenarioResult result = Result(task);
        return new SolverAnswer(task.Key, clock.Elapsed.TotalSeconds, result);
    }

    private ScenarioResult Result(SolverTask task)
    {
        Checked<PolicyRegister> register = Kept(registers, (task.Register, task.Overlays), () => SweepRegister.Read(task.Register, task.Overlays));
        if (!register.IsRight)
        {
            return Elsewhere(register.Problems);
        }

        Asked asked = Read(task, task.Study, register.Value);
        Asked? parent = task.Parent is { } text ? Read(task, text, register.Value) : null;
        if (Key(asked, task, register.Value, parent?.Key) != task.Key)
        {
            return Elsewhere([.. asked.Problems]);
        }

        if (asked.Ground is not { } ground)
        {
            return ScenarioResult.Of(Checked<PlanOutcome>.Wrong([.. asked.Problems]), task.DecidedPeriods);
        }

        Plan? start = parent?.Ground is { } begun ? Kept(parents, task.Parent!, () => (Outcome(begun, null).Value as PlanOutcome.Planned)?.Plan) : null;
        return ScenarioResult.Of(Outcome(ground, start), task.DecidedPeriods);
    }

    private static string Key(Asked asked, SolverTask task, PolicyRegister register, string? parent) => asked.Ground is { } ground
        ? RunKey.Of(ground.Study, ground.Dataset.Hash, ground.Law.Register.Version, parent, task.DecidedPeriods)
        : RunKey.OfText(register.Version, task.Study);

    /// <summary>Whoever asked read all of it and found a study, or none. Where it is not so here, the data or the build are others.</summary>
    private static ScenarioResult Elsewhere(IReadOnlyList<Problem> problems)
    {
        Bilingual why = ScenarioResult.Why(problems);
        return ScenarioResult.Failed(ScenarioStatus.ElsewhereOnly, new Bilingual(
            $"The build, the dataset or the register of this machine are not those that the run was asked of. {why.En}".TrimEnd(),
            $"本机的程序版本、数据集或登记册与提出该任务时所用的不同。{why.Zh}".TrimEnd()));
    }

    /// <summary>A text as a study on its ground; without a ground where something is wrong.</summary>
    private Asked Read(SolverTask task, string text, PolicyRegister register)
    {
        Checked<Study> read = StudyReader.Parse(text, task.StudyFile);
        if (!read.IsRight)
        {
            return new Asked(null, null, read.Problems);
        }

        Study study = RunKey.OneThread(read.Value);
        Checked<Dataset> dataset = Kept(datasets, study.DatasetFolder, () => DatasetReader.Read(study.DatasetFolder));
        Checked<RegisterView> law = study.Policy.Of(register);
        if (!dataset.IsRight || !law.IsRight)
        {
            return new Asked(null, null, [.. dataset.Problems, .. law.Problems]);
        }

        return new Asked(new Ground(study, dataset.Value, law.Value), RunKey.Of(study, dataset.Value.Hash, law.Value.Register.Version, null, task.DecidedPeriods), []);
    }

    private Checked<PlanOutcome> Outcome(Ground ground, Plan? parent)
    {
        Dataset routed = Routed(ground.Study, ground.Dataset, ground.Law);
        return parent is null
            ? maker.Make(ground.Study, routed, ground.Law, null, CancellationToken.None)
            : maker.MakeFrom(parent, ground.Study, routed, ground.Law, CancellationToken.None);
    }

    /// <summary>Scenarios of one study share their corridors, which cost more to route than to use.</summary>
    private Dataset Routed(Study study, Dataset dataset, RegisterView law)
    {
        if (dataset.Network is not null)
        {
            return dataset;
        }

        string shape = string.Join('|', dataset.Folder, string.Join(',', (study.Region.States ?? new HashSet<string>()).Order(StringComparer.Ordinal)), study.Region.Box,
            string.Join(',', study.Tracks.Order()), string.Join(',', study.Limits.Closed.Order(StringComparer.Ordinal)));
        if (!networks.TryGetValue(shape, out CandidateNetwork? network))
        {
            Checked<PlanningCase> built = CaseBuilder.Build(study with { Limits = study.Limits with { FirstStep = null } }, dataset, PlanMaker.Incentives(study, dataset, law));
            if (built.Value?.Dataset.Network is not { } routed)
            {
                return dataset;
            }

            networks.Add(shape, network = routed);
        }

        return dataset with { Network = network };
    }

    private static T Kept<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> read)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out T? value))
        {
            known.Add(key, value = read());
        }

        return value;
    }

    private sealed record Ground(Study Study, Dataset Dataset, RegisterView Law);

    /// <param name="Key">As a run that starts from nothing; null without a ground.</param>
    private sealed record Asked(Ground? Ground, string? Key, IReadOnlyList<Problem> Problems);
}
