using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Which law this is: the work under all its names, and the versions it has had.</summary>
/// <param name="Citation">How lawyers name it, for example 26 USC 45Q.</param>
/// <param name="Identifiers">Its identifiers by scheme: <c>usc</c>, <c>eli</c>, <c>celex</c>, <c>fr</c> and the like; only those that are known.</param>
/// <param name="Versions">Its forms, oldest first.</param>
public sealed record LawIdentity(
    Bilingual Citation,
    IReadOnlyDictionary<string, string>? Identifiers = null,
    IReadOnlyList<LawVersion>? Versions = null);

/// <summary>One form of the law.</summary>
/// <param name="Id">Unique within the policy, for example <c>2018</c>.</param>
/// <param name="From">First day of the form.</param>
/// <param name="Document">The text in which it stands, where one is known.</param>
public sealed record LawVersion(string Id, DateOnly From, Bilingual Title, IReadOnlyList<string> Evidence, LawText? Document = null);

/// <summary>A text of the law: the public law, the notice, the page.</summary>
/// <param name="Url">Address, where one is known.</param>
/// <param name="Sha256">Hash of the text that was read, where one is known.</param>
public sealed record LawText(string Citation, string? Url = null, string? Sha256 = null);
