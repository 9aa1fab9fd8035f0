using System.Text.Json;
using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>A question about a plan, found right and ready to be put.</summary>
/// <param name="StudyText">The changed study.</param>
/// <param name="Edition">The register as it was when it was asked.</param>
public sealed record AskedStudy(StoredPlan Parent, IReadOnlyList<StudyChange> Changes, string? Name, string StudyText, Study Study, RegisterView Law, RegisterEdition Edition)
{
    /// <summary>Who asks.</summary>
    public string By { get; init; } = TrunklineStore.Itself;

    /// <summary>The question on a dataset, for a search that may take its time.</summary>
    /// <param name="patient">The study with the budget of such a search.</param>
    internal PlanQuestion On(Dataset dataset, Study patient) => new(PlanInputs.OfThisFolder(StudyText), patient, dataset, Law, Edition);
}

/// <summary>Takes questions, turns them into jobs, and keeps what comes out.</summary>
public sealed class PlanningDesk
{
    private const int MostForgettable = 60;
    // For moves, before the plan is written; a design that cannot be mended may take four times as long, and is then begun anew.
    private const double QuickSeconds = 0.3;
    // A plan that took less is asked anew in this process: to carry the question elsewhere would take as long.
    private const double SmallSeconds = 2;
    private const string Exact = "exact";

    private static readonly TimeSpan ProofAfter = TimeSpan.FromSeconds(3);

    private static readonly JsonSerializerOptions ChangesJson = new(JsonSerializerDefaults.Web);

    private readonly TrunklineStore store;
    private readonly PlanInputs inputs;
    private readonly JobBoard queue;
    private readonly IPlanSolver solver;
    private readonly OpenPlans open;

    /// <param name="solver">Where plans are computed.</param>
    public PlanningDesk(TrunklineStore store, PlanInputs inputs, JobBoard queue, IPlanSolver solver)
    {
        (this.store, this.inputs, this.queue, this.solver) = (store, inputs, queue, solver);
        open = new OpenPlans(store, inputs);
    }

    /// <summary>A plan was made and kept: whoever shows plans need not read it again. Told on the thread that made it.</summary>
    public event Action<StoredPlan, Plan>? Made;

    /// <summary>Threads of a long search: one core is left for whoever is looking.</summary>
    private static int LongThreads => Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>True where a question to the plan is answered at once.</summary>
    public bool IsOpen(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Head.Stamp.Route == Exact || open.Holds(plan.Id);
    }

    /// <summary>What was changed against its parent.</summary>
    public static IReadOnlyList<StudyChange> ChangesOf(StoredPlan plan) => JsonSerializer.Deserialize<IReadOnlyList<StudyChange>>(plan.Changes, ChangesJson) ?? [];

    /// <summary>Puts changes to a plan's study and reads it: the question, or everything that is wrong with it.</summary>
    public Checked<AskedStudy> Ask(StoredPlan parent, IReadOnlyList<StudyChange> changes, string? name)
    {
        ArgumentNullException.ThrowIfNull(parent);
        StudyFile changed = changes.Aggregate(StudyText.Members(parent.StudyText), (study, change) => change.ApplyTo(study));
        if (StudyText.OfFinite(changed) is not { } text)
        {
            return Checked<AskedStudy>.Wrong([new Problem("question /changes", "A number is too large to be kept.", "Give numbers that a double can hold, well below 1e308.")]);
        }

        Checked<Study> study = inputs.Study(text, parent.DatasetId);
        RegisterEdition edition = inputs.Edition;
        if (!study.IsRight || !edition.Register.IsRight)
        {
            return Checked<AskedStudy>.Wrong([.. study.Problems, .. edition.Register.Problems]);
        }

        Checked<RegisterView> law = study.Value.Policy.Of(edition.Register.Value);
        return law.IsRight
            ? Checked<AskedStudy>.Right(new AskedStudy(parent, changes, name, text, study.Value, law.Value, edition))
            : Checked<AskedStudy>.Wrong([.. law.Problems]);
    }

