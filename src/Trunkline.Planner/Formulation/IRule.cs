using Trunkline.Optimisation;

namespace Trunkline.Planner;

/// <summary>One rule of the formulation, stated twice: rows for the solver, and an audit of a finished plan that needs no solver.</summary>
/// <remarks>The name is the heading in docs/formulation.md, the class, the row and the golden file.</remarks>
public interface IRule
{
    /// <summary>Name in lower-case words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>The rule for the solver.</summary>
    IEnumerable<Row> Rows(PlanningCase planning, Decisions x);

    /// <summary>Where a plan breaks the rule; empty where it obeys.</summary>
    IEnumerable<Violation> Audit(AuditedPlan audited);
}

/// <summary>One part of the cost: coefficients for the solver, and the same money from a finished plan, year by year.</summary>
public interface ICost
{
    /// <summary>Name in lower-case words joined by hyphens.</summary>
    string Name { get; }

    /// <summary>Adds this cost to the objective.</summary>
    void Price(PlanningCase planning, Decisions x);

    /// <summary>The plan's money of this kind in each calendar year; earnings are negative.</summary>
    IEnumerable<Payment> Payments(AuditedPlan audited);
}

/// <summary>Real money at a moment, years after the first day of the plan.</summary>
public readonly record struct Payment(double After, double Amount);
