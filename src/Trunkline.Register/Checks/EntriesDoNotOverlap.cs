using Trunkline.Domain;

namespace Trunkline.Register;

/// <summary>No two entries of a parameter can hold at once, on any day, for any asset, in any year.</summary>
internal static class EntriesDoNotOverlap
{
    public static IEnumerable<Problem> Problems(RegisterDraft draft) => draft.Parameters.SelectMany(OfParameter);

    private static IEnumerable<Problem> OfParameter(Located<PolicyParameter> parameter)
    {
        IReadOnlyList<PolicyEntry> entries = parameter.Content.Entries;
        for (int i = 0; i < entries.Count; i++)
        {
            for (int j = i + 1; j < entries.Count; j++)
            {
                if (Overlap(entries[i], entries[j]))
                {
                    yield return new Problem(
                        $"{parameter.File} /entries/{j}", $"overlaps entry '{entries[i].Id}'.", "Narrow law, vintage, year or when of one of them until at most one holds.");
                }
            }
        }
    }

    /// <summary>True where two entries of a parameter could hold at once.</summary>
    public static bool Overlap(PolicyEntry a, PolicyEntry b) =>
        a.Law.Meets(b.Law)
        && Meet(a.InService, b.InService)
        && Meet(a.BeginConstruction, b.BeginConstruction)
        && (a.Year is null || b.Year is null || a.Year.Meets(b.Year))
        && (a.When is null || b.When is null || a.When.All(c => !b.When.TryGetValue(c.Key, out AnyOf? other) || c.Value.Values.Intersect(other.Values).Any()));

    private static bool Meet(DateWindow? a, DateWindow? b) => a is null || b is null || a.Meets(b);
}
