using System.Text.Json;

namespace Trunkline.Register;

/// <summary>
/// A policy hub's entry as the hub tells it, in one language: the content of <c>account.json</c>. It is shown beside the record and never believed;
/// nothing is read from it but what the hub said. Every member may be absent, and an empty text is what the hub wrote.
/// </summary>
/// <param name="Language">Language of its texts: <c>zh</c>, <c>en</c>.</param>
/// <param name="PubDate">Publication date as written; not a date until somebody has checked it.</param>
/// <param name="Extra">Members that this format does not know, as they were.</param>
/// <param name="Order">JSON pointers of all members in the order of the entry; left out where that is the order of their names.</param>
public sealed record PolicyAccount(
    string Language,
    string Id,
    string? Title = null,
    string? Country = null,
    string? Category = null,
    int? Year = null,
    string? PubDate = null,
    string? Status = null,
    string? LegalWeight = null,
    IReadOnlyList<string>? Sectors = null,
    string? Description = null,
    JsonElement? Analysis = null,
    string? Interpretation = null,
    AccountOfEvolution? Evolution = null,
    AccountOfImpact? ImpactAnalysis = null,
    AccountOfRegulation? Regulatory = null,
    AccountOfProvenance? Provenance = null,
    IReadOnlyList<JsonElement>? RelatedFacilities = null,
    string? ReviewStatus = null,
    string? Source = null,
    IReadOnlyDictionary<string, JsonElement>? Extra = null,
    IReadOnlyList<string>? Order = null);

/// <summary>Clusters and superseded entries as the hub names them.</summary>
public sealed record AccountOfEvolution(IReadOnlyList<string>? Clusters = null, IReadOnlyList<string>? Supersedes = null);

/// <summary>What the hub says of the effects.</summary>
public sealed record AccountOfImpact(string? Economic = null, string? Environmental = null, string? Technical = null);

/// <summary>The hub's seven regulatory pillars.</summary>
public sealed record AccountOfRegulation(
    string? Co2Definition = null,
    string? CrossBorderRules = null,
    string? FinancialAssurance = null,
    string? LiabilityPeriod = null,
    string? LiabilityTransfer = null,
    string? PermittingLeadTime = null,
    string? PoreSpaceRights = null);

/// <summary>Who wrote and reviewed the entry, as the hub names them; empty where it names nobody.</summary>
public sealed record AccountOfProvenance(string? Author = null, string? LastAuditDate = null, string? Reviewer = null);
