using System.Globalization;
using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>Records as entries of a policy hub. An imported record gives back the hub's own entry from its account; any other is told in the hub's fields.</summary>
public static class HubExport
{
    /// <summary>One Markdown file a record, named by the entry's id.</summary>
    /// <param name="language">Language of records that no hub told.</param>
    /// <param name="day">The day whose legal force is told.</param>
    public static IReadOnlyList<RegisterFile> Of(PolicyRegister register, IReadOnlyList<PolicyRecord> records, Language language, DateOnly day) =>
        [.. records.Select(record => Entry(register, record, language, day)).Select(e => new RegisterFile($"{e.Account.Id}.md", e.Write()))];

    private static HubEntry Entry(PolicyRegister register, PolicyRecord record, Language language, DateOnly day) => record.Account is { } account
        ? new HubEntry(record.Folder, account, account.Language == "zh" ? record.Text.Zh : record.Text.En)
        : new HubEntry(record.Folder, Told(register, record, language, day), $"\n{record.Text.In(language)}");

    private static PolicyAccount Told(PolicyRegister register, PolicyRecord record, Language language, DateOnly day)
    {
        PolicyDocument document = record.Document;
        return new PolicyAccount(
            language == Language.Zh ? "zh" : "en",
            record.Id.Replace('.', '-'),
            document.Titles.In(language),
            document.Jurisdiction,
            document.Category?.ToString(),
            document.Events.Count > 0 ? document.Events[0].Date.Year : null,
            document.Events.Count > 0 ? RegisterTerms.Day(document.Events[0].Date, document.Events[0].Precision) : null,
            $"{RegisterTerms.Of(document.DocumentStatus).In(language)}; {RegisterTerms.ForceInWords(record.ForceOn(day)).In(language)} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            RegisterTerms.Of(document.BindingLevel).In(language),
            document.Sectors,
            Evolution: new AccountOfEvolution(
                [.. (document.Clusters ?? []).Select(c => c.In(language))],
                [.. document.Relations.Where(r => r.Kind == RelationKind.Supersedes).Select(r => r.Target.Replace('.', '-'))]),
            ImpactAnalysis: new AccountOfImpact(
                document.Impact?.Economic?.In(language), document.Impact?.Environmental?.In(language), document.Impact?.Technical?.In(language)),
            Regulatory: Pillars(register, document.Jurisdiction, language, day),
            Provenance: new AccountOfProvenance(document.Provenance?.Author.Name, document.Provenance?.Audited?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ReviewStatus: RegisterTerms.Code(register.Review(record, day, ReviewTrust.None).State),
            Source: record.Sources.Select(s => s.Url).FirstOrDefault(u => u is not null));
    }

    private static AccountOfRegulation Pillars(PolicyRegister register, string jurisdiction, Language language, DateOnly day)
    {
        MatrixCell[] cells = [.. register.Matrices.Where(m => m.Jurisdiction == jurisdiction).SelectMany(m => m.Cells).Where(c => c.Law.Contains(day))];
        return new AccountOfRegulation(
            Said("co2-definition"),
            Said("cross-border-rules"),
            Said("financial-assurance"),
            Said("liability-period"),
            Said("liability-transfer"),
            Said("permitting-lead-time"),
            Said("pore-space-rights"));

        string? Said(string criterion) => cells.FirstOrDefault(c => c.Criterion == criterion)?.Says.In(language);
    }
}
