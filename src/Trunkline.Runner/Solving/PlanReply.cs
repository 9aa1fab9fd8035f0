using Trunkline.Domain;
using Trunkline.Planner;

namespace Trunkline.Runner;

/// <summary>The answer of a solver process to a <see cref="PlanTask"/>. One of its parts is there.</summary>
/// <param name="Seconds">Of the solve.</param>
/// <param name="PeakMemoryMb">Most that the process ever held.</param>
/// <param name="Plan">A plan as <see cref="PlanJson"/> writes it.</param>
/// <param name="Memory">What is remembered of it, as <see cref="PlanMemoryFile"/> writes it; null where there is nothing.</param>
/// <param name="Infeasible">What would have to give way.</param>
/// <param name="OutOfTime">Why there is no plan yet.</param>
/// <param name="Problems">What is wrong with the question.</param>
/// <param name="Fault">A fault of the program, in its words.</param>
/// <param name="IsOutOfMemory">True where the system gave the process no more memory.</param>
public sealed record PlanReply(
    double Seconds = 0,
    double PeakMemoryMb = 0,
    byte[]? Plan = null,
    byte[]? Memory = null,
    IReadOnlyList<Relaxation>? Infeasible = null,
    Bilingual? OutOfTime = null,
    IReadOnlyList<Problem>? Problems = null,
    string? Fault = null,
    bool IsOutOfMemory = false)
{
    /// <summary>The reply that carries an outcome.</summary>
    public static PlanReply Of(Checked<PlanOutcome> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome.Value switch
        {
            null => new PlanReply(Problems: outcome.Problems),
            PlanOutcome.Planned planned => new PlanReply(
                planned.Seconds, planned.PeakMemoryMb, PlanJson.Write(planned.Plan), planned.Memory is { } memory ? PlanMemoryFile.Write(memory) : null),
            PlanOutcome.Infeasible impossible => new PlanReply(impossible.Seconds, Infeasible: impossible.Relaxations),
            PlanOutcome.OutOfTime late => new PlanReply(late.Seconds, OutOfTime: late.Why),
            var other => throw new InvalidOperationException($"Nothing carries {other}."),
        };
    }

    /// <summary>On one line.</summary>
    public string Line() => SolverWords.Write(this);

    /// <summary>What <see cref="Line"/> wrote.</summary>
    /// <exception cref="System.Text.Json.JsonException">It did not.</exception>
    public static PlanReply Read(string line) => SolverWords.Read<PlanReply>(line);

    /// <summary>The outcome that the reply carries.</summary>
    /// <exception cref="InvalidOperationException">The program has a fault.</exception>
    public Checked<PlanOutcome> Outcome(PlanQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (Plan is not null)
        {
            PlanMemory? memory = Memory is null ? null : PlanMemoryFile.Read(Memory, question.Study, question.Dataset, question.Law, cancellation).OrThrow();
            return Checked<PlanOutcome>.Right(new PlanOutcome.Planned(PlanJson.Read(Plan).OrThrow(), Seconds, PeakMemoryMb) { Memory = memory });
        }

        return Problems is not null ? Checked<PlanOutcome>.Wrong([.. Problems])
            : Infeasible is not null ? Checked<PlanOutcome>.Right(new PlanOutcome.Infeasible(Infeasible, Seconds))
            : OutOfTime is not null ? Checked<PlanOutcome>.Right(new PlanOutcome.OutOfTime(Seconds, OutOfTime))
            : throw new InvalidOperationException(Fault);
    }
}
