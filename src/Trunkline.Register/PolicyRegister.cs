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
    private readonly Lazy<ILookup<string, GateFailure>> held;

    /// <summary>A register of this content, which the reader has checked.</summary>
    /// <param name="version">SHA-256 of the canonical form, lower-case hex.</param>
    public PolicyRegister(RegisterContent content, string version)
        : this(content, version, new Dictionary<string, ReviewState>())
    {
    }

    private PolicyRegister(RegisterContent content, string version, IReadOnlyDictionary<string, ReviewState> states)
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
            select new CitedParameter(record, parameter, evidenceByClaim, states.GetValueOrDefault(record.Id, ReviewState.EvidenceComplete)))
            .ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
        matrix = new Lazy<RegulatoryMatrix>(() => new RegulatoryMatrix(Criteria, Matrices, evidenceByClaim));
        graph = new Lazy<PolicyGraph>(() => new PolicyGraph(Records));
        search = new Lazy<RegisterSearch>(() => new RegisterSearch(this));
        held = new Lazy<ILookup<string, GateFailure>>(() =>
            RegisterGates.Failures(RegisterDraft.Of(Content)).ToLookup(f => RegisterDraft.FolderOf(f.Problem), StringComparer.Ordinal));
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

    /// <summary>The register as if a work of law gave no number: its record, with its text and evidence, stays and its parameters are gone. Its version says so.</summary>
    /// <exception cref="ArgumentException">There is no such record.</exception>
    public PolicyRegister Without(string policyId)
    {
        PolicyRecord gone = Find(policyId) ?? throw new ArgumentException($"The register has no record '{policyId}'.", nameof(policyId));
        RegisterContent rest = Content with { Records = [.. Records.Select(r => r == gone ? r with { Parameters = [] } : r)] };
        return new PolicyRegister(rest, $"{Version}-without-{policyId}") { Applied = Applied, Assumed = Assumed };
    }

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

    /// <summary>How far a record has come on a day, for a reader who trusts these keys, and what holds it there.</summary>
    /// <param name="record">A record of this register.</param>
    /// <param name="today">The day on which it is asked; it decides what is stale.</param>
    public RecordStanding Review(PolicyRecord record, DateOnly today, ReviewTrust trust) =>
        RecordStanding.Of(record, held.Value[record.Folder], today, trust);

    /// <summary>What the gates hold against something that stands beside the records, for example a matrix.</summary>
    public IReadOnlyList<GateFailure> HeldBesideRecords()
    {
        HashSet<string> folders = [.. Records.Select(r => r.Folder)];
        return [.. held.Value.Where(place => !folders.Contains(place.Key)).SelectMany(place => place).OrderBy(f => f.Problem.Where, StringComparer.Ordinal)];
    }

    /// <summary>The same register for a reader who trusts these keys: its readings carry the states that the reviews give.</summary>
    public PolicyRegister ReviewedOn(DateOnly today, ReviewTrust trust) =>
        new(Content, Version, Records.ToDictionary(r => r.Id, r => Review(r, today, trust).State, StringComparer.Ordinal)) { Applied = Applied, Assumed = Assumed };

    /// <summary>Id of the overlay that an entry comes from; null for the law.</summary>
    internal string? OverlayOf(string parameterId, string entryId) => Assumed.GetValueOrDefault((parameterId, entryId));

    internal CitedParameter? Parameter(string id) => parametersById.GetValueOrDefault(id);
}