    /// <summary>Queues a question.</summary>
    public JobNews WhatIf(AskedStudy asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        // A newer question takes the place of an older one of the same person, and of nobody else's.
        queue.CancelAll(JobKind.WhatIf, j => j.State == JobState.Queued && j.PlanId == asked.Parent.Id && j.By == asked.By);
        // Two searches would share the machine until the proof says its next word. What nobody keeps is proved only while nothing else is asked.
        CancelProofs();
        return queue.Submit(new JobRequest(
            JobKind.WhatIf,
            new Bilingual("A changed plan", "调整后的方案"),
            asked.Parent.Id,
            asked.Study.Id,
            (_, cancellation) => Answer(asked, cancellation))
        {
            By = asked.By,
        });
    }

    /// <summary>Queues making a plan ready to be asked.</summary>
    public JobNews Open(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        bool isRemembered = plan.CanBeOpened;
        return queue.Submit(new JobRequest(
            isRemembered ? JobKind.Open : JobKind.Plan,
            new Bilingual("Making a plan ready for questions", "准备方案以供提问"),
            plan.Id,
            plan.StudyId,
            (progress, cancellation) => isRemembered && open.Find(plan, cancellation) is not null ? new JobResult("opened", plan.Id) : Recall(plan, progress, cancellation)));
    }

    /// <summary>Queues the proof of a plan, in place of any other proof.</summary>
    public JobNews Prove(StoredPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        CancelProofs();
        return queue.Submit(new JobRequest(
            JobKind.Proof,
            new Bilingual("Proving how far a plan can be from the cheapest", "证明方案与最优方案的差距"),
            plan.Id,
            plan.StudyId,
            (progress, cancellation) => Prove(plan, progress, cancellation)));
    }

    /// <summary>Queues a plan of a study from the beginning.</summary>
    /// <param name="by">Who asks for it.</param>
    public JobNews Plan(string studyText, string datasetId, Study study, string by = TrunklineStore.Itself)
    {
        ArgumentNullException.ThrowIfNull(study);
        return queue.Submit(new JobRequest(
            JobKind.Plan,
            study.Title,
            null,
            study.Id,
            (progress, cancellation) => Make(studyText, datasetId, study, by, progress, cancellation))
        {
            By = by,
        });
    }

    /// <summary>Keeps the plan that ships, and what is remembered of it.</summary>
    /// <param name="memory">What a changed study may begin from; null where nothing ships.</param>
    public StoredPlan Ship(Plan plan, string studyText, string datasetId, byte[]? memory) =>
        store.Plans.Add(new NewPlan(plan, studyText, datasetId, "shipped", Memory: memory));

    private void CancelProofs() => queue.CancelAll(JobKind.Proof, j => j.PlanId is { } other && (store.Plans.Find(other) is not { Kept: true }));

    private JobResult Answer(AskedStudy asked, CancellationToken cancellation)
    {
        if (asked.Parent.Head.Stamp.Route == Exact)
        {
            return AnswerAnew(asked, cancellation);
        }

        if (open.Find(asked.Parent, cancellation) is not { } memory)
        {
            return new JobResult("wrong-input", Problems: [new Problem("plan", "The plan is not open.", "Open it first: POST /api/v1/plans/{id}/open.")]);
        }

        Study quick = asked.Study with { Solver = asked.Study.Solver with { TimeLimitSeconds = QuickSeconds, Threads = Environment.ProcessorCount } };
        Checked<PlanOutcome> outcome = solver.Remake(memory, quick, asked.Law, cancellation);
        if (!outcome.IsRight)
        {
            return new JobResult("wrong-input", Problems: outcome.Problems);
        }

        return outcome.Value is PlanOutcome.OutOfTime && !cancellation.IsCancellationRequested
            ? new JobResult("longer", asked.Parent.Id, NextJob: Recompute(asked, memory).Id)
            : Keep(outcome.Value, asked, new Computed(PlanWay.Moved, quick, store.Plans.MemoryHash(asked.Parent.Id)));
    }

