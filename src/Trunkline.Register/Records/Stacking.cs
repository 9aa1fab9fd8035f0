using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>What the law says of two benefits at once.</summary>
public enum StackingEffect
{
    Excludes,
    Allowed,
    Reduces,
    Unknown,
}

/// <summary>Of what the two benefits may or may not both be taken.</summary>
public enum StackingScope
{
    Facility,
    Investment,
    Tonne,
    TaxYear,
}

/// <summary>Whether this policy's benefit goes together with another's, and since when the law says so.</summary>
/// <param name="Id">Unique within the policy.</param>
/// <param name="With">The other policy, or a parameter of it.</param>
public sealed record StackingRule(
    string Id,
    string With,
    StackingEffect Effect,
    StackingScope Scope,
    DateWindow Law,
    Bilingual Says,
    IReadOnlyList<string> Evidence);
