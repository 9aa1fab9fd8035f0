using System.Text.Json.Serialization;

namespace Trunkline.Register;

/// <summary>Something that happened to a change of a record on its way through review. What happened is never unsaid.</summary>
/// <param name="By">Who did it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Drafted), "drafted")]
[JsonDerivedType(typeof(Redrafted), "redrafted")]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Judged), "judged")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
public abstract record CaseStep(string By, DateTimeOffset At)
{
    /// <summary>A person wrote a change of a record.</summary>
    /// <param name="Base">Version of the record that it changes.</param>
    /// <param name="Files">The files that become others, with paths below the record's folder.</param>
    /// <param name="Why">For whoever reads the version later.</param>
    public sealed record Drafted(string By, DateTimeOffset At, string Record, string Base, IReadOnlyList<RegisterFile> Files, string Why) : CaseStep(By, At);

    /// <summary>The author wrote it anew.</summary>
    public sealed record Redrafted(string By, DateTimeOffset At, string Base, IReadOnlyList<RegisterFile> Files, string Why) : CaseStep(By, At);

    /// <summary>The author asks for review.</summary>
    /// <param name="Claims">The claims that must be judged: those that the record rests on, as proposed.</param>
    public sealed record Submitted(string By, DateTimeOffset At, IReadOnlyList<string> Claims) : CaseStep(By, At);

    /// <summary>A reviewer held a claim against its evidence.</summary>
    public sealed record Judged(string By, DateTimeOffset At, string Claim, Verdict Verdict, string? Note = null) : CaseStep(By, At);

    /// <summary>A reviewer gave it back.</summary>
    public sealed record Returned(string By, DateTimeOffset At, string Why) : CaseStep(By, At);

    /// <summary>A reviewer took it: it is a version of the record from now on.</summary>
    public sealed record Accepted(string By, DateTimeOffset At) : CaseStep(By, At);

    /// <summary>The author took it back.</summary>
    public sealed record Withdrawn(string By, DateTimeOffset At) : CaseStep(By, At);
}
