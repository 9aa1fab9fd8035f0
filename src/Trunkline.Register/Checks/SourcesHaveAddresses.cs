using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A source can be found: it has an address that is more than a home page.</summary>
internal static class SourcesHaveAddresses
{
    private const string Fix = "Give the address of the page or file itself.";

    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        from address in
            draft.Sources.Select(s => (Where: $"{s.File} /url", s.Content.Url)).Concat(
                from record in draft.Records
                where record.Account is not null
                select (Where: $"{record.Account!.File} /source", Url: record.Account.Content.Source))
        let fault = Fault(address.Url)
        where fault is not null
        select new Problem(address.Where, fault, Fix);

    private static string? Fault(string? url) =>
        string.IsNullOrWhiteSpace(url) ? "gives no address."
        : !Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") ? $"'{url}' is not an address."
        : IsHomePage(address) ? $"'{url}' is a home page."
        : null;

    private static bool IsHomePage(Uri address) =>
        address.AbsolutePath.Trim('/') is "" or "index.html" or "index.htm" or "en" or "home" && address.Query.Length <= 1;
}
