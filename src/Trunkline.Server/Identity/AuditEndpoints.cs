using Microsoft.AspNetCore.Http.HttpResults;
using Trunkline.Store;

namespace Trunkline.Server.Identity;

/// <summary>A part of the audit log.</summary>
/// <param name="Next">What to send as <c>after</c> for the next part; null where there is none.</param>
/// <param name="Head">Hash of the last line of the whole log: written down elsewhere, it proves later that nothing before it was altered.</param>
internal sealed record AuditPage(IReadOnlyList<AuditEntry> Items, long? Next, string Head);

/// <summary>What was changed in this workspace, by whom.</summary>
internal static class AuditEndpoints
{
    private const int MostLines = 500;

    public static void MapAudit(this IEndpointRouteBuilder api) => api.MapGet("/audit", List).WithName("listAudit").WithTags("Service").Needs(Role.Administrator);

    /// <summary>The audit log of this workspace, oldest first.</summary>
    /// <param name="after">Number of the line to begin after.</param>
    /// <param name="limit">How many, at most 500.</param>
    internal static Ok<AuditPage> List(TrunklineStore store, long? after, int? limit)
    {
        int most = Math.Clamp(limit ?? MostLines, 1, MostLines);
        IReadOnlyList<AuditEntry> lines = store.Audit.List(Math.Max(0, after ?? 0), most);
        return TypedResults.Ok(new AuditPage(lines, lines.Count == most ? lines[^1].Number : null, store.Audit.Head().Hash));
    }
}
