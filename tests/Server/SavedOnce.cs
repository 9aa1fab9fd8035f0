using Trunkline.Store;

namespace Trunkline.Tests.Server;

/// <summary>What must hold of a store whatever befell its server: it is whole, and what was acknowledged is there once.</summary>
internal static class SavedOnce
{
    /// <param name="studies">Title by id of the studies that were acknowledged.</param>
    /// <param name="drafts">The reviews that were.</param>
    public static void Holds(TrunklineStore store, IEnumerable<KeyValuePair<string, string>> studies, IEnumerable<string> drafts)
    {
        Assert.Empty(StoreCheck.Of(store));
        Dictionary<string, StoredStudy> kept = store.Studies.List().ToDictionary(s => s.Id);
        string[] lost = [.. studies.Where(a => !kept.TryGetValue(a.Key, out StoredStudy? study) || !study.Text.Contains(a.Value, StringComparison.Ordinal)).Select(a => a.Key)];
        Assert.True(lost.Length == 0, $"Lost: {string.Join(", ", lost)}");
        HashSet<string> reviews = [.. store.Reviews.List().Select(c => c.Id)];
        Assert.DoesNotContain(drafts, d => !reviews.Contains(d));
        // A line in the log for each thing, and a thing for each line.
        List<AuditEntry> lines = [];
        while (store.Audit.List(lines.Count == 0 ? 0 : lines[^1].Number, 500) is { Count: > 0 } more)
        {
            lines.AddRange(more);
        }

        Assert.Equal(kept.Keys.Order(StringComparer.Ordinal), lines.Where(l => l.Action == "study.added").Select(l => l.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(reviews.Order(StringComparer.Ordinal), lines.Where(l => l.Action == "review.drafted").Select(l => l.Subject).Order(StringComparer.Ordinal));
    }
}
