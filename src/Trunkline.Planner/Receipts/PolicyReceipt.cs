using System.Text.Json.Serialization;
using Trunkline.Domain;

namespace Trunkline.Planner;

/// <summary>
/// What a plan owes to the law: each coefficient that the register gave, what it rests on, and the money that moves by it. Money is real, in the
/// study's dollar year, undiscounted, summed over the plan, and counted as it moves: a credit paid out and a fee paid in are both positive.
/// </summary>
/// <param name="RegisterVersion">SHA-256 of the register's canonical form, overlays included.</param>
/// <param name="AsOf">The day whose law is read.</param>
/// <param name="Mode">Id of the mode that named day and overlays; null where the study named them.</param>
/// <param name="Overlays">Ids of the overlays applied, in order.</param>
/// <param name="Coefficients">One an entry that an answer rests on, in order of parameter and entry.</param>
/// <param name="Money">What policy moves, by kind, and how far it is evidenced.</param>
/// <param name="LeadTimes">How many of the plan's formations wait for a permit, by state of what decides how long.</param>
/// <param name="NotModelled">Clauses that are not computed, with the money they could change.</param>
public sealed record PolicyReceipt(
    string RegisterVersion,
    DateOnly AsOf,
    string? Mode,
    IReadOnlyList<string> Overlays,
    IReadOnlyList<PolicyCoefficient> Coefficients,
    IReadOnlyList<PolicyMoney> Money,
    IReadOnlyList<LeadTimeCount> LeadTimes,
    IReadOnlyList<UnmodelledMoney> NotModelled)
{
    /// <summary>All money that policy moves.</summary>
    [JsonIgnore]
    public Usd Moved => Money.Select(m => m.Amount).Sum();

    /// <summary>The part of <see cref="Moved"/> that rests on claims of one state, 0 to 1; null where policy moves no money.</summary>
    public double? ShareOf(string state) =>
        Moved.Value > 0 ? Money.SelectMany(m => m.ByState).Where(s => s.State == state).Sum(s => s.Amount.Value) / Moved.Value : null;
}

/// <summary>A number, day or choice of the law, as a plan uses it.</summary>
/// <param name="Rule">Name in docs/formulation.md of the rule or cost that it enters.</param>
/// <param name="Entry">Entry of the parameter, or <c>rule</c> or <c>projection</c> for an index factor that the rule gives.</param>
/// <param name="State">Review state of the entry: <c>draft</c>, <c>evidence-complete</c>, <c>verified</c>.</param>
/// <param name="Overlay">Id of the overlay that the entry rests on instead of the law; null for law.</param>
/// <param name="Evidence">Claims it rests on; empty where nothing is evidenced.</param>
/// <param name="Values">What was asked and what was answered.</param>
/// <param name="Money">Money that rests on this entry among others; the sums of several coefficients overlap.</param>
public sealed record PolicyCoefficient(
    string Rule,
    string Parameter,
    string Entry,
    string Unit,
    string State,
    Confidence Confidence,
    bool Projected,
    string? Overlay,
    IReadOnlyList<ReceiptEvidence> Evidence,
    IReadOnlyList<CoefficientValue> Values,
    Usd Money);

/// <summary>A claim and the document that makes it.</summary>
/// <param name="Document">SHA-256 of the kept text, or <c>not-archived</c>.</param>
public sealed record ReceiptEvidence(string Claim, string Document);

/// <summary>One answer of an entry.</summary>
/// <param name="Circumstances">The question in words.</param>
/// <param name="Projected">True where it rests on projected inflation.</param>
public sealed record CoefficientValue(string Circumstances, string Value, bool Projected);

/// <summary>Money of one kind that policy moves.</summary>
/// <param name="Rule">Name in docs/formulation.md of the cost: <c>carbon-credits</c>, <c>storage-fees</c>.</param>
/// <param name="ByState">Parts by the lowest review state of all that the money rests on; every state is listed.</param>
public sealed record PolicyMoney(string Rule, Usd Amount, IReadOnlyList<StateMoney> ByState);

/// <summary>Money that rests on claims of one review state.</summary>
public sealed record StateMoney(string State, Usd Amount);

/// <summary>How many of the plan's formations have a lead time that rests on claims of one review state.</summary>
public sealed record LeadTimeCount(string State, int Formations);

/// <summary>A clause that is not computed, beside the money that it could change.</summary>
/// <param name="Parameter">The parameter that the clause could change, or the policy where it is a prohibition.</param>
/// <param name="Money">Money of the plan that rests on that parameter; null where the register has no figure to charge.</param>
/// <param name="Megatonnes">CO2 that is concerned where there is no money to name; null otherwise.</param>
public sealed record UnmodelledMoney(string Parameter, string Clause, Bilingual Says, Usd? Money, double? Megatonnes);
