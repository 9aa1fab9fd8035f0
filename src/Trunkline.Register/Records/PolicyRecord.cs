using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A whole record: the document, its parameters, its evidence and its text in both languages.</summary>
/// <param name="Folder">Where it stands in the register, for example <c>us/45q</c>.</param>
/// <param name="Text">The body for readers, as Markdown.</param>
/// <param name="Archived">Texts of sources that the record keeps, by SHA-256.</param>
/// <param name="Version">SHA-256 of its canonical form, lower-case hex, earlier revisions and reviews included.</param>
/// <param name="ContentHash">The same without earlier revisions and reviews: what a review is a review of.</param>
/// <param name="Reviews">Signed reviews, in order of file name; whether one counts depends on the keys that the reader trusts.</param>
/// <param name="Earlier">Earlier revisions, oldest first. They are shown and compared, never asked.</param>
/// <param name="Account">What a policy hub told, where the record was imported from one.</param>
public sealed record PolicyRecord(
    string Folder,
    PolicyDocument Document,
    IReadOnlyList<PolicyParameter> Parameters,
    IReadOnlyList<EvidenceSource> Sources,
    Bilingual Text,
    IReadOnlyDictionary<string, string> Archived,
    string Version,
    string ContentHash,
    IReadOnlyList<FiledReview> Reviews,
    IReadOnlyList<PolicyRecord> Earlier,
    PolicyAccount? Account = null)
{
    public string Id => Document.Id;

    /// <summary>The file in the register that holds a parameter of the record.</summary>
    public string FileOf(PolicyParameter parameter) => $"{Folder}/params/{LastStep(parameter.Id)}.json";

    /// <summary>The file in the register that holds a source of the record.</summary>
    public string FileOf(EvidenceSource source) => $"{Folder}/evidence/{LastStep(source.Id)}.json";

    /// <summary>Whether the policy binds on a day, from its events alone.</summary>
    public LegalForce ForceOn(DateOnly day)
    {
        LegalForce force = LegalForce.None;
        foreach (PolicyEvent happened in Document.Events.Where(e => e.ForceAfter() is not null && e.Date <= day).OrderBy(e => e.Date))
        {
            bool mayNotHaveHappenedYet = happened.Precision != DatePrecision.Day && happened.Days().Contains(day);
            force = mayNotHaveHappenedYet ? LegalForce.Uncertain : happened.ForceAfter()!.Value;
        }

        return force;
    }

    private static string LastStep(string id) => id[(id.LastIndexOf('.') + 1)..];
}