    /// <summary>A question to a plan of the exact route: so small, as a rule, that beginning anew is as quick as remembering.</summary>
    private JobResult AnswerAnew(AskedStudy asked, CancellationToken cancellation)
    {
        Checked<Dataset> dataset = inputs.Dataset(asked.Parent.DatasetId);
        if (!dataset.IsRight)
        {
            return new JobResult("wrong-input", Problems: dataset.Problems);
        }

        bool isSmall = PlanRecipe.Read(asked.Parent.Recipe) is { Seconds: < SmallSeconds };
        return Begun(asked.On(dataset.Value, Patient(asked.Study)) with { IsSmall = isSmall }, (planned, computed) => Keep(planned, asked, computed), new Silence(), cancellation);
    }

    /// <summary>The change is too large for moves: the search begins anew on the same corridors.</summary>
    private JobNews Recompute(AskedStudy asked, PlanMemory memory) => queue.Submit(new JobRequest(
        JobKind.Plan,
        new Bilingual("Recomputing: the change is too large for a quick answer", "重新计算：改动过大，无法快速回答"),
        asked.Parent.Id,
        asked.Study.Id,
        (progress, cancellation) =>
        {
            Study patient = Patient(asked.Study);
            Checked<PlanOutcome> outcome = solver.MakeOn(memory, asked.On(memory.Dataset, patient), progress, cancellation);
            return outcome.IsRight ? Keep(outcome.Value, asked, new Computed(PlanWay.OnCorridors, patient, store.Plans.MemoryHash(asked.Parent.Id))) : new JobResult("wrong-input", Problems: outcome.Problems);
        })
    {
        By = asked.By,
    });

    private JobResult Keep(PlanOutcome outcome, AskedStudy asked, Computed computed)
    {
        if (outcome is not PlanOutcome.Planned planned)
        {
            return WithoutPlan(outcome);
        }

        StoredPlan kept = store.Plans.Add(new NewPlan(
            planned.Plan, asked.StudyText, asked.Parent.DatasetId, "what-if", asked.Parent.Id, JsonSerializer.Serialize(asked.Changes, ChangesJson), asked.Name, By: asked.By, Recipe: computed.Of(planned)));
        Made?.Invoke(kept, planned.Plan);
        if (planned.Memory is { } memory)
        {
            open.Hold(kept.Id, memory);
            // Nobody waits for what is remembered to be written down, and who asked is still drawing the answer; were it lost, the plan would be
            // made anew when it is opened.
            _ = Task.Delay(ProofAfter, CancellationToken.None).ContinueWith(
                _ => store.Plans.Remember(kept.Id, PlanMemoryFile.Write(memory)), CancellationToken.None, TaskContinuationOptions.LongRunning, TaskScheduler.Default);
        }

        store.Plans.Trim(MostForgettable);
        return new JobResult("plan", kept.Id);
    }

    private JobResult Make(string text, string datasetId, Study study, string by, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        Checked<PlanQuestion> question = inputs.Question(text, datasetId, Patient(study));
        return question.IsRight
            ? Begun(question.Value, (planned, computed) => new JobResult("plan", Kept(planned, text, datasetId, by, computed).Id), progress, cancellation)
            : new JobResult("wrong-input", Problems: question.Problems);
    }

    /// <summary>Makes a plan from the beginning.</summary>
    /// <param name="keep">Keeps it where there is one.</param>
    private JobResult Begun(PlanQuestion question, Func<PlanOutcome.Planned, Computed, JobResult> keep, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        Checked<PlanOutcome> outcome = solver.Make(question, progress, cancellation);
        return !outcome.IsRight ? new JobResult("wrong-input", Problems: outcome.Problems)
            : outcome.Value is PlanOutcome.Planned planned ? keep(planned, new Computed(PlanWay.Begun, question.Study, null))
            : WithoutPlan(outcome.Value);
    }

