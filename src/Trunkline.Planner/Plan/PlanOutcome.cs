using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>The answer to a study. A plan is one kind of answer; the others carry their reasons.</summary>
public abstract record PlanOutcome
{
    private PlanOutcome()
    {
    }

    /// <summary>A plan with a bound and an audit.</summary>
    public sealed record Planned(Plan Plan, double Seconds, double PeakMemoryMb) : PlanOutcome
    {
        /// <summary>What a changed study may begin from; null where the plan came by the exact route.</summary>
        public PlanMemory? Memory { get; init; }
    }

    /// <summary>Proved impossible, with the smallest relaxations that would make it possible.</summary>
    public sealed record Infeasible(IReadOnlyList<Relaxation> Relaxations, double Seconds) : PlanOutcome;

    /// <summary>Time ran out or the run was cancelled before any plan was found.</summary>
    public sealed record OutOfTime(double Seconds, Bilingual Why) : PlanOutcome;
}

/// <summary>A limit and the least by which it must give.</summary>
/// <param name="Rule">The rule's name in docs/formulation.md.</param>
/// <param name="Where">Period or group.</param>
/// <param name="Amount">How much, in Mt/y unless <paramref name="Text"/> says otherwise.</param>
public sealed record Relaxation(string Rule, string Where, double Amount, Bilingual Text);

/// <summary>News while a plan is made.</summary>
public sealed record PlanProgress(string Stage, double? BestNet, double? Bound, double? Gap, double Seconds);
