using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>A parameter has entries, and each holds on some day, for some asset, in some year, under a law with a beginning.</summary>
internal static class EntriesHoldSomething
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) =>
        draft.Parameters.SelectMany(p => OfParameter(p).Concat(p.Content.Entries.Index().SelectMany(e => OfEntry(e.Item, $"{p.File} /entries/{e.Index}"))));

    private static IEnumerable<Problem> OfParameter(Located<PolicyParameter> parameter)
    {
        if (parameter.Content.Entries.Count == 0 && parameter.Content.Projection is null)
        {
            yield return new Problem($"{parameter.File} /entries", "is empty.", "Give at least one entry.");
        }
    }

    /// <summary>What is wrong with the windows of one entry.</summary>
    public static IEnumerable<Problem> OfEntry(PolicyEntry entry, string where)
    {
        if (entry.Law.From is null)
        {
            yield return new Problem($"{where}/law/from", "is missing.", "Give the day from which the law says so; nothing has been law for ever.");
        }

        foreach ((string name, DateWindow? window) in new[] { ("law", entry.Law), ("vintage/inService", entry.InService), ("vintage/beginConstruction", entry.BeginConstruction) })
        {
            if (window is { HoldsADay: false })
            {
                yield return new Problem($"{where}/{name}", "holds no day.", "Let 'before' lie after 'from'.");
            }
        }

        if (entry.Year is { HoldsAYear: false })
        {
            yield return new Problem($"{where}/year", "holds no year.", "Let 'to' not lie before 'from'.");
        }
    }
}
