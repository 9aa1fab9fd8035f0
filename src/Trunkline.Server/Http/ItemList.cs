namespace Trunkline.Server.Http;

/// <summary>A list, or a part of one.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Next">What to send as <c>after</c> for the next part; null where there is none.</param>
internal sealed record ItemList<T>(IReadOnlyList<T> Items, int Total, string? Next = null);