    /// <summary>Makes a plan anew that nobody remembers, so that it can be asked.</summary>
    private JobResult Recall(StoredPlan plan, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        Checked<Study> study = inputs.Study(plan.StudyText, plan.DatasetId);
        if (!study.IsRight)
        {
            return new JobResult("wrong-input", Problems: study.Problems);
        }

        Study patient = Patient(study.Value);
        Checked<PlanQuestion> question = inputs.Question(plan.StudyText, plan.DatasetId, patient with { Solver = patient.Solver with { Route = SolverRoute.Scalable } });
        return question.IsRight ? Begun(question.Value, (planned, _) => Remembered(plan, planned), progress, cancellation) : new JobResult("wrong-input", Problems: question.Problems);
    }

    /// <summary>The scalable route remembers whatever it makes.</summary>
    private JobResult Remembered(StoredPlan plan, PlanOutcome.Planned planned)
    {
        store.Plans.Remember(plan.Id, PlanMemoryFile.Write(planned.Memory!));
        open.Hold(plan.Id, planned.Memory!);
        return new JobResult("opened", plan.Id);
    }

    private JobResult Prove(StoredPlan plan, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        // Whoever asked is being shown the answer, and often asks again: the page is drawn first.
        if (cancellation.WaitHandle.WaitOne(ProofAfter))
        {
            return new JobResult("cancelled", plan.Id);
        }

        Checked<AskedStudy> asked = Ask(plan, [], null);
        if (!asked.IsRight || open.Find(plan, cancellation) is not { } memory)
        {
            return new JobResult("wrong-input", Problems: asked.IsRight ? [new Problem("plan", "The plan is not open.", "Open it first.")] : asked.Problems);
        }

        Checked<PlanOutcome> outcome = solver.MakeOn(memory, asked.Value.On(memory.Dataset, Patient(asked.Value.Study)), progress, cancellation);
        if (cancellation.IsCancellationRequested)
        {
            return new JobResult("cancelled", plan.Id);
        }

        if (outcome.Value is not PlanOutcome.Planned planned)
        {
            return outcome.IsRight ? WithoutPlan(outcome.Value) : new JobResult("wrong-input", Problems: outcome.Problems);
        }

        // Another lowering of the target is another question: its bound says nothing about this plan.
        if (planned.Plan.Study.GoalUsed.SequenceEqual(plan.Head.Study.GoalUsed))
        {
            store.Plans.RaiseBound(plan.Id, planned.Plan.Totals.Bound);
        }

        return new JobResult("proved", plan.Id);
    }

    private StoredPlan Kept(PlanOutcome.Planned planned, string text, string datasetId, string by, Computed computed)
    {
        StoredPlan kept = store.Plans.Add(new NewPlan(planned.Plan, text, datasetId, "study", Memory: planned.Memory is { } m ? PlanMemoryFile.Write(m) : null, By: by, Recipe: computed.Of(planned)));
        if (planned.Memory is { } memory)
        {
            open.Hold(kept.Id, memory);
        }

        return kept;
    }

    private static Study Patient(Study study) => study with { Solver = study.Solver with { Threads = Math.Min(study.Solver.Threads, LongThreads) } };

    private static JobResult WithoutPlan(PlanOutcome outcome) => outcome switch
    {
        PlanOutcome.Infeasible impossible => new JobResult("infeasible", Reasons: impossible.Relaxations),
        PlanOutcome.OutOfTime late => new JobResult("out-of-time", Why: late.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>How an answer was computed.</summary>
    /// <param name="Study">As the solver was given it.</param>
    private sealed record Computed(PlanWay Way, Study Study, string? From)
    {
        public string Of(PlanOutcome.Planned planned) => PlanRecipe.Of(Way, Study, planned, From).Text();
    }

    private sealed class Silence : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value)
        {
            // A quick answer has nothing to say on the way.
        }
    }
}
