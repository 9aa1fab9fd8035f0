using Trunkline.Atlas;
using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>Where plans are computed: in this process today, in child processes or on other machines by another implementation.</summary>
public interface IPlanSolver
{
    /// <summary>A plan from the beginning.</summary>
    Checked<PlanOutcome> Make(Study study, Dataset dataset, RegisterView law, IProgress<PlanProgress> progress, CancellationToken cancellation);

    /// <summary>A plan from the beginning, on the corridors of another.</summary>
    Checked<PlanOutcome> MakeOn(PlanMemory memory, Study study, RegisterView law, IProgress<PlanProgress> progress, CancellationToken cancellation);

    /// <summary>A changed plan from what is remembered of another, in about a second.</summary>
    Checked<PlanOutcome> Remake(PlanMemory memory, Study study, RegisterView law, CancellationToken cancellation);
}

/// <summary>Computes in this process.</summary>
public sealed class PlanSolverHere : IPlanSolver
{
    private readonly PlanMaker maker = new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());

    public Checked<PlanOutcome> Make(Study study, Dataset dataset, RegisterView law, IProgress<PlanProgress> progress, CancellationToken cancellation) =>
        maker.Make(study, dataset, law, progress, cancellation);

    public Checked<PlanOutcome> MakeOn(PlanMemory memory, Study study, RegisterView law, IProgress<PlanProgress> progress, CancellationToken cancellation) =>
        maker.MakeOnCorridorsOf(memory, study, law, progress, cancellation);

    public Checked<PlanOutcome> Remake(PlanMemory memory, Study study, RegisterView law, CancellationToken cancellation) =>
        maker.Remake(study, memory, law, cancellation);
}
