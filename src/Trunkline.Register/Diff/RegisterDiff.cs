using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trunkline.Register;

/// <summary>Says by field in what two accounts of a policy, or the register on two days, differ.</summary>
public static class RegisterDiff
{
    private static readonly JsonSerializerOptions Stored = new(RegisterJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>What differs between two records, or two revisions of one: members of the document, parameters, sources and claims, paragraphs of the texts.</summary>
    public static RecordDiff Between(PolicyRecord before, PolicyRecord after) => new(
        NameOf(before),
        NameOf(after),
        before.Id == after.Id ? after.Document.Revision?.Reason : null,
        [
            .. JsonDiff.Of("", Document(before), Document(after)),
            .. JsonDiff.Of("params", AsStored(before.Parameters), AsStored(after.Parameters)),
            .. JsonDiff.Of("evidence", AsStored(before.Sources), AsStored(after.Sources)),
            .. ParagraphDiff.Of("text.en", before.Text.En, after.Text.En),
            .. ParagraphDiff.Of("text.zh", before.Text.Zh, after.Text.Zh),
        ]);

    /// <summary>What the register answers differently on two days.</summary>
    public static RegisterChanges Between(PolicyRegister register, DateOnly from, DateOnly to) => RegisterChanges.Of(register, from, to);

    /// <summary>What an entry of a policy hub tells otherwise than a record of the register.</summary>
    /// <param name="told">Name of the entry, for the heading.</param>
    /// <param name="body">The entry's text below its members.</param>
    /// <param name="day">The day whose law counts.</param>
    public static RecordDiff Between(string told, PolicyAccount account, string body, PolicyRecord record, PolicyRegister register, DateOnly day) =>
        new(told, NameOf(record), record.Document.Revision?.Reason, new AccountDiff(account, body, record, register, day).Changes());

    private static string NameOf(PolicyRecord record) => $"{record.Id}@{record.Document.Revision?.Number ?? 1}";

    private static JsonNode Document(PolicyRecord record)
    {
        JsonNode document = AsStored(record.Document);
        document.AsObject().Remove("revision");
        return document;
    }

    private static JsonNode AsStored<T>(T part) => JsonSerializer.SerializeToNode(part, Stored)!;
}
