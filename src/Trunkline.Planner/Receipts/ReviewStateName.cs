using Trunkline.Register;

namespace Trunkline.Planner;

/// <summary>How plans write a review state: as the register does, <c>evidence-complete</c>.</summary>
internal static class ReviewStateName
{
    /// <summary>Every state, the lowest first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ReviewState>().Order().Select(Of)];

    public static string Of(ReviewState state) =>
        string.Concat(state.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
