using System.Text.Json.Nodes;
using Trunkline.Domain;
using Trunkline.Register;

namespace Trunkline.Cli.Register;

/// <summary>How differences are shown: by field, what the one says and what the other, and on what each rests.</summary>
internal static class DiffLines
{
    private const int Column = 2;

    public static void Write(Page page, RecordDiff diff, Func<string, Evidence?> find, Language language)
    {
        page.Heading(string.Format(RegisterWords.Differ.In(language), diff.Before, diff.After, diff.Changes.Count));
        if (diff.Reason is { } reason)
        {
            page.Line(string.Format(RegisterWords.WhyCorrected.In(language), reason.In(language)));
        }

        foreach (FieldChange change in diff.Changes)
        {
            page.Section(change.Field);
            Side(page, "-", change.Before, change.EvidenceBefore, find, language);
            Side(page, "+", change.After, change.EvidenceAfter, find, language);
            if (change.Reason is { } why)
            {
                page.Item("", $"{RegisterWords.Because.In(language)}: {why.In(language)}", Column);
            }
        }
    }

    public static JsonObject Json(RecordDiff diff, Func<string, Evidence?> find) => new()
    {
        ["before"] = diff.Before,
        ["after"] = diff.After,
        ["reason"] = RegisterParts.Bilingual(diff.Reason),
        ["changes"] = RegisterParts.Array(diff.Changes.Select(c => new JsonObject
        {
            ["field"] = c.Field,
            ["kind"] = RegisterParts.Code(c.Kind),
            ["before"] = RegisterParts.Bilingual(c.Before),
            ["after"] = RegisterParts.Bilingual(c.After),
            ["evidenceBefore"] = RegisterParts.Claims(c.EvidenceBefore.Select(find).OfType<Evidence>()),
            ["evidenceAfter"] = RegisterParts.Claims(c.EvidenceAfter.Select(find).OfType<Evidence>()),
            ["reason"] = RegisterParts.Bilingual(c.Reason),
        })),
    };

    private static void Side(Page page, string sign, Bilingual? says, IReadOnlyList<string> claims, Func<string, Evidence?> find, Language language)
    {
        if (says is null)
        {
            return;
        }

        foreach ((int i, string line) in says.In(language).ReplaceLineEndings("\n").Split('\n').Index())
        {
            page.Item(i == 0 ? sign : "", line, Column);
        }

        foreach (Evidence evidence in claims.Select(find).OfType<Evidence>())
        {
            page.Item("", $"{RegisterWords.RestsOn.In(language)} {ClaimLines.Short(evidence)}", Column, indent: 4);
        }
    }
}
