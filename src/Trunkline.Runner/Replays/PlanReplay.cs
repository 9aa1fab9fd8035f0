using Trunkline.Domain;
using Trunkline.Planner;
using Trunkline.Register;
using Trunkline.Store;

namespace Trunkline.Runner;

/// <summary>What computing a plan again came to.</summary>
public enum ReplayVerdict
{
    /// <summary>The same plan, number by number.</summary>
    Equal,

    /// <summary>Another plan.</summary>
    Differs,

    /// <summary>The clock ended the search: another run may find another plan, so nothing is compared.</summary>
    StoppedByClock,

    /// <summary>What it was computed from is not all kept.</summary>
    NotKept,
}

/// <summary>Something that is otherwise now.</summary>
public sealed record ReplayDifference(string What, string Then, string Now);

/// <summary>A plan computed again.</summary>
/// <param name="Differences">What it is made from first, then what came out; empty where it is equal.</param>
public sealed record Replayed(StoredPlan Plan, ReplayVerdict Verdict, IReadOnlyList<ReplayDifference> Differences);

/// <summary>Computes a kept plan again from its study, its dataset, its law and its recipe, and compares every number of it.</summary>
/// <param name="inputs">The datasets and the register as they are now.</param>
public sealed class PlanReplay(TrunklineStore store, PlanInputs inputs, IPlanSolver solver)
{
    // A search that did not look at the clock then does not look at it on a slower machine either.
    private const double Patience = 20;

    /// <summary>Computes it again; or everything that keeps it from being computed.</summary>
    public Checked<Replayed> Of(string id, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        if (store.Plans.Find(id) is not { } stored || store.Plans.Original(id) is not { } bytes)
        {
            return Checked<Replayed>.Wrong([new Problem(id, $"There is no plan '{id}' in the workspace '{store.Workspace}'.", "Name one of GET /api/v1/plans, and its workspace with --workspace.")]);
        }

        if (PlanRecipe.Read(stored.Recipe) is not { } recipe)
        {
            return Done(stored, ReplayVerdict.NotKept, [new ReplayDifference("recipe", "none: the plan shipped, or was kept by an older version", "")]);
        }

        if (recipe.StoppedByClock)
        {
            return Done(stored, ReplayVerdict.StoppedByClock, []);
        }

        Checked<Study> study = inputs.Study(stored.StudyText, stored.DatasetId);
        if (!study.IsRight)
        {
            return Checked<Replayed>.Wrong(study.Problems);
        }

        SolverBudget budget = recipe.Budget with { TimeLimitSeconds = Patience * recipe.Budget.TimeLimitSeconds };
        Checked<PlanQuestion> question = inputs.Question(stored.StudyText, stored.DatasetId, study.Value with { Solver = budget });
        return question.IsRight ? Compare(stored, bytes, recipe, question.Value, progress, cancellation) : Checked<Replayed>.Wrong(question.Problems);
    }

    private Checked<Replayed> Compare(StoredPlan stored, byte[] bytes, PlanRecipe recipe, PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        PlanMemory? memory = recipe.Way == PlanWay.Begun ? null : MemoryOf(stored, recipe, question, cancellation);
        if (recipe.Way != PlanWay.Begun && memory is null)
        {
            return Done(stored, ReplayVerdict.NotKept, [new ReplayDifference("memory of the plan it was asked of", recipe.From ?? "not kept in time", "")]);
        }

        Checked<PlanOutcome> outcome = recipe.Way switch
        {
            PlanWay.Begun => solver.Make(question, progress, cancellation),
            PlanWay.OnCorridors => solver.MakeOn(memory!, question, progress, cancellation),
            _ => solver.Remake(memory!, question.Study, question.Law, cancellation),
        };
        if (!outcome.IsRight)
        {
            return Checked<Replayed>.Wrong(outcome.Problems);
        }

        Plan then = PlanJson.Read(bytes, stored.Id).OrThrow();
        return outcome.Value is PlanOutcome.Planned planned
            ? Judged(stored, bytes, then, planned.Plan)
            : Done(stored, ReplayVerdict.Differs, [new ReplayDifference("outcome", "a plan", outcome.Value is PlanOutcome.Infeasible ? "infeasible" : "out of time")]);
    }

    private static Checked<Replayed> Judged(StoredPlan stored, byte[] bytes, Plan then, Plan now)
    {
        byte[] again = PlanJson.Write(now);
        return again.AsSpan().SequenceEqual(bytes)
            ? Done(stored, ReplayVerdict.Equal, [])
            : Done(stored, ReplayVerdict.Differs, [.. ReplayDifferences.Between(then, PlanJson.Read(again, stored.Id).OrThrow())]);
    }

    private PlanMemory? MemoryOf(StoredPlan stored, PlanRecipe recipe, PlanQuestion question, CancellationToken cancellation)
    {
        if (recipe.From is not { } hash || store.Plans.MemoryByHash(hash) is not { } bytes || stored.ParentId is not { } parentId || store.Plans.Find(parentId) is not { } parent)
        {
            return null;
        }

        Checked<Study> study = inputs.Study(parent.StudyText, parent.DatasetId);
        Checked<RegisterView>? law = study.IsRight ? study.Value.Policy.Of(inputs.Register.OrThrow()) : null;
        return study.IsRight && law is { IsRight: true } ? PlanMemoryFile.Read(bytes, study.Value, question.Dataset, law.Value, cancellation).Value : null;
    }

    private static Checked<Replayed> Done(StoredPlan plan, ReplayVerdict verdict, IReadOnlyList<ReplayDifference> differences) =>
        Checked<Replayed>.Right(new Replayed(plan, verdict, differences));
}
