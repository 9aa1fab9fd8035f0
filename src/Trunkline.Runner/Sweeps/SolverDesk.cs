using System.Collections.Concurrent;
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
        using var waiting = new BlockingCollection<string>();
        var reader = new Thread(() =>
        {
            while (tasks.ReadLine() is { } line)
            {
                waiting.Add(line);
            }

            // Nobody is left to hear the answer, however far the solve has come.
            waiting.CompleteAdding();
            gone();
        })
        { IsBackground = true, Name = "tasks" };
        reader.Start();
        foreach (string line in waiting.GetConsumingEnumerable())
        {
            answers.WriteLine(Answer(SolverTask.Read(line)).Line());
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
        Plan? parent = task.Parent is { } text ? Kept(parents, text, () => (Outcome(task, text, null).Value as PlanOutcome.Planned)?.Plan) : null;
        return ScenarioResult.Of(Outcome(task, task.Study, parent), task.DecidedPeriods);
    }

    /// <summary>What a study comes to on the ground of a task, or what is wrong with it.</summary>
    private Checked<PlanOutcome> Outcome(SolverTask task, string text, Plan? parent)
    {
        Checked<Study> read = StudyReader.Parse(text, task.StudyFile);
        if (!read.IsRight)
        {
            return Checked<PlanOutcome>.Wrong([.. read.Problems]);
        }

        Study study = RunKey.OneThread(read.Value);
        Checked<Dataset> dataset = Kept(datasets, study.DatasetFolder, () => DatasetReader.Read(study.DatasetFolder));
        Checked<PolicyRegister> register = Kept(registers, (task.Register, task.Overlays), () => SweepRegister.Read(task.Register, task.Overlays));
        Checked<RegisterView>? law = register.IsRight ? study.Policy.Of(register.Value) : null;
        if (!dataset.IsRight || law is not { IsRight: true })
        {
            return Checked<PlanOutcome>.Wrong([.. dataset.Problems, .. register.Problems, .. law?.Problems ?? []]);
        }

        Dataset routed = Routed(study, dataset.Value, law.Value);
        return parent is null
            ? maker.Make(study, routed, law.Value, null, CancellationToken.None)
            : maker.MakeFrom(parent, study, routed, law.Value, CancellationToken.None);
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
}
