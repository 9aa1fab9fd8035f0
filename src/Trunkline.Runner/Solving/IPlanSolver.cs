using Trunkline.Domain;
using Trunkline.NetworkDesign;
using Trunkline.Optimisation;
using Trunkline.Planner;
using Trunkline.Register;

namespace Trunkline.Runner;

/// <summary>Where plans are computed: in this process, or in processes that are ended where they need too much.</summary>
public interface IPlanSolver
{
    /// <summary>A plan from the beginning.</summary>
    /// <exception cref="SolveFaultException">The solver was ended before it answered.</exception>
    Checked<PlanOutcome> Make(PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation);

    /// <summary>A plan from the beginning, on the corridors of another.</summary>
    /// <exception cref="SolveFaultException">The solver was ended before it answered.</exception>
    Checked<PlanOutcome> MakeOn(PlanMemory memory, PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation);

    /// <summary>A changed plan from what is remembered of another, in about a second.</summary>
    Checked<PlanOutcome> Remake(PlanMemory memory, Study study, RegisterView law, CancellationToken cancellation);
}

/// <summary>Computes in this process.</summary>
public sealed class PlanSolverHere : IPlanSolver
{
    private readonly PlanMaker maker = new(new HighsSolver(), new ScalableDesignSolver(), new ScalableDesignSolver());

    public Checked<PlanOutcome> Make(PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        return maker.Make(question.Study, question.Dataset, question.Law, progress, cancellation);
    }

    public Checked<PlanOutcome> MakeOn(PlanMemory memory, PlanQuestion question, IProgress<PlanProgress> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        return maker.MakeOnCorridorsOf(memory, question.Study, question.Law, progress, cancellation);
    }

    public Checked<PlanOutcome> Remake(PlanMemory memory, Study study, RegisterView law, CancellationToken cancellation) =>
        maker.Remake(study, memory, law, cancellation);
}
