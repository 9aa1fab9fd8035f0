using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What kind of agent wrote or reviewed a record. Only a person can review.</summary>
public enum AgentKind
{
    Person,
    Software,
    Unknown,
}

/// <summary>Who wrote or reviewed a record.</summary>
/// <param name="Name">Null where nobody has said.</param>
public sealed record Agent(AgentKind Kind, string? Name = null);

/// <summary>Who drafted the record, when, and when it was last gone over; a day that nobody has told is left out.</summary>
public sealed record Provenance(Agent Author, DateOnly? Drafted = null, DateOnly? Audited = null);

/// <summary>Which account of the policy this is. The first need not say so.</summary>
/// <param name="Number">1 for the first; an earlier one is kept under <c>revisions/</c> by its number.</param>
public sealed record Revision(int Number, DateOnly Made, Bilingual Reason);

/// <summary>The record is no longer kept up, since when and why. Says nothing about the law.</summary>
public sealed record Retirement(DateOnly On, Bilingual Reason);
