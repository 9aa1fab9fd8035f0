using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Trunkline.Store;

/// <summary>
/// A change of the store as whoever watches the program sees it: how long it took and what kind of change it was, nothing of what was written. Failed unless said otherwise.
/// </summary>
public sealed class SaveSpan : IDisposable
{
    /// <summary>Name under which these spans are listened for.</summary>
    public const string Name = "Trunkline.Store";

    private static readonly ActivitySource Spans = new(Name);
    private readonly Activity? span;
    private bool isSaved;

    private SaveSpan(Activity? span) => this.span = span;

    internal static SaveSpan Begin(StoreContext context) => new(Spans.StartActivity("save")?.SetTag("db.system.name", context.Database.IsNpgsql() ? "postgresql" : "sqlite"));

    /// <summary>The change is kept.</summary>
    /// <param name="actions">What the audit log calls what was done.</param>
    internal void Saved(IReadOnlyList<string> actions)
    {
        isSaved = true;
        span?.SetTag("trunkline.actions", string.Join(',', actions.Distinct().Order(StringComparer.Ordinal)));
    }

    public void Dispose()
    {
        if (!isSaved)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }

        span?.Dispose();
    }
}
