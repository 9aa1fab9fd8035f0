using System.Collections.Frozen;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>All records of the register, ready to be asked. Immutable; safe to share.</summary>
public sealed class PolicyRegister
{
    private readonly FrozenDictionary<string, PolicyRecord> recordsById;
    private readonly FrozenDictionary<string, CitedParameter> parametersById;

    private readonly FrozenDictionary<string, Evidence> evidenceByClaim;
    private readonly Lazy<RegulatoryMatrix> matrix;
    private readonly Lazy<PolicyGraph> graph;
    private readonly Lazy<RegisterSearch> search;

    /// <summary>A register of this content, which the reader has checked.</summary>
    /// <param name="version">SHA-256 of the canonical form, lower-case hex.</param>
    public PolicyRegister(RegisterContent content, string version)
    {
        Content = content;
        Version = version;
        recordsById = Records.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
        evidenceByClaim = (
            from record in Records
            from source in record.Sources
            from claim in source.Claims
            select new Evidence(claim, source)).ToFrozenDictionary(e => e.Claim.Id, StringComparer.Ordinal);
        parametersById = (
            from record in Records
            from parameter in record.Parameters
            select new CitedParameter(record, parameter, evidenceByClaim)).ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        matrix = new Lazy<RegulatoryMatrix>(() => new RegulatoryMatrix(Criteria, Matrices, evidenceByClaim));
        graph = new Lazy<PolicyGraph>(() => new PolicyGraph(Records));
        search = new Lazy<RegisterSearch>(() => new RegisterSearch(this));
    }

    /// <summary>Everything that stands in it.</summary>
    public RegisterContent Content { get; }

    /// <inheritdoc cref="RegisterContent.Records"/>
    public IReadOnlyList<PolicyRecord> Records => Content.Records;

    /// <inheritdoc cref="RegisterContent.Criteria"/>
    public IReadOnlyList<MatrixCriterion> Criteria => Content.Criteria;

    /// <inheritdoc cref="RegisterContent.Matrices"/>
    public IReadOnlyList<JurisdictionMatrix> Matrices => Content.Matrices;

    /// <inheritdoc cref="RegisterContent.Overlays"/>
    public IReadOnlyList<PolicyOverlay> Overlays => Content.Overlays;

    /// <inheritdoc cref="RegisterContent.Modes"/>
    public IReadOnlyList<PolicyMode> Modes => Content.Modes;

    /// <summary>The regulatory matrix: criteria by jurisdiction by day.</summary>
    public RegulatoryMatrix Matrix => matrix.Value;

    /// <summary>How the policies act upon each other.</summary>
    public PolicyGraph Graph => graph.Value;

    /// <summary>Finds passages by words.</summary>
    public RegisterSearch Search => search.Value;

    /// <summary>SHA-256 of the register's canonical form, lower-case hex; a plan carries it.</summary>
    public string Version { get; }

    /// <summary>The overlays that were applied to it, in order; empty for the law as it stands.</summary>
    public IReadOnlyList<PolicyOverlay> Applied { get; internal init; } = [];

    /// <summary>Ids of the overlays that entries come from, by parameter and entry.</summary>
    internal IReadOnlyDictionary<(string Parameter, string Entry), string> Assumed { get; init; } = FrozenDictionary<(string, string), string>.Empty;

    /// <summary>Ids of all parameters, in order.</summary>
    public IReadOnlyList<string> ParameterIds => [.. parametersById.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A record by id, or null where there is none.</summary>
    public PolicyRecord? Find(string policyId) => recordsById.GetValueOrDefault(policyId);

    /// <summary>A claim with its source, or null where there is none.</summary>
    public Evidence? FindClaim(string claimId) => evidenceByClaim.GetValueOrDefault(claimId);

    /// <summary>The register as the law stood on a day. The view remembers what it is asked.</summary>
    public RegisterView AsOf(DateOnly date) => new(this, date);

    /// <summary>The register with these overlays applied in order, or everything that they contradict. Its version covers them.</summary>
    /// <param name="overlays">Ids; none leaves the register as it is.</param>
    public Checked<PolicyRegister> With(IReadOnlyList<string> overlays) =>
        overlays.Count == 0 ? Checked<PolicyRegister>.Right(this) : OverlayApplication.Of(this, overlays);

    /// <summary>The register on the day and with the overlays that a mode names, or what is wrong with it.</summary>
    public Checked<RegisterView> InMode(string id)
    {
        if (Modes.FirstOrDefault(m => m.Id == id) is not { } mode)
        {
            return Checked<RegisterView>.Wrong([new Problem($"mode {id}", "is not in the register.", $"Known are: {string.Join(", ", Modes.Select(m => m.Id))}.")]);
        }

        Checked<PolicyRegister> changed = With(mode.Overlays);
        return changed.IsRight ? Checked<RegisterView>.Right(new RegisterView(changed.Value, mode.AsOf) { Mode = id }) : Checked<RegisterView>.Wrong([.. changed.Problems]);
    }

    /// <summary>Id of the overlay that an entry comes from; null for the law.</summary>
    internal string? OverlayOf(string parameterId, string entryId) => Assumed.GetValueOrDefault((parameterId, entryId));

    internal CitedParameter? Parameter(string id) => parametersById.GetValueOrDefault(id);
}

/// <summary>A parameter with its record and with its evidence looked up.</summary>
internal sealed class CitedParameter
{
    public CitedParameter(PolicyRecord record, PolicyParameter parameter, IReadOnlyDictionary<string, Evidence> evidence)
    {
        Record = record;
        Parameter = parameter;
        Entries = [.. parameter.Entries.Select(e => new CitedEntry(e, Cited(e.Evidence, evidence)))];
        ProjectionEvidence = parameter.Projection is { } rule ? Cited(rule.Evidence, evidence) : [];
    }

    public string Id => Parameter.Id;

    public PolicyRecord Record { get; }

    public PolicyParameter Parameter { get; }

    public IReadOnlyList<CitedEntry> Entries { get; }

    public IReadOnlyList<Evidence> ProjectionEvidence { get; }

    private static Evidence[] Cited(IReadOnlyList<string> claimIds, IReadOnlyDictionary<string, Evidence> evidence) =>
        [.. claimIds.Select(id => evidence[id])];
}

/// <summary>An entry with its evidence. It is as strong as the weakest claim it rests on; without evidence it is C and draft.</summary>
internal sealed record CitedEntry(PolicyEntry Entry, IReadOnlyList<Evidence> Evidence)
{
    public Confidence Confidence { get; } = Strength.Of(Evidence);

    public ReviewState State { get; } = Strength.StateOf(Evidence);
}

/// <summary>How strong a set of claims is.</summary>
internal static class Strength
{
    public static Confidence Of(IReadOnlyList<Evidence> evidence) =>
        evidence.Count == 0 ? Confidence.C : evidence.Max(e => e.Claim.Confidence);

    public static ReviewState StateOf(IReadOnlyList<Evidence> evidence) =>
        evidence.Count > 0 && evidence.All(e => e.IsComplete) ? ReviewState.EvidenceComplete : ReviewState.Draft;
}
