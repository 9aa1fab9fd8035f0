using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A record says what kind of instrument it is, how it binds and what became of it. Only an imported account may not know.</summary>
internal static class NothingIsLeftUnknown
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.Documents.SelectMany(OfDocument);

    private static IEnumerable<Problem> OfDocument(Located<PolicyDocument> document)
    {
        if (document.Content.InstrumentKind == InstrumentKind.Unknown)
        {
            yield return Unknown(document, "instrumentKind");
        }

        if (document.Content.BindingLevel == BindingLevel.Unknown)
        {
            yield return Unknown(document, "bindingLevel");
        }

        if (document.Content.DocumentStatus == DocumentStatus.Unknown)
        {
            yield return Unknown(document, "documentStatus");
        }
    }

    private static Problem Unknown(Located<PolicyDocument> document, string member) =>
        new($"{document.File} /{member}", "is unknown.", "Read the primary source and say what it is; docs/register.md lists the words.");
}
