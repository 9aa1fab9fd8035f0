using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Why the law is changed for the sake of an argument.</summary>
public enum OverlayKind
{
    /// <summary>A change that somebody proposes.</summary>
    Reform,

    /// <summary>The law as it would be had something not happened.</summary>
    Counterfactual,

    /// <summary>A goal taken as if it were law.</summary>
    Goal,
}

/// <summary>A change of the law that a study may assume: the content of one file in <c>overlays</c>.</summary>
/// <param name="Says">What is assumed, for readers.</param>
public sealed record PolicyOverlay(
    string Id,
    Bilingual Titles,
    Bilingual Says,
    OverlayKind Kind,
    IReadOnlyList<OverlayParameter>? Parameters = null,
    IReadOnlyList<OverlayEvent>? Events = null);

/// <summary>Entries that an overlay adds to a parameter, and those that they take the place of.</summary>
/// <param name="Id">Id of a parameter of the register.</param>
/// <param name="Replaces">Ids of its entries that no longer hold.</param>
public sealed record OverlayParameter(string Id, IReadOnlyList<PolicyEntry> Entries, IReadOnlyList<string>? Replaces = null);

/// <summary>Something that an overlay assumes to happen to a policy.</summary>
/// <param name="Policy">Id of the policy.</param>
public sealed record OverlayEvent(
    string Policy,
    EventKind Kind,
    DateOnly Date,
    DatePrecision Precision,
    IReadOnlyList<string> Evidence,
    Bilingual? Note = null);

/// <summary>A named pair of a day and overlays: the content of one file in <c>modes</c>.</summary>
/// <param name="AsOf">The day whose law is read.</param>
/// <param name="Overlays">Ids, in the order in which they are applied.</param>
public sealed record PolicyMode(string Id, Bilingual Titles, DateOnly AsOf, IReadOnlyList<string> Overlays);
